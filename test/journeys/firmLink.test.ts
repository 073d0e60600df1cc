import { expect, test } from 'vitest'
import { writeFeedback } from '#commands/feedback.ts'
import { makeFirmLink, stopFirmLink } from '#commands/firmLink.ts'
import { closeOrder, giveOrder } from '#commands/orders.ts'
import type { RecordId } from '#domain/ids.ts'
import type { FirmLink } from '#domain/ledger/firmLink.ts'
import { type Order, orderId } from '#domain/ledger/order.ts'
import { firmLinkOf, firmsSaid, firmWordsOf } from '#queries/firmLink.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

const FIRM = '云锋电梯（虚构）'

async function must(done: Promise<{ ok: boolean; refused?: unknown }>): Promise<void> {
  const answer = await done
  if (!answer.ok) throw new Error(`refused: ${String(answer.refused)}`)
}

async function aDay() {
  const compound = await twoDevices()
  const { place, joins } = compound
  const phone = await joins({ name: '何桂英', role: 'gridWorker', place: place('1') })
  const steward = await joins({ name: '小张', role: 'steward' })
  const heard = await writeFeedback(phone, {
    place: place('1-1-1-101'),
    text: '电梯关不上门',
    category: 'elevator',
    urgency: 'u3',
    channel: 'door_visit',
    photos: [],
    reporter: { displayName: '何叔叔', agreed: false },
    ending: { is: 'order', track: 'act_soon' },
  })
  if (!heard.ok) throw new Error(heard.refused)
  for (const one of [phone, steward]) await one.sync()
  const order = (who: Volunteer) => who.view.get<Order>(orderId(heard.value))!
  const link = (who: Volunteer) => firmLinkOf(who.view, order(who), who.now())
  const visitor = compound.server.browser('198.51.100.9')
  const post = (id: RecordId, fields: Record<string, string>) =>
    visitor.send(`/gongshi/job/${id}`, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
  const open = async ({ id, code }: FirmLink) => {
    const page = await (await post(id, { code })).text()
    return { page, once: /name="once" value="([^"]+)"/.exec(page)?.[1] ?? '' }
  }
  return { ...compound, phone, steward, order, link, visitor, post, open }
}

test('made without a network, told to the firm, answered by it after the sync; the order waits for our own look', async () => {
  const { phone, steward, order, link, visitor, post, open } = await aDay()
  steward.wire.cut()
  await must(giveOrder(steward, order(steward), { vendor: FIRM }))
  await must(makeFirmLink(steward, order(steward)))
  const made = link(steward)!
  expect(made).toMatchObject({ vendor: FIRM, code: expect.stringMatching(/^\d{6}$/) })
  // What waits on the device lies sealed there.
  expect(await steward.holds(made.code)).toBe(false)
  expect((await visitor.get(`/gongshi/job/${made.id}`)).status).toBe(404)
  await steward.restart()
  expect(link(steward)).toMatchObject({ id: made.id, code: made.code })
  steward.wire.mend()
  await steward.sync()

  const { page, once } = await open(made)
  expect(page).toContain('电梯关不上门')
  expect(page).not.toMatch(/何叔叔|何桂英|欧阳灯芯|13811110101/)
  expect((await post(made.id, { once, says: 'fixed', text: '换了门机' })).status).toBe(200)
  for (const one of [steward, phone]) await one.sync()
  expect(firmsSaid(steward.view)).toMatchObject([{ word: { says: 'fixed', text: '换了门机', vendor: FIRM } }])
  // It is the firm's word and nobody's act: the order is as open as before, for everybody who reads it.
  expect([order(steward).status, order(phone).status]).toEqual(['open', 'open'])
  expect(firmWordsOf(phone.view, order(phone).id)).toHaveLength(1)
  // Whoever gives no orders out holds no code.
  expect(phone.view.all('firmLink')).toEqual([])

  await must(closeOrder(steward, order(steward), { text: '看过了' }))
  await steward.sync()
  expect(firmsSaid(steward.view)).toEqual([])
  expect((await visitor.get(`/gongshi/job/${made.id}`)).status).toBe(410)
})

test('given to somebody else without a network: the firm’s page closes when that arrives, and its last word stays read', async () => {
  const { steward, order, link, visitor, post, open } = await aDay()
  await must(giveOrder(steward, order(steward), { vendor: FIRM }))
  await must(makeFirmLink(steward, order(steward)))
  await steward.sync()
  const made = link(steward)!
  const { once } = await open(made)
  await post(made.id, { once, says: 'cannot', hindrance: 'parts' })
  await steward.sync()
  expect(firmsSaid(steward.view)).toMatchObject([{ word: { says: 'cannot', hindrance: 'parts' } }])
  steward.wire.cut()
  await must(giveOrder(steward, order(steward), { vendor: '另一家（虚构）' }))
  expect([link(steward), firmsSaid(steward.view)]).toEqual([undefined, []])
  expect((await visitor.get(`/gongshi/job/${made.id}`)).status).toBe(200)
  steward.wire.mend()
  await steward.sync()
  const late = await post(made.id, { once, says: 'fixed', text: '又来了一趟' })
  expect([late.status, await late.text()]).toEqual([410, expect.stringContaining('又来了一趟')])
  expect(firmWordsOf(steward.view, order(steward).id)).toHaveLength(1)
})

test('two who make one at once have each told a code: both let in; called back, that one lets nobody in', async () => {
  const { steward, joins, order, link, open, visitor } = await aDay()
  const manager = await joins({ name: '钱经理', role: 'manager' })
  await must(giveOrder(steward, order(steward), { vendor: FIRM }))
  for (const one of [steward, manager]) await one.sync()
  for (const one of [steward, manager]) one.wire.cut()
  const [first, second] = await Promise.all(
    [steward, manager].map(async (one) => {
      await must(makeFirmLink(one, order(one)))
      return link(one)!
    }),
  )
  for (const one of [steward, manager]) one.wire.mend()
  for (const one of [steward, manager, steward]) await one.sync()
  for (const one of [first!, second!]) expect((await open(one)).page).toContain('电梯关不上门')
  await must(stopFirmLink(steward, first!))
  await steward.sync()
  expect((await visitor.get(`/gongshi/job/${first!.id}`)).status).toBe(410)
  expect((await visitor.get(`/gongshi/job/${second!.id}`)).status).toBe(200)
  expect(link(steward)?.id).toBe(second!.id)
})

test('no link is made for an order that no firm has', async () => {
  const { steward, order } = await aDay()
  expect(await makeFirmLink(steward, order(steward))).toEqual({ ok: false, refused: 'notPossible' })
})
