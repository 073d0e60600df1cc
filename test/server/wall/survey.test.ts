import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type PersonId, type RecordId, SERVER } from '#domain/ids.ts'
import { type Answer, ASKS, type Survey } from '#domain/survey/survey.ts'
import { STYLE } from '#server/wall/style.ts'
import { aWall } from '#test/support/onTheWall.ts'

const SURVEY = 's1' as RecordId
const DAY = '2026-03-02'
const PLAN = {
  title: '三月月月谈',
  questions: [
    { ask: 'overall', text: '总的来说，满意吗' },
    { ask: 'cleaning', text: '楼道和院子干净吗' },
  ],
  picked: 'everyHome',
  from: DAY,
  until: '2026-03-08',
} as const
const PATH = `/gongshi/survey/${SURVEY}`

async function aSurvey(plan: Partial<Omit<Survey, 'from' | 'until'>> & { from?: string } = {}) {
  const wall = await aWall()
  const { visitor, post, office, tenant, enrolment, server } = wall
  server.clock = new Date(`${DAY}T10:00:00+08:00`)
  const acts = async (verb: string, args: object, by: PersonId = enrolment.person) => {
    const done = await office.act(tenant, by, [{ record: SURVEY, name: `survey.${verb}`, v: 1, args }])
    if (!done.ok) throw new Error(`${verb}: ${done.refused}`)
  }
  await acts('plan', { place: enrolment.compound, ...PLAN, ...plan })
  const open = (now = true, was?: boolean) =>
    acts('edit', { byResidents: { ...(was !== undefined && { was }), now } })
  const form = async () => (await visitor.get(PATH)).text()
  const once = async () => /name="once" value="([^"]+)"/.exec(await form())![1]!
  const send = async (fields: Record<string, string>) =>
    post(PATH, { once: await once(), website: '', wish: '', ...fields })
  const answers = () =>
    office.log.transact(tenant, async (tx) => (await tx.recordsOf('answer')) as unknown as readonly Answer[])
  return { ...wall, acts, open, form, once, send, answers }
}

test('a survey is on the public page only once its office opened it, and gone when it is over', async () => {
  const { visitor, open, acts, server } = await aSurvey()
  const board = async () => (await visitor.get('/gongshi')).text()
  expect(await board()).not.toContain(PLAN.title)
  const unopened = await visitor.get(PATH)
  expect([unopened.status, await unopened.text()]).toEqual([404, expect.stringContaining('没有这份调查')])
  await open()
  const shown = await board()
  expect(shown).toContain(`href="${PATH}"`)
  expect(shown).toContain('到3月8日止')
  await acts('end', { day: DAY })
  expect((await visitor.get(PATH)).status).toBe(200)
  server.clock = new Date('2026-03-03T00:00:01+08:00')
  const over = await visitor.get(PATH)
  expect([over.status, await over.text()]).toEqual([410, expect.stringContaining('这份问完了')])
  expect(await board()).not.toContain(PLAN.title)
})

test('before its first day it says from when; taken back from residents it is over for them', async () => {
  const { visitor, open } = await aSurvey({ from: '2026-03-04' })
  await open()
  const early = await visitor.get(PATH)
  expect([early.status, await early.text()]).toEqual([404, expect.stringContaining('3月4日起可以答')])
  // Its paper may hang before.
  expect((await visitor.get(`${PATH}/a4`)).status).toBe(200)
  await open(false, true)
  expect((await visitor.get(PATH)).status).toBe(410)
})

