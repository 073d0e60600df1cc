import { expect, test } from 'vitest'
import { editFeedback, type NewFeedback, tellReporter, writeFeedback } from '#commands/feedback.ts'
import { linkDuplicate, unlinkDuplicate } from '#commands/merging.ts'
import { closeOrder, giveOrder, progressOrder, promiseDay } from '#commands/orders.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Order, orderId } from '#domain/ledger/order.ts'
import { reporterId, type Reporter } from '#domain/feedback/reporter.ts'
import { feedbackList } from '#queries/feedback.ts'
import { feedbackDetail } from '#queries/feedbackDetail.ts'
import { joinedAway } from '#queries/joinedAway.ts'
import { deskRows, promisedBy } from '#queries/ledger.ts'
import { orderOf, ordersFor } from '#queries/orders.ts'
import { toTell } from '#queries/toTell.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { must } from '#test/support/binSide.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

async function remark(who: Volunteer, said: Partial<NewFeedback> & Pick<NewFeedback, 'place' | 'text'>) {
  const done = await writeFeedback(who, {
    category: 'lighting',
    urgency: 'u3',
    channel: 'door_visit',
    photos: [],
    ending: { is: 'order', track: 'act_soon' },
    ...said,
  })
  if (!done.ok) throw new Error(done.refused)
  return done.value
}

async function synced(...people: readonly Volunteer[]): Promise<void> {
  for (const one of people) expect(await one.sync()).toBe('done')
}

const hourAfter = (instant: string) => new Date(Date.parse(instant) + 3_600_000).toISOString()

/** Two staircases speak of one lamp, an hour apart, and each has an order. */
async function twoOrders() {
  const compound = await twoDevices()
  const { place, joins, office } = compound
  const phone = await joins({ name: '何桂英', role: 'gridWorker', place: place('1') })
  const other = await joins({ name: '马德华', role: 'gridWorker', place: place('1') })
  const li = await joins({ name: '小李', role: 'steward' })
  const first = await remark(phone, { place: place('1-1-1-101'), text: '一楼灯不亮', affected: 4 })
  await phone.sync()
  other.clock = compound.clock = hourAfter(compound.clock)
  const second = await remark(other, {
    place: place('1-1-1-102'),
    text: '门口黑',
    affected: 5,
    reporter: { displayName: '张婆婆', agreed: true },
  })
  await synced(other, phone, office, li)
  return { compound, place, phone, other, office, li, first, second }
}

const detail = (who: Volunteer, id: RecordId) => feedbackDetail(who.view, id, who.now())
const standing = (who: Volunteer) => deskRows(who.view, who.now()).map(({ id }) => id)
const telling = (who: Volunteer) =>
  toTell(who.view, {
    me: who.me,
    appointments: who.appointments,
    tree: who.reader().tree,
    day: '2026-03-02',
  }).map(({ id }) => id)

test('two orders for one thing become one: voices, households and both histories, the earlier clock, and every asker is told', async () => {
  const { phone, other, office, li, first, second } = await twoOrders()
  await must(giveOrder(office, orderOf(office.view, second)!, { assignee: li.me }, '看一下'))
  await must(linkDuplicate(office, second, first))
  await synced(office, phone, other, li)

  for (const who of [phone, other, office]) {
    expect(standing(who)).toEqual([first])
    expect(feedbackList(who.view, {}, who.now())).toMatchObject([{ id: first, voices: 2, households: 9 }])
    for (const id of [first, second]) {
      expect(detail(who, id)?.order?.id).toBe(orderId(first))
      expect(detail(who, id)?.timeline).toEqual(
        expect.arrayContaining([expect.objectContaining({ is: 'assigned', text: '看一下', beside: true })]),
      )
    }
  }
  // Nobody had the one that goes on: whoever had the other has it now.
  expect(ordersFor(li.view, li.me, li.now()).map(({ order }) => order.id)).toEqual([orderId(first)])
  // The order that goes on is closed: whoever heard either of them has somebody to tell.
  await must(closeOrder(li, orderOf(li.view, first)!, { text: '换了灯' }))
  await synced(li, phone, other, office)
  expect([telling(phone), telling(other)]).toEqual([[first], [second]])
  await must(tellReporter(other, second))
  expect(telling(other)).toEqual([])
  // Whoever had the one that ended has no name in hand any more.
  expect(office.view.get<Reporter>(reporterId(second))?.sharedWith).toBeUndefined()
})

