import { expect, test } from 'vitest'
import { correctShift, openShift, tap } from '#commands/bins.ts'
import { release } from '#commands/deciding.ts'
import { editFeedback, writeFeedback } from '#commands/feedback.ts'
import { recordVisit } from '#commands/visits.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { Held } from '#domain/held.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { countsOf } from '#domain/bins/tallies.ts'
import type { Visit } from '#domain/doors/visit.ts'
import { backedUp, restored } from '#test/server/backup/aRun.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { must } from '#test/support/binSide.ts'
import { aPicture } from '#test/support/pictures.ts'
import { type Compound, twoDevices } from '#test/support/twoDevices.ts'

// Servers start several times on real databases, on a machine that may be busy.
const DAY = '2026-03-02'

async function says(
  who: Volunteer,
  place: RecordId,
  text: string,
  photos: readonly string[] = [],
): Promise<RecordId> {
  const form = { category: 'lighting', urgency: 'u3', channel: 'door_visit' } as const
  const done = await writeFeedback(who, {
    ...form,
    place,
    text,
    photos: [...photos],
    ending: { is: 'undecided' },
  })
  if (!done.ok) throw new Error(done.refused)
  return done.value
}

const told = (who: Volunteer) =>
  who.view
    .all<Feedback>('feedback')
    .map(({ id, text, no }) => [id, text, no] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))

async function putBack(compound: Compound, backup: string, on?: 'an empty place'): Promise<void> {
  await compound.operated(async (data) => {
    const done = await restored(data, backup)
    if (!done.ok) throw new Error(done.refused)
  }, on)
}

test('INV-2 INV-3 W7 a day after the backup comes back whole: held and let in, waiting for another phone, counted, seen', async () => {
  const compound = await twoDevices()
  const { office, place } = compound
  const phone = await compound.joins({ name: '何桂英', place: place('1') })
  const liao = await compound.joins({ name: '廖姐', role: 'supervisor' })
  const away = await compound.joins({ name: '老杨', place: place('1') })
  const shift = await must(openShift(liao, { place: place('bin-1'), day: DAY, window: 'morning' }))
  for (let drop = 0; drop < 5; drop += 1) await must(tap(liao, shift, 'right'))
  await says(phone, place('1-1'), '第一件')
  for (const who of [liao, phone, office, away]) expect(await who.sync()).toBe('done')
  const { path } = await backedUp(await compound.data())

  // Taps go on; the office corrects what the phone wrote; a photo comes; somebody goes where there is no network.
  for (let drop = 0; drop < 7; drop += 1) await must(tap(liao, shift, 'corrected'))
  expect(await liao.sync()).toBe('done')
  const picture = await phone.takePhoto(aPicture())
  const second = await says(phone, place('1-1'), '第二件', [picture])
  const visit = await must(recordVisit(phone, { dwelling: place('1-1-1-101'), outcome: 'met' }))
  for (const who of [phone, office]) expect(await who.sync()).toBe('done')
  await must(editFeedback(office, office.view.get<Feedback>(second)!, { text: '第二件，补过' }))
  expect(await office.sync()).toBe('done')
  away.wire.cut()
  const offline = await says(away, place('1-1'), '路上写的')
  // An edit of somebody whose duty has ended is held, and the office lets it in.
  const end = { person: liao.me, role: 'supervisor', place: office.compound, to: '2026-03-01' }
  liao.wire.cut()
  await must(correctShift(liao, shift, { window: 'evening' }))
  expect((await compound.desk('/api/appointments/end', end)).status).toBe(200)
  liao.wire.mend()
  for (const who of [liao, office]) expect(await who.sync()).toBe('done')
  const [kept] = office.view.all<Held>('held').filter(({ status }) => status === 'open')
  expect(kept).toMatchObject({ why: 'notAllowed', change: { name: 'shift.correct' } })
  await must(release(office, [kept!]))
  for (const who of [office, phone]) expect(await who.sync()).toBe('done')
  const before = told(office)
  const counts = countsOf(office.view.get<Shift>(shift)!)
  expect(counts).toMatchObject({ right: 5, corrected: 7 })
  expect(office.view.get<Shift>(shift)?.window).toBe('evening')

  await putBack(compound, path)
  // The office comes first: what it changed waits for the phone that wrote it.
  expect(await office.sync()).toBe('done')
  expect(office.view.get(second)).toBeUndefined()
  for (const who of [liao, phone, office, phone]) expect(await who.sync()).toBe('done')
  away.wire.mend()
  for (const who of [away, office, phone]) expect(await who.sync()).toBe('done')

  for (const who of [office, phone]) {
    expect(told(who).filter(([id]) => id !== offline)).toEqual(before)
    expect(who.view.get<Feedback>(second)).toMatchObject({ text: '第二件，补过', photos: [picture] })
    expect(who.view.get<Feedback>(offline)?.no).toBeGreaterThan(1000)
    expect(who.view.all<Visit>('visit').map(({ id }) => id)).toEqual([visit])
  }
  expect(countsOf(office.view.get<Shift>(shift)!)).toEqual(counts)
  expect(office.view.get<Shift>(shift)?.window).toBe('evening')
  expect(office.view.all<Held>('held').filter(({ status }) => status === 'open')).toEqual([])
  expect(await office.seesPhoto(picture)).toBe(true)
  for (const who of [office, phone, liao, away]) expect(who.book.waiting()).toEqual([])
})

