import { describe, expect, it } from 'vitest'
import type { ChangeId, PersonId, RecordId } from '#domain/ids.ts'
import { memberId } from '#domain/member.ts'
import { type Held, heldId } from '#domain/held.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { countsOf } from '#domain/bins/tallies.ts'
import { scopeOf } from '#server/records/desk.ts'
import { CHANGE_BYTES } from '#wire/limits.ts'
import type { SyncReply } from '#wire/messages.ts'
import {
  aWorld,
  change,
  CHEN,
  COMPOUND,
  DOOR,
  EAST_GATE,
  enter,
  inAct,
  openShift,
  remark,
  tap,
  TENANT,
  WANG,
  WEST_GATE,
  LI,
  type World,
  ZHAO,
} from './world.ts'

const outcomes = (reply: SyncReply) =>
  reply.outcomes.map(({ outcome }) => ('why' in outcome ? outcome.why : outcome.is))
const ids = (reply: SyncReply) => reply.outcomes.map((one) => one.id)

function stored<T>({ log }: World, id: string): Promise<T | undefined> {
  return log.transact(TENANT, async (tx) => (await tx.record(id as RecordId))?.record as T | undefined)
}

function rows({ log }: World) {
  return log.transact(TENANT, async (tx) => tx.rows(0, await tx.head()))
}

async function taps(world: World, shift: string): Promise<number> {
  return countsOf((await stored<Shift>(world, shift))!).right
}

describe('W2 order without gaps', () => {
  it('W2 a change sent twice is done once and answered the same', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    await tablet.walk()
    const request = tablet.request([openShift('s1'), tap('s1')])
    const first = await tablet.ask(request)
    const again = await tablet.ask(request)
    expect(again.outcomes.map(({ n, id, outcome }) => ({ n, id, outcome }))).toEqual(
      first.outcomes.map(({ n, id, outcome }) => ({ n, id, outcome })),
    )
    expect(await taps(world, 's1')).toBe(1)
  })

  it('W2 of two requests at once with the same change one is done', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    await tablet.walk()
    const request = tablet.request([openShift('s1'), tap('s1')])
    await Promise.all([tablet.ask(request), tablet.ask(request), tablet.ask(request)])
    expect(await taps(world, 's1')).toBe(1)
  })

  it('W2 what comes after a gap is not read, and acked tells where to go on', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    await tablet.walk()
    const open = openShift('s1')
    const late = { raw: tablet.envelope(tap('s1'), 3) }
    const reply = await tablet.ask(tablet.request([open, late]))
    expect([reply.acked, reply.outcomes, reply.own]).toEqual([1, [], []])
    expect(await taps(world, 's1')).toBe(0)
  })

  it('W2 a known place with another id is a fork, and nothing of that request is done', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const twin = world.device('tablet', [WANG])
    await tablet.send(openShift('s1'))
    const reply = await twin.ask(twin.request([openShift('s2'), tap('s2')]))
    expect(reply.turn).toBe('fork')
    expect([reply.outcomes, reply.records]).toEqual([[], []])
    expect(await stored(world, 's2')).toBeUndefined()

    // In a stream of its own the twin gets everything in.
    twin.openStream()
    await twin.send(openShift('s2'), tap('s2'))
    expect(await taps(world, 's2')).toBe(1)
  })

  it('W2 one place with two ids in a request is a fork too', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const [one, other] = [openShift('s1'), openShift('s2')]
    const reply = await tablet.ask(tablet.request([one, { raw: tablet.envelope(other, 1) }]))
    expect(reply.turn).toBe('fork')
  })

  it('W2 a known id under a new place gets its recorded outcome and no second effect', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const all = [openShift('s1'), tap('s1'), change('shift.tally', 's1', { counter: 'nonsense' })]
    const first = await tablet.send(...all)
    tablet.openStream()
    const again = await tablet.send(...all)
    expect(outcomes(again)).toEqual(outcomes(first))
    expect(await taps(world, 's1')).toBe(1)
  })

  it('W2 an id twice in one act is one change', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    await tablet.send(openShift('s1'))
    const [one] = inAct('act', tap('s1'))
    const reply = await tablet.send(one!, { ...one!, args: { counter: 'corrected' } })
    expect(outcomes(reply)).toEqual(['applied', 'applied'])
    expect(countsOf((await stored<Shift>(world, 's1'))!)).toMatchObject({ corrected: 0 })
    expect(await taps(world, 's1')).toBe(1)
  })
})

