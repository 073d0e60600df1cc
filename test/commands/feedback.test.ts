import { describe, expect, it } from 'vitest'
import {
  agreeName,
  callMade,
  editFeedback,
  type Ending,
  type NewFeedback,
  noteFeedback,
  tellReporter,
  withdrawFeedback,
  writeFeedback,
} from '#commands/feedback.ts'
import { linkDuplicate, unlinkDuplicate } from '#commands/merging.ts'
import { assignOrder, closeOrder, confirmOrder, openOrder } from '#commands/orders.ts'
import { verbOf } from '#domain/catalogue.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { type Order, orderId } from '#domain/ledger/order.ts'
import { type Act, type Role, ROLES } from '#domain/roles.ts'
import { type Reporter, reporterId } from '#domain/feedback/reporter.ts'
import { aBinSide, type BinSide, restarted } from '../support/binSide.ts'

const FLOOR = 'floor-9' as RecordId
const LI = 'li' as PersonId

async function write(at: BinSide, ending: Ending, rest: Partial<NewFeedback> = {}): Promise<RecordId> {
  const done = await writeFeedback(at, {
    place: FLOOR,
    text: '楼道灯不亮，晚上看不见',
    category: 'lighting',
    urgency: 'u3',
    channel: 'face',
    photos: [],
    ending,
    ...rest,
  })
  if (!done.ok) throw new Error(done.refused)
  return done.value
}

const uncle = { displayName: '何叔叔', agreed: false }

describe('writing down what a resident said', () => {
  it('is one act: the remark, who said it and the order, together or not at all', async () => {
    const phone = aBinSide()
    const id = await write(phone, { is: 'order', track: 'fix_now' }, { reporter: uncle })
    const pending = [id, reporterId(id), orderId(id)].flatMap((one) => phone.book.pending(one))
    expect(pending.map((change) => change.name)).toEqual(['feedback.write', 'reporter.write', 'order.open'])
    expect(new Set(pending.map((change) => change.act)).size).toBe(1)
    expect(pending[0]?.act).toBeDefined()
  })

  it('is all there after the browser was killed', async () => {
    const phone = aBinSide()
    const id = await write(phone, { is: 'order', track: 'fix_now' }, { reporter: uncle })
    const again = await restarted(phone)
    expect(again.view.get<Feedback>(id)?.text).toBe('楼道灯不亮，晚上看不见')
    expect(again.view.get<Reporter>(reporterId(id))?.displayName).toBe('何叔叔')
    expect(again.view.get<Order>(orderId(id))?.status).toBe('open')
  })

  it('fixed on the spot opens and closes an order in one act; it counts as 立即改', async () => {
    const phone = aBinSide()
    const id = await write(phone, { is: 'fixed', text: '拧紧了', photos: [] })
    expect(phone.view.get<Order>(orderId(id))).toMatchObject({ status: 'done', track: 'fix_now' })
  })

  it('answered on the spot makes no order and keeps the answer', async () => {
    const phone = aBinSide()
    const id = await write(phone, { is: 'answered', text: '厨余要破袋' })
    expect(phone.view.get(orderId(id))).toBeUndefined()
    expect(phone.view.get<Feedback>(id)).toMatchObject({
      disposition: 'answered_on_spot',
      followUps: [{ text: '厨余要破袋' }],
    })
  })

  it('keeps the name from the property unless the person agreed, and tells nobody where there is none', async () => {
    const phone = aBinSide()
    const silent = await write(phone, { is: 'undecided' }, { reporter: { displayName: '  ', agreed: true } })
    const kept = await write(phone, { is: 'undecided' }, { reporter: uncle })
    expect(phone.view.get<Feedback>(silent)?.name).toBe('none')
    expect(phone.view.get(reporterId(silent))).toBeUndefined()
    expect(phone.view.get<Feedback>(kept)?.name).toBe('kept')
  })

  it('never puts the name into the remark or the order', async () => {
    const phone = aBinSide()
    const id = await write(
      phone,
      { is: 'order', track: 'act_soon' },
      { reporter: { ...uncle, agreed: true } },
    )
    const seen = JSON.stringify([phone.view.get(id), phone.view.get(orderId(id))])
    expect(seen).not.toContain('何叔叔')
  })

  it('refuses what the wire would not take, with nothing half written', async () => {
    const phone = aBinSide()
    const done = await writeFeedback(phone, {
      place: FLOOR,
      text: '长'.repeat(501),
      category: 'lighting',
      urgency: 'u3',
      channel: 'face',
      photos: [],
      ending: { is: 'order', track: 'fix_now' },
    })
    expect(done).toEqual({ ok: false, refused: 'notPossible' })
    expect(phone.view.all('feedback')).toEqual([])
  })
})

