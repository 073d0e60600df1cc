import { expect, test } from 'vitest'
import { tellReporter, writeFeedback } from '#commands/feedback.ts'
import {
  closeOrder,
  confirmOrder,
  giveOrder,
  promiseDay,
  replyOutside,
  sendOutside,
} from '#commands/orders.ts'
import { setTimes } from '#commands/times.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Order, orderId } from '#domain/ledger/order.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import { feedbackDetail } from '#queries/feedbackDetail.ts'
import { deskRows, promisedBy } from '#queries/ledger.ts'
import { orderDue, ordersFor } from '#queries/orders.ts'
import { slipOf } from '#queries/slip.ts'
import { toTell } from '#queries/toTell.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { aPicture } from '#test/support/pictures.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

async function aMorning() {
  const compound = await twoDevices()
  const { place, joins } = compound
  const phone = await joins({ name: '何桂英', role: 'gridWorker', place: place('1') })
  const steward = await joins({ name: '小张', role: 'steward' })
  const manager = await joins({ name: '钱经理', role: 'manager' })
  const heard = await writeFeedback(phone, {
    place: place('1-1-1-101'),
    text: '楼道灯不亮',
    category: 'lighting',
    urgency: 'u3',
    channel: 'door_visit',
    photos: [],
    reporter: { displayName: '何叔叔', agreed: false },
    ending: { is: 'order', track: 'act_soon' },
  })
  if (!heard.ok) throw new Error(heard.refused)
  await synced(phone, manager, steward)
  return { compound, place, phone, steward, manager, lamp: heard.value }
}

async function synced(...people: readonly Volunteer[]): Promise<void> {
  for (const one of people) expect(await one.sync()).toBe('done')
}

async function must(done: Promise<{ ok: boolean; refused?: unknown }>): Promise<void> {
  const answer = await done
  if (!answer.ok) throw new Error(`refused: ${String(answer.refused)}`)
}

const order = (who: Volunteer, id: RecordId) => who.view.get<Order>(orderId(id))!
const telling = (who: Volunteer) =>
  toTell(who.view, {
    me: who.me,
    appointments: who.appointments,
    tree: who.reader().tree,
    day: '2026-03-02',
  }).map((one) => one.name ?? one.text)

test('two close the same order within a minute, one with a picture: one closing, both words and the picture are there', async () => {
  const { steward, manager, phone, lamp } = await aMorning()
  steward.wire.cut()
  manager.wire.cut()
  const photo = await steward.takePhoto(aPicture())
  await must(closeOrder(steward, order(steward, lamp), { text: '换好 LED 灯', photos: [photo] }))
  await must(closeOrder(manager, order(manager, lamp), { text: '师傅说修好了' }))
  await steward.restart()
  manager.wire.mend()
  steward.wire.mend()
  // Whoever wrote later comes first: the order of arrival decides.
  await synced(manager, steward, manager, phone)

  for (const one of [steward, manager, phone]) {
    const { status, after, events } = order(one, lamp)
    expect([status, after]).toEqual(['done', [photo]])
    expect(events.filter(({ is }) => is === 'closed').map(({ text }) => text)).toEqual(['师傅说修好了'])
    expect(events.map(({ text }) => text)).toContain('换好 LED 灯')
    expect(await one.seesPhoto(photo)).toBe(true)
  }
  expect(feedbackDetail(phone.view, lamp, phone.now())?.timeline.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['换好 LED 灯', '师傅说修好了', '楼道灯不亮']),
  )
})

test('two devices without a network both say 待编号; the server numbers in the order of arrival', async () => {
  const { phone, compound, place } = await aMorning()
  const other = await compound.joins({ name: '周桂芳', role: 'gridWorker', place: place('2') })
  phone.wire.cut()
  other.wire.cut()
  const write = async (who: Volunteer, where: string) => {
    const done = await writeFeedback(who, {
      place: place(where),
      text: '门禁坏了',
      category: 'order_parking',
      urgency: 'u3',
      channel: 'face',
      photos: [],
      ending: { is: 'order', track: 'act_soon' },
    })
    if (!done.ok) throw new Error(done.refused)
    return done.value
  }
  const first = await write(phone, '1-1-1-101')
  const second = await write(other, '2-1-1-101')
  for (const [who, id] of [
    [phone, first],
    [other, second],
  ] as const) {
    expect(who.view.get<Feedback>(id)?.no).toBeUndefined()
    expect(order(who, id).no).toBeUndefined()
  }
  phone.wire.mend()
  other.wire.mend()
  await synced(other, phone)
  const earlier = other.view.get<Feedback>(second)!
  const later = phone.view.get<Feedback>(first)!
  expect(later.no).toBeGreaterThan(earlier.no!)
  expect(order(phone, first).no).toBeGreaterThan(order(other, second).no!)
})

