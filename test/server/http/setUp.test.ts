import { expect, test } from 'vitest'
import type { Enrolment } from '#wire/office.ts'
import { aCompound, aServer, aSetUp, PASSPHRASE, ROSTER } from '#test/support/aServer.ts'

test('a fresh server says that nothing is set up and has a code of eight characters for it', async () => {
  const { started, browser } = await aServer()
  expect(started.setUpCode).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/)
  expect(await (await browser().get('/api/health')).json()).toEqual({
    ok: true,
    protocol: 1,
    version: 'test',
    setUp: false,
    demo: false,
  })
})

test('the set-up makes the compound and lets its officer in', async () => {
  const { started, browser } = await aServer()
  const officer = browser()
  const answer = await officer.post('/api/setup', aSetUp(started.setUpCode!))
  expect(answer.status).toBe(200)
  const enrolment = (await answer.json()) as Enrolment
  expect(enrolment).toMatchObject({ compoundName: '梧桐苑', name: '周敏', deviceKind: 'own' })
  expect(Buffer.from(enrolment.serverKey.raw, 'base64')).toHaveLength(65)
  expect(await (await browser().get('/api/health')).json()).toMatchObject({ setUp: true })

  const me = await (await officer.get('/api/me')).json()
  expect(me).toMatchObject({ device: enrolment.device, revoked: false })
  expect(me.people).toMatchObject([{ name: '周敏', appointments: [{ role: 'officer', from: '2026-03-02' }] }])
})

test('the set-up enters roster, bin points, windows and numbers as records', async () => {
  const { started, enrolment } = await aCompound()
  const { log } = started.office
  const records = await log.transact(enrolment.tenant, (tx) => tx.recordsAfter(0, 1000))
  const of = (kind: string) => records.map(({ record }) => record).filter((record) => record.kind === kind)
  expect(
    of('resident')
      .map((one) => (one as { name?: string }).name)
      .toSorted(),
  ).toEqual(['李国强', '王秀兰', '陈桂芳'].toSorted())
  expect(of('place').filter((one) => (one as { what?: string }).what === 'dwelling')).toHaveLength(3)
  expect(of('settings')).toMatchObject([
    {
      name: '梧桐苑',
      emergency: [{ label: '物业值班' }],
      windows: [{ window: 'morning' }, { window: 'evening' }],
    },
  ])
  expect(of('member')).toMatchObject([{ name: '周敏' }])
})

test('a compound can begin without a roster', async () => {
  const { started, browser } = await aServer()
  expect((await browser().post('/api/setup', aSetUp(started.setUpCode!, { rows: [] }))).status).toBe(200)
})

test('the code is asked for at every step, in any case and with gaps', async () => {
  const { started, browser } = await aServer()
  const code = started.setUpCode!
  const typed = `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`
  expect((await browser().post('/api/setup/check', { code: typed })).status).toBe(200)
  for (const [index, path] of ['/api/setup/check', '/api/setup/roster', '/api/setup'].entries()) {
    const answer = await browser(`192.0.2.${index}`).post(path, aSetUp('22222222'))
    expect([answer.status, await answer.json()]).toEqual([403, { refused: 'codeWrong' }])
  }
})

test('the code is good for one set-up', async () => {
  const { started, browser } = await aCompound()
  const answer = await browser().post('/api/setup', aSetUp(started.setUpCode!))
  expect([answer.status, await answer.json()]).toEqual([409, { refused: 'alreadySetUp' }])
})

test('a set-up whose answer was lost is answered again to the same browser, and to no other', async () => {
  const { started, browser } = await aServer()
  const form = aSetUp(started.setUpCode!, { attempt: crypto.randomUUID() })
  const [lost, again] = await Promise.all(
    [1, 2].map(async () => (await browser().post('/api/setup', form)).json()),
  )
  expect([again.tenant, again.device]).toEqual([lost.tenant, lost.device])
  const officer = browser()
  expect((await (await officer.post('/api/setup', form)).json()).device).toBe(lost.device)
  expect((await officer.get('/api/people')).status).toBe(200)
  expect(await started.office.db.selectFrom('compounds').selectAll().execute()).toHaveLength(1)

  const other = await browser().post('/api/setup', { ...form, attempt: crypto.randomUUID() })
  expect([other.status, await other.json()]).toEqual([409, { refused: 'alreadySetUp' }])
})

