import { expect, test } from 'vitest'
import { closeShift, openShift, tap } from '#commands/bins.ts'
import { editFeedback, writeFeedback } from '#commands/feedback.ts'
import { recordVisit } from '#commands/visits.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Resident } from '#domain/doors/resident.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { countsOf } from '#domain/bins/tallies.ts'
import type { Held } from '#domain/held.ts'
import type { Visit } from '#domain/doors/visit.ts'
import { feedbackList } from '#queries/feedback.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { must } from '#test/support/binSide.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

const DAY = '2026-03-02'
const TUESDAY = '2026-03-03T01:00:00.000Z'

async function says(who: Volunteer, place: RecordId, text: string): Promise<RecordId> {
  const done = await writeFeedback(who, {
    place,
    text,
    category: 'lighting',
    urgency: 'u3',
    channel: 'door_visit',
    photos: [],
    ending: { is: 'undecided' },
  })
  if (!done.ok) throw new Error(done.refused)
  return done.value
}

const told = (who: Volunteer) =>
  feedbackList(who.view, {}, who.now())
    .map(({ text, no }) => [text, no])
    .sort()

test('W1 W4 the server falls in the middle of an upload: what it had taken is there, the rest follows, all of it once', async () => {
  const compound = await twoDevices()
  const { office, place } = compound
  const tablet = await compound.joins({ name: '廖姐', role: 'supervisor', deviceKind: 'shared' })
  tablet.wire.cut()
  const shift = await must(openShift(tablet, { place: place('bin-1'), day: DAY, window: 'morning' }))
  for (let drop = 0; drop < 430; drop += 1)
    await must(tap(tablet, shift, drop % 3 === 0 ? 'corrected' : 'right'))
  await must(closeShift(tablet, shift))
  const shown = countsOf(tablet.view.get<Shift>(shift)!)
  expect(shown).toMatchObject({ right: 286, corrected: 144 })

  // 432 changes are three requests: two of them arrive.
  tablet.wire.cutAfter(2)
  expect(await tablet.sync()).toBe('noLink')
  await compound.falls()
  expect(await tablet.sync()).toBe('noLink')
  expect(countsOf(tablet.view.get<Shift>(shift)!)).toEqual(shown)

  await compound.rises()
  tablet.wire.mend()
  expect(await tablet.sync()).toBe('done')
  expect(tablet.status.getState().unsent).toBe(0)
  await office.sync()
  for (const who of [tablet, office]) expect(countsOf(who.view.get<Shift>(shift)!)).toEqual(shown)
  expect(office.view.get<Shift>(shift)?.closedAt).toBeDefined()
})

test('W7 a backup of yesterday is put back: everything comes back from the devices, once, with its numbers', async () => {
  const compound = await twoDevices()
  const { office, place } = compound
  const phone = await compound.joins({ name: '何桂英', place: place('1') })
  const steward = await compound.joins({ name: '小张', role: 'steward' })
  const first = await says(phone, place('1-1'), '第一件')
  await phone.sync()
  await office.sync()
  const backup = await compound.backUp()

  compound.clock = TUESDAY
  phone.clock = office.clock = steward.clock = TUESDAY
  await says(phone, place('1-1'), '第二件')
  const visit = await must(recordVisit(phone, { dwelling: place('1-1-1-101'), outcome: 'met' }))
  await must(editFeedback(phone, phone.view.get<Feedback>(first)!, { text: '第一件，说清了' }))
  await phone.sync()
  await office.sync()
  await must(editFeedback(office, office.view.get<Feedback>(first)!, { text: '第一件，社区补过' }))
  await says(office, place('1'), '社区记的')
  await office.sync()
  await steward.sync()
  await phone.sync()
  const before = told(office)
  expect(before).toEqual([
    ['社区记的', 3],
    ['第一件，社区补过', 1],
    ['第二件', 2],
  ])

  await compound.restore(backup)
  // Written after the restore, before the phone has heard of it.
  await says(phone, place('1-1'), '第四件')
  // The phone first: what it knows of the first remark is older than what the office will bring.
  expect(await phone.sync()).toBe('done')
  expect(await office.sync()).toBe('done')
  expect(await phone.sync()).toBe('done')
  expect(await steward.sync()).toBe('done')
  for (const who of [phone, office, steward]) {
    expect(told(who).map(([text]) => text)).toEqual(
      ['社区记的', '第一件，社区补过', '第二件', '第四件'].sort(),
    )
    // What had a number has it still; a new one is far above all that may have been given.
    for (const [text, no] of before) expect(told(who)).toContainEqual([text, no])
    expect(Number(told(who).find(([text]) => text === '第四件')?.[1])).toBeGreaterThan(1000)
  }
  expect(office.view.all<Visit>('visit').map(({ id }) => id)).toEqual([visit])
  expect(phone.book.waiting()).toEqual([])
})

