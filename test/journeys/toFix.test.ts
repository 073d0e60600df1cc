import { describe, expect, test } from 'vitest'
import { closeShift, openShift } from '#commands/bins.ts'
import { allGood, answerAgain, keepChecklist, sayMore, setCheck } from '#commands/checks.ts'
import { assignOrder, closeOrder, progressOrder } from '#commands/orders.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { type Order, sheetOrderId } from '#domain/ledger/order.ts'
import { checksAt, type Shift } from '#domain/bins/shift.ts'
import { lookRound } from '#queries/checklist.ts'
import { feedbackList } from '#queries/feedback.ts'
import { feedbackDetail } from '#queries/feedbackDetail.ts'
import { sheetAt } from '#queries/sheet.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { must } from '#test/support/binSide.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

const DAY = '2026-03-02'
const LID = '桶盖没关好'

async function atTheBins() {
  const compound = await twoDevices()
  const point = compound.place('bin-1')
  const supervisor = { role: 'supervisor', deviceKind: 'shared', place: point } as const
  const liao = await compound.joins({ name: '廖姐', ...supervisor })
  const tang = await compound.joins({ name: '老唐', ...supervisor })
  const lid = sheetOrderId(point, { day: DAY, window: 'morning', item: 'lid' })
  const begins = (who: Volunteer, day = DAY, window: 'morning' | 'evening' = 'morning') =>
    must(openShift(who, { place: point, day, window }))
  return { ...compound, compound, point, liao, tang, lid, begins, supervisor }
}

const matters = (who: Volunteer) => who.view.all<Order>('order')
const rows = (who: Volunteer) => {
  const reader = who.reader()
  return feedbackList({ get: reader.get, all: reader.all, standing: who.view.standing }, {}, who.clock)
}
const state = ({ status, voided, events }: Order) => ({
  status,
  voided: voided !== undefined,
  events: events.map((one) => [one.is, one.good]),
})