describe('W3 one outcome', () => {
  it('W3 a refused change does not stop the next, and is kept whole for its author and the office', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const office = world.device('office', [CHEN])
    await tablet.walk()
    const bad = change('place.edit', EAST_GATE, { label: { was: 'x', now: '东门口' } })
    const reply = await tablet.send(openShift('s1'), bad, tap('s1'))
    expect(outcomes(reply)).toEqual(['applied', 'notAllowed', 'applied'])
    const kept = tablet.bases.get(heldId(bad.id)) as Held
    expect(kept).toMatchObject({
      why: 'notAllowed',
      status: 'open',
      author: WANG,
      device: 'tablet',
      body: { args: bad.args },
    })
    expect(kept.change).toMatchObject({
      id: bad.id,
      record: EAST_GATE,
      name: 'place.edit',
      v: 1,
      actor: WANG,
    })
    await office.walk()
    expect(office.bases.get(kept.id)).toEqual(kept)
    const other = world.device('other', [ZHAO])
    await other.walk()
    expect(other.bases.has(kept.id)).toBe(false)
  })

  it('W3 an act is applied whole', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const reply = await tablet.send(...inAct('act', openShift('s1'), tap('s1'), tap('s1')))
    expect(outcomes(reply)).toEqual(['applied', 'applied', 'applied'])
    expect(await taps(world, 's1')).toBe(2)
  })

  it('W3 in an act one held change holds all, and nothing of it is folded', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const bad = change('shift.tally', 's1', { counter: 'nonsense' })
    const [a, b, c] = inAct('act', openShift('s1'), bad, tap('s2'))
    const reply = await tablet.send(a!, b!, c!, openShift('s3'))
    expect(outcomes(reply)).toEqual(['actHeld', 'invalid', 'actHeld', 'applied'])
    expect(await stored(world, 's1')).toBeUndefined()
    for (const one of [a!, b!, c!])
      expect(await stored(world, heldId(one.id))).toMatchObject({ status: 'open' })
  })

  it('W3 a change whose record is not here waits, and is folded when the record comes', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const phone = world.device('phone', [WANG])
    await tablet.walk()
    const early = tap('s1')
    expect(outcomes(await tablet.send(early))).toEqual(['waits'])
    expect(tablet.bases.get(heldId(early.id))).toMatchObject({
      why: 'recordMissing',
      status: 'open',
      author: WANG,
    })

    await phone.send(openShift('s1'))
    expect(await taps(world, 's1')).toBe(1)
    await tablet.walk()
    expect(tablet.bases.get(heldId(early.id))).toMatchObject({ status: 'released' })
    tablet.openStream()
    expect(outcomes(await tablet.send(early))).toEqual(['applied'])
    expect(await taps(world, 's1')).toBe(1)
  })

  it('W3 what waited is judged when the record comes, and then held like anything else', async () => {
    const world = await aWorld()
    const phone = world.device('phone', [LI])
    const tablet = world.device('tablet', [WANG])
    const early = tap('s1', { actor: LI })
    expect(outcomes(await phone.send(early))).toEqual(['waits'])
    await tablet.send(openShift('s1'))
    expect(await taps(world, 's1')).toBe(0)
    await phone.walk()
    expect(phone.bases.get(heldId(early.id))).toMatchObject({ status: 'open', why: 'notAllowed' })
  })

  it('W3 what waited and was given up is not folded any more', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const early = tap('s1')
    await tablet.send(early)
    await tablet.send(change('held.giveUp', heldId(early.id), {}))
    await tablet.send(openShift('s1'))
    expect(await taps(world, 's1')).toBe(0)
  })

  it('W3 in an act a change that waits does not stop the others', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const reply = await tablet.send(...inAct('act', openShift('s1'), tap('s2')))
    expect(outcomes(reply)).toEqual(['applied', 'waits'])
    expect(await stored(world, 's1')).toBeDefined()
  })

  it('W3 a create that meets a record its actor may not read is held, and tells nothing of it', async () => {
    const world = await aWorld()
    const office = world.device('office', [CHEN])
    const phone = world.device('phone', [LI])
    const mine = openShift('s1', { actor: LI })
    await world.server([openShift('s1', {}, WEST_GATE)])
    const reply = await phone.send(mine)
    expect(outcomes(reply)).toEqual(['idTaken'])
    expect(reply.own.find((state) => 'record' in state && state.record.id === 's1')).toBeUndefined()
    await office.walk()
    expect(office.bases.get(heldId(mine.id))).toMatchObject({ why: 'idTaken' })
  })

  it('W3 whoever may make no such change anywhere hears the same of a record that is here and of one that is not', async () => {
    const world = await aWorld()
    const phone = world.device('phone', [ZHAO])
    await world.server([openShift('here')])
    const asked = (record: string) => [openShift(record, { actor: ZHAO }), tap(record, { actor: ZHAO })]
    for (const record of ['here', 'nowhere'])
      expect(outcomes(await phone.send(...asked(record)))).toEqual(['notAllowed', 'notAllowed'])
  })

  it('W3 of two decisions on a held change the first stands, the later finds nothing to do', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const office = world.device('office', [CHEN])
    const bad = change('place.edit', EAST_GATE, { label: { was: 'x', now: '东门口' } })
    await tablet.send(bad)
    const of = heldId(bad.id)
    expect(outcomes(await office.send(change('held.giveUp', of, {}, { actor: CHEN })))).toEqual(['applied'])
    expect(outcomes(await tablet.send(change('held.correct', of, { instead: 'c9' })))).toEqual(['already'])
    expect(outcomes(await office.send(change('held.release', of, {}, { actor: CHEN })))).toEqual(['already'])
    expect(await stored(world, of)).toMatchObject({ status: 'givenUp', decided: { by: CHEN } })
  })

  it('W3 releasing a held change folds it in its author’s name; only the office may', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const office = world.device('office', [CHEN])
    const bad = change('place.edit', EAST_GATE, { label: { was: 'east-gate', now: '东门口' } })
    await tablet.send(bad)
    const of = heldId(bad.id)
    expect(outcomes(await tablet.send(change('held.release', of, {})))).toEqual(['notAllowed'])
    expect(outcomes(await office.send(change('held.release', of, {}, { actor: CHEN })))).toEqual(['applied'])
    expect(await stored(world, EAST_GATE)).toMatchObject({ label: '东门口' })
    const effect = (await rows(world)).find(
      (row) => row.name === 'place.edit' && row.outcome.is === 'applied',
    )
    expect(effect).toMatchObject({ actor: WANG, record: EAST_GATE })
  })

  it('W3 a release of what still cannot be folded is held, and what it meant stays open', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const office = world.device('office', [CHEN])
    const bad = change('shift.tally', 's1', { counter: 'nonsense' })
    await tablet.send(openShift('s1'), bad)
    const reply = await office.send(change('held.release', heldId(bad.id), {}, { actor: CHEN }))
    expect(outcomes(reply)).toEqual(['invalid'])
    expect(await stored(world, heldId(bad.id))).toMatchObject({ status: 'open' })
  })

  it('W3 nobody but the server keeps changes', async () => {
    const world = await aWorld()
    const office = world.device('office', [CHEN])
    const kept = { id: 'x', record: 'x', name: 'shift.open', v: 1, actor: WANG }
    const args = { place: COMPOUND, change: kept, personal: false, device: 'd', why: 'invalid', body: {} }
    expect(outcomes(await office.send(change('held.keep', 'h', args, { actor: CHEN })))).toEqual([
      'notAllowed',
    ])
  })
})