test('W7 who was sent away after the backup stays away when it is put back', async () => {
  const compound = await twoDevices()
  const { office, place } = compound
  const lost = await compound.joins({ name: '何桂英', place: place('1') })
  const left = await compound.joins({ name: '老杨', place: place('2') })
  const backup = await compound.backUp()
  await office.sync()
  expect((await compound.desk('/api/devices/revoke', { device: lost.enrolment.device })).status).toBe(200)
  const ended = { person: left.me, role: 'gridWorker', place: place('2'), to: '2026-03-01' }
  expect((await compound.desk('/api/appointments/end', ended)).status).toBe(200)

  await compound.restore(backup)
  await must(recordVisit(lost, { dwelling: place('1-1-1-101'), outcome: 'met' }))
  expect(lost.view.all<Resident>('resident')).toHaveLength(3)
  await lost.sync()
  await left.sync()
  expect(lost.view.all<Resident>('resident')).toEqual([])
  expect(left.view.all<Resident>('resident')).toEqual([])
  for (const who of [lost, left]) {
    expect(await who.holds('欧阳灯芯')).toBe(false)
    expect(await who.holds('端木霜降')).toBe(false)
  }
  // What the lost phone still had is not lost with it.
  await office.sync()
  expect(office.view.all<Visit>('visit')).toHaveLength(1)
})

test('W7 a phone that joined after the backup is invited anew and brings all it had sent', async () => {
  const compound = await twoDevices()
  const { office, place } = compound
  const backup = await compound.backUp()
  compound.clock = TUESDAY
  const phone = await compound.joins({ name: '何桂英', place: place('1') })
  await says(phone, place('1-1'), '楼道灯不亮')
  await must(recordVisit(phone, { dwelling: place('1-1-1-101'), outcome: 'met' }))
  await phone.sync()
  await office.sync()
  expect(told(office)).toEqual([['楼道灯不亮', 1]])

  await compound.restore(backup)
  await office.sync()
  expect(told(office)).toEqual([])
  await says(phone, place('1-1'), '还没传的')
  // The database does not know this phone; its ticket lets it bring everything, and shows it nothing.
  expect(await phone.sync()).toBe('done')
  expect([...phone.book.bases()]).toEqual([])
  await office.sync()
  expect(told(office)).toEqual([])
  expect(office.view.all<Held>('held').map(({ why }) => why)).toEqual(
    office.view.all('held').map(() => 'unknownDevice'),
  )
  expect(office.view.all('held').length).toBeGreaterThanOrEqual(3)

  const again = await compound.joins({ name: '何桂英', place: place('1') }, phone)
  expect(again.status.getState()).toMatchObject({ unsent: 0, complete: true })
  await office.sync()
  expect(told(office)).toEqual([['楼道灯不亮', 1]])
  expect(office.view.all<Visit>('visit')).toHaveLength(1)
  // Written under an appointment that the backup does not know: kept for the office to let in.
  const [kept] = office.view.all<Held>('held').filter(({ status }) => status === 'open')
  expect(kept).toMatchObject({ change: { name: 'feedback.write' }, status: 'open' })
  await must(office.commit([{ record: kept!.id, name: 'held.release', v: 1, args: {} }]))
  await office.sync()
  expect(told(office).map(([text]) => text)).toEqual(['楼道灯不亮', '还没传的'].sort())
})

test('W7 a message that was on its way while the backup was put back is taken by neither life in part', async () => {
  const compound = await twoDevices()
  const { office, place } = compound
  const phone = await compound.joins({ name: '何桂英', place: place('1') })
  await office.sync()
  const backup = await compound.backUp()
  const first = await must(recordVisit(phone, { dwelling: place('1-1-1-101'), outcome: 'met' }))
  await phone.sync()
  const second = await must(recordVisit(phone, { dwelling: place('1-1-1-102'), outcome: 'met' }))
  phone.wire.hold()
  const slow = phone.sync()
  await compound.restore(backup)
  phone.wire.double(2)
  phone.wire.letGo()
  expect(await slow).toBe('done')
  await office.sync()
  for (const who of [phone, office])
    expect(
      who.view
        .all<Visit>('visit')
        .map(({ id }) => id)
        .sort(),
    ).toEqual([first, second].sort())
})
