import { expect, test } from 'vitest'
import { type PersonId, type RecordId, SERVER } from '#domain/ids.ts'
import type { FirmWord } from '#domain/ledger/firmWord.ts'
import type { Order } from '#domain/ledger/order.ts'
import { aWall } from '#test/support/onTheWall.ts'

const FIRM = '云锋电梯（虚构）'
const LINK = '0b0b0b0b-0000-4000-8000-0000000000f1' as RecordId
const ORDER = 'order-1' as RecordId
const CODE = '048213'
const PATH = `/gongshi/job/${LINK}`

/** An order in the hands of a firm, and the link its officer made. */
async function aJob(text = '电梯关不上门，找陈阿姨 13800000001') {
  const wall = await aWall()
  const { office, tenant, enrolment, server, visitor, post } = wall
  server.clock = new Date('2026-03-02T10:00:00+08:00')
  const act = async (record: RecordId, name: string, args: object, by: PersonId = SERVER) => {
    const done = await office.act(tenant, by, [{ record, name, v: 1, args }])
    if (!done.ok) throw new Error(`${name}: ${done.refused}`)
    return done.value[0]!.change
  }
  await act(ORDER, 'order.open', {
    from: [],
    place: enrolment.compound,
    text,
    category: 'elevator',
    urgency: 'u3',
    track: 'act_soon',
    firstReceiver: enrolment.person,
    before: [],
  })
  const give = (args: object) => act(ORDER, 'order.give', args)
  const given = await give({ vendor: FIRM })
  const link = { place: enrolment.compound, order: ORDER, vendor: FIRM, given, code: CODE }
  await act(LINK, 'firmLink.make', link, enrolment.person)

  const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const unlock = async () => cookieOf(await post(PATH, { code: CODE }))
  const onceIn = (page: string) => /name="once" value="([^"]+)"/.exec(page)![1]!
  const opened = async () => {
    const cookie = await unlock()
    const page = () => visitor.send(PATH, { headers: { Cookie: cookie } })
    const say = async (fields: Record<string, string>, once?: string) =>
      post(
        PATH,
        { once: once ?? onceIn(await (await page()).text()), website: '', ...fields },
        { Cookie: cookie },
      )
    return { cookie, page, say }
  }
  const records = <R>(kind: string) =>
    office.log.transact(tenant, async (tx) => (await tx.recordsOf(kind)) as unknown as readonly R[])
  return { ...wall, act, give, unlock, opened, onceIn, words: () => records<FirmWord>('firmWord'), records }
}

test('without the code the page says nothing of the order; with it what the slip says, without a phone', async () => {
  const { visitor, post, opened } = await aJob()
  const shut = await visitor.get(PATH)
  const text = await shut.text()
  expect(shut.status).toBe(200)
  expect(text).not.toMatch(/电梯|云锋|陈阿姨/)
  expect(text).toContain('name="robots" content="noindex"')
  expect(shut.headers.get('X-Robots-Tag')).toBe('noindex, nofollow')
  expect(shut.headers.get('Cache-Control')).toBe('no-store')
  expect(shut.headers.get('Content-Security-Policy')).not.toMatch(/script|unsafe|\*/)
  expect(text).not.toMatch(/<script|javascript:|\son[a-z]+=| style=/i)
  expect(shut.headers.getSetCookie()).toEqual([])

  const right = await post(PATH, { code: ' ０４８ 213 ' })
  expect(right.status).toBe(200)
  const [cookie = ''] = right.headers.getSetCookie()
  expect(cookie).toMatch(/^linbian-job=\d+\.[\w-]+; /)
  expect(cookie).toContain(`Path=${PATH}`)
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Strict/)
  expect(cookie).toContain('Max-Age=28800')
  expect(cookie).not.toContain(CODE)
  const shown = await (await (await opened()).page()).text()
  expect(shown).toContain('电梯关不上门，找陈阿姨 ******')
  expect(shown).toContain(FIRM)
  expect(shown).not.toMatch(/13800000001|048213/)
})

