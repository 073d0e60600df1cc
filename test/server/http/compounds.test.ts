import { expect, test } from 'vitest'
import type { Member } from '#domain/member.ts'
import type { CompoundRow, CompoundsReply } from '#wire/compounds.ts'
import type { Enrolment } from '#wire/office.ts'
import { aCompound, PASSPHRASE } from '#test/support/aServer.ts'

const ORCHID = {
  compound: '兰亭苑',
  community: '庆云社区',
  rows: [
    ['栋', '单元', '房号', '姓名', '电话'],
    ['9', '1', '101', '钟离白鹭', '13933330101'],
  ],
  points: [{ label: '南门投放点', windows: [] }],
  emergency: [],
  passphrase: PASSPHRASE,
}

async function twoCompounds() {
  const world = await aCompound()
  world.server.clock = new Date(world.server.clock.getTime() + 3600_000)
  const answer = await world.officer.post('/api/compounds', ORCHID)
  if (!answer.ok) throw new Error(await answer.text())
  return { ...world, orchid: (await answer.json()) as CompoundRow }
}
const signsIn = (compound?: string) => ({
  name: '周敏',
  passphrase: PASSPHRASE,
  deviceKind: 'own',
  ...(compound && { compound }),
})

/** An officer of the first compound alone, with a passphrase. */
async function anotherOfficer(
  { browser, invite, lets }: Awaited<ReturnType<typeof twoCompounds>>,
  until: { to?: string } = {},
) {
  const hers = browser()
  const name = '吴海涛'
  const invitation = await invite({ name, role: 'officer', ...until })
  const answer = await lets(hers, invitation, { name, passphrase: PASSPHRASE })
  return { hers, wu: (await answer.json()) as Enrolment }
}

test('an officer adds another compound of the community, and is its first officer', async () => {
  const { officer, orchid, started, enrolment, failures } = await twoCompounds()
  const said = (await (await officer.get('/api/compounds')).json()) as CompoundsReply
  expect(said).toEqual({
    community: '庆云社区',
    compounds: [
      { tenant: enrolment.tenant, name: '梧桐苑', here: true },
      { tenant: orchid.tenant, name: '兰亭苑', here: false },
    ],
    colleagues: [],
  })
  const { log } = started.office
  const members = await log.transact(orchid.tenant, (tx) => tx.recordsOf('member'))
  expect(members.map((one) => (one as Member).name)).toEqual(['周敏'])
  const residents = await log.transact(orchid.tenant, (tx) => tx.recordsOf('resident'))
  expect(residents).toMatchObject([{ name: '钟离白鹭' }])
  expect(failures).toEqual([])
})

test('the account says into which compound, and the device it makes is of that one alone', async () => {
  const { browser, orchid, enrolment } = await twoCompounds()
  const phone = browser()
  const asked = await phone.post('/api/login', signsIn())
  expect(await asked.json()).toEqual({
    choose: [
      { tenant: enrolment.tenant, name: '梧桐苑' },
      { tenant: orchid.tenant, name: '兰亭苑' },
    ],
  })
  expect(phone.cookie).toBeUndefined()

  const entered = (await (await phone.post('/api/login', signsIn(orchid.tenant))).json()) as Enrolment
  expect(entered).toMatchObject({ tenant: orchid.tenant, compoundName: '兰亭苑', name: '周敏' })
  expect(entered.device).not.toBe(enrolment.device)
  const { people } = (await (await phone.get('/api/people')).json()) as { people: { name: string }[] }
  expect(people.map(({ name }) => name)).toEqual(['周敏'])
  // Once it is a device of one, it is not asked again, and never becomes one of the other.
  expect(await (await phone.post('/api/login', signsIn())).json()).toMatchObject({ device: entered.device })
  expect((await phone.post('/api/login', signsIn(enrolment.tenant))).status).toBe(403)
})

