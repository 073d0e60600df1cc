import { expect, test } from 'vitest'
import { addBag, takeBagBack } from '#commands/bags.ts'
import { closeShift, openShift, tap, untap } from '#commands/bins.ts'
import { setCheck } from '#commands/checks.ts'
import { tallyingOf } from '#commands/tallying.ts'
import type { ChangeId, RecordId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { type Counter, countsOf } from '#domain/bins/tallies.ts'
import { sheetAt } from '#queries/sheet.ts'
import { keepPhoto } from '#store/photoBytes.ts'
import { receipts } from '#store/receipts.ts'
import { must } from '#test/support/binSide.ts'
import { noRoomIn } from '#test/support/noRoom.ts'
import { aPicture, withExif } from '#test/support/pictures.ts'
import { twoDevices } from '#test/support/twoDevices.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'

const DAY = '2026-03-02'
const PICTURE = { hash: 'a'.repeat(64), at: '2026-03-02T00:00:00.000Z' }

async function aShift() {
  const compound = await twoDevices()
  const tablet = await compound.joins({ name: '廖姐', role: 'supervisor', deviceKind: 'shared' })
  const place = compound.place('bin-1')
  const shift = await must(openShift(tablet, { place, day: DAY, window: 'morning' }))
  return { compound, office: compound.office, tablet, place, shift }
}

const countsIn = (who: Volunteer, shift: RecordId) => countsOf(who.view.get<Shift>(shift)!)

async function touches(tablet: Volunteer, shift: RecordId, counter: Counter, times: number) {
  const keys = tallyingOf(tablet, shift)
  for (let nth = 0; nth < times; nth += 1) keys.touch(counter, 10_000 + nth * 166)
  await keys.settled()
  return keys.state()
}

test('without room for a picture the counting goes on, and the picture is taken when there is room', async () => {
  const { tablet, office, shift, place } = await aShift()
  const disk = noRoomIn(['photos'])
  await tablet.restart(undefined, disk.options)
  expect(await keepPhoto(tablet.photos, { ...PICTURE, bytes: aPicture() }, tablet.me)).toMatchObject({
    refused: 'disk.full',
  })
  expect(await touches(tablet, shift, 'right', 30)).toEqual({ waiting: [] })
  await must(setCheck(tablet, shift, 'lid', 'toFix', { text: '桶盖没关好' }))
  await must(addBag(tablet, shift, { stream: 'kitchen', verdict: 'good', faults: [] }))

  disk.free()
  const photo = await tablet.takePhoto(aPicture())
  await must(setCheck(tablet, shift, 'lid', 'toFix', { text: '桶盖没关好', finding: { photos: [photo] } }))
  await must(closeShift(tablet, shift))
  await tablet.sync()
  await office.sync()
  expect(sheetAt(office.view, place, DAY, 'morning')).toMatchObject({
    counts: { right: 30 },
    bags: { checked: 1, good: 1 },
    open: false,
  })
  const [order] = office.view.all<Order>('order')
  expect(order?.before).toEqual([photo])
  expect(await office.seesPhoto(photo)).toBe(true)
})

test('when the store gives out in mid-shift the numbers go back, say why, and what was shown as saved is there', async () => {
  const { tablet, office, shift } = await aShift()
  await touches(tablet, shift, 'right', 20)
  const disk = noRoomIn(['outbox'])
  await tablet.restart(undefined, disk.options)
  expect(await touches(tablet, shift, 'right', 12)).toEqual({ waiting: [], refused: 'disk.full' })
  expect(await addBag(tablet, shift, { stream: 'other', verdict: 'bad', faults: ['kitchen_in'] })).toEqual({
    ok: false,
    refused: 'disk.full',
  })
  expect(countsIn(tablet, shift).right).toBe(20)
  disk.free()
  expect(await touches(tablet, shift, 'right', 5)).toEqual({ waiting: [] })
  await tablet.restart()
  expect(countsIn(tablet, shift).right).toBe(25)
  await tablet.sync()
  await office.sync()
  expect(countsIn(office, shift).right).toBe(25)
})

test('W14 a picture of what is to be put right that the server refuses leaves the matter with its words', async () => {
  const { tablet, office, shift, place } = await aShift()
  const photo = await tablet.takePhoto(withExif(aPicture()))
  const finding = { stream: 'kitchen', note: '盖子裂了', photos: [photo] } as const
  await must(setCheck(tablet, shift, 'lid', 'toFix', { text: '桶盖没关好：盖子裂了', finding }))
  await touches(tablet, shift, 'corrected', 3)
  expect(await tablet.sync()).toBe('done')
  await office.sync()
  expect(tablet.wire.heard).toContain('{"refused":"photoMetadata"}')
  expect(office.view.all<Order>('order')).toMatchObject([
    { place, text: '桶盖没关好：盖子裂了', status: 'open', sheet: { item: 'lid' } },
  ])
  expect(countsIn(office, shift).corrected).toBe(3)
  expect(tablet.status.getState()).toMatchObject({ unsent: 0, link: 'good' })
})

test('what is taken back where nothing stands is refused in words, twice, offline and online, and nothing goes below zero', async () => {
  const { tablet, office, shift } = await aShift()
  const nothing = { ok: false, refused: 'nothingToDo' }
  expect(await untap(tablet, shift, 'right')).toEqual(nothing)
  expect(await takeBagBack(tablet, shift, 'never' as ChangeId)).toEqual(nothing)
  await must(tap(tablet, shift, 'right'))
  await must(untap(tablet, shift, 'right'))
  expect(await untap(tablet, shift, 'right')).toEqual(nothing)
  // Another tab of the same browser takes back the same tap before it has heard of the first.
  await must(tap(tablet, shift, 'right'))
  const tab = await tablet.tab()
  await Promise.all([untap(tablet, shift, 'right'), untap(tab, shift, 'right')])
  await tablet.caughtUp()
  await tablet.sync()
  await office.sync()
  expect(countsIn(office, shift).right).toBe(0)
  expect(office.view.all('held')).toEqual([])
})

test('two find the same thing without a signal and the second takes it back: it stands, with a word beside, and nobody has to decide', async () => {
  const { compound, tablet, office, place, shift } = await aShift()
  const other = await compound.joins({ name: '老唐', role: 'supervisor', deviceKind: 'shared' })
  other.wire.cut()
  const beside = await must(openShift(other, { place, day: DAY, window: 'morning' }))
  await must(setCheck(tablet, shift, 'lid', 'toFix', { text: '桶盖没关好' }))
  await must(setCheck(other, beside, 'lid', 'toFix', { text: '桶盖没关好' }))
  await must(setCheck(other, beside, 'lid', 'good', { reason: '看错了' }))
  await tablet.sync()
  other.wire.mend()
  await other.sync()
  await office.sync()
  expect(office.view.all('held')).toEqual([])
  const [order, ...more] = office.view.all<Order>('order')
  expect(more).toEqual([])
  expect(order).toMatchObject({ author: tablet.me, status: 'open' })
  expect(order).not.toHaveProperty('voided')
  expect(order!.events.map(({ is, by, text }) => [is, by, text])).toContainEqual([
    'noted',
    other.me,
    '看错了',
  ])
})

test('W8 an appointment that ended in mid-shift: what was counted without a signal stands in the sheets, with a mark, and is told once', async () => {
  const { compound, tablet, office, place, shift: morning } = await aShift()
  await touches(tablet, morning, 'right', 9)
  await tablet.sync()
  tablet.wire.cut()
  await touches(tablet, morning, 'right', 4)
  await must(closeShift(tablet, morning))
  const evening = await must(openShift(tablet, { place, day: DAY, window: 'evening' }))
  await touches(tablet, evening, 'right', 14)
  const end = { person: tablet.me, role: 'supervisor', place: office.compound, to: '2026-03-01' }
  expect((await compound.desk('/api/appointments/end', end)).status).toBe(200)
  await touches(tablet, evening, 'unsorted', 2)
  await must(addBag(tablet, evening, { stream: 'kitchen', verdict: 'good', faults: [] }))
  await must(closeShift(tablet, evening))
  tablet.wire.mend()
  expect(await tablet.sync()).toBe('done')
  await office.sync()
  expect(sheetAt(office.view, place, DAY, 'morning')).toMatchObject({ counts: { right: 13 }, open: false })
  expect(sheetAt(office.view, place, DAY, 'evening')).toMatchObject({
    counts: { right: 14, unsorted: 2 },
    rate: { right: 14, drops: 16, percent: 88 },
    bags: { checked: 1, good: 1 },
    open: false,
  })
  for (const shift of [morning, evening])
    expect(office.view.get<Shift>(shift)).toMatchObject({ author: tablet.me, lapsed: true })
  expect(office.view.all('held')).toEqual([])
  expect((await receipts(tablet.disk)).map(({ why }) => why)).toEqual(['lapsed', 'lapsed'])
})
