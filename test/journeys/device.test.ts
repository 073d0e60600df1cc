import { expect, test } from 'vitest'
import { openShift, tap } from '#commands/bins.ts'
import { editFeedback, writeFeedback } from '#commands/feedback.ts'
import { recordVisit } from '#commands/visits.ts'
import { clockDoubt } from '#device/clock.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Resident } from '#domain/doors/resident.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { countsOf } from '#domain/bins/tallies.ts'
import type { Visit } from '#domain/doors/visit.ts'
import { daysSinceReached } from '#queries/visits.ts'
import { feedbackDetail } from '#queries/feedbackDetail.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { must } from '#test/support/binSide.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

const DAY = '2026-03-02'

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

test('two tabs of one phone count in one shift and send at the same moment: every tap is there once, in both', async () => {
  const compound = await twoDevices()
  const { office, place } = compound
  const one = await compound.joins({ name: '廖姐', role: 'supervisor' })
  const shift = await must(openShift(one, { place: place('bin-1'), day: DAY, window: 'morning' }))
  const other = await one.tab()
  expect(other.view.get<Shift>(shift)).toEqual(one.view.get<Shift>(shift))

  for (let drop = 0; drop < 12; drop += 1) {
    await Promise.all([must(tap(one, shift, 'right')), must(tap(other, shift, 'corrected'))])
  }
  const ends = await Promise.all([one.sync(), other.sync(), one.sync()])
  expect(ends).toEqual(['done', 'done', 'done'])
  await one.sync()
  await one.caughtUp()
  await other.caughtUp()
  await office.sync()
  for (const who of [one, other, office]) {
    expect(countsOf(who.view.get<Shift>(shift)!)).toMatchObject({ right: 12, corrected: 12 })
    expect(who.view.standing(shift)).toBe('kept')
  }
  // Also what lies on the disk is no other story.
  await other.restart()
  expect(countsOf(other.view.get<Shift>(shift)!)).toMatchObject({ right: 12, corrected: 12 })
})

test('a remark written in one tab is read in the other, and half a form is there in both', async () => {
  const compound = await twoDevices()
  const one = await compound.joins({ name: '何桂英', place: compound.place('1') })
  const other = await one.tab()
  const form = { author: one.me, form: 'feedback.capture', about: '' }
  await one.drafts.keep(form, 1, { text: '三楼的灯' })
  const id = await says(one, compound.place('1-1'), '楼道灯不亮')
  await other.caughtUp()
  expect(other.view.get<Feedback>(id)?.text).toBe('楼道灯不亮')
  expect(await other.drafts.open(form)).toMatchObject({ content: { text: '三楼的灯' } })
  await other.restart()
  expect(await other.drafts.open(form)).toMatchObject({ content: { text: '三楼的灯' } })
  // Half a form is nobody's business but its author's.
  expect(await other.holds('三楼的灯')).toBe(false)
})

test.each(['2016-03-02T01:00:00.000Z', '2036-03-02T01:00:00.000Z'])(
  'a clock that says %s orders nothing: the later arrival stands, and the person is told',
  async (off) => {
    const compound = await twoDevices()
    const { office, place } = compound
    const phone = await compound.joins({ name: '何桂英', place: place('1') })
    const lamp = await says(phone, place('1-1'), '灯不亮')
    await phone.sync()
    await office.sync()

    phone.clock = off
    await must(editFeedback(phone, phone.view.get<Feedback>(lamp)!, { text: '先到的' }))
    await must(editFeedback(office, office.view.get<Feedback>(lamp)!, { text: '后到的' }))
    await phone.sync()
    await office.sync()
    await phone.sync()
    for (const who of [phone, office]) {
      expect(feedbackDetail(who.view, lamp, who.now())).toMatchObject({ text: '后到的' })
    }
    const { lastGood } = phone.status.getState()
    expect(clockDoubt(lastGood, phone.now(), '2026-01-01T00:00:00.000Z')).toBeDefined()
    // Due times, numbers and the day somebody was reached hang on the server's receipt.
    const second = await says(phone, place('1-1'), '又一件')
    const visit = await must(recordVisit(phone, { dwelling: place('1-1-1-101'), outcome: 'met' }))
    await phone.sync()
    await office.sync()
    expect(office.view.get<Feedback>(second)).toMatchObject({ no: 2, receivedAt: '2026-03-01T23:00:00.000Z' })
    expect(office.view.get<Visit>(visit)?.receivedAt).toBe('2026-03-01T23:00:00.000Z')
    // A claim that lies behind is believed: months without a signal look the same. One that lies ahead is not.
    const since = daysSinceReached(office.reader(), '2026-03-12').get(place('1-1-1-101'))
    expect(since).toBe(off < DAY ? 3662 : 10)
  },
)

test('a clock that was put back gives no right that has ended, and what was written is kept', async () => {
  const compound = await twoDevices()
  const { office, place } = compound
  const phone = await compound.joins({ name: '何桂英', place: place('1'), to: '2026-03-03' })
  compound.clock = '2026-03-05T01:00:00.000Z'
  phone.clock = '2026-03-02T01:00:00.000Z'
  await must(recordVisit(phone, { dwelling: place('1-1-1-101'), outcome: 'met' }))
  expect(await phone.sync()).toBe('done')
  expect(phone.view.all<Resident>('resident')).toEqual([])
  expect(await phone.holds('欧阳灯芯')).toBe(false)
  await office.sync()
  expect(office.view.all<Visit>('visit')).toMatchObject([{ author: phone.me, outcome: 'met', lapsed: true }])
})