test('INV-17 W7 put back again while a device is in the middle of bringing everything: all is there once', async () => {
  const compound = await twoDevices()
  const { office, place } = compound
  const tablet = await compound.joins({ name: '廖姐', role: 'supervisor', deviceKind: 'shared' })
  const { path } = await backedUp(await compound.data())
  const shift = await must(openShift(tablet, { place: place('bin-1'), day: DAY, window: 'morning' }))
  for (let drop = 0; drop < 430; drop += 1)
    await must(tap(tablet, shift, drop % 3 === 0 ? 'corrected' : 'right'))
  expect(await tablet.sync()).toBe('done')
  const counts = countsOf(tablet.view.get<Shift>(shift)!)

  for (const requests of [2, 3, 4]) {
    await putBack(compound, path)
    tablet.wire.cutAfter(requests)
    expect(await tablet.sync()).toBe('noLink')
    await must(tap(tablet, shift, 'right'))
    tablet.wire.mend()
  }
  expect(await tablet.sync()).toBe('done')
  expect(await office.sync()).toBe('done')
  for (const who of [tablet, office])
    expect(countsOf(who.view.get<Shift>(shift)!)).toEqual({ ...counts, right: counts.right + 3 })
  expect(tablet.book.waiting()).toEqual([])
})

test('INV-2 W7 W14 the machine is lost: on an empty one the backup is enough, and devices go on as they were', async () => {
  const compound = await twoDevices()
  const { office, place } = compound
  const phone = await compound.joins({ name: '何桂英', place: place('1') })
  const gone = await compound.joins({ name: '老唐', place: place('1') })
  const picture = await phone.takePhoto(aPicture())
  await says(phone, place('1-1'), '第一件', [picture])
  expect(await phone.sync()).toBe('done')
  expect((await compound.desk('/api/devices/revoke', { device: gone.enrolment.device })).status).toBe(200)
  const { path } = await backedUp(await compound.data())
  const second = await says(phone, place('1-1'), '第二件')
  for (const who of [phone, office]) expect(await who.sync()).toBe('done')
  const before = told(office)

  await putBack(compound, path, 'an empty place')
  for (const who of [office, phone, office]) expect(await who.sync()).toBe('done')
  for (const who of [office, phone]) expect(told(who)).toEqual(before)
  expect(office.view.get(second)).toBeDefined()
  expect(await office.seesPhoto(picture)).toBe(true)
  await gone.sync()
  expect([...gone.book.bases()]).toEqual([])
})

test('W7 who was sent away after the backup stays away, also when the journal comes from the backup too', async () => {
  const compound = await twoDevices()
  const { office, place } = compound
  const early = await compound.joins({ name: '老唐', place: place('1') })
  const late = await compound.joins({ name: '老杨', place: place('1') })
  expect((await compound.desk('/api/devices/revoke', { device: early.enrolment.device })).status).toBe(200)
  const { path } = await backedUp(await compound.data())
  expect((await compound.desk('/api/devices/revoke', { device: late.enrolment.device })).status).toBe(200)
  await putBack(compound, path)
  for (const who of [early, late, office]) await who.sync()
  for (const who of [early, late]) expect([...who.book.bases()]).toEqual([])
  expect(office.view.all('member').length).toBeGreaterThan(0)
})
