import { expect, test } from 'vitest'
import type { Feedback } from '#domain/feedback/feedback.ts'
import { type RecordId, SERVER } from '#domain/ids.ts'
import { orderId } from '#domain/ledger/order.ts'
import type { Reporter } from '#domain/feedback/reporter.ts'
import { PASSPHRASE } from '#test/support/aServer.ts'
import { aWall, PAGE } from '#test/support/onTheWall.ts'

const onceIn = (text: string) => /name="once" value="([^"]+)"/.exec(text)![1]!
const number = (text: string) => Number(/<dd class="big">(\d+)<\/dd>/.exec(text)?.[1])
const secret = (text: string) => /<dd class="big">([A-Z2-9]{6})<\/dd>/.exec(text)?.[1] ?? ''

async function aResident() {
  const wall = await aWall()
  const { visitor, post, office, tenant } = wall
  const form = async () => onceIn(await (await visitor.get('/gongshi/say')).text())
  const say = async (text: string, more: Record<string, string> = {}) =>
    post('/gongshi/say', { once: await form(), text, name: '', phone: '', website: '', ...more })
  const all = <R>(kind: string) =>
    office.log.transact(tenant, async (tx) => (await tx.recordsOf(kind)) as unknown as readonly R[])
  const remarks = () => all<Feedback>('feedback')
  const ask = async (no: number | string, word: string) => {
    const answer = await post('/gongshi/asked', { no: String(no), secret: word })
    return { status: answer.status, text: await answer.text() }
  }
  return { ...wall, form, say, all, remarks, ask }
}

test('what a resident writes becomes a remark of the server’s own that waits for the office', async () => {
  const { say, remarks, all } = await aResident()
  const answer = await say('路灯不亮，在大门口')
  const text = await answer.text()
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Set-Cookie')).toBeNull()
  const [remark] = await remarks()
  expect(remark).toMatchObject({
    text: '路灯不亮，在大门口',
    channel: 'wall',
    author: SERVER,
    name: 'none',
    followUps: [],
  })
  expect(remark!.disposition).toBeUndefined()
  expect(number(text)).toBe(remark!.no)
  expect(secret(text)).not.toBe('')
  expect(await all('reporter')).toEqual([])
})

test('numbers of cards and phones in it are blotted out before it is kept; markup stays the text that it is', async () => {
  const { say, remarks } = await aResident()
  await say('<script>x</script> 打13800000001，证11010519491231002X\r\n第二行')
  expect((await remarks())[0]!.text).toBe('<script>x</script> 打******，证******\n第二行')
})

test('a phone is kept where it was asked for, in the reporter’s own record, which only the office’s side reads', async () => {
  const { say, remarks, all } = await aResident()
  await say('路灯不亮', { phone: '13800000009' })
  const [remark] = await remarks()
  expect(remark!.name).toBe('kept')
  expect(JSON.stringify(remark)).not.toContain('13800000009')
  expect((await all<Reporter>('reporter'))[0]).toMatchObject({
    feedback: remark!.id,
    displayName: '网上的居民',
    phone: '13800000009',
    agreed: false,
  })
})

test('the same form sent twice is one remark with one number', async () => {
  const { form, post, remarks } = await aResident()
  const fields = { once: await form(), text: '路灯不亮', name: '', phone: '' }
  const [first, second] = [
    await (await post('/gongshi/say', fields)).text(),
    await (await post('/gongshi/say', fields)).text(),
  ]
  expect(number(second)).toBe(number(first))
  expect(secret(second)).toBe(secret(first))
  expect(await remarks()).toHaveLength(1)
})

test.each([
  ['nothing', { text: ' ' }, 400, 'badRequest'],
  ['too much', { text: '长'.repeat(501) }, 413, 'tooLarge'],
  ['too long a name', { text: '灯', name: '长'.repeat(13) }, 413, 'tooLarge'],
  ['a form of nobody’s', { text: '灯', once: 'x' }, 400, 'badRequest'],
] as const)('%s is not taken, says why, and gives the words back', async (_, fields, status, refused) => {
  const { say, remarks } = await aResident()
  const answer = await say('灯', fields)
  const text = await answer.text()
  expect(answer.status).toBe(status)
  expect(text).toContain(`data-refused="${refused}"`)
  expect(text).toContain('role="alert"')
  expect(text).toContain(`${fields.text}</textarea>`)
  expect(await remarks()).toEqual([])
})

test('500 letters are taken, and their line ends count once', async () => {
  const { say, remarks } = await aResident()
  const text = `${'长'.repeat(249)}\r\n${'长'.repeat(250)}`
  expect((await say(text)).status).toBe(200)
  expect((await remarks())[0]!.text).toHaveLength(500)
})

test('a body that is no plain form, is packed or is long is read by nobody', async () => {
  const { visitor, post, remarks } = await aResident()
  const json = await visitor.post('/gongshi/say', { text: '灯' })
  expect(json.status).toBe(400)
  const packed = await post('/gongshi/say', { text: '灯' }, { 'Content-Encoding': 'gzip' })
  expect(packed.status).toBe(400)
  const long = await post('/gongshi/say', { text: 'x'.repeat(20_000) })
  expect(long.status).toBe(400)
  expect(await remarks()).toEqual([])
})