test('taken apart again each has the order it had, in the hands it was in', async () => {
  const { office, li, other, first, second } = await twoOrders()
  await must(giveOrder(office, orderOf(office.view, second)!, { assignee: li.me }))
  await must(linkDuplicate(office, second, first))
  await must(unlinkDuplicate(office, second))
  await synced(office, other, li)
  expect(standing(other).sort()).toEqual([first, second].sort())
  expect(ordersFor(li.view, li.me, li.now()).map(({ order }) => order.id)).toEqual([orderId(second)])
  expect(orderOf(office.view, first)?.assignee).toBeUndefined()
})

test('a duplicate of a duplicate goes on as the first of the three, whichever way round they were merged', async () => {
  const { compound, office, place, other, first, second } = await twoOrders()
  other.clock = compound.clock = hourAfter(compound.clock)
  const third = await remark(other, { place: place('1-1-1-102'), text: '灯还是黑', affected: 1 })
  await synced(other, office)
  await must(linkDuplicate(office, third, second))
  await must(linkDuplicate(office, second, first))
  await synced(office, other)
  for (const id of [first, second, third]) expect(orderOf(other.view, id)?.id).toBe(orderId(first))
  expect(standing(other)).toEqual([first])
  expect(detail(other, third)).toMatchObject({ voices: 3, households: 10 })
  // The middle one is taken out with what hangs on it.
  await must(unlinkDuplicate(office, second))
  await synced(office, other)
  expect(orderOf(other.view, third)?.id).toBe(orderId(second))
  expect(standing(other).sort()).toEqual([first, second].sort())
})

test('an edit and a closing meet the merge: what was said stays, and somebody is asked to look at the one that goes on', async () => {
  const { office, other, li, first, second } = await twoOrders()
  await must(giveOrder(office, orderOf(office.view, second)!, { assignee: li.me }))
  await synced(office, li, other)
  for (const one of [li, other]) one.wire.cut()
  await must(closeOrder(li, orderOf(li.view, second)!, { text: '102 门口换好了' }))
  await must(editFeedback(other, other.view.get<Feedback>(second)!, { text: '102 门口的灯坏了' }))
  await must(linkDuplicate(office, second, first))
  await synced(office)
  for (const one of [li, other]) one.wire.mend()
  await synced(li, other, office, li)

  for (const who of [office, other]) {
    expect(who.view.get<Feedback>(second)).toMatchObject({ text: '102 门口的灯坏了', duplicateOf: first })
    expect(who.view.get<Order>(orderId(second))).toMatchObject({ status: 'open', mergedInto: orderId(first) })
    expect(detail(who, first)).toMatchObject({ status: 'open', closedBeside: '小李' })
    expect(detail(who, first)?.timeline.map(({ text }) => text)).toContain('102 门口换好了')
  }
})

test('closed before the merge comes: the whole merge is held, a person decides, and nothing is half merged', async () => {
  const { office, li, first, second } = await twoOrders()
  office.wire.cut()
  await must(linkDuplicate(office, second, first))
  await must(closeOrder(li, orderOf(li.view, second)!, { text: '换好了' }))
  await synced(li)
  office.wire.mend()
  await synced(office, li)
  expect(li.view.get<Feedback>(second)?.duplicateOf).toBeUndefined()
  expect(li.view.get<Order>(orderId(second))).toMatchObject({ status: 'done' })
  expect(office.view.get<Order>(orderId(second))?.mergedInto).toBeUndefined()
})

/** The office hears that two orders are one while it has no network; meanwhile something else is said of one of them. */
async function mergedOffline(
  meanwhile: (is: Awaited<ReturnType<typeof twoOrders>>, wang: Volunteer) => unknown,
) {
  const is = await twoOrders()
  const wang = await is.compound.joins({ name: '王师傅', role: 'steward' })
  await synced(is.office, wang)
  is.office.wire.cut()
  await must(linkDuplicate(is.office, is.second, is.first))
  await meanwhile(is, wang)
  is.office.wire.mend()
  await synced(is.office, is.li, wang, is.other)
  return { ...is, wang }
}

