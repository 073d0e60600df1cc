import { expect, test } from 'vitest'
import {
  agreeName,
  callMade,
  editFeedback,
  type NewFeedback,
  withdrawFeedback,
  writeFeedback,
} from '#commands/feedback.ts'
import { assignOrder, closeOrder, confirmOrder } from '#commands/orders.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Order, orderId } from '#domain/ledger/order.ts'
import { countsByTrack, feedbackList } from '#queries/feedback.ts'
import { feedbackDetail } from '#queries/feedbackDetail.ts'
import { ordersFor } from '#queries/orders.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

async function anEvening() {
  const compound = await twoDevices()
  const { place, joins } = compound
  const phone = await joins({ name: '何桂英', role: 'gridWorker', place: place('1') })
  const steward = await joins({ name: '小张', role: 'steward' })
  return { compound, place, phone, steward, office: compound.office }
}

async function remark(who: Volunteer, said: Partial<NewFeedback> & { place: RecordId }): Promise<RecordId> {
  const done = await writeFeedback(who, {
    text: '',
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

async function must(done: Promise<{ ok: boolean; refused?: unknown }>): Promise<void> {
  const answer = await done
  if (!answer.ok) throw new Error(`refused: ${String(answer.refused)}`)
}

const order = (who: Volunteer, id: RecordId) => who.view.get<Order>(orderId(id))!
const texts = (who: Volunteer) =>
  feedbackList(who.view, {}, who.now())
    .map((row) => row.text)
    .sort()

test('five remarks at the doors: each reaches the office once with its author, the steward without who said it', async () => {
  const { phone, steward, office, place } = await anEvening()
  phone.wire.cut()
  const lamp = await remark(phone, {
    place: place('1-1-1-101'),
    text: '三楼灯不亮',
    reporter: { displayName: '石榴大爷', phone: '13833330101', agreed: false },
  })
  const fixed = await remark(phone, {
    place: place('1-1-1-102'),
    text: '门口杂物，当场搬走了',
    ending: { is: 'fixed', text: '一起搬的', photos: [] },
  })
  const gas = await remark(phone, { place: place('1-2-2-201'), text: '楼道里有煤气味', urgency: 'u1' })
  await remark(phone, { place: place('1-1-1-101'), text: '谢谢督导', ending: { is: 'praise' } })
  await remark(phone, {
    place: place('1-1'),
    text: '想装充电棚',
    ending: { is: 'order', track: 'visible_plan' },
  })

  // Offline: the gas stands above everything until somebody says that the call was made; nothing has a number yet.
  const rows = feedbackList(phone.view, {}, phone.now())
  expect(rows[0]).toMatchObject({ id: gas, ring: true, dangers: ['gas'], standing: 'waiting' })
  expect(rows.every(({ no, standing }) => no === undefined && standing === 'waiting')).toBe(true)
  expect(countsByTrack(rows)).toEqual({ fix_now: 0, act_soon: 2, visible_plan: 1, done: 2 })
  await phone.restart()
  expect(feedbackList(phone.view, {}, phone.now())).toEqual(rows)
  await must(callMade(phone, gas))

  phone.wire.mend()
  phone.wire.loseReplies(1)
  expect(await phone.sync()).toBe('noLink')
  expect(await phone.sync()).toBe('done')
  await office.sync()
  await steward.sync()

  expect(texts(office)).toEqual(texts(phone))
  expect(texts(office)).toHaveLength(5)
  const atOffice = feedbackList(office.view, {}, office.now())
  expect(atOffice.map(({ no }) => no).sort()).toEqual([1, 2, 3, 4, 5])
  expect(atOffice.some(({ ring }) => ring)).toBe(false)
  expect(feedbackDetail(office.view, lamp, office.now())).toMatchObject({
    reporter: '石榴大爷',
    timeline: [{ is: 'said', by: '何桂英', text: '三楼灯不亮' }],
  })
  expect(feedbackDetail(office.view, fixed, office.now())).toMatchObject({
    drawer: 'done',
    status: 'done',
    order: { track: 'fix_now' },
  })

  await must(assignOrder(office, order(office, lamp), steward.me))
  await office.sync()
  await steward.sync()
  expect(ordersFor(steward.view, steward.me, steward.now()).map(({ order }) => order.text)).toEqual([
    '三楼灯不亮',
  ])
  const toSteward = feedbackDetail(steward.view, lamp, steward.now())
  expect(toSteward).toMatchObject({ text: '三楼灯不亮', where: '1栋 1单元 1楼 101', assignee: '小张' })
  expect(toSteward).not.toHaveProperty('reporter')
  for (const secret of ['石榴大爷', '13833330101', '欧阳灯芯']) {
    expect(await steward.holds(secret)).toBe(false)
    expect(steward.wire.heard.join('\n')).not.toContain(secret)
  }
})

test('who said it is told to the steward once they agree, and no longer when the matter is closed', async () => {
  const { phone, steward, office, place } = await anEvening()
  const lamp = await remark(phone, {
    place: place('1-1-1-101'),
    text: '三楼灯不亮',
    reporter: { displayName: '石榴大爷', phone: '13833330101', agreed: false },
  })
  await phone.sync()
  await office.sync()
  await must(assignOrder(office, order(office, lamp), steward.me))
  await office.sync()
  await steward.sync()
  expect(feedbackDetail(steward.view, lamp, steward.now())).not.toHaveProperty('reporter')

  await phone.sync()
  await must(agreeName(phone, phone.view.get<Feedback>(lamp)!, true))
  await phone.sync()
  await steward.sync()
  expect(feedbackDetail(steward.view, lamp, steward.now())).toMatchObject({
    reporter: '石榴大爷',
    reporterRecord: { phone: '13833330101' },
  })

  // They change their mind: at the next contact the name is not on the device any more.
  await must(agreeName(phone, phone.view.get<Feedback>(lamp)!, false))
  await phone.sync()
  await steward.sync()
  expect(await steward.holds('石榴大爷')).toBe(false)

  await must(agreeName(phone, phone.view.get<Feedback>(lamp)!, true))
  await phone.sync()
  await steward.sync()
  expect(await steward.holds('石榴大爷')).toBe(true)
  await must(closeOrder(steward, order(steward, lamp), { text: '换了灯泡' }))
  await steward.sync()
  expect(await steward.holds('石榴大爷')).toBe(false)
  expect(feedbackDetail(steward.view, lamp, steward.now())).toMatchObject({ status: 'done' })

  await phone.sync()
  expect(feedbackDetail(phone.view, lamp, phone.now())).toMatchObject({
    drawer: 'done',
    reporter: '石榴大爷',
    facts: { handledAt: expect.any(String) },
  })
  await must(confirmOrder(phone, orderId(lamp), 'satisfied'))
  await phone.sync()
  await office.sync()
  expect(feedbackDetail(office.view, lamp, office.now())).toMatchObject({ facts: { agrees: 'satisfied' } })
})

test('W9 two people correct the same words without a signal: one stands, the other is not gone', async () => {
  const { phone, office, place } = await anEvening()
  const lamp = await remark(phone, { place: place('1-1-1-101'), text: '灯不亮' })
  await phone.sync()
  await office.sync()

  phone.wire.cut()
  office.wire.cut()
  await must(editFeedback(phone, phone.view.get<Feedback>(lamp)!, { text: '三楼灯不亮', affected: 4 }))
  await must(editFeedback(office, office.view.get<Feedback>(lamp)!, { text: '楼道灯一直闪', urgency: 'u2' }))
  phone.wire.mend()
  office.wire.mend()
  await phone.sync()
  await office.sync()
  await phone.sync()

  for (const who of [phone, office]) {
    // Later in the order of the server stands; fields that one alone touched are both there.
    const shown = feedbackDetail(who.view, lamp, who.now())
    expect(shown?.record).toMatchObject({ text: '楼道灯一直闪', urgency: 'u2', affected: 4 })
    expect(shown?.timeline).toContainEqual(
      expect.objectContaining({
        is: 'lost',
        lost: expect.objectContaining({ field: 'text', value: '三楼灯不亮' }),
      }),
    )
  }
})

test('who said it goes with the matter from hand to hand, and stays in none that gave it on', async () => {
  const { compound, phone, steward, office, place } = await anEvening()
  const other = await compound.joins({ name: '小李', role: 'steward' })
  const lamp = await remark(phone, {
    place: place('1-1-1-101'),
    text: '三楼灯不亮',
    reporter: { displayName: '石榴大爷', agreed: true },
  })
  await phone.sync()
  await office.sync()
  await must(assignOrder(office, order(office, lamp), steward.me))
  await office.sync()
  await steward.sync()
  expect(feedbackDetail(steward.view, lamp, steward.now())).toMatchObject({ reporter: '石榴大爷' })
  // The steward passes it on; they need not read the name's record for it.
  await must(assignOrder(steward, order(steward, lamp), other.me))
  await steward.sync()
  await other.sync()
  expect(feedbackDetail(other.view, lamp, other.now())).toMatchObject({
    reporter: '石榴大爷',
    assignee: '小李',
  })
  expect(await steward.holds('石榴大爷')).toBe(false)
  // A third, in whose hands it never was, has never had it.
  const third = await compound.joins({ name: '小王', role: 'manager' })
  expect(feedbackDetail(third.view, lamp, third.now())).toMatchObject({ text: '三楼灯不亮' })
  expect(third.wire.heard.join('')).not.toContain('石榴大爷')
})

test('what is heard at the bins about another house reaches the office, and its writer may still take it back', async () => {
  const { compound, place, office } = await anEvening()
  const atBin = await compound.joins({ name: '唐玉珍', role: 'supervisor', place: place('bin-1') })
  const heard = await remark(atBin, { place: place('2-1'), text: '大厅灯闪', channel: 'bin_side' })
  await atBin.sync()
  await office.sync()
  expect(order(office, heard)).toMatchObject({ place: place('2-1'), author: atBin.me })
  await must(withdrawFeedback(atBin, heard, '记错了'))
  await atBin.sync()
  await office.sync()
  expect(office.view.get<Feedback>(heard)?.voided?.by).toBe(atBin.me)
  expect(office.view.all('held')).toEqual([])
})
