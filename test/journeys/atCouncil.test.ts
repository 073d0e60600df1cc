import { describe, expect, test } from 'vitest'
import { confirmDone, markForCouncil, saidOf, unmarkForCouncil } from '#commands/atCouncil.ts'
import {
  buildAgenda,
  callMeeting,
  dropResolution,
  idOfCall,
  reopenResolution,
  rule,
} from '#commands/council.ts'
import { openOrder, closeOrder, confirmOrder } from '#commands/orders.ts'
import { raiseTopic, resolveTopic } from '#commands/topics.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import { reporterId } from '#domain/feedback/reporter.ts'
import type { RecordId } from '#domain/ids.ts'
import { itemId } from '#domain/council/agendaItem.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import { type Resolution, resolutionId } from '#domain/council/resolution.ts'
import type { Topic } from '#domain/council/topic.ts'
import { type Order, orderId } from '#domain/ledger/order.ts'
import {
  apartFrom,
  decidedOn,
  doneWith,
  marksOf,
  matterOf,
  topicsOn,
  undoneWith,
} from '#queries/atCouncil.ts'
import { keptHome, proposedAgenda, reopenedIn } from '#queries/council.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { must } from '#test/support/binSide.ts'
import { type Compound, twoDevices } from '#test/support/twoDevices.ts'

const CALL = { meetingKind: 'weekly', day: '2026-03-04', time: '19:30', placeText: '活动室' } as const
const NEXT = { ...CALL, day: '2026-03-11' }
const AFTER = { ...CALL, day: '2026-03-18' }

async function said(who: Volunteer, place: RecordId, text: string, name?: string): Promise<RecordId> {
  const id = who.newId() as RecordId
  const remark = {
    place,
    text,
    category: 'lighting',
    urgency: 'u3',
    channel: 'face',
    affected: 1,
    heardAt: who.now(),
    photos: [],
    name: name === undefined ? 'none' : 'kept',
  }
  const reporter = { feedback: id, place, displayName: name, agreed: false }
  await must(
    who.commit([
      { record: id, name: 'feedback.write', v: 1, args: remark },
      ...(name === undefined
        ? []
        : [{ record: reporterId(id), name: 'reporter.write', v: 1, args: reporter }]),
    ]),
  )
  return id
}

const remarkOf = (who: Volunteer, id: RecordId) => who.view.get<Feedback>(id)!
const orderIn = (who: Volunteer, id: RecordId) => who.view.get<Order>(orderId(id))!
const marks = (who: Volunteer, id: RecordId) => marksOf(who.view, matterOf(who.view, id))
const proposed = (who: Volunteer, meeting: RecordId) =>
  proposedAgenda(who.view, who.reader(), who.view.get<Meeting>(meeting)!, who.now())
const titles = (who: Volunteer, meeting: RecordId) => proposed(who, meeting).map((one) => one.title)
const called = async (who: Volunteer, call: Parameters<typeof callMeeting>[1]) => {
  await must(callMeeting(who, call))
  return idOfCall(who, call)
}

/** Hours and days go by, on the server and on every device. */
function later(instant: string, compound: Compound, ...devices: readonly Volunteer[]) {
  compound.clock = instant
  for (const one of devices) one.clock = instant
}

async function allSync(...devices: readonly Volunteer[]) {
  for (const one of [...devices, ...devices]) expect(await one.sync()).toBe('done')
}

async function aCompound() {
  const compound = await twoDevices()
  const { office } = compound
  const shen = await compound.joins({ name: '沈姐', role: 'owners' })
  const steward = await compound.joins({ name: '李管家', role: 'steward' })
  const place = compound.place('compound')
  const lamp = await said(office, place, '大厅的灯一闪一闪的')
  await must(openOrder(office, remarkOf(office, lamp), 'fix_now'))
  await allSync(office, shen, steward)
  const all = [office, shen, steward]
  return { compound, all, office, shen, steward, place, lamp }
}

