import { describe, expect, it } from 'vitest'
import type { RecordId, TenantId } from '#domain/ids.ts'
import { actOnServer } from '#server/records/act.ts'
import type { SyncReply } from '#wire/messages.ts'
import {
  aWorld,
  BUILDING,
  change,
  CHEN,
  COMPOUND,
  DOOR,
  EAST_GATE,
  enter,
  LI,
  openShift,
  remark,
  tap,
  WANG,
  WEST_GATE,
  type World,
  ZHAO,
} from './world.ts'

const ids = (reply: SyncReply) => reply.records.map((record) => record.id)

function appoint(world: World, person: string, role: string, place: RecordId, to?: string): Promise<void> {
  const appointment = { role, place, from: '2026-01-01', ...(to && { to }) }
  return world.server([{ record: person as RecordId, name: 'member.appoint', v: 1, args: { appointment } }])
}

/** Moves a remark to another place, by the office's hand. */
function move(world: World, record: string, was: string, now: string): Promise<void> {
  const args = { place: { was, now } }
  return world.server([{ record: record as RecordId, name: 'feedback.edit', v: 1, args }], CHEN)
}

function write(world: World, record: string, place: string): Promise<void> {
  return world.server(
    [{ record: record as RecordId, name: 'feedback.write', v: 1, args: remark(place) }],
    CHEN,
  )
}

describe('W1 one exchange', () => {
  it('W1 one request pushes and pulls, and own changes are in what it brings', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    await tablet.walk()
    const reply = await tablet.send(openShift('s1'), tap('s1'))
    expect(reply.outcomes.map((one) => one.outcome.is)).toEqual(['applied', 'applied'])
    expect(reply.own).toEqual([
      { record: expect.objectContaining({ id: 's1', taps: [['right', expect.any(String)]] }) },
    ])
    expect(reply.records).toEqual([(reply.own[0] as { record: unknown }).record])
  })

  it('W1 an unheard reply comes again: outcomes and own reach back to the request’s acked', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    await tablet.walk()
    await tablet.ask(tablet.request([openShift('s1')]))
    const reply = await tablet.ask(tablet.request([{ raw: tablet.envelope(tap('s2'), 2) }]))
    expect(reply.outcomes.map((one) => one.n)).toEqual([1, 2])
    expect(reply.own.map((state) => ('record' in state ? state.record.kind : state.forget))).toEqual([
      'shift',
      's2',
      'held',
    ])
  })

  it('W1 with limit 0 it brings own and outcomes, and no page', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    await tablet.walk()
    await world.server([{ record: 's9' as RecordId, name: 'shift.open', v: 1, args: openShift('s9').args }])
    const reply = await tablet.ask(tablet.request([openShift('s1')], { limit: 0 }))
    expect([reply.own.length, reply.outcomes.length, reply.records, reply.to, reply.more]).toEqual([
      1,
      1,
      [],
      tablet.cursor,
      true,
    ])
  })

  it('W1 while something is unsent the reply only tells where to go on', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    await tablet.walk()
    const reply = await tablet.ask(tablet.request([openShift('s1')], { unsent: 3 }))
    expect([reply.acked, reply.outcomes, reply.own, reply.records, reply.more]).toEqual([1, [], [], [], true])
  })

  it('W1 echoes the request, so that the device knows its own reply', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const reply = await tablet.ask(tablet.request([], { request: 'mine' }))
    expect([reply.protocol, reply.request, reply.serverTime]).toEqual([1, 'mine', '2026-03-04T01:00:00.000Z'])
  })

  it('W1 refuses in a word what is not a request for this compound and device', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const refused = async (more: object) => tablet.tell({ ...tablet.request([openShift('s1')]), ...more })
    expect(await tablet.tell('hello')).toEqual({ refused: 'unreadable' })
    expect(await refused({ acked: -1 })).toEqual({ refused: 'unreadable' })
    expect(await refused({ protocol: 2 })).toEqual({ refused: 'protocol' })
    expect(await refused({ tenant: 'compound-b' })).toEqual({ refused: 'tenant' })
    expect(await refused({ device: 'other' })).toEqual({ refused: 'device' })
    expect(await world.log.transact('compound-b' as TenantId, (tx) => tx.head())).toBe(0)
  })
})

