import { describe, expect, test } from 'vitest'
import { closeShift, correctShift, openShift } from '#commands/bins.ts'
import { allGood, answerAgain, keepChecklist, setCheck } from '#commands/checks.ts'
import { closeOrder, noteOrder } from '#commands/orders.ts'
import type { Change } from '#domain/change.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Order, sheetOrderId } from '#domain/ledger/order.ts'
import { settingsId } from '#domain/settings.ts'
import type { Shift } from '#domain/bins/shift.ts'
import type { Window } from '#domain/window.ts'
import {
  aBinSide,
  type BinSide,
  COMPOUND,
  EAST_GATE,
  must,
  restarted,
  TANG,
  TENANT,
  withPoints,
} from '#test/support/binSide.ts'

const DAY = '2026-11-24'
const LID = sheetOrderId(EAST_GATE, { day: DAY, window: 'evening', item: 'lid' })
const PHOTO = 'a'.repeat(64)

async function inAShift(window: Window = 'evening', day = DAY) {
  const side = aBinSide()
  await withPoints(side)
  const shift = await must(openShift(side, { place: EAST_GATE, day, window }))
  return { side, shift, seen: () => side.view.get<Shift>(shift) as Shift }
}

/** Hands the shift over and comes back the next morning. */
async function nextMorning(side: BinSide, shift: RecordId) {
  await must(closeShift(side, shift))
  side.at('2026-11-24T23:05:00.000Z')
  const next = await must(openShift(side, { place: EAST_GATE, day: '2026-11-25', window: 'morning' }))
  return { next, seen: () => side.view.get<Shift>(next) as Shift }
}

const orderIn = (side: BinSide, id: RecordId = LID) => side.view.get<Order>(id)
const ordersIn = (side: BinSide) => side.view.all<Order>('order')

async function named(done: Promise<{ ok: boolean }>): Promise<readonly string[]> {
  const answer = (await done) as { ok: true; value: readonly Change[] }
  expect(answer.ok).toBe(true)
  expect(new Set(answer.value.map((one) => one.act)).size).toBe(1)
  return answer.value.map((one) => one.name)
}

describe('an answer', () => {
  test('好 and 不查 write nothing but themselves; an answer can be taken back', async () => {
    const { side, shift, seen } = await inAShift()
    expect(await named(setCheck(side, shift, 'lid', 'good'))).toEqual(['shift.check'])
    expect(await named(setCheck(side, shift, 'sign', 'unchecked'))).toEqual(['shift.check'])
    await must(setCheck(side, shift, 'lid', undefined))
    expect(seen().checks).toEqual({ sign: 'unchecked' })
    expect(ordersIn(side)).toEqual([])
  })

  test('都好 answers what is open in one act and leaves 要改 alone', async () => {
    const { side, shift, seen } = await inAShift()
    await must(setCheck(side, shift, 'lid', 'toFix'))
    expect(await named(allGood(side, shift))).toEqual(Array(4).fill('shift.check'))
    expect(seen().checks).toEqual({ body: 'good', lid: 'toFix', floor: 'good', sign: 'good', odour: 'good' })
    expect(await allGood(side, shift)).toEqual({ ok: false, refused: 'nothingToDo' })
  })

  test('on leaving stands beside the one on arrival, by the list of leaving', async () => {
    const { side, shift, seen } = await inAShift()
    await must(setCheck(side, shift, 'lid', 'good'))
    await must(setCheck(side, shift, 'toolsAway', 'unchecked', { when: 'leaving' }))
    await must(allGood(side, shift, 'leaving'))
    expect(seen().checks).toEqual({ lid: 'good' })
    expect(seen().leaving).toEqual({ toolsAway: 'unchecked', swept: 'good', lid: 'good', bagsIn: 'good' })
  })

  test('whoever begins goes by the list of the day; what the office changes in mid-shift is for the next one', async () => {
    const side = aBinSide()
    await withPoints(side)
    const settings = settingsId(TENANT)
    await must(
      side.commit([
        { record: settings, name: 'settings.put', v: 1, args: { place: COMPOUND, name: '春和苑' } },
      ]),
    )
    const shift = await must(openShift(side, { place: EAST_GATE, day: DAY, window: 'evening' }))
    await must(keepChecklist(side, 'arrival', () => ['lid', '洗手池有水']))
    await must(keepChecklist(side, 'leaving', () => ['门锁好']))
    expect(await keepChecklist(side, 'leaving', () => ['门锁好'])).toMatchObject({ refused: 'nothingToDo' })
    await must(allGood(side, shift))
    expect(Object.keys(side.view.get<Shift>(shift)?.checks ?? {})).toHaveLength(5)
    const next = await must(openShift(side, { place: EAST_GATE, day: DAY, window: 'extra' }))
    expect(side.view.get<Shift>(next)?.items).toEqual({
      arrival: ['lid', '洗手池有水'],
      leaving: ['门锁好'],
    })
    await must(allGood(side, next))
    expect(Object.keys(side.view.get<Shift>(next)?.checks ?? {})).toEqual(['lid', '洗手池有水'])
  })
})