describe('an item to fix', () => {
  test('said without a signal is one numbered entry at the office, and is said again on neither way', async () => {
    const { liao, office, begins, lid, point } = await atTheBins()
    liao.wire.cut()
    const shift = await begins(liao)
    await must(setCheck(liao, shift, 'lid', 'toFix', { text: LID }))
    const more = () => ({ stream: 'kitchen', note: '裂了', photos: [] }) as const
    await must(sayMore(liao, shift, 'lid', 'arrival', more, () => `${LID}（厨余垃圾）：裂了`))
    await must(allGood(liao, shift))
    expect(await liao.sync()).toBe('noLink')
    await liao.restart()
    expect(rows(liao)).toMatchObject([
      { id: lid, text: `${LID}（厨余垃圾）：裂了`, due: { standing: 'notReceived' } },
    ])

    liao.wire.mend()
    liao.wire.double(1)
    liao.wire.loseReplies(1)
    await liao.sync()
    expect(await liao.sync()).toBe('done')
    await office.sync()
    expect(matters(office)).toHaveLength(1)
    expect(rows(office)).toMatchObject([
      { id: lid, no: 1, where: '东门投放点', drawer: 'act_soon', status: 'open', category: 'waste' },
    ])
    expect(feedbackDetail(office.view, lid, office.clock)).toMatchObject({
      order: { place: point, sheet: { item: 'lid' }, firstReceiver: liao.me },
      timeline: [{ is: 'said', by: '廖姐' }],
    })
  })

  test('found by two on one sheet without a signal is one entry with both pairs of eyes; the sheet names both', async () => {
    const { liao, tang, office, begins, lid, point } = await atTheBins()
    liao.wire.cut()
    tang.wire.cut()
    const [one, other] = [await begins(liao), await begins(tang)]
    await must(setCheck(liao, one, 'lid', 'toFix', { text: LID }))
    await must(setCheck(tang, other, 'lid', 'toFix', { text: `${LID}（其他垃圾）` }))
    await must(setCheck(liao, one, 'sign', 'good'))
    await must(setCheck(tang, other, 'sign', 'toFix', { text: '标识不清楚' }))
    for (const who of [liao, tang]) {
      who.wire.mend()
      expect(await who.sync()).toBe('done')
    }
    for (const who of [liao, office]) await who.sync()
    for (const who of [liao, tang, office]) {
      expect(matters(who)).toHaveLength(2)
      const kept = who.view.get<Order>(lid) as Order
      expect([kept.text, kept.author]).toEqual([LID, liao.me])
      expect(kept.events).toMatchObject([
        { is: 'rechecked', good: false, by: tang.me, text: `${LID}（其他垃圾）` },
      ])
      const sign = sheetAt(who.view, point, DAY, 'morning')?.checks.find((check) => check.item === 'sign')
      expect(sign?.state).toBe('toFix')
      expect(sign?.by.map(({ person, state: said }) => [person, said])).toEqual(
        expect.arrayContaining([
          [liao.me, 'good'],
          [tang.me, 'toFix'],
        ]),
      )
    }
    // On the tablet of who found it good stands who did not.
    const sign = lookRound(liao.view, one, 'arrival')?.items.find((item) => item.item === 'sign')
    expect(sign).toMatchObject({ state: 'good', beside: [{ name: '老唐', state: 'toFix' }] })
    for (const who of [liao, tang]) expect(who.status.getState().notTaken ?? []).toEqual([])
  })

  test('taken back is withdrawn, unless another found it too meanwhile: then it stays, with a word beside', async () => {
    const { liao, tang, office, begins, lid } = await atTheBins()
    const one = await begins(liao)
    await must(setCheck(liao, one, 'lid', 'toFix', { text: LID }))
    await must(setCheck(liao, one, 'sign', 'toFix', { text: '标识不清楚' }))
    await liao.sync()
    liao.wire.cut()
    await must(setCheck(liao, one, 'sign', 'good', { reason: '看错了' }))
    await must(setCheck(liao, one, 'lid', 'good', { reason: '看错了' }))
    expect(rows(liao)).toEqual([])
    // The other one finds the lid too, and is first at the office.
    await tang.sync()
    const other = await begins(tang)
    await must(setCheck(tang, other, 'lid', 'toFix', { text: LID }))
    await tang.sync()
    liao.wire.mend()
    await liao.sync()
    for (const who of [tang, office, liao]) {
      await who.sync()
      expect(rows(who).map((row) => row.id)).toEqual([lid])
      expect(state(who.view.get<Order>(lid) as Order)).toEqual({
        status: 'open',
        voided: false,
        events: [
          ['rechecked', false],
          ['noted', undefined],
        ],
      })
    }
  })

  test('is given by the office, worked and closed by the steward, and asked again at the next shift', async () => {
    const { compound, liao, tang, office, begins, lid, point } = await atTheBins()
    const steward = await compound.joins({ name: '李师傅', role: 'steward' })
    const shift = await begins(liao)
    await must(setCheck(liao, shift, 'lid', 'toFix', { text: LID }))
    await must(closeShift(liao, shift))
    await liao.sync()
    await office.sync()
    await must(assignOrder(office, office.view.get<Order>(lid) as Order, steward.me))
    await office.sync()
    await steward.sync()
    await must(progressOrder(steward, lid, 'working'))
    await must(closeOrder(steward, steward.view.get<Order>(lid) as Order, { text: '换了铰链' }))
    await steward.sync()

    // Another person comes in the evening, without a signal since the last round.
    await tang.sync()
    tang.wire.cut()
    tang.clock = '2026-03-02T10:00:00.000Z'
    const evening = await begins(tang, DAY, 'evening')
    const asked = () => lookRound(tang.view, evening, 'arrival')?.again ?? []
    expect(asked()).toMatchObject([{ order: { id: lid, status: 'done' }, said: undefined }])
    await must(answerAgain(tang, evening, asked()[0]!.order, false, LID))
    expect(asked()).toMatchObject([{ order: { status: 'open' }, said: false }])
    expect(checksAt(tang.view.get<Shift>(evening) as Shift, 'arrival')).toEqual({ lid: 'toFix' })
    tang.wire.mend()
    await tang.sync()
    await office.sync()
    expect(matters(office)).toHaveLength(1)
    expect(office.view.get<Order>(lid)).toMatchObject({ status: 'open' })
    // Its clock starts again with the shorter term at the office's receipt of that word: at seven, so when duty begins, at eight.
    expect(feedbackList(office.view, {}, office.clock)[0]?.due.at).toBe('2026-03-03T00:00:00.000Z')

    // In the morning it is in order, and nobody at the property had closed it: the round closes it.
    await must(closeShift(tang, evening))
    tang.clock = '2026-03-02T23:05:00.000Z'
    const next = await begins(tang, '2026-03-03')
    await must(setCheck(tang, next, 'lid', 'good'))
    await tang.sync()
    await office.sync()
    expect(office.view.get<Order>(lid)).toMatchObject({ status: 'done', place: point })
    expect(feedbackDetail(office.view, lid, office.clock)?.facts.seenAt).toBeDefined()
    tang.clock = '2026-03-03T10:00:00.000Z'
    const later = await begins(tang, '2026-03-03', 'evening')
    expect(lookRound(tang.view, later, 'arrival')?.again).toEqual([])
  })
})