describe('W6 cursor and scope', () => {
  it('W6 pages of one record bring all there is, in order, and end where the log ends', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const replies = await tablet.walk(1)
    expect(replies.slice(0, -1).every((reply) => reply.more && reply.records.length <= 1)).toBe(true)
    expect(replies.flatMap(ids)).toEqual([
      COMPOUND,
      EAST_GATE,
      WEST_GATE,
      'building-1',
      'building-2',
      DOOR,
      CHEN,
      WANG,
      LI,
      ZHAO,
    ])
    expect((await tablet.walk(1)).flatMap(ids)).toEqual([])
  })

  it('W6 brings only what is below the appointment’s place', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const li = world.device('li', [LI])
    await tablet.send(openShift('s1'), openShift('s2', {}, WEST_GATE))
    await li.walk()
    expect([li.bases.has('s1' as RecordId), li.bases.has('s2' as RecordId)]).toEqual([true, false])
  })

  it('W6 whoever is named in a record reads it wherever it is', async () => {
    const world = await aWorld()
    await appoint(world, LI, 'supervisor', WEST_GATE)
    const li = world.device('li', [LI])
    await li.send(openShift('s1', { actor: LI }, WEST_GATE))
    await appoint(world, LI, 'supervisor', WEST_GATE, '2026-02-01')
    await li.walk()
    expect(li.bases.has('s1' as RecordId)).toBe(true)
  })

  it('W6 a record that left the scope is forgotten, and its new state is not sent', async () => {
    const world = await aWorld()
    const zhao = world.device('zhao', [ZHAO])
    await write(world, 'f1', DOOR)
    await zhao.walk()
    expect(zhao.bases.has('f1' as RecordId)).toBe(true)
    await move(world, 'f1', DOOR, 'building-2')
    const [reply] = await zhao.walk()
    expect([reply?.forget, reply?.records]).toEqual([['f1'], []])
  })

  it('W6 what was never readable is not spoken of', async () => {
    const world = await aWorld()
    const zhao = world.device('zhao', [ZHAO])
    await write(world, 'f1', 'building-2')
    await zhao.walk()
    await move(world, 'f1', 'building-2', WEST_GATE)
    const [reply] = await zhao.walk()
    expect([reply?.forget, reply?.records]).toEqual([[], []])
  })

  it('W6 a record that left and came back is there, not forgotten', async () => {
    const world = await aWorld()
    const zhao = world.device('zhao', [ZHAO])
    await write(world, 'f1', DOOR)
    await zhao.walk()
    await move(world, 'f1', DOOR, 'building-2')
    await move(world, 'f1', 'building-2', DOOR)
    const [reply] = await zhao.walk()
    expect([reply?.forget, reply && ids(reply)]).toEqual([[], ['f1']])
  })

  it('W6 forgets count in the page, and none is passed over', async () => {
    const world = await aWorld()
    const zhao = world.device('zhao', [ZHAO])
    const all = ['f1', 'f2', 'f3', 'f4', 'f5']
    for (const id of all) await write(world, id, DOOR)
    await zhao.walk()
    for (const id of all) await move(world, id, DOOR, 'building-2')
    await write(world, 'f6', DOOR)
    const replies = await zhao.walk(2)
    expect(replies.map((reply) => reply.forget.length + reply.records.length)).toEqual([2, 2, 2])
    expect(replies.flatMap((reply) => reply.forget)).toEqual(all)
    expect(replies.flatMap(ids)).toEqual(['f6'])
  })

  it('W6 the cursor stays the same text while there is nothing new', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    await tablet.walk()
    const reply = await tablet.ask(tablet.request([]))
    expect([reply.from, reply.to, reply.more]).toEqual([tablet.cursor, tablet.cursor, false])
  })

  it('W6 no sequence and no mark of a winner leaves the server', async () => {
    const world = await aWorld()
    const office = world.device('office', [CHEN])
    await office.walk()
    const label = (was: string, now: string) =>
      change('place.edit', EAST_GATE, { label: { was, now } }, { actor: CHEN })
    const reply = await office.send(
      label('east-gate', '东门'),
      tap('s1', { actor: CHEN }),
      label('x', '大门'),
    )
    const other = world.device('other', [CHEN])
    const text = JSON.stringify([reply, await other.walk(3)])
    expect(text).not.toMatch(/"(seq|won|at":\d)/)
    expect(text).toContain('大门')
    const kept = await world.log.transact('compound-a' as TenantId, (tx) => tx.record(EAST_GATE))
    expect(kept?.record.won).toBeDefined()
  })
})