describe('要改', () => {
  test('opens a matter in the same act, with its place, its words and its photo', async () => {
    const { side, shift, seen } = await inAShift()
    const finding = { stream: 'kitchen', note: ' 裂了 ', photos: [PHOTO] } as const
    expect(
      await named(setCheck(side, shift, 'lid', 'toFix', { finding, text: '桶盖没关好（厨余垃圾）：裂了' })),
    ).toEqual(['shift.check', 'order.open'])
    expect(seen().findings).toEqual({ lid: { stream: 'kitchen', note: '裂了', photos: [PHOTO] } })
    expect(orderIn(side)).toMatchObject({
      from: [],
      sheet: { day: DAY, window: 'evening', item: 'lid' },
      place: EAST_GATE,
      text: '桶盖没关好（厨余垃圾）：裂了',
      category: 'waste',
      track: 'act_soon',
      firstReceiver: side.me,
      before: [PHOTO],
      status: 'open',
    })
    expect((await restarted(side)).view.get(LID)).toEqual(orderIn(side))
  })

  test('said first in one press and then with bin, words and photo stays one matter that says it all', async () => {
    const { side, shift } = await inAShift()
    await must(setCheck(side, shift, 'lid', 'toFix', { text: '桶盖没关好' }))
    const finding = { stream: 'other', photos: [PHOTO] } as const
    await must(setCheck(side, shift, 'lid', 'toFix', { finding, text: '桶盖没关好（其他垃圾）' }))
    expect(ordersIn(side)).toHaveLength(1)
    expect(orderIn(side)).toMatchObject({ text: '桶盖没关好（其他垃圾）', before: [PHOTO], events: [] })
  })

  test('found again on leaving is the same matter', async () => {
    const { side, shift } = await inAShift()
    await must(setCheck(side, shift, 'lid', 'toFix', { text: '桶盖没关好' }))
    await must(setCheck(side, shift, 'lid', 'toFix', { when: 'leaving', text: '桶盖没关好' }))
    expect(ordersIn(side)).toHaveLength(1)
  })

  test('found on arrival and in order on leaving: it was put right, and the answer on arrival stands', async () => {
    const { side, shift, seen } = await inAShift()
    await must(setCheck(side, shift, 'lid', 'toFix'))
    await must(setCheck(side, shift, 'lid', 'good', { when: 'leaving' }))
    expect(seen()).toMatchObject({ checks: { lid: 'toFix' }, leaving: { lid: 'good' } })
    expect(orderIn(side)?.status).toBe('done')
    expect(orderIn(side)?.voided).toBeUndefined()
  })

  test('taken back while nobody else has it in hand withdraws it; pressed again it stands again, not a second one', async () => {
    const { side, shift, seen } = await inAShift()
    await must(setCheck(side, shift, 'lid', 'toFix', { text: '桶盖没关好' }))
    expect(await named(setCheck(side, shift, 'lid', 'good', { reason: '看错了' }))).toEqual([
      'shift.check',
      'order.withdraw',
    ])
    expect(orderIn(side)?.voided).toMatchObject({ reason: '看错了' })
    expect(seen().checks).toEqual({ lid: 'good' })
    await must(setCheck(side, shift, 'lid', 'toFix', { text: '桶盖没关好' }))
    expect(orderIn(side)?.voided).toBeUndefined()
    await must(setCheck(side, shift, 'lid', undefined, { reason: '看错了' }))
    expect(orderIn(side)?.voided).toBeDefined()
    expect(ordersIn(side)).toHaveLength(1)
  })

  test('taken back after another laid a hand on it, 好 says that it is put right', async () => {
    const { side, shift } = await inAShift()
    await must(setCheck(side, shift, 'lid', 'toFix'))
    const tang = aBinSide({ me: TANG })
    tang.book.load([orderIn(side) as Order], [])
    await must(noteOrder(tang, LID, { text: '马上来换' }))
    side.book.load(
      [...['place', 'shift'].flatMap((kind) => [...side.view.all(kind)]), tang.view.get(LID) as Order],
      [],
    )
    expect(await named(setCheck(side, shift, 'lid', 'good'))).toEqual(['shift.check', 'order.recheck'])
    expect(orderIn(side)).toMatchObject({ status: 'done' })
  })

  test('with the window put right after it was found is still mine to take back', async () => {
    const { side, shift } = await inAShift('extra')
    await must(setCheck(side, shift, 'lid', 'toFix'))
    await must(correctShift(side, shift, { window: 'evening' }))
    await must(setCheck(side, shift, 'lid', 'good', { reason: '看错了' }))
    expect(ordersIn(side)).toMatchObject([{ sheet: { window: 'extra' }, voided: { reason: '看错了' } }])
  })
})