describe('giving it into somebody’s hands', () => {
  it('passes the name on with it only where the person agreed, and takes it back with the closing', async () => {
    const office = aBinSide()
    const [shy, open] = [
      await write(office, { is: 'order', track: 'act_soon' }, { reporter: uncle }),
      await write(office, { is: 'order', track: 'act_soon' }, { reporter: { ...uncle, agreed: true } }),
    ]
    const order = (id: RecordId) => office.view.get<Order>(orderId(id)) as Order
    for (const id of [shy, open]) await assignOrder(office, order(id), LI)
    expect(office.view.get<Reporter>(reporterId(shy))?.sharedWith).toBeUndefined()
    expect(office.view.get<Reporter>(reporterId(open))?.sharedWith).toBe(LI)
    expect(office.view.get<Feedback>(open)?.assignee).toBe(LI)

    await closeOrder(office, order(open), { text: '换好了' })
    expect(office.view.get<Reporter>(reporterId(open))?.sharedWith).toBeUndefined()
    expect(office.view.get<Feedback>(open)?.assignee).toBeUndefined()
  })

  it('who agrees later shares the name with whose hands it is in already', async () => {
    const phone = aBinSide()
    const id = await write(phone, { is: 'order', track: 'act_soon' }, { reporter: uncle })
    await assignOrder(phone, phone.view.get<Order>(orderId(id)) as Order, LI)
    await agreeName(phone, phone.view.get<Feedback>(id) as Feedback, true)
    expect(phone.view.get<Reporter>(reporterId(id))?.sharedWith).toBe(LI)
    await agreeName(phone, phone.view.get<Feedback>(id) as Feedback, false)
    expect(phone.view.get<Reporter>(reporterId(id))?.sharedWith).toBeUndefined()
  })

  it('makes an order of a remark nobody had decided on', async () => {
    const office = aBinSide()
    const id = await write(office, { is: 'undecided' })
    const done = await openOrder(office, office.view.get<Feedback>(id) as Feedback, 'visible_plan')
    expect(done.ok).toBe(true)
    expect(office.view.get<Feedback>(id)?.disposition).toBe('work_order')
    expect(office.view.get<Order>(orderId(id))).toMatchObject({
      track: 'visible_plan',
      text: '楼道灯不亮，晚上看不见',
    })
  })

  it('不满意 opens it again, without a question', async () => {
    const phone = aBinSide()
    const id = await write(phone, { is: 'fixed', photos: [] })
    await confirmOrder(phone, orderId(id), 'dissatisfied', '又不亮了')
    expect(phone.view.get<Order>(orderId(id))?.status).toBe('open')
  })
})