describe('W8 another scope', () => {
  it('W8 a first sync gets a new walk and no page', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const reply = await tablet.ask(tablet.request([]))
    expect([reply.records, reply.more, reply.parts.length > 0]).toEqual([[], true, true])
    expect(reply.to).not.toBe('')
  })

  it('W8 a right that was gained is another scope, and the walk brings what is older too', async () => {
    const world = await aWorld()
    const li = world.device('li', [LI])
    const tablet = world.device('tablet', [WANG])
    await tablet.send(openShift('s2', {}, WEST_GATE))
    await li.walk()
    const before = li.scope
    await appoint(world, LI, 'supervisor', WEST_GATE)
    await li.walk()
    expect([li.scope === before, li.bases.has('s2' as RecordId)]).toEqual([false, true])
  })

  it('W8 a right that ended needs no job: the next request has another scope, without its parts and without a page', async () => {
    const world = await aWorld()
    await appoint(world, LI, 'supervisor', EAST_GATE, '2026-03-04')
    const li = world.device('li', [LI])
    const tablet = world.device('tablet', [WANG])
    await li.walk()
    world.setClock('2026-03-04T16:00:00.000Z')
    await tablet.send(openShift('s1'))
    const reply = await li.ask(li.request([]))
    expect([reply.parts, reply.records, reply.forget, reply.more]).toEqual([[], [], [], true])
    expect(reply.scope).not.toBe(li.scope)
    li.take(reply)
    expect((await li.walk()).flatMap(ids)).toEqual([])
  })

  it('W8 a subtree that moves out or in makes another scope for those above it, and for nobody else', async () => {
    const world = await aWorld()
    await write(world, 'f1', DOOR)
    const zhao = world.device('zhao', [ZHAO])
    const office = world.device('office', [CHEN])
    const tablet = world.device('tablet', [LI])
    for (const device of [zhao, office, tablet]) await device.walk()
    const scopes = [zhao.scope, office.scope, tablet.scope]
    const reparent = (was: RecordId, now: RecordId) =>
      world.server([{ record: DOOR, name: 'place.edit', v: 1, args: { parent: { was, now } } }], CHEN)

    await reparent(BUILDING, 'building-2' as RecordId)
    for (const device of [zhao, office, tablet]) await device.walk()
    expect([zhao.scope, office.scope, tablet.scope].map((scope, index) => scope === scopes[index])).toEqual([
      false,
      true,
      true,
    ])
    expect([
      zhao.bases.has(DOOR),
      zhao.bases.has('f1' as RecordId),
      office.bases.has('f1' as RecordId),
    ]).toEqual([false, false, true])

    await reparent('building-2' as RecordId, BUILDING)
    await zhao.walk()
    expect([zhao.bases.has(DOOR), zhao.bases.has('f1' as RecordId)]).toEqual([true, true])
  })

  it('W8 a place that comes after what lies in it brings it in', async () => {
    const world = await aWorld()
    await world.server([{ record: 'f1' as RecordId, name: 'feedback.write', v: 1, args: remark('door-7') }])
    const zhao = world.device('zhao', [ZHAO])
    await zhao.walk()
    await world.server([enter('door-7' as RecordId, 'dwelling', BUILDING)])
    await zhao.walk()
    expect(zhao.bases.has('f1' as RecordId)).toBe(true)
  })

  it('W8 what changes under a walk comes again or is forgotten before the walk ends', async () => {
    const world = await aWorld()
    const zhao = world.device('zhao', [ZHAO])
    for (const id of ['f1', 'f2', 'f3']) await write(world, id, DOOR)
    const pages = async (count: number) => {
      for (let page = 0; page < count; page += 1) zhao.take(await zhao.ask(zhao.request([], { limit: 3 })))
    }
    await pages(6)
    expect(zhao.bases.has('f1' as RecordId)).toBe(true)
    await move(world, 'f1', DOOR, 'building-2')
    await world.server([{ record: 'f2' as RecordId, name: 'feedback.tell', v: 1, args: {} }], CHEN)
    await write(world, 'f4', DOOR)
    await zhao.walk(2)
    expect([...zhao.bases.keys()].filter((id) => id.startsWith('f')).sort()).toEqual(['f2', 'f3', 'f4'])
    expect(zhao.bases.get('f2' as RecordId)).toMatchObject({ told: { by: CHEN } })
  })

  it('W8 a cursor that is not ours, or of another compound, walks from the beginning', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    for (const cursor of ['AAAA', '%%%', 'x'.repeat(5000)]) {
      const reply = await tablet.ask(tablet.request([], { cursor }))
      expect([reply.turn, reply.records, reply.more]).toEqual([undefined, [], true])
    }
  })
})