test('the form is plain: no script, no cookie, no style but its own, each question with its six steps', async () => {
  const { visitor, open } = await aSurvey()
  await open()
  const answer = await visitor.get(PATH)
  const text = await answer.text()
  expect(answer.headers.get('Set-Cookie')).toBeNull()
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  expect(answer.headers.get('Content-Security-Policy')).not.toMatch(/script|unsafe|\*/)
  expect(text).not.toMatch(/<script|javascript:|\son[a-z]+=| style=/i)
  expect(text).toContain(`<style>${STYLE}</style>`)
  expect(text.match(/(?:src|href|action)="(?!\/gongshi|data:,)[^"]*"/g)).toBeNull()
  expect(text.match(/type="radio"/g)).toHaveLength(12)
  expect(text).toContain('总的来说，满意吗')
})

test('with all its questions and as long as it may be the page weighs at most 40 KB packed', async () => {
  const { form, open } = await aSurvey({ questions: ASKS.map((ask) => ({ ask, text: '字'.repeat(40) })) })
  await open()
  expect(gzipSync(await form()).length).toBeLessThan(40 * 1024)
})

test('what a resident sends becomes an answer of the server’s own, with its source, its day and no minute', async () => {
  const { send, open, answers, enrolment } = await aSurvey()
  await open()
  const done = await send({ overall: 'satisfied', wish: ' 多放把椅子\r\n在石榴树下 ', door: '904' })
  const text = await done.text()
  expect(done.status).toBe(200)
  expect(text).toContain('收到了，谢谢您')
  expect(text).toContain('有 1 题空着')
  expect(await answers()).toEqual([
    {
      id: expect.any(String),
      kind: 'answer',
      v: 1,
      place: enrolment.compound,
      author: SERVER,
      at: '2026-03-01T16:00:00.000Z',
      receivedAt: '2026-03-01T16:00:00.000Z',
      survey: SURVEY,
      channel: 'qr',
      day: DAY,
      asked: 'answered',
      count: 1,
      given: [{ ask: 'overall', step: 'satisfied' }],
      wish: '多放把椅子\n在石榴树下',
    },
  ])
})

test('phones and numbers of cards in it are blotted out before it is kept; markup stays text and hangs nowhere', async () => {
  const { send, open, answers, visitor } = await aSurvey()
  await open()
  await send({ wish: '<script>x</script> 打13800000001，证11010519491231002X' })
  expect((await answers())[0]!.wish).toBe('<script>x</script> 打******，证******')
  for (const path of ['/gongshi', '/gongshi/a4', PATH, `${PATH}/a4`])
    expect(await (await visitor.get(path)).text()).not.toContain('打******')
})

test.each([
  ['nothing', { wish: ' ' }, 400, 'badRequest', '还没选'],
  ['marks that are none', { overall: 'splendid' }, 400, 'badRequest', '还没选'],
  ['too many words', { overall: 'neutral', wish: '长'.repeat(201) }, 413, 'tooLarge', '最多 200 字'],
  ['a form of nobody’s', { overall: 'neutral', once: 'x' }, 400, 'badRequest', '再交一次'],
] as const)(
  '%s is not taken, says in words why, and keeps what was ticked',
  async (_, fields, status, refused, said) => {
    const { send, open, answers } = await aSurvey()
    await open()
    const done = await send({ cleaning: 'x', ...fields })
    const text = await done.text()
    expect(done.status).toBe(status)
    expect(text).toContain(`data-refused="${refused}"`)
    expect(/role="alert">([^<]*)</.exec(text)?.[1]).toContain(said)
    const ticked = text.match(/name="overall" value="neutral"\s+checked/g)
    if ('overall' in fields && fields.overall === 'neutral') expect(ticked).toHaveLength(1)
    else expect(text).not.toMatch(/ checked/)
    if ('wish' in fields) expect(text).toContain(`${fields.wish}</textarea>`)
    expect(await answers()).toEqual([])
  },
)

test('the same form sent twice is one answer, and the second time says that the first one counts', async () => {
  const { once, open, post, answers } = await aSurvey()
  await open()
  const same = await once()
  await post(PATH, { once: same, overall: 'very' })
  const again = await (await post(PATH, { once: same, overall: 'dissatisfied' })).text()
  expect(again).toContain('只算第一次交的')
  expect((await answers()).map(({ given }) => given)).toEqual([[{ ask: 'overall', step: 'very' }]])
})

test('twelve in ten minutes from one address, then later; who has something to say is not kept from it', async () => {
  const { send, open, answers, post, visitor, server } = await aSurvey()
  await open()
  const statuses = []
  for (let n = 0; n < 13; n += 1) statuses.push((await send({ overall: 'very' })).status)
  expect(statuses).toEqual([...Array.from({ length: 12 }, () => 200), 429])
  const late = await send({ overall: 'neutral' })
  expect(late.headers.get('Retry-After')).toMatch(/^\d+$/)
  expect(await late.text()).toMatch(/value="neutral"\s+checked/)
  const say = /name="once" value="([^"]+)"/.exec(await (await visitor.get('/gongshi/say')).text())![1]!
  expect((await post('/gongshi/say', { once: say, text: '路灯不亮' })).status).toBe(200)
  server.clock = new Date(server.clock.getTime() + 10 * 60_000 + 1)
  expect((await send({ overall: 'very' })).status).toBe(200)
  expect(await answers()).toHaveLength(13)
})

test('another site’s page, a program, a packed or a long body answer nothing', async () => {
  const { open, once, post, send, answers, visitor } = await aSurvey()
  await open()
  const fields = { once: await once(), overall: 'very' }
  const foreign = { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' }
  expect((await post(PATH, fields, foreign)).status).toBe(403)
  expect((await post(PATH, fields, { 'Content-Encoding': 'gzip' })).status).toBe(400)
  expect((await post(PATH, { ...fields, wish: 'x'.repeat(20_000) })).status).toBe(400)
  expect((await visitor.post(PATH, fields)).status).toBe(400)
  expect((await send({ overall: 'very', website: 'http://spam.example' })).status).toBe(200)
  expect(await answers()).toEqual([])
})

test('closed between opening the form and sending it: a page says so and nothing is kept', async () => {
  const { open, once, post, answers } = await aSurvey()
  await open()
  const fields = { once: await once(), overall: 'very' }
  await open(false, true)
  const late = await post(PATH, fields)
  expect([late.status, await late.text()]).toEqual([410, expect.stringContaining('这份问完了')])
  expect((await post('/gongshi/survey/s2', fields)).status).toBe(404)
  expect(await answers()).toEqual([])
})

test('its A4 has the way to the form on it, as words and as a QR code, and says what to do without a phone', async () => {
  const { open, visitor } = await aSurvey()
  await open()
  const text = await (await visitor.get(`${PATH}/a4`)).text()
  expect(text).toContain('<svg class="qr"')
  expect(text).toMatch(new RegExp(`https?://[^<]+${PATH}`))
  expect(text).toContain('不用手机的')
  expect(text).not.toContain('name="once"')
})