test('of two set-ups at the same moment one is made', async () => {
  const { started, browser } = await aServer()
  const answers = await Promise.all(
    [1, 2].map((one) => browser(`192.0.2.${one}`).post('/api/setup', aSetUp(started.setUpCode!))),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect(await started.office.db.selectFrom('compounds').selectAll().execute()).toHaveLength(1)
})

test('what was understood of a roster is told before it enters, and nothing is kept', async () => {
  const { started, browser } = await aServer()
  const rows = [...ROSTER, ['1', '2', '???', '杨某', '']]
  const answer = await browser().post('/api/setup/roster', { code: started.setUpCode, rows })
  expect(await answer.json()).toMatchObject({
    buildings: 1,
    units: 2,
    dwellings: 3,
    residents: 3,
    notUnderstood: [{ row: 5 }],
  })
  expect(await started.office.log.tenants()).toEqual([])
})

test.each([
  [[[' ', '']], 'rosterEmpty'],
  [
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
    'rosterNoHeadings',
  ],
  [
    [
      ['栋', '房号'],
      ['1', '???'],
    ],
    'rosterUnread',
  ],
])('the roster %j is refused as %s and nothing is made', async (rows, why) => {
  const { started, browser } = await aServer()
  for (const path of ['/api/setup/roster', '/api/setup']) {
    const answer = await browser().post(path, aSetUp(started.setUpCode!, { rows }))
    expect([answer.status, await answer.json()]).toEqual([422, { refused: why }])
  }
  expect(await (await browser().get('/api/health')).json()).toMatchObject({ setUp: false })
})

test('a passphrase of nine characters is too short', async () => {
  const { started, browser } = await aServer()
  const form = aSetUp(started.setUpCode!, { officer: { name: '周敏', passphrase: '院子里有两只喜鹊啊' } })
  expect(await (await browser().post('/api/setup', form)).json()).toEqual({ refused: 'passphraseShort' })
})

test('the officer signs in on another browser by name and passphrase', async () => {
  const { browser, enrolment } = await aCompound()
  const other = browser()
  const answer = await other.post('/api/login', { name: '周敏', passphrase: PASSPHRASE, deviceKind: 'own' })
  const entered = (await answer.json()) as Enrolment
  expect(entered).toMatchObject({ person: enrolment.person, tenant: enrolment.tenant })
  expect(entered.device).not.toBe(enrolment.device)
  expect((await other.get('/api/people')).status).toBe(200)
})

test('an unknown name and a wrong passphrase get the same answer', async () => {
  const { browser, started } = await aCompound()
  const wrong = await browser().post('/api/login', {
    name: '周敏',
    passphrase: '梧桐院子里没有喜鹊吧',
    deviceKind: 'own',
  })
  const unknown = await browser().post('/api/login', {
    name: '周密',
    passphrase: PASSPHRASE,
    deviceKind: 'own',
  })
  expect([wrong.status, await wrong.text()]).toEqual([unknown.status, await unknown.text()])
  expect(wrong.status).toBe(401)
  const kept = await started.office.db.selectFrom('persons').select('passphrase').executeTakeFirstOrThrow()
  expect(kept.passphrase).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('the sixth wrong passphrase of a minute is not even tried', async () => {
  const { browser } = await aCompound()
  const stranger = browser('198.51.100.9')
  const form = { name: '周敏', passphrase: 'wrong wrong', deviceKind: 'own' }
  for (let one = 0; one < 5; one += 1) expect((await stranger.post('/api/login', form)).status).toBe(401)
  const answer = await stranger.post('/api/login', { ...form, passphrase: PASSPHRASE })
  expect(answer.status).toBe(429)
  expect(await answer.json()).toEqual({ refused: 'tooOften', retryAfter: 60 })
  expect((await browser('192.0.2.1').post('/api/login', { ...form, passphrase: PASSPHRASE })).status).toBe(
    200,
  )
})

test('somebody who leaves has to be let in again', async () => {
  const { officer } = await aCompound()
  const before = officer.cookie
  expect((await officer.post('/api/leave', {})).status).toBe(200)
  expect(officer.cookie).toBeUndefined()
  officer.cookie = before
  expect((await officer.get('/api/me')).status).toBe(401)
})
