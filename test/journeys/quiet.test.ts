import { expect, test } from 'vitest'
import { markForCouncil } from '#commands/atCouncil.ts'
import { editFeedback, noteFeedback, writeFeedback } from '#commands/feedback.ts'
import { closeOrder } from '#commands/orders.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Order, orderId } from '#domain/ledger/order.ts'
import type { Recorded } from '#domain/record.ts'
import type { Role } from '#domain/roles.ts'
import { proposedAgenda } from '#queries/council.ts'
import { feedbackDetail } from '#queries/feedbackDetail.ts'
import { deskRows } from '#queries/ledger.ts'
import { storyContent } from '#queries/publications.ts'
import { pairsOfDays } from '#queries/wallPictures.ts'
import { aCompound } from '#test/support/aServer.ts'
import { aCutWire } from '#test/support/aCutWire.ts'
import { must } from '#test/support/binSide.ts'
import { Volunteer } from '#test/support/aVolunteer.ts'

/** An office and one volunteer of each of these roles, each on a phone of their own. */
async function aHouse(...roles: readonly Role[]) {
  const { officer, enrolment, joined, clock } = await aCompound()
  const on = async (browser: typeof officer, of: typeof enrolment) => {
    const one = await Volunteer.joined(of, aCutWire(browser.send), clock.toISOString())
    await one.sync()
    return one
  }
  const people = new Map<Role, Volunteer>([['officer', await on(officer, enrolment)]])
  for (const role of roles) {
    const { browser, enrolment: of } = await joined({ name: role, role })
    people.set(role, await on(browser, of))
  }
  return (role: Role) => people.get(role)!
}

const quarrel = (place: RecordId, more: object = {}) =>
  ({
    place,
    text: '楼上楼下为漏水吵起来了，想请人调解',
    category: 'neighbour',
    urgency: 'u3',
    channel: 'face',
    photos: [],
    ending: { is: 'undecided' },
    ...more,
  }) as const

async function written(one: Volunteer, more: object = {}): Promise<RecordId> {
  const done = await writeFeedback(one, quarrel(one.compound, more))
  if (!done.ok) throw new Error(done.refused)
  await one.sync()
  return done.value
}

/** Who has it, of these. */
async function holders(of: (role: Role) => Volunteer, roles: readonly Role[], id: RecordId) {
  const having: Role[] = []
  for (const role of roles) {
    await of(role).sync()
    if (of(role).view.get<Recorded>(id)) having.push(role)
  }
  return having
}

const ALL = ['officer', 'gridWorker', 'manager', 'steward', 'floorLead', 'owners', 'party'] as const

test('what is to be settled quietly is read by the office, the grid worker and its author', async () => {
  const of = await aHouse(...ALL.slice(1))
  const id = await written(of('floorLead'), { quiet: true })
  expect(await holders(of, ALL, id)).toEqual(['officer', 'gridWorker', 'floorLead'])
})

test('W6 a remark that is hushed afterwards goes from the others’ devices, its order with it, and comes back with the word', async () => {
  const of = await aHouse(...ALL.slice(1))
  const id = await written(of('gridWorker'), { ending: { is: 'order', track: 'act_soon' } })
  expect(await holders(of, ALL, id)).toEqual([...ALL])
  expect(await holders(of, ALL, orderId(id))).toEqual([...ALL])

  const turn = async (quiet: boolean) => {
    const shown = of('officer').view.get<Feedback>(id)!
    expect((await editFeedback(of('officer'), shown, { quiet })).ok).toBe(true)
    await of('officer').sync()
  }
  await turn(true)
  expect(await holders(of, ALL, id)).toEqual(['officer', 'gridWorker'])
  expect(await holders(of, ALL, orderId(id))).toEqual(['officer', 'gridWorker'])
  await turn(false)
  expect(await holders(of, ALL, id)).toEqual([...ALL])
  expect(await holders(of, ALL, orderId(id))).toEqual([...ALL])
})

test('an order that is opened of a quiet remark is as quiet, whatever the device that opened it knew', async () => {
  const of = await aHouse('gridWorker', 'manager', 'steward')
  const id = await written(of('gridWorker'), { quiet: true, ending: { is: 'order', track: 'act_soon' } })
  expect(await holders(of, ['officer', 'gridWorker', 'manager', 'steward'], orderId(id))).toEqual([
    'officer',
    'gridWorker',
  ])
})

test('nothing that others read is made of it: no item of the agenda, no background, no story, no pair of pictures, no line on the paper', async () => {
  const of = await aHouse('manager')
  const officer = of('officer')
  const now = () => officer.clock
  const id = await written(officer, {
    photos: ['c'.repeat(64)],
    ending: { is: 'order', track: 'visible_plan' },
  })
  const openly = await written(officer, {
    text: '门口的灯坏了',
    ending: { is: 'order', track: 'visible_plan' },
  })
  const meeting = { id: 'a sitting' as RecordId, day: '2027-01-01' }
  const made = () => {
    const detail = feedbackDetail(officer.view, id, now())!
    const words = { title: String, heard: String, took: '', days: String, cost: '', done: String }
    return {
      agenda: proposedAgenda(officer.view, officer.reader(), meeting, now()).map(({ from }) => from[0]),
      story: storyContent(officer.view, detail, words) !== undefined,
      pairs: pairsOfDays(officer.reader(), { from: '2026-01-01', to: '2027-12-31' }).length,
      paper: deskRows(officer.view, now())
        .filter(({ quiet }) => !quiet)
        .map((row) => row.id),
    }
  }
  await must(markForCouncil(officer, id))
  expect(made().agenda).toEqual(expect.arrayContaining([id, openly]))
  expect(made().paper).toContain(id)
  const order = officer.view.get<Order>(orderId(id))!
  await must(closeOrder(officer, order, { photos: ['a'.repeat(64)] }))
  await must(noteFeedback(officer, id, '调解好了', ['b'.repeat(64)]))
  expect(made()).toMatchObject({ story: true, pairs: 1 })

  await must(editFeedback(officer, officer.view.get<Feedback>(id)!, { quiet: true }))
  await officer.sync()
  expect(officer.view.get<Order>(orderId(id))?.quiet).toBe(true)
  expect(made()).toEqual({ agenda: [openly], story: false, pairs: 0, paper: [openly] })
  // A voice of an open matter that is settled quietly comes to no table with it.
  const voice = await written(officer, { quiet: true, sameAs: openly })
  const [item] = proposedAgenda(officer.view, officer.reader(), meeting, now())
  expect(item?.from).not.toContain(voice)
})