describe('W5 sequence is commit order', () => {
  it('W5 every row has its own sequence without gaps, a record that of its last row', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const early = tap('s2')
    await tablet.send(...inAct('a', openShift('s1'), tap('s1')), early, change('nothing.known', 'x', {}))
    await tablet.send(...inAct('b', openShift('s2'), change('shift.tally', 's2', { counter: 'nonsense' })))
    await tablet.send(openShift('s2'), tap('s1'))
    const all = await rows(world)
    expect(all.map((row) => row.seq)).toEqual(all.map((_, index) => index + 1))
    const records = await world.log.transact(TENANT, (tx) => tx.recordsAfter(0, 999))
    for (const { record, seq } of records) {
      const own = all.filter(
        (row) => row.record === record.id && ['applied', 'merged'].includes(row.outcome.is),
      )
      expect([record.id, seq]).toEqual([record.id, own.at(-1)?.seq])
    }
  })
})

describe('W9 edits name what they saw', () => {
  const relabel = (was: string, now: string) =>
    change('place.edit', EAST_GATE, { label: { was, now } }, { actor: CHEN })

  it('W9 untouched fields merge; the later of two values stands and the loser is kept', async () => {
    const world = await aWorld()
    const one = world.device('one', [CHEN])
    const other = world.device('other', [CHEN])
    expect(outcomes(await one.send(relabel('east-gate', '东门')))).toEqual(['applied'])
    expect(
      outcomes(
        await other.send(change('place.edit', EAST_GATE, { order: { was: 1, now: 7 } }, { actor: CHEN })),
      ),
    ).toEqual(['applied'])
    const reply = await other.send(relabel('east-gate', '大门'))
    expect(reply.outcomes[0]?.outcome).toEqual({ is: 'merged', lost: { label: '东门' } })
    expect(await stored(world, EAST_GATE)).toMatchObject({
      label: '大门',
      order: 7,
      lost: { field: 'label', value: '东门' },
    })
  })
})