test('a clock that runs ahead gives no right that has not begun', async () => {
  const compound = await twoDevices()
  const { place } = compound
  const phone = await compound.joins({ name: '何桂英', place: place('1'), from: '2026-04-01' })
  phone.clock = '2026-04-02T01:00:00.000Z'
  await phone.sync()
  expect(phone.view.all('place')).toEqual([])
  expect(await phone.holds('欧阳灯芯')).toBe(false)

  // The day comes at the server: nobody has to do anything for it.
  compound.clock = '2026-04-01T00:00:00.000Z'
  await phone.sync()
  expect(phone.view.all<Resident>('resident')).toHaveLength(3)
})

test('a database that vanished: what was not sent comes back from the second copy and is done once', async () => {
  const compound = await twoDevices()
  const { office, place } = compound
  const phone = await compound.joins({ name: '何桂英', place: place('1') })
  phone.wire.loseReplies(1)
  const first = await says(phone, place('1-1'), '到了，没听到回话')
  await phone.copy.follow()
  expect(await phone.sync()).toBe('noLink')
  phone.wire.cut()
  const second = await says(phone, place('1-1'), '还没传')
  const visit = await must(
    recordVisit(phone, { dwelling: place('1-1-1-101'), outcome: 'met', note: '菜篮子' }),
  )
  await phone.copy.follow()
  // The copy is no easier to read than the disk.
  expect(await phone.holds('菜篮子')).toBe(false)

  await phone.restart(memoryDisk().snapshot())
  phone.wire.mend()
  const again = await compound.joins({ name: '何桂英', place: place('1'), person: phone.me }, phone)
  expect(again.status.getState().unsent).toBe(0)
  await office.sync()
  for (const who of [again, office]) {
    expect(
      who.view
        .all<Feedback>('feedback')
        .map(({ id, no }) => [id, no])
        .sort(),
    ).toEqual(
      [
        [first, 1],
        [second, 2],
      ].sort(),
    )
    expect(who.view.all<Visit>('visit').map(({ id, note }) => [id, note])).toEqual([[visit, '菜篮子']])
  }
  // Acknowledged, it is on the shelf no more, and nothing is sent a third time.
  await again.restart()
  expect(again.book.waiting()).toEqual([])
})

test('W2 a phone that was put back to an older copy of itself writes on: nothing is lost, nothing is there twice', async () => {
  const compound = await twoDevices()
  const { office, place } = compound
  const phone = await compound.joins({ name: '何桂英', place: place('1') })
  const first = await says(phone, place('1-1'), '第一件')
  const copy = phone.disk.snapshot()
  await phone.sync()
  const second = await says(phone, place('1-1'), '第二件')
  await phone.sync()

  await phone.restart(copy)
  const third = await says(phone, place('1-1'), '第三件')
  expect(await phone.sync()).toBe('done')
  await office.sync()
  const ids = [first, second, third].sort()
  for (const who of [phone, office])
    expect(
      who.view
        .all<Feedback>('feedback')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids)
})

test('a tablet goes from hand to hand: what the first had not sent is sent as theirs, and is theirs alone', async () => {
  const compound = await twoDevices()
  const { office, place } = compound
  const first = await compound.joins({ name: '廖姐', role: 'supervisor', deviceKind: 'shared' })
  first.wire.cut()
  const shift = await must(openShift(first, { place: place('bin-1'), day: DAY, window: 'morning' }))
  for (let drop = 0; drop < 3; drop += 1) await must(tap(first, shift, 'right'))
  const remark = await says(first, place('bin-1'), '桶边地滑')
  const half = { author: first.me, form: 'feedback.capture', about: '' }
  await first.drafts.keep(half, 1, { text: '没写完' })

  first.wire.mend()
  const invitation = await compound.invite({ name: '唐姐', role: 'supervisor', deviceKind: 'shared' })
  const next = await compound.takesOver(first, invitation)
  expect(next.enrolment.device).toBe(first.enrolment.device)
  expect(next.me).not.toBe(first.me)
  // Tallies are no secret of anybody's; the remark is not opened for the next person, nor is half a form.
  expect(countsOf(next.view.get<Shift>(shift)!).right).toBe(3)
  expect(next.view.get(remark)).toBeUndefined()
  expect(await next.drafts.open(half)).toBeUndefined()
  expect(await next.drafts.others(next.me)).toBe(1)
  expect(await tap(next, shift, 'right')).toEqual({ ok: false, refused: 'notPossible' })

  expect(await next.sync()).toBe('done')
  await office.sync()
  expect(office.view.get<Shift>(shift)).toMatchObject({ author: first.me })
  expect(countsOf(office.view.get<Shift>(shift)!).right).toBe(3)
  expect(office.view.get<Feedback>(remark)).toMatchObject({ author: first.me, text: '桶边地滑' })
})