test('given while another merged it: whoever has it is told where it went, and the office is offered their hands', async () => {
  const { office, li, first, second } = await mergedOffline(async ({ li, second }) => {
    await must(giveOrder(li, orderOf(li.view, second)!, { assignee: li.me }))
    await must(promiseDay(li, orderId(second), '2026-03-05'))
    await synced(li)
  })
  for (const who of [office, li]) expect(detail(who, first)?.handsBeside).toEqual([{ assignee: li.me }])
  expect(ordersFor(li.view, li.me, li.now())).toEqual([])
  expect(joinedAway(li.view, li.me, li.now())).toMatchObject([{ id: second, hands: {} }])
  // What they said to the asker is theirs to keep, whatever number it goes on under.
  expect(promisedBy(li.view, li.me)).toMatchObject([{ id: second, until: '2026-03-05' }])
  // The same on a screen, which shows what may be read and leaves out what is voided.
  const shown = { ...li.reader(), standing: li.view.standing }
  expect(joinedAway(shown, li.me, li.now())).toMatchObject([{ id: second, hands: {} }])
  expect(promisedBy(shown, li.me)).toMatchObject([{ id: second, until: '2026-03-05' }])
  await must(giveOrder(office, orderOf(office.view, first)!, { assignee: li.me }))
  await synced(office, li)
  expect(detail(li, first)?.handsBeside).toBeUndefined()
  expect(joinedAway(li.view, li.me, li.now())).toEqual([])
  expect(ordersFor(li.view, li.me, li.now()).map(({ order }) => order.id)).toEqual([orderId(first)])
})

test('given after the merge had come, by somebody who had not heard of it: the same is told and offered', async () => {
  const { compound, office, li, first, second } = await twoOrders()
  const wang = await compound.joins({ name: '王师傅', role: 'steward' })
  await synced(wang)
  wang.wire.cut()
  await must(giveOrder(wang, orderOf(wang.view, second)!, { assignee: li.me }))
  await must(linkDuplicate(office, second, first))
  await synced(office)
  wang.wire.mend()
  await synced(wang, office, li)
  for (const who of [office, li, wang]) expect(detail(who, first)?.handsBeside).toEqual([{ assignee: li.me }])
  expect(joinedAway(li.view, li.me, li.now())).toMatchObject([{ id: second, hands: {} }])
})

test('both were in hand: each stays where it was, and whoever had the one that ended learns who goes on', async () => {
  const { compound, office, li, other, first, second } = await twoOrders()
  const wang = await compound.joins({ name: '王师傅', role: 'steward' })
  await must(giveOrder(office, orderOf(office.view, first)!, { assignee: wang.me }))
  await must(giveOrder(office, orderOf(office.view, second)!, { assignee: li.me }))
  await must(linkDuplicate(office, second, first))
  await synced(office, li, wang, other)
  expect(orderOf(other.view, first)?.assignee).toBe(wang.me)
  expect(detail(office, first)?.handsBeside).toEqual([{ assignee: li.me }])
  expect(joinedAway(li.view, li.me, li.now())).toMatchObject([{ id: second, hands: { assignee: wang.me } }])
  expect(joinedAway(wang.view, wang.me, wang.now())).toEqual([])
})

test('what was begun on since the merge stays in the hands it is in when the two are parted', async () => {
  const { office, li, first, second } = await twoOrders()
  await must(giveOrder(office, orderOf(office.view, second)!, { assignee: li.me }))
  await must(linkDuplicate(office, second, first))
  await synced(office, li)
  office.wire.cut()
  await must(unlinkDuplicate(office, second))
  await must(progressOrder(li, orderId(first), 'working'))
  await synced(li)
  office.wire.mend()
  await synced(office, li)
  expect(
    ordersFor(li.view, li.me, li.now())
      .map(({ order }) => order.id)
      .sort(),
  ).toEqual([orderId(first), orderId(second)].sort())
})

test('whoever may merge and not give leaves the hands to the office, in words', async () => {
  const { office, li, other, first, second } = await twoOrders()
  await must(giveOrder(office, orderOf(office.view, second)!, { assignee: li.me }))
  await synced(office, other)
  await must(linkDuplicate(other, second, first))
  await synced(other, office)
  expect(orderOf(office.view, first)?.assignee).toBeUndefined()
  expect(detail(office, first)?.handsBeside).toEqual([{ assignee: li.me }])
})