describe('afterwards', () => {
  it('W9 an edit sends what was seen and what is wanted, for the changed fields only', async () => {
    const phone = aBinSide()
    const id = await write(phone, { is: 'undecided' })
    const shown = phone.view.get<Feedback>(id) as Feedback
    await editFeedback(phone, shown, { text: '9楼楼道灯不亮', urgency: 'u3', affected: 6 })
    expect(phone.book.pending(id).at(-1)?.args).toEqual({
      text: { was: '楼道灯不亮，晚上看不见', now: '9楼楼道灯不亮' },
      affected: { was: 1, now: 6 },
    })
    expect(await editFeedback(phone, shown, {})).toEqual({ ok: false, refused: 'nothingToDo' })
  })

  it('notes, tells, rings; each once', async () => {
    const phone = aBinSide()
    const id = await write(phone, { is: 'undecided' })
    expect(await noteFeedback(phone, id, '  ')).toEqual({ ok: false, refused: 'nothingToDo' })
    expect((await noteFeedback(phone, id, '打电话催')).ok).toBe(true)
    expect((await tellReporter(phone, id)).ok).toBe(true)
    expect(await tellReporter(phone, id)).toEqual({ ok: false, refused: 'nothingToDo' })
    expect((await callMade(phone, id)).ok).toBe(true)
  })

  it('takes back a remark together with the order made of it; both stay in the history', async () => {
    const phone = aBinSide()
    const id = await write(phone, { is: 'order', track: 'fix_now' })
    expect((await withdrawFeedback(phone, id, '记错了')).ok).toBe(true)
    expect(phone.view.get<Feedback>(id)?.voided?.reason).toBe('记错了')
    expect(phone.view.get<Order>(orderId(id))?.voided?.reason).toBe('记错了')
  })

  it('links what says the same, and takes the link back', async () => {
    const phone = aBinSide()
    const [a, b] = [await write(phone, { is: 'undecided' }), await write(phone, { is: 'undecided' })]
    await linkDuplicate(phone, b, a)
    expect(phone.view.get<Feedback>(b)?.duplicateOf).toBe(a)
    await unlinkDuplicate(phone, b)
    expect(phone.view.get<Feedback>(b)?.duplicateOf).toBeUndefined()
    expect(await unlinkDuplicate(phone, b)).toEqual({ ok: false, refused: 'nothingToDo' })
  })
})

describe('an act asks for rights its person has, or all of it would be held', () => {
  const asks = (at: BinSide, id: RecordId) =>
    [id, reporterId(id), orderId(id)]
      .flatMap((one) => at.book.pending(one))
      .map((change) => verbOf(change)?.verb.act)
  const may = (role: Role, acts: readonly (Act | undefined)[]) =>
    acts.filter((act) => act === undefined || !ROLES[role].act.includes(act))

  it.each(['officer', 'manager', 'steward', 'supervisor', 'gridWorker', 'floorLead'] as const)(
    'a %s writes down a remark with a name and an order, also one fixed on the spot',
    async (role) => {
      const phone = aBinSide()
      const a = await write(phone, { is: 'order', track: 'fix_now' }, { reporter: uncle })
      const b = await write(phone, { is: 'fixed', photos: [] }, { reporter: uncle })
      expect(may(role, [...asks(phone, a), ...asks(phone, b)])).toEqual([])
    },
  )

  it.each(['owners', 'party'] as const)('%s write down a remark for the office to decide', async (role) => {
    const phone = aBinSide()
    expect(may(role, asks(phone, await write(phone, { is: 'undecided' }, { reporter: uncle })))).toEqual([])
  })

  it.each(['manager', 'steward'] as const)(
    'a %s assigns and closes, with the name that goes along',
    async (role) => {
      const phone = aBinSide()
      const id = await write(
        phone,
        { is: 'order', track: 'fix_now' },
        { reporter: { ...uncle, agreed: true } },
      )
      await assignOrder(phone, phone.view.get<Order>(orderId(id)) as Order, LI)
      await closeOrder(phone, phone.view.get<Order>(orderId(id)) as Order, {})
      const later = [id, reporterId(id), orderId(id)].flatMap((one) => phone.book.pending(one).slice(1))
      expect(later).toHaveLength(6)
      expect(
        may(
          role,
          later.map((change) => verbOf(change)?.verb.act),
        ),
      ).toEqual([])
    },
  )
})
