import { expect, test } from 'vitest'
import { recordVisit } from '#commands/visits.ts'
import type { Held } from '#domain/held.ts'
import { contactId, type Resident } from '#domain/doors/resident.ts'
import type { Visit } from '#domain/doors/visit.ts'
import { handedNews } from '#queries/handedOver.ts'
import type { MeReply } from '#wire/office.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { RESIDENTS, twoDevices } from '#test/support/twoDevices.ts'

const FRIDAY = '2026-03-06'
/** Thursday evening and Friday morning in Shanghai. */
const BEFORE = '2026-03-05T11:00:00.000Z'
const AFTER = '2026-03-06T01:00:00.000Z'

const SECRETS = RESIDENTS.filter(([building]) => building === '1').flatMap(([, , , name, phone]) => [
  name,
  phone,
])

async function aBuilding() {
  const compound = await twoDevices()
  const { place, joins } = compound
  const leaver = await joins({ name: '张三', role: 'gridWorker', place: place('1') })
  const comer = await joins({ name: '李四', role: 'gridWorker', place: place('2') })
  const handOver = (other: object = {}) =>
    compound.desk('/api/appointments/hand-over', {
      person: leaver.me,
      role: 'gridWorker',
      place: place('1'),
      to: comer.me,
      from: FRIDAY,
      ...other,
    })
  const at = (instant: string) => {
    compound.clock = instant
    for (const one of [compound.office, leaver, comer]) one.clock = instant
  }
  const me = async (who: Volunteer) =>
    (await (await compound.browserOf(who).get('/api/me')).json()) as MeReply
  return { compound, place, office: compound.office, leaver, comer, handOver, at, me }
}

async function must<T>(done: Promise<{ ok: true; value: T } | { ok: false; refused: unknown }>): Promise<T> {
  const answer = await done
  if (!answer.ok) throw new Error(`refused: ${String(answer.refused)}`)
  return answer.value
}

const names = (who: Volunteer) =>
  who
    .reader()
    .all<Resident>('resident')
    .map(({ name }) => name)

test('a building is handed over from Friday on: until then it is the one’s, from then on the other’s, and both read it in a sentence', async () => {
  const { leaver, comer, handOver, at, me } = await aBuilding()
  at(BEFORE)
  expect((await handOver()).status).toBe(200)
  for (const who of [leaver, comer]) await who.sync()
  expect(handedNews(leaver.reader(), '2026-03-05')).toMatchObject([
    { is: 'given', where: '1栋', other: '李四', day: FRIDAY },
  ])
  expect(handedNews(comer.reader(), '2026-03-05')).toMatchObject([
    { is: 'got', where: '1栋', other: '张三', day: FRIDAY },
  ])
  expect(names(leaver)).toContain('欧阳灯芯')
  expect(names(comer)).not.toContain('欧阳灯芯')

  at(AFTER)
  for (const who of [leaver, comer]) await who.sync()
  expect(names(leaver)).toEqual([])
  expect(names(comer)).toContain('欧阳灯芯')
  expect(handedNews(comer.reader(), FRIDAY)).toMatchObject([{ is: 'got', other: '张三' }])
  // They may read no colleague any more: the server tells them itself, under the key by which they may have read it before.
  expect(leaver.view.all('member')).toEqual([])
  const { handed } = await me(leaver)
  expect(handed).toMatchObject([{ person: leaver.me, where: '1栋', to: '李四', day: FRIDAY }])
  expect(handed[0]!.key).toBe(handedNews(comer.reader(), FRIDAY)[0]!.key)
  expect((await me(comer)).handed).toEqual([])
})

test('SEC-45 somebody stands in for some days, beside whoever has it, and it ends by itself', async () => {
  const { leaver, comer, handOver, at } = await aBuilding()
  at(BEFORE)
  const until = '2026-03-08'
  expect((await handOver({ until: '2026-03-05' })).status).not.toBe(200)
  expect((await handOver({ until })).status).toBe(200)
  // The answer was lost.
  expect((await handOver({ until })).status).toBe(200)
  const both = async () => {
    for (const who of [leaver, comer]) await who.sync()
    return [leaver, comer].map((who) => names(who).includes('欧阳灯芯'))
  }
  expect(await both()).toEqual([true, false])
  at(AFTER)
  expect(await both()).toEqual([true, true])
  at('2026-03-08T15:00:00.000Z')
  expect(await both()).toEqual([true, true])
  at('2026-03-08T16:30:00.000Z')
  expect(await both()).toEqual([true, false])
  for (const secret of SECRETS) expect([secret, await comer.holds(secret)]).toEqual([secret, false])
  for (const who of [leaver, comer]) expect(handedNews(who.reader(), '2026-03-09')).toEqual([])
})

