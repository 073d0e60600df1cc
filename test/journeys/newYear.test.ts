import { expect, test } from 'vitest'
import { writeFeedback } from '#commands/feedback.ts'
import { setOwnDays } from '#commands/plan.ts'
import { feedbackList } from '#queries/feedback.ts'
import { uncountedIn } from '#queries/ledger.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { type Compound, twoDevices } from '#test/support/twoDevices.ts'
import { zh } from '#ui/words/zh/all.ts'

/** Thursday, the last day of which the official arrangement is known. */
const NEW_YEARS_EVE = '2026-12-31T02:00:00.000Z'
/** Monday morning: a working day by weekends alone. */
const MONDAY = '2027-01-04T01:00:00.000Z'

async function atNewYear() {
  const compound = await twoDevices()
  const worker = await compound.joins({ name: '何桂英' })
  for (const one of [worker, compound.office]) one.clock = NEW_YEARS_EVE
  compound.clock = NEW_YEARS_EVE
  await hears(worker, compound)
  for (const one of [worker, compound.office]) await one.sync()
  return { ...compound, compound, worker }
}

/** To be done within three working days. */
async function hears(by: Volunteer, compound: Compound): Promise<void> {
  const done = await writeFeedback(by, {
    place: compound.place('1'),
    text: '楼道灯不亮',
    category: 'lighting',
    urgency: 'u3',
    channel: 'face',
    photos: [],
    ending: { is: 'order', track: 'act_soon' },
  })
  if (!done.ok) throw new Error(done.refused)
}

const dueOn = (who: Volunteer) => feedbackList(who.view, {}, who.clock)[0]!.due

test('over a year whose holidays nobody knows yet it is counted by weekends, and the ledger says so and why it may change', async () => {
  const { worker, office } = await atNewYear()
  for (const who of [worker, office]) {
    // 1月1日 is a Friday, Saturday and Sunday count for nothing: Friday, Monday, Tuesday.
    expect(dueOn(who)).toMatchObject({ at: '2027-01-05T16:00:00.000Z', uncounted: '2027' })
    expect(uncountedIn(who.view, who.clock)).toBe('2027')
  }
  expect(zh.ledger.uncounted('2027')).toContain('2027')
  expect(zh.ledger.uncounted('2027')).toContain('周末')
})

test('what comes in the new year itself is counted the same way, and says the same', async () => {
  const { compound, worker } = await atNewYear()
  worker.clock = MONDAY
  compound.clock = MONDAY
  await hears(worker, compound)
  await worker.sync()
  const rows = feedbackList(worker.view, {}, MONDAY)
  expect(rows.map(({ due }) => [due.at, due.uncounted])).toEqual([
    ['2027-01-05T16:00:00.000Z', '2027'],
    ['2027-01-07T16:00:00.000Z', '2027'],
  ])
})

test('the office enters days of its own: every clock moves on every device, and the missing year is still said until its table is here', async () => {
  const { worker, office } = await atNewYear()
  office.clock = NEW_YEARS_EVE
  const done = await setOwnDays(office, { off: ['2027-01-01'], worked: ['2027-01-03'] })
  expect(done.ok).toBe(true)
  await office.sync()
  await worker.sync()
  for (const who of [worker, office]) {
    // Sunday is worked, Monday, Tuesday.
    expect(dueOn(who).at).toBe('2027-01-05T16:00:00.000Z')
    expect(dueOn(who).uncounted).toBe('2027')
    expect(uncountedIn(who.view, who.clock)).toBe('2027')
  }
  const longer = await setOwnDays(office, { off: ['2027-01-01', '2027-01-04'], worked: [] })
  expect(longer.ok).toBe(true)
  await office.sync()
  await worker.sync()
  expect(dueOn(worker).at).toBe('2027-01-07T16:00:00.000Z')
  await worker.restart()
  expect(dueOn(worker).at).toBe('2027-01-07T16:00:00.000Z')
})
