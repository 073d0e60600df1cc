import { expect, test } from 'vitest'
import { editFeedback, type NewFeedback, tellReporter, typeVoice, writeFeedback } from '#commands/feedback.ts'
import { linkDuplicate, unlinkDuplicate } from '#commands/merging.ts'
import { closeOrder } from '#commands/orders.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Order, orderId } from '#domain/ledger/order.ts'
import { likelyTheSame } from '#queries/alike.ts'
import { feedbackList } from '#queries/feedback.ts'
import { feedbackDetail } from '#queries/feedbackDetail.ts'
import { photoBytes } from '#store/photoBytes.ts'
import { waitingPhotos } from '#store/photos.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { must } from '#test/support/binSide.ts'
import { aSound } from '#test/support/sounds.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

async function aStaircase() {
  const compound = await twoDevices()
  const { place, joins, office } = compound
  const phone = await joins({ name: '何桂英', role: 'gridWorker', place: place('1') })
  const other = await joins({ name: '马德华', role: 'gridWorker', place: place('1') })
  return { compound, place, phone, other, office }
}

async function remark(who: Volunteer, said: Partial<NewFeedback> & { place: RecordId }): Promise<RecordId> {
  const done = await writeFeedback(who, {
    text: '',
    category: 'lighting',
    urgency: 'u3',
    channel: 'face',
    photos: [],
    ending: { is: 'undecided' },
    ...said,
  })
  if (!done.ok) throw new Error(done.refused)
  return done.value
}

const spoken = async (who: Volunteer) => ({
  sound: await who.takePhoto(aSound()),
  seconds: 12,
  speaker: 'retold' as const,
})
/** The server's clock when the second voice arrives. */
const LATER = '2026-03-01T23:20:00.000Z'

const shown = (who: Volunteer, id: RecordId) => feedbackDetail(who.view, id, who.now())

test('W14 a remark that is only a sound is there after a restart without a signal, arrives as a photo does, and is heard by whoever may', async () => {
  const { phone, other, office, place } = await aStaircase()
  phone.wire.cut()
  const voice = await spoken(phone)
  const id = await remark(phone, { place: place('1-1-1-101'), voice })
  await phone.restart()
  expect(feedbackList(phone.view, { search: '录音' }, phone.now())).toMatchObject([
    { id, text: '', voice: 12 },
  ])
  expect(await photoBytes(phone.photos, voice.sound)).toEqual(aSound())
  expect(await waitingPhotos(phone.disk)).toEqual([voice.sound])

  phone.wire.mend()
  expect(await phone.sync()).toBe('done')
  await office.sync()
  await other.sync()
  // Nobody has put it into words yet: it stays where it was spoken, and comes to whoever may, to be typed without a network.
  for (const who of [phone, office, other])
    expect(await photoBytes(who.photos, voice.sound)).toEqual(aSound())
})

test('W14 what was spoken at one building is not on the phone of another, nor its bytes for the asking', async () => {
  const { compound, phone, place } = await aStaircase()
  const stranger = await compound.joins({ name: '二栋的人', role: 'gridWorker', place: place('2') })
  const voice = await spoken(phone)
  const id = await remark(phone, { place: place('1-1-1-101'), voice })
  await phone.sync()
  await stranger.sync()
  expect(stranger.view.get(id)).toBeUndefined()
  expect(await photoBytes(stranger.photos, voice.sound)).toBeUndefined()
  expect((await stranger.wire.send(`/api/photos/${voice.sound}`, { method: 'GET' })).ok).toBe(false)
})

test('W9 two who type the same sound without a signal: the first stands, the other’s words are under it', async () => {
  const { phone, other, office, place } = await aStaircase()
  const id = await remark(phone, { place: place('1-1-1-101'), voice: await spoken(phone) })
  await phone.sync()
  await office.sync()
  await other.sync()
  other.wire.cut()
  office.wire.cut()
  await must(typeVoice(other, id, '一楼灯不亮'))
  await must(typeVoice(office, id, '一楼楼道黑'))
  other.wire.mend()
  await other.sync()
  office.wire.mend()
  await office.sync()
  await other.sync()
  await phone.sync()
  for (const who of [phone, other, office])
    expect(shown(who, id)).toMatchObject({
      text: '一楼灯不亮',
      typedBy: '马德华',
      timeline: [
        { is: 'noted', text: '一楼楼道黑' },
        { is: 'said', text: '一楼灯不亮' },
      ],
    })
})