test('W3 who stands at another point reads nothing of it and closes nothing there: the word is held, not lost', async () => {
  const compound = await twoDevices({
    points: [
      { label: '东门投放点', windows: [] },
      { label: '西门投放点', windows: [] },
    ],
  })
  const joins = (name: string, point: string) =>
    compound.joins({ name, role: 'supervisor', deviceKind: 'shared', place: compound.place(point) })
  const [east, west] = [await joins('廖姐', 'bin-1'), await joins('老唐', 'bin-2')]
  const shift = await must(openShift(east, { place: compound.place('bin-1'), day: DAY, window: 'morning' }))
  await must(setCheck(east, shift, 'lid', 'toFix', { text: LID }))
  const [lid] = matters(east)
  await east.sync()
  await west.sync()
  expect(matters(west)).toEqual([])
  // A tampered client says it all the same.
  await west.commit([{ record: lid!.id, name: 'order.recheck', v: 1, args: { good: true, photos: [] } }])
  await west.sync()
  await compound.office.sync()
  expect(compound.office.view.get<Order>(lid!.id)).toMatchObject({ status: 'open', events: [] })
})

test('what the office changes in mid-shift is for the next shift; the open one keeps its list on every device', async () => {
  const { liao, office, begins } = await atTheBins()
  const shift = await begins(liao)
  await liao.sync()
  await must(
    keepChecklist(office, 'arrival', (list) => ['洗手池有水', ...list.filter((one) => one !== 'lid')]),
  )
  await office.sync()
  await liao.sync()
  await office.sync()
  const items = (who: Volunteer, id: RecordId) =>
    lookRound(who.view, id, 'arrival')?.items.map((one) => one.item)
  const old = ['body', 'lid', 'floor', 'sign', 'odour']
  expect([items(liao, shift), items(office, shift)]).toEqual([old, old])
  await must(closeShift(liao, shift))
  const next = await begins(liao, DAY, 'evening')
  const own = ['洗手池有水', 'body', 'floor', 'sign', 'odour']
  expect([items(liao, next), items(liao, shift)]).toEqual([own, old])
  // The compound's own words make an entry like ours.
  await must(setCheck(liao, next, '洗手池有水', 'toFix', { text: '洗手池有水，要改' }))
  await liao.sync()
  await office.sync()
  expect(rows(office)).toMatchObject([{ text: '洗手池有水，要改', no: 1 }])
  expect(office.view.get<Shift>(next)?.author as PersonId).toBe(liao.me)
})
