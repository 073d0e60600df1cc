import { describe, expect, test } from 'vitest'
import { openShift } from '#commands/bins.ts'
import { allGood, answerAgain, setCheck } from '#commands/checks.ts'
import { closeOrder, noteOrder } from '#commands/orders.ts'
import { ARRIVAL_ITEMS, LEAVING_ITEMS } from '#domain/bins/checklist.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Order, sheetOrderId } from '#domain/ledger/order.ts'
import { settingsId } from '#domain/settings.ts'
import { itemsNow, lookRound } from '#queries/checklist.ts'
import { feedbackList } from '#queries/feedback.ts'
import { feedbackDetail } from '#queries/feedbackDetail.ts'
import {
  aBinSide,
  type BinSide,
  COMPOUND,
  EAST_GATE,
  must,
  TANG,
  TENANT,
  withPoints,
  ZHOU,
} from '#test/support/binSide.ts'

const DAY = '2026-11-24'
const NOW = '2026-11-24T11:00:00.000Z'
const LID = sheetOrderId(EAST_GATE, { day: DAY, window: 'evening', item: 'lid' })

async function aShift(side = aBinSide()): Promise<{ side: BinSide; shift: RecordId }> {
  await withPoints(side)
  await must(
    side.commit([
      {
        record: ZHOU as string as RecordId,
        name: 'member.join',
        v: 1,
        args: { place: COMPOUND, name: '周姐', appointments: [] },
      },
    ]),
  )
  return { side, shift: await must(openShift(side, { place: EAST_GATE, day: DAY, window: 'evening' })) }
}

describe('a round', () => {
  test('says of each item what was answered and found, and how far it is', async () => {
    const { side, shift } = await aShift()
    const finding = { stream: 'other', note: '裂了' } as const
    await must(setCheck(side, shift, 'lid', 'toFix', { finding }))
    await must(setCheck(side, shift, 'sign', 'unchecked'))
    const round = lookRound(side.view, shift, 'arrival')
    expect(round?.progress).toEqual({ seen: 2, of: 5, toFix: 1 })
    expect(round?.items.find((one) => one.item === 'lid')).toEqual({
      item: 'lid',
      state: 'toFix',
      finding: { ...finding, photos: [] },
      beside: [],
    })
    expect(round?.items.map((one) => one.item)).toEqual(ARRIVAL_ITEMS)
    expect(lookRound(side.view, shift, 'leaving')?.items.map((one) => one.item)).toEqual(LEAVING_ITEMS)
    expect(lookRound(side.view, EAST_GATE, 'arrival')).toBeUndefined()
  })

  test('names who stands beside and answered otherwise, where one of the two answers is a problem', async () => {
    const { side, shift } = await aShift()
    const tang = aBinSide({ me: TANG })
    await must(setCheck(side, shift, 'lid', 'toFix'))
    await must(setCheck(side, shift, 'sign', 'unchecked'))
    tang.book.load([...side.view.all('place'), ...side.view.all('member'), ...side.view.all('shift')], [])
    const theirs = await must(openShift(tang, { place: EAST_GATE, day: DAY, window: 'evening' }))
    await must(allGood(tang, theirs))
    const beside = (item: string) =>
      lookRound(tang.view, theirs, 'arrival')?.items.find((one) => one.item === item)?.beside
    expect(beside('lid')).toEqual([{ name: '周姐', state: 'toFix' }])
    expect(beside('sign')).toEqual([])
  })

  test('asks again what an earlier one wanted put right, on leaving only what nobody answered on coming', async () => {
    const { side, shift } = await aShift()
    await must(setCheck(side, shift, 'lid', 'toFix'))
    side.at('2026-11-24T23:05:00.000Z')
    const next = await must(openShift(side, { place: EAST_GATE, day: '2026-11-25', window: 'morning' }))
    const again = (when: 'arrival' | 'leaving') =>
      lookRound(side.view, next, when)?.again.map((one) => one.said)
    expect([again('arrival'), again('leaving')]).toEqual([[undefined], [undefined]])
    await must(answerAgain(side, next, side.view.get<Order>(LID) as Order, true))
    expect([again('arrival'), again('leaving')]).toEqual([[true], []])
  })
})

test('the lists now are the compound’s own', async () => {
  const { side } = await aShift()
  expect(itemsNow(side.view, TENANT)).toEqual({ arrival: ARRIVAL_ITEMS, leaving: LEAVING_ITEMS })
  const args = { place: COMPOUND, name: '春和苑', checklist: ['lid'] }
  await must(side.commit([{ record: settingsId(TENANT), name: 'settings.put', v: 1, args }]))
  expect(itemsNow(side.view, TENANT)).toEqual({ arrival: ['lid'], leaving: LEAVING_ITEMS })
})

describe('in the ledger', () => {
  test('what a round found stands by itself, is searched, worked and closed like any other', async () => {
    const { side, shift } = await aShift()
    await must(setCheck(side, shift, 'lid', 'toFix', { text: '桶盖没关好：裂了' }))
    expect(feedbackList(side.view, { drawer: 'act_soon', search: '裂' }, NOW)).toMatchObject([
      {
        id: LID,
        text: '桶盖没关好：裂了',
        where: '东门投放点',
        status: 'open',
        author: ZHOU,
        voices: 1,
        ring: false,
      },
    ])
    expect(feedbackList(side.view, { search: '水管' }, NOW)).toEqual([])
    await must(noteOrder(side, LID, { text: '催过了' }))
    await must(closeOrder(side, side.view.get<Order>(LID) as Order, { text: '换了' }))
    expect(feedbackList(side.view, { drawer: 'done' }, NOW)).toMatchObject([{ id: LID, status: 'done' }])
    const detail = feedbackDetail(side.view, LID, NOW)
    expect(detail?.record).toBeUndefined()
    expect(detail?.timeline.at(-1)).toMatchObject({ is: 'said', by: '周姐', text: '桶盖没关好：裂了' })
    expect(detail?.timeline.map((one) => one.is).sort()).toEqual(['closed', 'noted', 'said'])
    expect(detail?.facts).toEqual({ handledAt: side.now() })
  })

  test('taken back it is in no list and cannot be opened', async () => {
    const { side, shift } = await aShift()
    await must(setCheck(side, shift, 'lid', 'toFix'))
    await must(setCheck(side, shift, 'lid', 'good', { reason: '看错了' }))
    expect(feedbackList(side.view, {}, NOW)).toEqual([])
    expect(feedbackDetail(side.view, LID, NOW)).toBeUndefined()
  })

  test('seen in order by a later round it says so', async () => {
    const { side, shift } = await aShift()
    await must(setCheck(side, shift, 'lid', 'toFix'))
    side.at('2026-11-24T23:05:00.000Z')
    const next = await must(openShift(side, { place: EAST_GATE, day: '2026-11-25', window: 'morning' }))
    await must(setCheck(side, next, 'lid', 'good'))
    const detail = feedbackDetail(side.view, LID, NOW)
    expect(detail?.facts).toEqual({ handledAt: side.now(), seenAt: side.now() })
    expect(detail?.timeline[0]).toMatchObject({ is: 'rechecked', detail: { good: true } })
  })
})