describe('INV-13 an answer tells nobody else’s words', () => {
  it('INV-13 the value that lost is not told again to somebody who may not read the record any more', async () => {
    const world = await aWorld()
    const office = world.device('office', [CHEN])
    const lead = world.device('lead', [ZHAO])
    const use = (was: string | undefined, now: string, actor: PersonId) =>
      change('place.use', DOOR, { ...(was && { was }), now }, { actor })
    await office.send(use(undefined, 'rented', CHEN))
    const contested = use('vacant', 'shop', ZHAO)
    const told = await lead.ask(lead.request([contested]))
    expect(told.outcomes[0]?.outcome).toEqual({ is: 'merged', lost: { use: 'rented' } })

    await world.server([{ record: memberId(ZHAO), name: 'member.end', v: 1, args: {} }])
    const again = await lead.ask(lead.request([contested]))
    expect(again.outcomes[0]?.outcome).toEqual({ is: 'merged', lost: {} })
    expect(JSON.stringify(again)).not.toContain('rented')
  })
})

describe('W11 old and new live together', () => {
  it('W11 an unknown kind or version is held as newer, an unknown argument as invalid, unknown message fields are ignored', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const open = openShift('s1')
    const reply = await tablet.ask(
      tablet.request(
        [
          { raw: { ...tablet.envelope(open, 1), later: true } },
          change('robot.greet', 'r1', { text: '早' }),
          change('shift.tally', 's1', { counter: 'right' }, { v: 2 }),
          change('shift.tally', 's1', { counter: 'right', times: 2 }),
          change('shift.dance', 's1', {}),
        ],
        { later: true },
      ),
    )
    expect(outcomes(reply)).toEqual(['applied', 'newer', 'newer', 'invalid', 'newer'])
    const kept = await stored<Held>(world, heldId(ids(reply)[1]!))
    expect(kept?.body).toMatchObject({ args: { text: '早' } })
  })
})

describe('W11 a record of a newer server', () => {
  it('W11 is shown to nobody, and its changes are held as newer', async () => {
    const world = await aWorld()
    const office = world.device('office', [CHEN])
    await world.log.transact(TENANT, async (tx) => {
      const record = {
        id: 'r1' as RecordId,
        kind: 'robot',
        v: 1,
        place: COMPOUND,
        author: CHEN,
        at: '2026-03-04T07:00:00.000Z',
      }
      await tx.put(record, { place: COMPOUND, group: 'site', people: [CHEN] }, await tx.head())
    })
    expect(outcomes(await office.send(change('robot.greet', 'r1', {}, { actor: CHEN })))).toEqual(['newer'])
    await office.walk()
    expect([office.bases.has('r1' as RecordId), office.bases.has(COMPOUND)]).toEqual([false, true])
  })
})