describe('a second supervisor on the same sheet', () => {
  test('who finds it too makes no second matter; whose 好 stands beside a 要改 closes nothing', async () => {
    const { side, shift } = await inAShift()
    await must(setCheck(side, shift, 'lid', 'toFix', { text: '桶盖没关好' }))
    const tang = aBinSide({ me: TANG })
    const places = side.view.all('place')
    tang.book.load([...places, side.view.get<Shift>(shift) as Shift, orderIn(side) as Order], [])
    const theirs = await must(openShift(tang, { place: EAST_GATE, day: DAY, window: 'evening' }))
    expect(await named(setCheck(tang, theirs, 'lid', 'good'))).toEqual(['shift.check'])
    expect(await named(setCheck(tang, theirs, 'lid', 'toFix', { text: '桶盖没关好：裂了' }))).toEqual([
      'shift.check',
      'order.recheck',
    ])
    expect(ordersIn(tang)).toHaveLength(1)
    expect(orderIn(tang)).toMatchObject({
      status: 'open',
      text: '桶盖没关好',
      events: [{ is: 'rechecked', good: false, by: TANG, text: '桶盖没关好：裂了' }],
    })
    // The first takes it back: the second still says so, and it stays.
    side.book.load(
      [...places, side.view.get(shift) as Shift, tang.view.get(theirs) as Shift, orderIn(tang) as Order],
      [],
    )
    expect(await named(setCheck(side, shift, 'lid', 'good'))).toEqual(['shift.check'])
    expect(orderIn(side)).toMatchObject({ status: 'open' })
    expect(orderIn(side)?.voided).toBeUndefined()
  })
})

describe('the next shift', () => {
  async function afterALid() {
    const { side, shift } = await inAShift()
    await must(setCheck(side, shift, 'lid', 'toFix', { text: '桶盖没关好' }))
    const { next, seen } = await nextMorning(side, shift)
    return { side, next, seen, lid: () => orderIn(side) as Order }
  }

  test('好了 closes what nobody closed and answers the item', async () => {
    const { side, next, seen, lid } = await afterALid()
    expect(await named(answerAgain(side, next, lid(), true))).toEqual(['shift.check', 'order.recheck'])
    expect([lid().status, seen().checks['lid']]).toEqual(['done', 'good'])
    expect(await answerAgain(side, next, lid(), true)).toEqual({ ok: false, refused: 'nothingToDo' })
  })

  test('还没好 leaves it open with the word in its history, and opens no second one', async () => {
    const { side, next, seen, lid } = await afterALid()
    await must(answerAgain(side, next, lid(), false))
    expect(ordersIn(side)).toHaveLength(1)
    expect([lid().status, seen().checks['lid']]).toEqual(['open', 'toFix'])
    expect(lid().events).toMatchObject([{ is: 'rechecked', good: false }])
  })

  test('还没好 opens again what the property had closed', async () => {
    const { side, next, lid } = await afterALid()
    await must(closeOrder(side, lid(), { text: '换了盖子' }))
    await must(answerAgain(side, next, lid(), false, '桶盖没关好：又裂了'))
    expect(lid()).toMatchObject({ status: 'open' })
    expect(lid().closedAt).toBeUndefined()
  })

  test('answering the item itself says the same: 好 closes it, 要改 makes no second one', async () => {
    const { side, next, lid } = await afterALid()
    await must(setCheck(side, next, 'lid', 'toFix', { text: '桶盖没关好' }))
    expect([ordersIn(side).length, lid().status]).toEqual([1, 'open'])
    // More words about it are written under it.
    const finding = { note: '裂了', photos: [PHOTO] }
    await must(setCheck(side, next, 'lid', 'toFix', { finding, text: '桶盖没关好：裂了' }))
    expect(lid().events.at(-1)).toMatchObject({ is: 'noted', text: '桶盖没关好：裂了', photos: [PHOTO] })
    await must(setCheck(side, next, 'lid', 'good'))
    expect(lid().status).toBe('done')
    await must(setCheck(side, next, 'lid', 'toFix'))
    expect([ordersIn(side).length, lid().status]).toEqual([1, 'open'])
  })

  test('不查 and an answer that is taken back say nothing about it', async () => {
    const { side, next, lid } = await afterALid()
    const before = lid()
    await must(setCheck(side, next, 'lid', 'unchecked'))
    await must(setCheck(side, next, 'lid', undefined))
    expect(lid()).toBe(before)
  })

  test('都好 in one press closes nobody’s work: what is asked again waits for its own answer', async () => {
    const { side, next, seen, lid } = await afterALid()
    await must(allGood(side, next))
    expect(seen().checks).toEqual({ body: 'good', floor: 'good', sign: 'good', odour: 'good' })
    expect(lid().status).toBe('open')
  })

  test('a week after it was handled the same item is a new matter', async () => {
    const { side, shift } = await inAShift()
    await must(setCheck(side, shift, 'lid', 'toFix'))
    await must(closeOrder(side, orderIn(side) as Order, {}))
    await must(closeShift(side, shift))
    side.at('2026-12-02T23:05:00.000Z')
    const later = await must(openShift(side, { place: EAST_GATE, day: '2026-12-03', window: 'morning' }))
    await must(setCheck(side, later, 'lid', 'toFix'))
    expect(ordersIn(side).map((one) => [one.sheet?.day, one.status])).toEqual([
      [DAY, 'done'],
      ['2026-12-03', 'open'],
    ])
  })
})