/** A sitting that resolved something about a remark. */
async function resolved(who: Volunteer, remark: RecordId, call = CALL as Parameters<typeof callMeeting>[1]) {
  const meeting = await called(who, call)
  await must(markForCouncil(who, remark))
  await must(buildAgenda(who, meeting, proposed(who, meeting)))
  const item = itemId(meeting, remark)
  await must(
    rule(who, who.view.get(item)!, {
      ruling: 'agreed',
      decision: '换成声控灯',
      whose: '物业',
      due: '2026-03-09',
      otherwise: '改了',
    }),
  )
  return { meeting, item, resolution: resolutionId(meeting, item) }
}

describe('a mark for the council', () => {
  test('is made in one press without a signal, takes the matter onto the next agenda, and a second press takes it back', async () => {
    const { steward, shen, office, lamp } = await aCompound()
    const meeting = await called(shen, CALL)
    expect(titles(shen, meeting)).toEqual([])
    await allSync(shen, steward)
    steward.wire.cut()
    await must(markForCouncil(steward, lamp))
    await steward.restart()
    expect(marks(steward, lamp)).toHaveLength(1)
    steward.wire.mend()
    await allSync(steward, shen, office)
    expect(proposed(shen, meeting)).toMatchObject([{ listed: 'marked', from: [lamp] }])
    // Whose hands it is in and how long it has stay as they were.
    expect(orderIn(shen, lamp)).toMatchObject({ status: 'open', track: 'fix_now' })

    await must(unmarkForCouncil(office, marks(office, lamp)))
    await allSync(office, shen)
    expect(titles(shen, meeting)).toEqual([])
  })

  test('that one takes back while another, who saw none, makes it anew, stands for who wanted it last', async () => {
    const { compound, all, steward, shen, lamp } = await aCompound()
    await must(markForCouncil(steward, lamp))
    await allSync(steward, shen)
    for (const one of [steward, shen]) one.wire.cut()
    await must(unmarkForCouncil(shen, marks(shen, lamp)))
    await must(unmarkForCouncil(steward, marks(steward, lamp)))
    later('2026-03-02T02:00:00.000Z', compound, ...all)
    await must(markForCouncil(steward, lamp))
    for (const one of [steward, shen]) one.wire.mend()
    await allSync(steward, shen, steward)
    for (const one of [steward, shen]) expect(marks(one, lamp)).toHaveLength(1)
  })

  test('is used up by the sitting that rules on it, not by one that puts it off, and can be made again', async () => {
    const { compound, all, shen, lamp } = await aCompound()
    const { resolution } = await resolved(shen, lamp)
    expect(marks(shen, lamp)).toEqual([])
    await must(dropResolution(shen, resolution, '先不换了'))
    later('2026-03-11T01:00:00.000Z', compound, ...all)
    const next = await called(shen, NEXT)
    expect(proposed(shen, next).map((one) => one.listed)).not.toContain('marked')
    await must(markForCouncil(shen, lamp))
    expect(marks(shen, lamp)).toHaveLength(1)
    await must(buildAgenda(shen, next, proposed(shen, next)))
    await must(
      rule(shen, shen.view.get(itemId(next, lamp))!, {
        ruling: 'deferred',
        decision: '下周再说',
        otherwise: '改了',
      }),
    )
    later('2026-03-18T01:00:00.000Z', compound, ...all)
    expect(titles(shen, await called(shen, AFTER))).toEqual(['大厅的灯一闪一闪的'])
  })
})

describe('a remark about a home', () => {
  test('never reaches the agenda, and the agenda counts it; said of the stairwell it does, and its name stays with its readers', async () => {
    const { compound, office, shen } = await aCompound()
    const home = compound.place('1-1-1-101')
    const own = await said(office, home, '101 门口的灯不亮', '101 何叔叔')
    const lead = await compound.joins({ name: '周姐', role: 'gridWorker', place: compound.place('1') })
    await must(markForCouncil(office, own))
    await allSync(office, shen, lead)
    const meeting = await called(shen, CALL)
    expect(titles(shen, meeting)).toEqual([])
    expect(keptHome(shen.view, shen.reader(), shen.now()).map((one) => one.id)).toEqual([own])
    expect(lead.view.get(reporterId(own))).toBeDefined()
    expect(shen.view.get(reporterId(own))).toBeUndefined()

    const floor = office.reader().tree.get(home)!.parent!
    await must(saidOf(office, remarkOf(office, own), floor))
    await allSync(office, shen, lead)
    expect(titles(shen, meeting)).toEqual(['101 门口的灯不亮'])
    expect(keptHome(shen.view, shen.reader(), shen.now())).toEqual([])
    expect(lead.view.get(reporterId(own))).toMatchObject({ displayName: '101 何叔叔', place: floor })
    expect(shen.view.get(reporterId(own))).toBeUndefined()

    // Said of the whole compound it leaves those who look after one building.
    await must(saidOf(office, remarkOf(office, own), compound.place('compound')))
    await allSync(office, shen, lead)
    expect(lead.view.get(reporterId(own))).toBeUndefined()
    expect(shen.view.get(reporterId(own))).toBeUndefined()
    expect(office.view.get(reporterId(own))).toMatchObject({ displayName: '101 何叔叔' })
  })
})