test('what the firm says is a word of the server’s in the log; the order stays as it was', async () => {
  const { opened, words, records, enrolment } = await aJob()
  const { say, page } = await opened()
  expect(await (await say({ says: 'took' })).text()).toContain('记下了：您接了')
  const done = await (await say({ says: 'fixed', text: ' 换了门机\r\n试了三次 ' })).text()
  expect(done).toContain('看过才算办完')
  expect(await words()).toMatchObject([
    { author: SERVER, says: 'took', vendor: FIRM, order: ORDER, place: enrolment.compound },
    { author: SERVER, says: 'fixed', text: '换了门机\n试了三次' },
  ])
  expect((await records<Order>('order'))[0]).toMatchObject({ status: 'open', vendor: FIRM })
  expect(await (await page()).text()).toContain('您说过的')
})

test('what cannot be done has its reason; markup stays text, phones and numbers of cards are blotted out', async () => {
  const { opened, words } = await aJob()
  const { say } = await opened()
  const text = '<script>x</script> 打13800000001，证11010519491231002X'
  const kept = await (await say({ says: 'cannot', hindrance: 'parts', text })).text()
  expect(kept).toContain('&lt;script&gt;x&lt;/script&gt; 打******')
  expect(await words()).toMatchObject([
    { says: 'cannot', hindrance: 'parts', text: '<script>x</script> 打******，证******' },
  ])
})

test.each([
  ['cannot without a reason', { says: 'cannot', text: '没零件' }, 400, 'badRequest', '先选一个原因'],
  ['a word that is none', { says: 'closed', text: '好了' }, 400, 'badRequest', '再按一次'],
  ['too many words', { says: 'fixed', text: '长'.repeat(201) }, 413, 'tooLarge', '最多 200 字'],
] as const)('%s is not taken and says in words why', async (_, fields, status, refused, said) => {
  const { opened, words } = await aJob()
  const answer = await (await opened()).say(fields)
  const text = await answer.text()
  expect(answer.status).toBe(status)
  expect(text).toContain(`data-refused="${refused}"`)
  expect(/role="alert">([^<]*)</.exec(text)?.[1]).toContain(said)
  if (fields.says !== 'closed') expect(text).toContain(`${fields.text}</textarea>`)
  expect(await words()).toEqual([])
})

test('the same form sent twice is one word; two different ones are two, each with its time', async () => {
  const { opened, onceIn, words } = await aJob()
  const { say, page } = await opened()
  const once = onceIn(await (await page()).text())
  await say({ says: 'fixed', text: '好了' }, once)
  expect(await (await say({ says: 'fixed', text: '又好了' }, once)).text()).toContain('只算第一次')
  expect((await words()).map(({ says }) => says)).toEqual(['fixed'])
  await say({ says: 'cannot', hindrance: 'parts' }, once)
  expect((await words()).map(({ says }) => says)).toEqual(['fixed', 'cannot'])
})