describe('what a device may hold', () => {
  it('a shared tablet never gets names, also not in what is kept for a decision', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG, ZHAO], 'shared')
    const phone = world.device('phone', [ZHAO])
    await world.server([
      { record: 'r1' as RecordId, name: 'resident.enter', v: 1, args: { place: DOOR, name: '李秀英' } },
    ])
    const bad = change(
      'resident.edit',
      'r1',
      { name: { was: '李秀英', now: '张桂芳' }, nonsense: 1 },
      { actor: ZHAO },
    )
    const reply = await phone.send(bad)
    expect(reply.outcomes[0]?.outcome).toEqual({ is: 'held', why: 'invalid' })
    expect(JSON.stringify([...(await phone.walk()), reply])).toContain('张桂芳')
    expect(JSON.stringify(await tablet.walk())).not.toMatch(/李秀英|张桂芳/)
  })

  it('a device reads what its people read, and a device of nobody reads nothing', async () => {
    const world = await aWorld()
    await write(world, 'f1', DOOR)
    const both = world.device('both', [LI, ZHAO])
    const nobody = world.device('nobody', [])
    await both.walk()
    expect(both.bases.has('f1' as RecordId)).toBe(true)
    expect((await nobody.walk()).flatMap(ids)).toEqual([])
  })

  it('another compound is never touched and never read', async () => {
    const world = await aWorld()
    const other = 'compound-b' as TenantId
    await actOnServer(world.house, other, 'server' as typeof WANG, [
      {
        record: EAST_GATE,
        name: 'place.enter',
        v: 1,
        args: { what: 'binPoint', key: 'k', label: '别的小区', order: 1 },
      },
    ])
    const office = world.device('office', [CHEN])
    await office.send(
      change('place.edit', EAST_GATE, { label: { was: 'east-gate', now: '东门' } }, { actor: CHEN }),
    )
    expect(JSON.stringify(await office.walk())).not.toContain('别的小区')
    await world.log.transact(other, async (tx) => {
      expect(await tx.head()).toBe(1)
      expect((await tx.record(EAST_GATE))?.record).toMatchObject({ label: '别的小区' })
    })
  })
})