test('who is of the office in one compound only is not asked, and finds no other', async () => {
  const { browser, joined, officer, orchid } = await twoCompounds()
  const { browser: hers } = await joined({ name: '吴海涛', role: 'officer' })
  expect(await (await hers.get('/api/compounds')).json()).toMatchObject({
    compounds: [{ name: '梧桐苑', here: true }],
  })
  const another = browser()
  const form = { name: '吴海涛', passphrase: PASSPHRASE, deviceKind: 'own', compound: orchid.tenant }
  expect((await another.post('/api/login', form)).status).toBe(401)
  const { people } = (await (await officer.get('/api/people')).json()) as { people: { name: string }[] }
  expect(people.map(({ name }) => name).toSorted()).toEqual(['吴海涛', '周敏'].toSorted())
})

test('an officer of one compound is asked into another without an invitation: with their own name and passphrase they enter it, and are the same person', async () => {
  const world = await twoCompounds()
  const { browser, joined, orchid, started } = world
  const { wu } = await anotherOfficer(world)
  await joined({ name: '没有口令的', role: 'officer' })
  const { enrolment: ho } = await joined({ name: '何桂英', role: 'gridWorker' })
  const there = browser()
  await there.post('/api/login', signsIn(orchid.tenant))
  const told = async () => ((await (await there.get('/api/compounds')).json()) as CompoundsReply).colleagues
  const asks = async (person: string) => {
    const answer = await there.post('/api/compounds/colleague', { person })
    return [answer.status, await answer.json()]
  }
  // Who is of no office there, or has no account, is no colleague.
  expect(await told()).toEqual([{ person: wu.person, name: '吴海涛', of: '梧桐苑' }])
  expect(await asks(ho.person)).toEqual([422, { refused: 'personUnknown' }])
  expect(await asks(wu.person)).toEqual([200, {}])
  expect(await told()).toEqual([])
  expect(await asks(wu.person)).toEqual([200, {}])

  const form = { ...signsIn(orchid.tenant), name: '吴海涛' }
  const entered = (await (await browser().post('/api/login', form)).json()) as Enrolment
  expect(entered).toMatchObject({ tenant: orchid.tenant, person: wu.person, name: '吴海涛' })
  await started.office.trail.settled()
  const lines = (await started.office.trail.page(orchid.tenant, undefined)).rows
  expect(lines.filter(({ what }) => what === 'appointment.given')).toHaveLength(2)
})

test('who is of the office of the other for some days is of this one’s as long, and it is told before', async () => {
  const world = await twoCompounds()
  const { browser, orchid, server } = world
  const { wu } = await anotherOfficer(world, { to: '2026-03-06' })
  const there = browser()
  await there.post('/api/login', signsIn(orchid.tenant))
  const { colleagues } = (await (await there.get('/api/compounds')).json()) as CompoundsReply
  expect(colleagues).toEqual([{ person: wu.person, name: '吴海涛', of: '梧桐苑', to: '2026-03-06' }])
  await there.post('/api/compounds/colleague', { person: wu.person })
  const enters = async () => {
    const form = { ...signsIn(orchid.tenant), name: '吴海涛' }
    return (await browser().post('/api/login', form)).status
  }
  expect(await enters()).toBe(200)
  server.clock = new Date('2026-03-07T02:00:00Z')
  expect(await enters()).toBe(401)
})

test('whose appointment there has ended is asked in once more, and of a compound that the asker does not look after nobody is told', async () => {
  const world = await twoCompounds()
  const { browser, orchid, enrolment } = world
  const { wu, hers } = await anotherOfficer(world)
  const there = browser()
  await there.post('/api/login', signsIn(orchid.tenant))
  const asks = () => there.post('/api/compounds/colleague', { person: wu.person })
  await asks()
  const ends = async (by: typeof there, person: string) => {
    const { people } = (await (await by.get('/api/people')).json()) as {
      people: readonly { person: string; appointments: readonly { place: string }[] }[]
    }
    const { place } = people.find((one) => one.person === person)!.appointments[0]!
    const end = { person, role: 'officer', place, to: '2000-01-01' }
    expect((await by.post('/api/appointments/end', end)).status).toBe(200)
  }
  await ends(there, wu.person)
  const form = { ...signsIn(orchid.tenant), name: '吴海涛' }
  expect((await browser().post('/api/login', form)).status).toBe(401)
  expect((await asks()).status).toBe(200)
  expect((await browser().post('/api/login', form)).status).toBe(200)

  // Whoever asks has left the office of the first: its people are none of theirs any more.
  await ends(hers, enrolment.person)
  const said = (await (await there.get('/api/compounds')).json()) as CompoundsReply
  expect([said.compounds.map(({ name }) => name), said.colleagues]).toEqual([['兰亭苑'], []])
})