test('handled, told and agreed are three facts; not content opens it again with a day', async () => {
  const { steward, manager, phone, lamp } = await aMorning()
  await must(giveOrder(manager, order(manager, lamp), { assignee: steward.me }, '今天去看看'))
  await synced(manager, steward)
  expect(ordersFor(steward.view, steward.me, steward.now())).toHaveLength(1)
  await must(promiseDay(steward, orderId(lamp), '2026-03-03'))
  expect(promisedBy(steward.view, steward.me)).toMatchObject([{ is: 'promised', until: '2026-03-03' }])
  await must(
    closeOrder(steward, order(steward, lamp), { text: '换了灯' }, { costCents: 4_550, payer: 'trust_fund' }),
  )
  await synced(steward, phone)
  expect(order(phone, lamp)).toMatchObject({ costCents: 4_550, payer: 'trust_fund' })
  expect(promisedBy(steward.view, steward.me)).toEqual([])

  expect(telling(phone)).toEqual(['何叔叔'])
  await must(tellReporter(phone, lamp))
  expect(telling(phone)).toEqual([])
  await must(confirmOrder(phone, orderId(lamp), 'dissatisfied', '还是不亮'))
  await synced(phone, steward)
  const reopened = order(steward, lamp)
  expect(reopened.status).toBe('open')
  // A day from a quarter past seven in the morning of the server's day.
  const due = orderDue(steward.view, reopened, steward.now())
  expect(due).toMatchObject({ standing: 'inTime', at: '2026-03-03T00:00:00.000Z' })

  await must(closeOrder(steward, reopened, { text: '换了线' }))
  await synced(steward, phone)
  // Told of the first repair is not told of the second.
  expect(telling(phone)).toEqual(['何叔叔'])
})

test('a firm without an account has it, and takes along half a page without anybody’s name', async () => {
  const { manager, lamp } = await aMorning()
  expect(deskRows(manager.view, manager.now()).map(({ desk }) => desk)).toEqual(['new'])
  await must(giveOrder(manager, order(manager, lamp), { vendor: '蓉城水电行' }))
  await synced(manager)
  expect(deskRows(manager.view, manager.now())).toMatchObject([
    { desk: 'given', hands: { vendor: '蓉城水电行' } },
  ])
  const slip = slipOf(manager.view, lamp, manager.now())
  expect(slip).toMatchObject({
    no: 1,
    hands: { vendor: '蓉城水电行' },
    where: '1栋 1单元 1楼 101',
    givenAs: 'manager',
  })
  for (const name of ['何叔叔', '钱经理', '何桂英']) expect(JSON.stringify(slip)).not.toContain(name)
})

test('the slip says whom the firm calls: the property’s duty desk, wherever it stands in the list', async () => {
  const { manager, compound, lamp } = await aMorning()
  const { office } = compound
  await must(
    office.commit([
      {
        record: settingsId(office.tenant),
        name: 'settings.edit',
        v: 1,
        args: {
          emergency: {
            was: office.view.get<Settings>(settingsId(office.tenant))?.emergency,
            now: [
              { label: '电梯维保', number: '028-0000 0002' },
              { label: '物业值班', number: '028-0000 0001' },
            ],
          },
        },
      },
    ]),
  )
  await synced(office, manager)
  expect(slipOf(manager.view, lamp, manager.now())?.contact).toEqual({
    label: '物业值班',
    number: '028-0000 0001',
  })
})

test('what went to 12345 shows what they promised; the answer is typed in and it is ours again', async () => {
  const { manager, phone, lamp } = await aMorning()
  const sent = { body: 'hotline12345', reference: '成-0302-118', workingDays: 7 } as const
  await must(sendOutside(manager, order(manager, lamp), sent))
  await synced(manager, phone)
  const now = phone.now()
  expect(deskRows(manager.view, manager.now()).map(({ desk }) => desk)).toEqual(['outside'])
  expect(feedbackDetail(phone.view, lamp, now)).toMatchObject({
    due: { standing: 'outside', at: '2026-03-11T16:00:00.000Z' },
    order: { outside: { reference: '成-0302-118' } },
  })
  manager.clock = '2026-03-02T01:00:00.000Z'
  await must(replyOutside(manager, orderId(lamp), { text: '周三派人来' }))
  await synced(manager, phone)
  expect(feedbackDetail(phone.view, lamp, now)?.timeline[0]).toMatchObject({
    is: 'replied',
    text: '周三派人来',
  })
  expect(orderDue(phone.view, order(phone, lamp), now).standing).toBe('inTime')
})

test('two at the office change two lines of the times while one has no network: both hold, on every device', async () => {
  const { compound, phone, lamp } = await aMorning()
  const { office } = compound
  const second = await compound.joins({ name: '吴主任', role: 'officer' })
  office.wire.cut()
  await must(setTimes(office, { dueActSoon: { unit: 'workingDays', count: 5 } }))
  await must(setTimes(second, { duty: { from: '09:00', to: '18:00' } }))
  await synced(second)
  office.wire.mend()
  await synced(office, second, phone)
  for (const one of [office, second, phone])
    expect(one.view.get<Settings>(settingsId(one.tenant))).toMatchObject({
      dueActSoon: { unit: 'workingDays', count: 5 },
      duty: { from: '09:00', to: '18:00' },
    })
  expect(orderDue(phone.view, order(phone, lamp), phone.now()).at).toBe('2026-03-09T16:00:00.000Z')
})
