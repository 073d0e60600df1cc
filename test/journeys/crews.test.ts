import { expect, test } from 'vitest'
import { keepCrew } from '#commands/crews.ts'
import { writeFeedback } from '#commands/feedback.ts'
import { closeOrder, giveOrder } from '#commands/orders.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Crew, crewId } from '#domain/ledger/crew.ts'
import { type Order, orderId } from '#domain/ledger/order.ts'
import { crewsAt } from '#queries/crews.ts'
import { ordersFor } from '#queries/orders.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

async function synced(...people: readonly Volunteer[]): Promise<void> {
  for (const one of people) expect(await one.sync()).toBe('done')
}

async function must(done: Promise<{ ok: boolean; refused?: unknown }>): Promise<void> {
  const answer = await done
  if (!answer.ok) throw new Error(`refused: ${String(answer.refused)}`)
}

const order = (who: Volunteer, id: RecordId) => who.view.get<Order>(orderId(id))!
const waiting = (who: Volunteer) => {
  const { get, all } = who.reader()
  const seen = { get, all, standing: who.view.standing }
  return ordersFor(seen, who.me, who.now()).map((one) => one.order.text)
}
const crew = (who: Volunteer) => who.view.get<Crew>(crewId(who.compound, 'engineering'))

async function aTeam() {
  const { place, joins } = await twoDevices()
  const office = await joins({ name: '周敏', role: 'officer' })
  const li = await joins({ name: '小李', role: 'steward' })
  const wang = await joins({ name: '小王', role: 'steward' })
  const late = await joins({ name: '小赵', role: 'steward' })
  // Looks after another house: nothing that happens here is theirs to read.
  const elsewhere = await joins({ name: '小钱', role: 'steward', place: place('2') })
  await synced(office)
  await must(
    keepCrew(office, office.compound, 'engineering', undefined, {
      name: '',
      people: [li.me, wang.me, elsewhere.me],
    }),
  )
  const heard = await writeFeedback(office, {
    place: place('1-1-1-101'),
    text: '水管漏水',
    category: 'plumbing',
    urgency: 'u2',
    channel: 'face',
    photos: [],
    ending: { is: 'order', track: 'fix_now' },
  })
  if (!heard.ok) throw new Error(heard.refused)
  await must(giveOrder(office, order(office, heard.value), { team: 'engineering' }))
  await synced(office, li, wang, late, elsewhere)
  return { office, li, wang, late, elsewhere, place, leak: heard.value }
}

test('what a team is given waits for each of its people who may see it, also for whoever joins later', async () => {
  const { office, li, wang, late, elsewhere, place } = await aTeam()
  expect([li, wang, late, elsewhere].map(waiting)).toEqual([['水管漏水'], ['水管漏水'], [], []])
  const day = '2026-03-02'
  const people = crewsAt(office.view, { place: place('1'), compound: office.compound, day })
    .find((one) => one.team === 'engineering')
    ?.people.map(({ name }) => name)
  expect(people?.sort()).toEqual(['小李', '小王'])

  const shown = crew(office)
  await must(
    keepCrew(office, office.compound, 'engineering', shown, {
      name: '水电班',
      people: [...(shown?.people ?? []), late.me],
    }),
  )
  await synced(office, late)
  expect(waiting(late)).toEqual(['水管漏水'])
  expect(crew(late)?.name).toBe('水电班')
})

test('one of them takes it, also without a network, and it waits for the others no more', async () => {
  const { li, wang, leak } = await aTeam()
  li.wire.cut()
  await must(giveOrder(li, order(li, leak), { assignee: li.me }))
  await li.restart()
  expect(waiting(li)).toEqual(['水管漏水'])
  li.wire.mend()
  await synced(li, wang)
  expect([waiting(li), waiting(wang)]).toEqual([['水管漏水'], []])
  await must(closeOrder(li, order(li, leak), { text: '换了接头' }))
  await synced(li, wang)
  expect(waiting(li)).toEqual([])
})

test('two take it at once: one has it, both names are in its history', async () => {
  const { li, wang, leak } = await aTeam()
  for (const one of [li, wang]) one.wire.cut()
  for (const one of [li, wang]) await must(giveOrder(one, order(one, leak), { assignee: one.me }))
  for (const one of [li, wang]) one.wire.mend()
  await synced(wang, li, wang)
  for (const one of [li, wang]) {
    expect(order(one, leak).assignee).toBe(li.me)
    expect(order(one, leak).events.map(({ assignee, team }) => assignee ?? team)).toEqual([
      'engineering',
      wang.me,
      li.me,
    ])
  }
  expect([waiting(li), waiting(wang)]).toEqual([['水管漏水'], []])
})

test('two who change the people of one team at the same time both do', async () => {
  const { office, li, wang, late } = await aTeam()
  const shown = crew(office)
  office.wire.cut()
  const before = shown?.people ?? []
  const kept = { name: '', people: before.filter((one) => one !== wang.me) }
  await must(keepCrew(office, office.compound, 'engineering', shown, kept))
  expect(await keepCrew(office, office.compound, 'engineering', crew(office), kept)).toEqual({
    ok: false,
    refused: 'nothingToDo',
  })
  await must(
    keepCrew(office, office.compound, 'engineering', shown, { name: '', people: [...before, late.me] }),
  )
  await office.restart()
  office.wire.mend()
  await synced(office, li)
  expect(crew(li)?.people).toContain(late.me)
  expect(crew(li)?.people).not.toContain(wang.me)
})
