import { describe, expect, it } from 'vitest'
import { contactId } from '#domain/doors/resident.ts'
import type { Epoch, RecordId } from '#domain/ids.ts'
import { isTombstone, ownOf } from '#domain/tombstone.ts'
import { eraseNow } from '#server/erasure/ask.ts'
import { type Erasure, erasureOf } from '#server/erasure/erasure.ts'
import { type MemoryLog, memoryLog } from '#server/log/memory.ts'
import type { SyncReply } from '#wire/messages.ts'
import {
  aWorld,
  BUILDING,
  BUILDING_2,
  change,
  CHEN,
  COMPOUND,
  DOOR,
  enter,
  join,
  LI,
  openShift,
  TENANT,
  WANG,
  type World,
  ZHAO,
} from './world.ts'

/** Invented. Two people of one door, and a door of a building that is not Zhao's. */
const [HER, HIM, OTHER] = ['her', 'him', 'other'] as readonly string[] as readonly RecordId[]
const ELSEWHERE = 'door-2201' as RecordId

async function homes(memory: MemoryLog = memoryLog('epoch-1' as Epoch)) {
  const world = await aWorld(memory)
  await world.server([enter(ELSEWHERE, 'dwelling', BUILDING_2)])
  await enters(world, HER!, DOOR)
  await enters(world, HIM!, DOOR)
  await enters(world, OTHER!, ELSEWHERE)
  return { ...world, memory }
}

function enters(world: World, record: RecordId, place: RecordId): Promise<void> {
  return world.server([{ record, name: 'resident.enter', v: 1, args: { place, name: `name of ${record}` } }])
}

function moves(world: World, record: RecordId, was: RecordId, place: RecordId): Promise<void> {
  return world.server([{ record, name: 'resident.move', v: 1, args: { was, place } }])
}

/** By what the office wrote into the journal, which is done again where a database was put back. */
async function erases(world: World, resident: RecordId): Promise<Erasure> {
  const { log, seals } = world.house
  const asked = { at: world.house.clock(), tenant: TENANT, by: CHEN, why: 'asked', remarks: [] } as const
  const erasure = await log.transact(TENANT, (tx) => erasureOf(tx, seals.digest, resident, asked))
  if (!erasure) throw new Error(`no resident ${resident}`)
  await plays(world, erasure)
  return erasure
}

function plays({ house }: World, erasure: Erasure): Promise<void> {
  const { log, seals, newId, clock } = house
  return eraseNow({ log, seals, newId, now: () => new Date(clock()) }, erasure)
}

function appoint(world: World, person: string, role: string, place: RecordId, to?: string): Promise<void> {
  const appointment = { role, place, from: '2026-01-01', ...(to && { to }) }
  return world.server([{ record: person as RecordId, name: 'member.appoint', v: 1, args: { appointment } }])
}

const said = (replies: readonly SyncReply[]): readonly string[] =>
  replies.flatMap(({ erased }): readonly string[] => erased ?? ['not said'])