test('another site’s page writes nothing here', async () => {
  const { form, post, remarks } = await aResident()
  const answer = await post(
    '/gongshi/say',
    { once: await form(), text: '灯' },
    { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' },
  )
  expect(answer.status).toBe(403)
  expect(await remarks()).toEqual([])
})

test('a program that fills in the field nobody sees is thanked, and nothing is kept', async () => {
  const { say, remarks } = await aResident()
  expect((await say('买药', { website: 'http://spam.example' })).status).toBe(200)
  expect(await remarks()).toEqual([])
})

test('six in ten minutes from one address, then later again; others go on', async () => {
  const { say, remarks, server } = await aResident()
  const statuses = []
  for (let n = 0; n < 7; n += 1) statuses.push((await say(`第 ${n} 件`)).status)
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429])
  const other = server.browser('203.0.113.5')
  const once = onceIn(await (await other.get('/gongshi/say')).text())
  const body = new URLSearchParams({ once, text: '别人说的' }).toString()
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  expect((await other.send('/gongshi/say', { method: 'POST', body, headers })).status).toBe(200)
  server.clock = new Date(server.clock.getTime() + 10 * 60_000 + 1)
  expect((await say('又一件')).status).toBe(200)
  expect(await remarks()).toHaveLength(8)
})

test('with number and word one learns how far it is, and reads what hangs about it; nothing else', async () => {
  const { say, remarks, ask, office, tenant, enrolment, hang } = await aResident()
  const kept = await (await say('路灯不亮，我是张三')).text()
  const [no, word] = [number(kept), secret(kept)]
  expect((await ask(no, word)).text).toContain('收到了，还没派出去')

  const remark = (await remarks())[0]!
  const doing = async (record: string, name: string, args: object) => {
    const done = await office.act(tenant, enrolment.person, [
      { record: record as RecordId, name, v: 1, args },
    ])
    if (!done.ok) throw new Error(`${name}: ${done.refused}`)
  }
  const order = orderId(remark.id)
  await doing(remark.id, 'feedback.toOrder', {})
  await doing(order, 'order.open', {
    from: [remark.id],
    place: remark.place,
    text: remark.text,
    category: remark.category,
    urgency: remark.urgency,
    track: 'act_soon',
    firstReceiver: enrolment.person,
    before: [],
  })
  const inHand = await ask(` ${no} `, word.toLowerCase())
  expect(inHand.text).toContain('有人在办')
  await hang('p1', { ...PAGE, title: '大门口的灯换了' }, 'story', { about: order })
  const answered = await ask(no, word)
  expect(answered.text).toContain('大门口的灯换了')
  // Not what they wrote, not who has it.
  for (const { text } of [inHand, answered]) expect(text).not.toMatch(/张三|路灯不亮|周敏/)
})

test('a wrong word finds nothing, and guessing is slow', async () => {
  const { say, ask } = await aResident()
  const no = number(await (await say('路灯不亮')).text())
  const wrong = []
  for (let n = 0; n < 6; n += 1) wrong.push((await ask(no, 'AAAAAA')).status)
  expect(wrong).toEqual([404, 404, 404, 404, 404, 429])
})

test('who guesses words there keeps nobody from coming in, and who guesses codes at the door keeps nobody from asking', async () => {
  const { say, server } = await aResident()
  const kept = await (await say('路灯不亮')).text()
  const asks = async (address: string, word: string) => {
    const body = new URLSearchParams({ no: String(number(kept)), secret: word }).toString()
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
    return (await server.browser(address).send('/gongshi/asked', { method: 'POST', body, headers })).status
  }
  const looks = async (address: string) =>
    (
      await server
        .browser(address)
        .post('/api/invitations/look', { key: '22222222', attempt: crypto.randomUUID() })
    ).status
  const signsIn = async () =>
    (
      await server
        .browser('203.0.113.5')
        .post('/api/login', { name: '周敏', passphrase: PASSPHRASE, deviceKind: 'own' })
    ).status
  const until429 = async (tries: (address: string) => Promise<number>) => {
    for (let n = 0; n < 1000; n += 1) if ((await tries(`203.0.${Math.floor(n / 4)}.9`)) === 429) return n
    return undefined
  }

  expect(await until429((address) => asks(address, 'AAAAAA'))).toBe(240)
  expect(await asks('203.0.113.5', secret(kept))).toBe(429)
  expect(await signsIn()).toBe(200)
  server.clock = new Date(server.clock.getTime() + 10 * 60_000 + 1)

  expect(await until429(looks)).toBe(100)
  expect(await signsIn()).toBe(429)
  expect(await asks('203.0.113.5', secret(kept))).toBe(200)
})

test('a remark that somebody else wrote down has no word to ask by', async () => {
  const { office, tenant, enrolment, remarks, ask, say } = await aResident()
  const word = secret(await (await say('路灯不亮')).text())
  await office.act(tenant, enrolment.person, [
    {
      record: 'f1' as RecordId,
      name: 'feedback.write',
      v: 1,
      args: {
        place: enrolment.compound,
        text: '当面说的',
        category: 'lighting',
        urgency: 'u3',
        channel: 'face',
        affected: 1,
        heardAt: '2026-03-02T00:00:00.000Z',
        photos: [],
        name: 'none',
      },
    },
  ])
  const other = (await remarks()).find(({ channel }) => channel === 'face')!
  expect((await ask(other.no!, word)).status).toBe(404)
})
