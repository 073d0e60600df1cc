import { expect, test } from 'vitest'
import { giveUp, release } from '#commands/deciding.ts'
import { writeFeedback } from '#commands/feedback.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { Reporter } from '#domain/feedback/reporter.ts'
import type { DeviceKind } from '#domain/rights.ts'
import { type Asked, attentionOf, receiptsFor } from '#queries/attention.ts'
import { dropReceipt, receipts } from '#store/receipts.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

const DAY = '2026-03-02'
/** When even something new is not taken any more from whom was sent away. */
const LONG_AFTER = '2026-04-06T01:00:00.000Z'
const WORDS = '东门投放点的灯坏了三天'

/** A supervisor without a network writes a remark and who said it; meanwhile the office ends what they do, and it gets late. */
async function anEndedSupervisor(deviceKind: DeviceKind, arrives = LONG_AFTER) {
  const compound = await twoDevices()
  const { office, place } = compound
  const liao = await compound.joins({ name: '廖姐', role: 'supervisor', deviceKind })
  liao.wire.cut()
  const remark = await must(
    writeFeedback(liao, {
      place: place('bin-1'),
      text: WORDS,
      category: 'lighting',
      urgency: 'u3',
      channel: 'door_visit',
      photos: [],
      reporter: { displayName: '石榴大爷', agreed: false },
      ending: { is: 'order', track: 'act_soon' },
    }),
  )
  const end = { person: liao.me, role: 'supervisor', place: compound.office.compound, to: '2026-03-01' }
  expect((await compound.desk('/api/appointments/end', end)).status).toBe(200)
  compound.clock = arrives
  liao.wire.mend()
  expect(await liao.sync()).toBe('done')
  await office.sync()
  return { compound, office, liao, remark }
}

async function must<T>(done: Promise<{ ok: true; value: T } | { ok: false; refused: string }>): Promise<T> {
  const answer = await done
  if (!answer.ok) throw new Error(answer.refused)
  return answer.value
}

const told = (who: Volunteer) => receiptsFor(who.view, who.me, who.status.getState().notTaken)
const asked = (who: Volunteer) =>
  attentionOf(who.view, who.me, DAY).filter((one): one is Asked => one.is === 'asked')

test.each(['own', 'shared'] as const)(
  'W8 what somebody wrote whose appointment had ended is told to them in words, on a device of kind “%s”',
  async (deviceKind) => {
    const { liao } = await anEndedSupervisor(deviceKind)
    expect(liao.book.waiting()).toEqual([])
    expect([...liao.book.bases()]).toEqual([])
    expect(await liao.holds(WORDS)).toBe(false)
    expect(told(liao)).toMatchObject([{ name: 'feedback.write', why: 'notAllowed' }])

    // It is said until it was read, also after a restart; then never again.
    await liao.restart()
    const [receipt] = await receipts(liao.disk)
    expect(receiptsFor(liao.view, liao.me, await receipts(liao.disk))).toHaveLength(1)
    await dropReceipt(liao.disk, receipt!.change)
    expect(receiptsFor(liao.view, liao.me, await receipts(liao.disk))).toEqual([])
  },
)

test('W8 what somebody wrote whose appointment had just ended is taken with a mark, and they are told', async () => {
  const { office, liao, remark } = await anEndedSupervisor('own', '2026-03-02T02:00:00.000Z')
  expect(asked(office)).toEqual([])
  expect(office.view.get<Feedback>(remark)).toMatchObject({ text: WORDS, author: liao.me, lapsed: true })
  expect(office.view.all<Reporter>('reporter')).toMatchObject([{ displayName: '石榴大爷', lapsed: true }])
  expect(await liao.holds(WORDS)).toBe(false)
  expect(told(liao)).toMatchObject([{ name: 'feedback.write', why: 'lapsed' }])
})

test('W3 the office sees it once with its words and takes it; then it is the author’s remark like any other', async () => {
  const { office, remark, liao } = await anEndedSupervisor('shared')
  const [one, ...more] = asked(office)
  expect(more).toEqual([])
  expect(one).toMatchObject({ text: WORDS, takeable: true, record: { why: 'notAllowed', author: liao.me } })
  await must(release(office, one!.act))
  expect(await office.sync()).toBe('done')
  expect(asked(office)).toEqual([])
  expect(office.view.get<Feedback>(remark)).toMatchObject({ text: WORDS, author: liao.me, no: 1 })
  expect(told(office)).toEqual([])
})

test('W3 what the office leaves is asked of nobody again', async () => {
  const { office, remark } = await anEndedSupervisor('own')
  await must(giveUp(office, asked(office)[0]!.act))
  expect(await office.sync()).toBe('done')
  expect(asked(office)).toEqual([])
  expect(office.view.get(remark)).toBeUndefined()
})