describe('W15 which of the two it was', () => {
  it('W15 of those whom a page takes away it says who was erased; who only left the reader’s reach is not among them', async () => {
    const world = await homes()
    const zhao = world.device('zhao', [ZHAO])
    await zhao.walk()
    await erases(world, HER!)
    await moves(world, HIM!, DOOR, ELSEWHERE)
    const [reply] = await zhao.walk()
    expect(reply?.forget.toSorted()).toEqual([HER, HIM].toSorted())
    expect(reply?.erased).toEqual([HER])
  })

  it('W15 pages of one record say it with the word that takes the record away, also where the erasure lies behind the page', async () => {
    const world = await homes()
    const zhao = world.device('zhao', [ZHAO])
    await zhao.walk()
    const edit = { was: `name of ${HER}`, now: 'another' }
    await world.server([{ record: HER!, name: 'resident.edit', v: 1, args: { name: edit } }])
    await enters(world, 'between' as RecordId, DOOR)
    await erases(world, HER!)
    const replies = await zhao.walk(1)
    const first = replies.find(({ forget }) => forget.includes(HER!))
    expect(first).toMatchObject({ erased: [HER], more: true })
  })

  it('W15 it says nothing of those whom its reader could not read, or not any more when they were erased', async () => {
    const world = await homes()
    const zhao = world.device('zhao', [ZHAO])
    await zhao.walk()
    await erases(world, OTHER!)
    await moves(world, HIM!, DOOR, ELSEWHERE)
    await erases(world, HIM!)
    const replies = await zhao.walk()
    expect(replies.flatMap(({ forget }) => forget)).toEqual([HIM])
    expect(said(replies)).toEqual([])
  })

  it('W15 a shared tablet, which never had a name, is told of nobody', async () => {
    const world = await homes()
    const tablet = world.device('tablet', [ZHAO, CHEN], 'shared')
    await tablet.walk()
    await erases(world, HER!)
    expect(said(await tablet.walk())).toEqual([])
    expect((await tablet.ask(tablet.request([], { cursor: '', holds: true }))).erased).toEqual([])
  })

  it('W15 W1 what an own change touched is told so too, and with no page', async () => {
    const world = await homes()
    const zhao = world.device('zhao', [ZHAO])
    await zhao.walk()
    await erases(world, HER!)
    await moves(world, HIM!, DOOR, ELSEWHERE)
    const edits = [HER!, HIM!].map((record) =>
      change('resident.edit', record, { ageBand: { now: '60-69' } }, { actor: ZHAO }),
    )
    const reply = await zhao.ask(zhao.request(edits, { limit: 0 }))
    expect(reply.own).toEqual(expect.arrayContaining([{ forget: HER }, { forget: HIM }]))
    expect([reply.forget, reply.erased]).toEqual([[], [HER]])
  })

  it('W15 one that stands since before tombstones said whose they were is told by the row that made it', async () => {
    const world = await homes()
    const zhao = world.device('zhao', [ZHAO])
    await zhao.walk()
    await erases(world, HER!)
    await world.log.transact(TENANT, async (tx) => {
      const { record, seq } = (await tx.record(HER!))!
      if (!isTombstone(record)) throw new Error('she is here')
      const { was: _, ...before } = record
      await tx.put(before, { place: COMPOUND, group: 'held', people: [] }, seq)
    })
    expect(said(await zhao.walk())).toEqual([HER])
  })

  it('W15 W8 where a reader’s scope became another one meanwhile it says at once who was erased since their cursor and would be theirs to read now', async () => {
    const world = await homes()
    await erases(world, OTHER!)
    await enters(world, 'early' as RecordId, DOOR)
    await erases(world, 'early' as RecordId)
    const zhao = world.device('zhao', [ZHAO])
    await appoint(world, ZHAO, 'gridWorker', BUILDING_2)
    await zhao.walk()
    await enters(world, 'there' as RecordId, ELSEWHERE)
    await zhao.walk()
    await erases(world, HER!)
    await erases(world, 'there' as RecordId)
    await appoint(world, ZHAO, 'gridWorker', BUILDING_2, '2026-02-01')
    const replies = await zhao.walk(1)
    expect(replies[0]).toMatchObject({ records: [], forget: [], more: true })
    expect(replies[0]?.erased).toEqual(expect.arrayContaining([HER, contactId(HER!)]))
    expect(said(replies).filter((id) => !ownOf(HER!).includes(id as RecordId))).toEqual([])
  })

  it('W15 W8 a new browser, which has nothing of anybody, is told of nobody who was erased', async () => {
    const world = await homes()
    await erases(world, HER!)
    expect(said(await world.device('zhao', [ZHAO]).walk())).toEqual([])
  })

  it('W15 W7 after a restore a device that holds something is told of all who are erased, also of those the backup never had', async () => {
    const world = await homes()
    const zhao = world.device('zhao', [ZHAO])
    await zhao.walk()
    const backup = world.memory.snapshot()
    await enters(world, 'late' as RecordId, DOOR)
    await enters(world, 'away' as RecordId, ELSEWHERE)
    await zhao.walk()
    const journal = [HER!, 'late', 'away'].map((id) => erases(world, id as RecordId))
    const played = await Promise.all(journal)
    world.memory.restore(backup)
    await world.memory.setEpoch(world.house.startEpoch())
    for (const erasure of played) await plays(world, erasure)

    const turn = await zhao.ask(zhao.request([]))
    expect([turn.turn, turn.erased]).toEqual(['epoch', []])
    Object.assign(zhao, { epoch: turn.epoch, cursor: '' })
    zhao.openStream()
    const reply = await zhao.ask(zhao.request([], { holds: true }))
    const hers = [HER!, 'late' as RecordId].flatMap(ownOf)
    expect(reply.erased?.toSorted()).toEqual(hers.toSorted())
  })

  it('W15 W1 a reply that only tells where to go on names nobody', async () => {
    const world = await homes()
    const tablet = world.device('wang', [WANG])
    const zhao = world.device('zhao', [ZHAO])
    await zhao.walk()
    await tablet.walk()
    await erases(world, HER!)
    expect((await zhao.ask(zhao.request([], { unsent: 1 }))).erased).toEqual([])
    await tablet.send(openShift('s1'))
    const fork = await tablet.ask(
      tablet.request([{ raw: tablet.envelope(openShift('s2'), 1) }], { acked: 0 }),
    )
    expect([fork.turn, fork.erased]).toEqual(['fork', []])
  })

  it('W15 whoever sends a cursor that cannot be read is told as one who holds something', async () => {
    const world = await homes()
    const zhao = world.device('zhao', [ZHAO])
    await zhao.walk()
    await erases(world, HER!)
    const reply = await zhao.ask(zhao.request([], { cursor: 'of other keys' }))
    expect(reply.erased).toEqual(expect.arrayContaining([HER]))
    const li = world.device('li', [LI])
    await world.server([join(LI, { role: 'supervisor', place: BUILDING, from: '2026-01-01' })])
    expect((await li.ask(li.request([], { cursor: 'of other keys' }))).erased).toEqual([])
  })
})