test('what is behind a numbered door and everybody’s, like the room where they meet, is a matter for the council', async () => {
  const { compound, office, shen } = await aCompound()
  const room = compound.place('1-1-1-102')
  await must(office.commit([{ record: room, name: 'place.use', v: 1, args: { now: 'notHome' } }]))
  const told = await said(office, room, '活动室的桌子不够')
  await must(markForCouncil(office, told))
  await allSync(office, shen)
  expect(titles(shen, await called(shen, CALL))).toEqual(['活动室的桌子不够'])
  expect(keptHome(shen.view, shen.reader(), shen.now())).toEqual([])
})

describe('an order and what the council resolved about it', () => {
  test('are done in one act, and the result comes first at the next sitting', async () => {
    const { compound, all, shen, steward, office, lamp } = await aCompound()
    const { meeting, resolution } = await resolved(shen, lamp)
    await allSync(shen, steward)
    steward.wire.cut()
    const order = orderIn(steward, lamp)
    const both = doneWith(steward.view, order).map((one) => one.id)
    expect(both).toEqual([resolution])
    later('2026-03-05T01:00:00.000Z', compound, ...all)
    const done = await closeOrder(steward, order, { text: '换了声控灯' }, {}, both)
    expect(done.ok && new Set(done.value.map((one) => one.act)).size).toBe(1)
    await steward.restart()
    steward.wire.mend()
    await allSync(steward, shen, office)
    expect(shen.view.get<Resolution>(resolution)).toMatchObject({
      state: 'done',
      steps: [{ is: 'done', by: steward.me, text: '换了声控灯', cause: order.id }],
    })
    expect(apartFrom(shen.view, shen.view.get<Resolution>(resolution)!)).toBeUndefined()
    expect(decidedOn(shen.view, matterOf(shen.view, lamp))).toMatchObject([
      {
        meeting: { id: meeting },
        ruled: true,
        resolution: { whose: '物业', due: '2026-03-09', state: 'done' },
      },
    ])

    later('2026-03-11T01:00:00.000Z', compound, ...all)
    const next = await called(shen, NEXT)
    expect(proposed(shen, next)[0]).toMatchObject({ listed: 'resolution', title: '换成声控灯' })
    await must(buildAgenda(shen, next, proposed(shen, next)))
    // Heard once, it does not come back a week later.
    later('2026-03-18T01:00:00.000Z', compound, ...all)
    expect(titles(shen, await called(shen, AFTER))).toEqual([])
  })

  test('where the order was closed alone the resolution says so, and is confirmed in one press', async () => {
    const { compound, all, shen, steward, lamp } = await aCompound()
    const { resolution } = await resolved(shen, lamp)
    await allSync(shen, steward)
    later('2026-03-05T01:00:00.000Z', compound, ...all)
    await must(closeOrder(steward, orderIn(steward, lamp), { text: '换了声控灯' }))
    await allSync(steward, shen)
    const open = shen.view.get<Resolution>(resolution)!
    expect(open.state).toBe('open')
    expect(apartFrom(shen.view, open)).toMatchObject({ is: 'handled', order: { id: orderId(lamp) } })
    await must(confirmDone(shen, resolution, orderIn(shen, lamp)))
    expect(shen.view.get<Resolution>(resolution)).toMatchObject({
      state: 'done',
      steps: [{ text: '换了声控灯' }],
    })
  })

  test('a repair that was done before the council resolved anything does not make the resolution look done', async () => {
    const { compound, all, shen, steward, lamp } = await aCompound()
    await must(closeOrder(steward, orderIn(steward, lamp), { text: '换了灯泡' }))
    await allSync(steward, shen)
    later('2026-03-04T11:00:00.000Z', compound, ...all)
    const { resolution } = await resolved(shen, lamp)
    expect(apartFrom(shen.view, shen.view.get<Resolution>(resolution)!)).toBeUndefined()
  })

  test('what was dropped meanwhile stays dropped, and does not hold the closing of the order', async () => {
    const { shen, steward, office, lamp } = await aCompound()
    const { resolution } = await resolved(shen, lamp)
    await allSync(shen, steward)
    steward.wire.cut()
    const order = orderIn(steward, lamp)
    await must(closeOrder(steward, order, { text: '换了' }, {}, [resolution]))
    await must(dropResolution(shen, resolution, '不换了'))
    await allSync(shen)
    steward.wire.mend()
    await allSync(steward, shen, office)
    expect(orderIn(office, lamp).status).toBe('done')
    expect(shen.view.get<Resolution>(resolution)).toMatchObject({
      state: 'dropped',
      steps: [{ is: 'dropped' }, { is: 'reported', text: '换了' }],
    })
  })

  test('are open again in one act when the asker is not content; alone, the resolution says that the order is', async () => {
    const { compound, all, shen, steward, office, lamp } = await aCompound()
    const { resolution } = await resolved(shen, lamp)
    await allSync(shen, steward)
    await must(closeOrder(steward, orderIn(steward, lamp), {}, {}, [resolution]))
    await allSync(steward, office, shen)
    later('2026-03-05T01:00:00.000Z', compound, ...all)
    const undone = undoneWith(office.view, orderIn(office, lamp)).map((one) => one.id)
    expect(undone).toEqual([resolution])
    const because = { resolutions: undone, reason: '工单又打开了' }
    await must(confirmOrder(office, orderId(lamp), 'dissatisfied', '还是不亮', because))
    await allSync(office, shen, steward)
    expect(shen.view.get<Resolution>(resolution)).toMatchObject({ state: 'open' })
    expect(shen.view.get<Resolution>(resolution)?.steps.at(-1)).toMatchObject({ text: '还是不亮' })

    later('2026-03-06T01:00:00.000Z', compound, ...all)
    await must(closeOrder(steward, orderIn(steward, lamp), {}, {}, [resolution]))
    await allSync(steward, shen)
    later('2026-03-07T01:00:00.000Z', compound, ...all)
    await must(confirmOrder(shen, orderId(lamp), 'dissatisfied'))
    const done = shen.view.get<Resolution>(resolution)!
    expect(done.state).toBe('done')
    expect(apartFrom(shen.view, done)).toMatchObject({ is: 'reopened' })
    await must(reopenResolution(shen, resolution, '工单又打开了'))
    expect(apartFrom(shen.view, shen.view.get<Resolution>(resolution)!)).toBeUndefined()
  })
})

test('a matter becomes a topic with its link, and what is opened again inside a resolved topic is named there', async () => {
  const { compound, all, shen, steward, lamp } = await aCompound()
  const topic = shen.newId() as RecordId
  const form = { question: '大厅的灯怎么换', options: [], wanted: { elders: 0, parents: 0, renters: 0 } }
  await must(raiseTopic(shen, topic, form, [lamp]))
  expect(topicsOn(shen.view, matterOf(shen.view, lamp)).map((one) => one.id)).toEqual([topic])
  await allSync(shen, steward)
  await must(closeOrder(steward, orderIn(steward, lamp), { text: '换了' }))
  await allSync(steward, shen)
  await must(resolveTopic(shen, topic, '换声控灯'))
  const now = () => shen.view.get<Topic>(topic)!
  expect(reopenedIn(shen.reader(), now())).toEqual([])
  later('2026-03-06T01:00:00.000Z', compound, ...all)
  await must(confirmOrder(shen, orderId(lamp), 'dissatisfied', '又坏了'))
  expect(reopenedIn(shen.reader(), now()).map((one) => one.id)).toEqual([orderId(lamp)])
  // The decision stays as it was written.
  expect(now().resolved).toMatchObject({ decision: '换声控灯' })
})