test('W8 the phone of whoever had it comes back on Saturday: all it wrote is taken, and no name of the building is left on it', async () => {
  const { compound, place, office, leaver, comer, handOver, at, me } = await aBuilding()
  at(BEFORE)
  leaver.wire.cut()
  expect((await handOver()).status).toBe(200)
  await comer.sync()
  const door = place('1-1-1-101')
  await must(recordVisit(leaver, { dwelling: door, outcome: 'met', note: '腿脚好多了' }))
  at(AFTER)
  // The phone has heard nothing: it goes on writing after the end.
  await must(recordVisit(leaver, { dwelling: place('1-1-1-102'), outcome: 'noAnswer' }))
  const seen = leaver.view.all<Resident>('resident').find((one) => one.place === door)!
  const phone = { was: '13811110101', now: '13899990005' }
  await must(leaver.commit([{ record: contactId(seen.id), name: 'contact.edit', v: 1, args: { phone } }]))
  for (const secret of SECRETS.filter((one) => one !== '13811110101'))
    expect([secret, await leaver.holds(secret)]).toEqual([secret, true])

  at('2026-03-07T02:00:00.000Z')
  await comer.sync()
  await must(recordVisit(comer, { dwelling: door, outcome: 'phone' }))
  await comer.sync()
  leaver.wire.mend()
  leaver.wire.loseReplies(1)
  await leaver.sync()
  await leaver.sync()
  expect(leaver.status.getState()).toMatchObject({ link: 'good', unsent: 0 })
  expect(leaver.book.waiting()).toEqual([])
  for (const who of [office, comer]) await who.sync()
  for (const who of [office, comer])
    expect(
      who.view
        .all<Visit>('visit')
        .map(({ author, outcome, lapsed }) => [author, outcome, lapsed === true])
        .sort(),
    ).toEqual(
      [
        [leaver.me, 'met', true],
        [leaver.me, 'noAnswer', true],
        [comer.me, 'phone', false],
      ].sort(),
    )
  // What it would have changed waits for the office; nothing of it is thrown away.
  expect(office.view.all<Held>('held')).toMatchObject([{ author: leaver.me, why: 'notAllowed' }])
  for (const secret of SECRETS.filter((one) => one !== '13811110101'))
    expect([secret, await leaver.holds(secret)]).toEqual([secret, false])
  expect(await leaver.holds('腿脚好多了')).toBe(false)
  expect((await me(leaver)).handed).toMatchObject([{ where: '1栋', to: '李四', day: FRIDAY }])
  // Nobody else is told of it.
  expect(handedNews(office.reader(), FRIDAY)).toEqual([])
  expect(compound.server.failures).toEqual([])
})

test('W7 a copy of before the hand-over is put back: whoever gave the building away does not get it again', async () => {
  const { compound, place, leaver, handOver, at } = await aBuilding()
  at(BEFORE)
  await leaver.sync()
  const backup = await compound.backUp()
  expect((await handOver()).status).toBe(200)
  at(AFTER)
  await compound.restore(backup)
  await must(recordVisit(leaver, { dwelling: place('1-1-1-101'), outcome: 'met' }))
  await leaver.sync()
  expect(leaver.view.all<Resident>('resident')).toEqual([])
  expect(await leaver.holds('欧阳灯芯')).toBe(false)
  await compound.office.sync()
  expect(compound.office.view.all<Visit>('visit')).toHaveLength(1)
})

test('asked twice it is done once; what cannot be is refused in words and nothing of it is done', async () => {
  const { compound, place, office, leaver, comer, handOver, at } = await aBuilding()
  at(BEFORE)
  const refusedBy = async (other: object) =>
    ((await (await handOver(other)).json()) as { refused: string }).refused
  expect(await refusedBy({ to: leaver.me })).toBe('samePerson')
  expect(await refusedBy({ to: 'nobody' })).toBe('personUnknown')
  expect(await refusedBy({ person: 'nobody' })).toBe('personUnknown')
  expect(await refusedBy({ place: place('2') })).toBe('appointmentUnknown')
  expect(await refusedBy({ person: comer.me, place: place('2'), to: leaver.me, from: '2026-03-01' })).toBe(
    'endBeforeStart',
  )
  const stranger = compound.browserOf(leaver)
  expect((await stranger.post('/api/appointments/hand-over', {})).status).toBe(403)
  await office.sync()
  const before = office.view.all('member')

  for (const _ of [1, 2]) expect((await handOver()).status).toBe(200)
  await office.sync()
  expect(office.view.all('member')).not.toEqual(before)
  expect(office.view.get(comer.me as never)).toMatchObject({
    appointments: [
      { place: place('2'), from: '2026-03-01' },
      { place: place('1'), from: FRIDAY },
    ],
  })
  // On the way back it is theirs already.
  const back = { person: comer.me, to: leaver.me }
  expect(await refusedBy({ ...back, from: '2026-03-05' })).toBe('appointmentHeld')
  expect((await handOver({ ...back, from: '2026-03-09' })).status).toBe(200)
  await office.sync()
  expect(office.view.get(leaver.me as never)).toMatchObject({
    appointments: [{ to: '2026-03-05' }, { from: '2026-03-09' }],
  })
})