test('INV-12 an edit meets a merge: both stand, the edit is on its voice, and nothing is lost', async () => {
  const { compound, phone, other, office, place } = await aStaircase()
  const first = await remark(phone, {
    place: place('1-1-1-101'),
    text: '一楼灯不亮',
    affected: 4,
    ending: { is: 'order', track: 'fix_now' },
  })
  const second = await remark(other, { place: place('1-1-1-102'), text: '门口黑', affected: 5 })
  await phone.sync()
  compound.clock = LATER
  for (const who of [other, phone, office]) await who.sync()

  // While the volunteer, without a signal, says it better, the clerk sees that it is the same.
  other.wire.cut()
  await must(
    editFeedback(other, other.view.get<Feedback>(second)!, {
      text: '102 门口的灯坏了，看不见锁孔',
      urgency: 'u2',
    }),
  )
  const [likely] = likelyTheSame(
    office.view,
    { place: place('1-1-1-102'), text: '门口黑，灯不亮', category: 'lighting', id: second },
    office.now(),
  )
  expect(likely?.row.id).toBe(first)
  await must(linkDuplicate(office, second, first))
  await office.sync()
  other.wire.mend()
  await other.sync()
  for (const who of [phone, office]) await who.sync()

  for (const who of [phone, other, office]) {
    expect(who.view.get<Feedback>(second)).toMatchObject({
      text: '102 门口的灯坏了，看不见锁孔',
      urgency: 'u2',
      duplicateOf: first,
    })
    expect(who.view.get<Feedback>(second)?.lost).toBeUndefined()
    expect(feedbackList(who.view, {}, who.now())).toMatchObject([{ id: first, voices: 2, households: 9 }])
    expect(shown(who, first)?.heard.map(({ record, by }) => [record.text, by])).toEqual([
      ['一楼灯不亮', '何桂英'],
      ['102 门口的灯坏了，看不见锁孔', '马德华'],
    ])
  }

  // It was not the same after all: apart again, each with what was said.
  await must(unlinkDuplicate(office, second))
  await office.sync()
  await other.sync()
  expect(
    feedbackList(other.view, {}, other.now())
      .map(({ id }) => id)
      .sort(),
  ).toEqual([first, second].sort())
})

test('a voice joined while it was written is one act that needs no right to edit, and its asker is told apart', async () => {
  const { compound, phone, office, place } = await aStaircase()
  const steward = await compound.joins({ name: '小张', role: 'steward' })
  const first = await remark(phone, {
    place: place('1-1'),
    text: '单元门关不严',
    category: 'structure',
    ending: { is: 'order', track: 'act_soon' },
  })
  await phone.sync()
  compound.clock = LATER
  await steward.sync()
  const second = await remark(steward, {
    place: place('1-1'),
    text: '单元门又弹开了',
    category: 'structure',
    sameAs: first,
    ending: { is: 'order', track: 'act_soon' },
  })
  await steward.sync()
  await office.sync()
  // One matter, one order, two voices.
  expect(office.view.all<Order>('order')).toHaveLength(1)
  expect(feedbackList(office.view, {}, office.now())).toMatchObject([
    { id: first, voices: 2, status: 'open' },
  ])

  await must(closeOrder(steward, steward.view.get<Order>(orderId(first))!, { text: '换了闭门器' }))
  await must(tellReporter(steward, second))
  await steward.sync()
  await phone.sync()
  expect(shown(phone, first)?.heard.map(({ told }) => told)).toEqual([false, true])
  await must(tellReporter(phone, first))
  await phone.sync()
  await office.sync()
  expect(shown(office, first)?.heard.map(({ told }) => told)).toEqual([true, true])
})
