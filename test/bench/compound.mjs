/** A compound of about three thousand records, and one volunteer in it: invented, the same at every run. */
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜'
const GIVEN = [
  '明珍',
  '建国',
  '秀兰',
  '志强',
  '桂英',
  '文博',
  '晓燕',
  '德福',
  '春梅',
  '永康',
  '玉芬',
  '佳怡',
  '国栋',
]

/** 240 homes a building, one resident with a telephone in each. */
export function roster(buildings = 4) {
  const rows = [['楼栋', '单元', '楼层', '房号', '姓名', '联系电话']]
  for (let building = 1; building <= buildings; building++)
    for (let unit = 1; unit <= 3; unit++)
      for (let floor = 1; floor <= 20; floor++)
        for (let nth = 1; nth <= 4; nth++) {
          const n = rows.length
          const name = SURNAMES[n % SURNAMES.length] + GIVEN[n % GIVEN.length]
          const phone = `139${String(10_000_000 + n * 7919).slice(-8)}`
          rows.push([`${building}栋`, `${unit}单元`, String(floor), String(floor * 100 + nth), name, phone])
        }
  return rows
}

/** Twenty points whose window is open all day, so that Today has a list of twenty. */
export const POINTS = Array.from({ length: 20 }, (_, n) => ({
  label: `${n + 1}号投放点`,
  windows: [{ window: 'extra', from: '00:00', to: '23:59' }],
}))

const HERE = { 'content-type': 'application/json' }

/** Sets the compound up and lets a volunteer join who walks every building and stands at every point. */
export async function settle(origin, code, rows = roster()) {
  const ask = async (path, body, cookie) => {
    const headers = { ...HERE, ...(cookie && { cookie }) }
    const reply = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
    const value = await reply.json()
    if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(value)}`)
    return { value, cookie: reply.headers.get('set-cookie')?.split(';')[0] }
  }
  const officer = { name: '林老师', passphrase: '锦江边上慢慢走一走看灯' }
  const set = await ask('/api/setup', {
    code,
    compound: '测量苑',
    rows,
    points: POINTS,
    emergency: [],
    officer,
    deviceKind: 'own',
  })
  const from = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  const office = {
    async invite(other) {
      const form = { name: '何桂英', place: set.value.compound, from, deviceKind: 'own', ...other }
      return (await ask('/api/invitations', form, set.cookie)).value
    },
    /** Says yes to whoever waits with this number. */
    letIn: (id, number) => ask('/api/invitations/answer', { id, number, yes: true }, set.cookie),
  }
  /** Confirms, is said yes to by the office, and confirms again. */
  const enters = async ({ id, code: key }, cookie) => {
    const form = { key, deviceKind: 'own', attempt: crypto.randomUUID() }
    const { value } = await ask('/api/join', form, cookie)
    await office.letIn(id, value.waiting)
    return ask('/api/join', form, cookie)
  }
  const first = await enters(await office.invite({ role: 'gridWorker' }))
  const second = await enters(
    await office.invite({ role: 'supervisor', person: first.value.person }),
    first.cookie,
  )
  return { told: second.value, cookie: second.cookie ?? first.cookie, office }
}