describe('W11 the shape of a record', () => {
  const shift = (reply: SyncReply) =>
    reply.own.map((one) => ('record' in one ? one.record : undefined))[0] as Shift | undefined
  const at = '2026-03-04T07:05:30.000Z'

  it('W11 an app that says nothing of shapes gets each tap by itself, with its minute; one that reads the later gets minutes', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    await tablet.walk()
    const tap = (counter: string) => change('shift.tally', 's1', { counter }, { at })
    const before = await tablet.send(openShift('s1'), tap('right'), tap('right'), tap('unsorted'))
    const single = ['right', 'right', 'unsorted'].map((counter) => [counter, '2026-03-04T07:05:00.000Z'])
    expect(shift(before)).toMatchObject({ v: 1, taps: single })
    expect(shift(before)).not.toHaveProperty('minutes')
    expect(before.records).toEqual([shift(before)])

    const now = await tablet.ask(tablet.request([tap('right')], { shapes: 2 }))
    expect(shift(now)).toMatchObject({ v: 2, taps: [], minutes: [['2026-03-04T07:05Z', 'rrur']] })
    expect(now.records).toEqual([shift(now)])
  })

  it('W11 a shift that lies here with single taps is folded on and sent as what it is now', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    await tablet.send(openShift('s1'))
    await world.log.transact(TENANT, async (tx) => {
      const { record, ...is } = (await tx.record('s1' as RecordId))!
      const { minutes: _, ...rest } = record as Shift
      const taps = [
        ['right', at],
        ['explained', at],
      ]
      const old = { ...rest, v: 1, taps }
      await tx.put(old, scopeOf(record), is.seq)
    })
    const back = change('shift.untally', 's1', { counter: 'right' })
    expect(outcomes(await tablet.send(back))).toEqual(['applied'])
    expect(await stored(world, 's1')).toMatchObject({ v: 2, taps: [], minutes: [['2026-03-04T07:05Z', 'e']] })
  })
})

describe('W13 limits', () => {
  it('W13 a time that is none is held: other people’s screens would show it', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const at = (text: string) => openShift('s1', { at: text })
    const reply = await tablet.send(at('soon'), at('2026-13-45T99:00:00Z'), at('2036-03-04T07:00:00.000Z'))
    expect(outcomes(reply)).toEqual(['invalid', 'invalid', 'applied'])
  })

  it('W13 a change that cannot be read is held with what came, and the batch goes on', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const raw = { n: 1, id: 'strange', record: 7, body: 'what', note: '别丢' }
    const reply = await tablet.send({ raw }, openShift('s1'))
    expect(outcomes(reply)).toEqual(['unreadable', 'applied'])
    expect(await stored(world, heldId('strange' as ChangeId))).toMatchObject({
      why: 'unreadable',
      body: { raw },
      author: WANG,
    })
  })

  it('W13 what is too large or too deep is held whole, not refused', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    let deep: unknown = '底'
    for (let level = 0; level < 10; level += 1) deep = [deep]
    const large = '字'.repeat(CHANGE_BYTES / 3)
    const reply = await tablet.send(
      change('shift.tally', 's1', { counter: deep }),
      change('shift.tally', 's1', { counter: large }),
      openShift('s1'),
    )
    expect(outcomes(reply)).toEqual(['invalid', 'invalid', 'applied'])
    expect(await stored(world, heldId(ids(reply)[1]!))).toMatchObject({ body: { args: { counter: large } } })
  })

  it('W13 what is too large is held whole, also when all of it that counts is small', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const raw = { ...tablet.envelope(openShift('s1'), 1), later: 'x'.repeat(CHANGE_BYTES) }
    expect(outcomes(await tablet.send({ raw }))).toEqual(['invalid'])
  })

  it('W13 what nobody can read to the bottom is not taken, and throws nothing over', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const pit = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown
    const raw = { ...tablet.envelope(openShift('s1'), 1), later: pit }
    const reply = await tablet.ask(tablet.request([{ raw }]))
    expect([reply.acked, reply.outcomes]).toEqual([0, []])
  })

  it('W13 more changes than a batch holds are refused in a word, and none is taken', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const many = Array.from({ length: 201 }, () => openShift('s1'))
    expect(await tablet.tell(tablet.request(many))).toEqual({ refused: 'tooLarge' })
    expect(await stored(world, 's1')).toBeUndefined()
  })

  it('W13 what has no readable place is not taken, and so not lost by an acknowledgement', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const reply = await tablet.ask(
      tablet.request([{ raw: null }, { raw: { n: 'one', id: 'x' } }, { raw: { n: 1 } }]),
    )
    expect([reply.acked, reply.outcomes]).toEqual([0, []])
  })
})