test('six wrong codes an hour for one link, from wherever; then not even the right one, but who is in stays in', async () => {
  const { post, server, opened } = await aJob()
  const { page } = await opened()
  const guess = (code: string, n: number) =>
    server.browser(`198.51.100.${n}`).send(PATH, {
      method: 'POST',
      body: new URLSearchParams({ code }).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
  for (let n = 0; n < 6; n += 1) {
    const wrong = await guess(`00000${n}`, 20 + n)
    expect([wrong.status, wrong.headers.getSetCookie()]).toEqual([403, []])
    expect(await wrong.text()).toContain('口令不对')
  }
  const late = await guess(CODE, 40)
  expect([late.status, late.headers.getSetCookie()]).toEqual([429, []])
  expect(late.headers.get('Retry-After')).toMatch(/^\d+$/)
  expect(await late.text()).toContain('过一小时再输')
  expect(await (await page()).text()).toContain('电梯')
  server.clock = new Date(server.clock.getTime() + 60 * 60_000 + 1)
  expect((await post(PATH, { code: CODE })).status).toBe(200)
})

test('given to another while the firm’s page is open: it is closed at once and what was written is shown again', async () => {
  const { opened, give, words } = await aJob()
  const { say, page, cookie } = await opened()
  expect(cookie).not.toBe('')
  await give({ vendor: '另一家（虚构）', was: FIRM })
  const gone = await page()
  expect([gone.status, await gone.text()]).toEqual([410, expect.stringContaining('不用您回了')])
  const late = await say({ says: 'fixed', text: '门机换好了' }, LINK)
  const text = await late.text()
  expect([late.status, text]).toEqual([410, expect.stringContaining('刚才写的没有记上')])
  expect(text).toContain('门机换好了')
  expect(text).not.toContain('电梯关不上门')
  expect(await words()).toEqual([])
})

test('closed meanwhile, called back, or after 30 days nothing is taken any more', async () => {
  const closed = await aJob()
  await closed.act(ORDER, 'order.close', { photos: [] })
  const done = await closed.visitor.get(PATH)
  expect([done.status, await done.text()]).toEqual([410, expect.stringContaining('已经办完了')])

  const back = await aJob()
  const { page } = await back.opened()
  await back.act(LINK, 'firmLink.stop', {}, back.enrolment.person)
  expect((await page()).status).toBe(410)
  expect((await back.post(PATH, { code: CODE })).status).toBe(410)

  const old = await aJob()
  old.server.clock = new Date('2026-04-01T10:00:00+08:00')
  expect((await old.visitor.get(PATH)).status).toBe(410)
})

test('another link’s cookie, an old one or a made-up one lets nobody in; what was written waits for the code', async () => {
  const { opened, post, server, act, enrolment, records } = await aJob()
  const { cookie, say } = await opened()
  const other = '0b0b0b0b-0000-4000-8000-0000000000f2' as RecordId
  const [first] = await records<{ given: string }>('firmLink')
  const link = { place: enrolment.compound, order: ORDER, vendor: FIRM, given: first!.given, code: '111111' }
  await act(other, 'firmLink.make', link, enrolment.person)
  for (const [path, made] of [
    [`/gongshi/job/${other}`, cookie],
    [PATH, `linbian-job=9999999999.${'A'.repeat(43)}`],
    [PATH, 'linbian-job=x'],
  ] as const)
    expect(await (await server.browser().send(path, { headers: { Cookie: made } })).text()).not.toContain(
      '电梯',
    )
  server.clock = new Date(server.clock.getTime() + 8 * 3600_000)
  const late = await say({ says: 'fixed', text: '换了门机' }, LINK)
  const text = await late.text()
  expect([late.status, text]).toEqual([403, expect.stringContaining('6 位口令')])
  expect(text).toContain('name="text" value="换了门机"')
  const again = await (await post(PATH, { code: CODE, says: 'fixed', text: '换了门机' })).text()
  expect(again).toContain('换了门机</textarea>')
})

test('an id of nothing or of another record, another site’s page, a program and a long body get nowhere', async () => {
  const { opened, post, visitor, words } = await aJob()
  for (const id of ['x', ORDER, '0b0b0b0b-0000-4000-8000-00000000ffff', '%00']) {
    const none = await visitor.get(`/gongshi/job/${id}`)
    expect([id, none.status]).toEqual([id, 404])
  }
  const { cookie, say, page } = await opened()
  const fields = { once: LINK, says: 'took' }
  const foreign = { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site', Cookie: cookie }
  expect((await post(PATH, fields, foreign)).status).toBe(403)
  expect((await post(PATH, { code: CODE }, { ...foreign, Cookie: '' })).status).toBe(403)
  expect((await post(PATH, { ...fields, text: 'x'.repeat(20_000) }, { Cookie: cookie })).status).toBe(400)
  expect((await say({ says: 'took', website: 'http://spam.example' })).status).toBe(200)
  expect(await words()).toEqual([])
  for (let n = 0; n < 6; n += 1) await say({ says: 'took' })
  expect((await say({ says: 'took' })).status).toBe(429)
  expect((await page()).status).toBe(200)
})