test('nobody is invited in the name of somebody who is of the office of more compounds than the inviter, nor comes in by an invitation from before', async () => {
  const world = await twoCompounds()
  const { browser, officer, enrolment, orchid, invite, joined, lets } = world
  const { hers, wu } = await anotherOfficer(world)
  const named = (name: string, person: string) => ({
    name,
    person,
    role: 'officer',
    place: enrolment.compound,
    from: '2026-03-02',
    deviceKind: 'own',
  })
  const refused = await hers.post('/api/invitations', named('周敏', enrolment.person))
  expect([refused.status, await refused.json()]).toEqual([403, { refused: 'personElsewhere' }])
  // Whoever sees the counts of both by somebody else's word would show them to her too.
  const { enrolment: above } = await joined({ name: '罗科长', role: 'overseer' })
  const overseer = await hers.post('/api/invitations', named('罗科长', above.person))
  expect([overseer.status, await overseer.json()]).toEqual([403, { refused: 'personElsewhere' }])
  // The other way round it is the same office.
  expect((await officer.post('/api/invitations', named('吴海涛', wu.person))).status).toBe(200)

  const third = await lets(browser(), await invite({ name: '钱立', role: 'officer' }), {
    passphrase: PASSPHRASE,
  })
  const { person } = (await third.json()) as Enrolment
  const { code } = await (await hers.post('/api/invitations', named('钱立', person))).json()
  const there = browser()
  await there.post('/api/login', signsIn(orchid.tenant))
  expect((await there.post('/api/compounds/colleague', { person })).status).toBe(200)
  const form = {
    key: code,
    deviceKind: 'own',
    attempt: crypto.randomUUID(),
    passphrase: '别人定的口令也很长很长',
  }
  const late = await browser().post('/api/join', form)
  expect([late.status, await late.json()]).toEqual([403, { refused: 'personElsewhere' }])
  const own = { ...signsIn(orchid.tenant), name: '钱立' }
  expect((await browser().post('/api/login', own)).status).toBe(200)
})

test('a wrong passphrase adds nothing, and whoever goes on trying has to wait', async () => {
  const { officer } = await aCompound()
  const wrong = () => officer.post('/api/compounds', { ...ORCHID, passphrase: '不对不对不对不对不对' })
  for (let n = 0; n < 5; n += 1) expect((await wrong()).status).toBe(401)
  expect((await wrong()).status).toBe(429)
  expect(await (await officer.get('/api/compounds')).json()).toMatchObject({ compounds: [{ here: true }] })
})

test('asked again after a lost answer there is one compound of the name, and the trail of both says who began it', async () => {
  const { officer, orchid, started, enrolment } = await twoCompounds()
  const again = await officer.post('/api/compounds', ORCHID)
  expect([again.status, await again.json()]).toEqual([409, { refused: 'compoundHere' }])
  const lines = async (tenant: typeof orchid.tenant) =>
    (await started.office.trail.page(tenant, undefined)).rows.map(({ what }) => what)
  await started.office.trail.settled()
  expect(await lines(enrolment.tenant)).toContain('compound.added')
  expect(await lines(orchid.tenant)).toContain('setUp')
})

test('a resident who opens a page of the wall without saying of which compound chooses one, and is on the page they wanted', async () => {
  const { browser } = await twoCompounds()
  const choosing = await (await browser().get('/gongshi/notice?lang=zh')).text()
  expect(choosing).toContain('<title>哪个小区？</title>')
  expect(choosing).toContain('点一下您住的小区')
  const [, link] = /<a href="([^"]+)">兰亭苑/.exec(choosing) ?? []
  const notice = await (await browser().get((link ?? '').replaceAll('&amp;', '&'))).text()
  expect(notice).toContain('兰亭苑')
  expect(notice).not.toContain('哪个小区')
  expect(new URL(link ?? '', 'http://here').pathname).toBe('/gongshi/notice')
})