describe('rights are the server’s', () => {
  it('nobody acts for a person who is not on the device, nor for the server', async () => {
    const world = await aWorld()
    const phone = world.device('phone', [ZHAO])
    const reply = await phone.send(openShift('s1'), openShift('s2', { actor: 'server' as typeof WANG }))
    expect(outcomes(reply)).toEqual(['notAllowed', 'notAllowed'])
    expect(await stored(world, 's1')).toBeUndefined()
  })

  it('a right ends with its last day, whatever day the device claims', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    await world.server([
      {
        record: WANG as string as RecordId,
        name: 'member.appoint',
        v: 1,
        args: { appointment: { role: 'supervisor', place: COMPOUND, from: '2026-01-01', to: '2026-03-04' } },
      },
    ])
    world.setClock('2026-03-04T15:59:59.000Z')
    expect(outcomes(await tablet.send(openShift('s1')))).toEqual(['applied'])
    expect(await stored(world, 's1')).not.toHaveProperty('lapsed')
    // The next day in Shanghai, what is new still comes in, with a mark; not for ever.
    world.setClock('2026-03-04T16:00:00.000Z')
    const late = await tablet.send(openShift('s2'))
    expect(late.outcomes.map(({ outcome }) => outcome)).toEqual([{ is: 'applied', lapsed: true }])
    expect(await stored(world, 's2')).toMatchObject({ author: WANG, lapsed: true })
    world.setClock('2026-04-08T16:00:00.000Z')
    expect(outcomes(await tablet.send(openShift('s3')))).toEqual(['notAllowed'])
  })

  it('W8 from somebody who was sent away what is new is taken with a mark, an edit is held', async () => {
    const world = await aWorld()
    await world.server([{ record: 'f1' as RecordId, name: 'feedback.write', v: 1, args: remark(DOOR) }])
    const phone = world.device('phone', [ZHAO])
    const away = [{ record: ZHAO as string as RecordId, name: 'member.end', v: 1, args: {} }]
    await world.server(away)
    const reply = await phone.send(
      change('feedback.write', 'f2', remark(DOOR), { actor: ZHAO }),
      change('feedback.edit', 'f1', { urgency: { was: 'u3', now: 'u1' } }, { actor: ZHAO }),
    )
    expect(outcomes(reply)).toEqual(['applied', 'notAllowed'])
    expect(await stored(world, 'f2')).toMatchObject({ author: ZHAO, lapsed: true })
    expect(reply.records).toEqual([])
  })

  it('W8 what somebody goes on adding to a shift of their own is taken with a mark that comes once; the rest is held', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const tap = () => change('shift.tally', 's1', { counter: 'right' })
    await tablet.send(openShift('s1'), tap())
    await world.server([{ record: WANG as string as RecordId, name: 'member.end', v: 1, args: {} }])
    const late = await tablet.send(tap(), tap(), change('shift.close', 's1', {}))
    expect(late.outcomes.map(({ outcome }) => outcome)).toEqual([
      { is: 'applied', lapsed: true },
      { is: 'applied' },
      { is: 'applied' },
    ])
    expect(await stored(world, 's1')).toMatchObject({ lapsed: true, minutes: [[expect.any(String), 'rrr']] })
    const window = { was: 'morning', now: 'evening' }
    const held = await tablet.send(
      change('shift.correct', 's1', { window }),
      change('shift.closeFor', 's1', {}),
      change('shift.tally', 's1', { counter: 'right' }, { actor: ZHAO }),
    )
    expect(outcomes(held)).toEqual(['notAllowed', 'notAllowed', 'notAllowed'])
    world.setClock('2026-05-08T16:00:00.000Z')
    expect(outcomes(await tablet.send(tap()))).toEqual(['notAllowed'])
  })

  it('W8 nobody enters anything where they never had an appointment', async () => {
    const world = await aWorld()
    const phone = world.device('phone', [ZHAO])
    expect(outcomes(await phone.send(openShift('s1', { actor: ZHAO })))).toEqual(['notAllowed'])
  })

  it('a right is asked for where the record was and where it would be', async () => {
    const world = await aWorld()
    await world.server([
      enter('door-9' as RecordId, 'dwelling', 'building-2' as RecordId),
      { record: 'f1' as RecordId, name: 'feedback.write', v: 1, args: remark(DOOR) },
      { record: 'f2' as RecordId, name: 'feedback.write', v: 1, args: remark('door-9') },
    ])
    const phone = world.device('phone', [ZHAO])
    const move = (record: string, was: string, now: string) =>
      change('feedback.edit', record, { place: { was, now } }, { actor: ZHAO })
    const reply = await phone.send(
      move('f1', DOOR, 'door-9'),
      move('f2', 'door-9', DOOR),
      move('f1', DOOR, 'building-1'),
    )
    expect(outcomes(reply)).toEqual(['notAllowed', 'notAllowed', 'applied'])
  })

  it('a place may not be moved into a circle: it would vanish from everybody', async () => {
    const world = await aWorld()
    const office = world.device('office', [CHEN])
    const circle = change(
      'place.edit',
      'building-1',
      { parent: { was: COMPOUND, now: DOOR } },
      { actor: CHEN },
    )
    expect(outcomes(await office.send(circle))).toEqual(['notAllowed'])
  })

  it('an act in which somebody gives themselves a right does not use it', async () => {
    const world = await aWorld()
    const phone = world.device('phone', [ZHAO])
    const appoint = change(
      'member.appoint',
      ZHAO,
      { appointment: { role: 'officer', place: COMPOUND, from: '2026-01-01' } },
      { actor: ZHAO },
    )
    const reply = await phone.send(
      ...inAct(
        'act',
        appoint,
        change('place.edit', EAST_GATE, { order: { was: 1, now: 2 } }, { actor: ZHAO }),
      ),
    )
    expect(outcomes(reply)).toEqual(['notAllowed', 'notAllowed'])
  })

  it('the server gives spoken numbers, and none to what is held', async () => {
    const world = await aWorld()
    const office = world.device('office', [CHEN])
    const write = (record: string, rest: object = {}) =>
      change('feedback.write', record, { ...remark(DOOR), ...rest }, { actor: CHEN })
    await office.send(
      write('f1'),
      ...inAct('a', write('f2'), write('f3', { category: 'nonsense' })),
      write('f4'),
    )
    expect(await stored(world, 'f1')).toMatchObject({ no: 1 })
    expect(await stored(world, 'f4')).toMatchObject({ no: 2 })
  })

  it('a part lies where its head lies, when it is made and when the head moves', async () => {
    const world = await aWorld()
    const office = world.device('office', [CHEN])
    const reporter = (record: string, head: string, place: string) =>
      change(
        'reporter.write',
        record,
        { feedback: head, place, displayName: '李孃孃', agreed: false },
        { actor: CHEN },
      )
    await office.send(
      change('feedback.write', 'f1', remark(DOOR), { actor: CHEN }),
      change('feedback.edit', 'f1', { place: { was: DOOR, now: 'building-2' } }, { actor: CHEN }),
      reporter('r1', 'f1', DOOR),
    )
    expect(await stored(world, 'r1')).toMatchObject({ place: 'building-2' })
    await office.send(
      change('feedback.edit', 'f1', { place: { was: 'building-2', now: WEST_GATE } }, { actor: CHEN }),
    )
    expect(await stored(world, 'r1')).toMatchObject({ place: WEST_GATE })
    const follow = (await rows(world)).at(-1)
    expect(follow).toMatchObject({ record: 'r1', before: { place: 'building-2', group: 'reporter' } })
  })
})
