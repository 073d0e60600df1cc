import fc from 'fast-check'
import { safeParse } from 'valibot'
import { describe, expect, it } from 'vitest'
import type { ActId, ChangeId, PersonId, RecordId } from '#domain/ids.ts'
import type { KeptChange } from '#store/outbox.ts'
import { FULL_BATCH, halved, plan, type Ready } from '#sync/plan.ts'
import { requestSchema } from '#wire/messages.ts'
import { runs } from './runs.ts'
import { aDevice, type Device, queueOf, take } from './tinyDevice.ts'
import { others, respond, restored, statesOf, type TinyServer, tinyServer } from './tinyServer.ts'

/** What the net makes of one question. `late` brings the answer to the question before. */
const WEATHER = ['good', 'lost', 'lostAnswer', 'twice', 'portal', 'tooLarge', 'broken', 'late'] as const
type Weather = (typeof WEATHER)[number]

type Event =
  | { readonly is: 'write'; readonly acts: readonly number[] }
  | { readonly is: 'ask'; readonly weather: Weather }
  | { readonly is: 'others'; readonly record: number }
  | { readonly is: 'scope' }
  | { readonly is: 'restore'; readonly keep: number; readonly told: boolean }
  | { readonly is: 'clone'; readonly writes: number }
  | { readonly is: 'restart' }
  | { readonly is: 'pointer'; readonly n: number }

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      is: fc.constant('write' as const),
      acts: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 14,
    arbitrary: fc.record({
      is: fc.constant('ask' as const),
      weather: fc.constantFrom('good' as const, ...WEATHER),
    }),
  },
  { weight: 4, arbitrary: fc.record({ is: fc.constant('others' as const), record: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('scope' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ is: fc.constant('restore' as const), keep: fc.nat(100), told: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('clone' as const), writes: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('restart' as const) }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('pointer' as const), n: fc.nat(30) }) },
)

/** Asks once. Answers whether both sides know what the other knew. */
function ask(
  device: Device,
  server: TinyServer,
  weather: Weather,
  before: { asked?: ReturnType<typeof plan> },
): boolean {
  const { position } = device
  const queue = queueOf(device)
  const after = device.pointer.stream === position.stream ? device.pointer.n : position.acked
  const planned = plan(position, queue, after, device.batch)
  checkPlan(planned, device, queue)
  if (weather === 'lost' || weather === 'portal' || weather === 'broken') return false
  if (weather === 'tooLarge') {
    device.batch = halved(device.batch)
    return false
  }
  if (weather === 'late') {
    // The answer to an earlier question comes when the device has gone on.
    if (before.asked) take(device, before.asked.asked, respond(server, before.asked.request))
    return false
  }
  before.asked = planned
  if (weather === 'twice') respond(server, planned.request)
  const reply = respond(server, planned.request)
  if (weather === 'lostAnswer') return false
  const taken = take(device, planned.asked, reply)
  const { walking, resending, scope } = device.position
  return (
    taken && !reply.more && queueOf(device).length === 0 && !resending && !walking && scope === position.scope
  )
}

/** What holds of every single plan, whatever came before it. */
function checkPlan(
  { request, asked }: ReturnType<typeof plan>,
  device: Device,
  queue: readonly Ready[],
): void {
  const { position } = device
  // A question that the server would not read would never be answered.
  expect(safeParse(requestSchema, { ...request, request: 'q' }).success).toBe(true)
  const changes = request.changes as readonly { n: number; id: string; first?: string }[]
  const start = (changes[0]?.n ?? position.acked + 1) - position.acked - 1
  expect(changes.map(({ n }) => n)).toEqual(changes.map((_, index) => position.acked + 1 + start + index))
  expect(changes.map(({ id, first: seal }) => [id, seal])).toEqual(
    queue.slice(start, start + changes.length).map((row) => [row.change.id, row.first]),
  )
  const rest = queue.slice(start + changes.length)
  if (changes.length > 0) {
    expect([request.unsent, asked.upTo]).toEqual([rest.length, position.acked + start + changes.length])
    // An act is never cut in two.
    const act = queue[start + changes.length - 1]?.change.act
    if (act !== undefined) expect(rest[0]?.change.act).not.toBe(act)
  }
  expect(request.limit === 0).toBe(position.resending)
  expect([request.stream, request.epoch, request.acked, request.cursor]).toEqual([
    position.stream,
    position.epoch,
    position.acked,
    position.cursor,
  ])
}

function write(device: Device, written: Set<string>, length: number): void {
  const act = length > 1 ? { act: `act-${written.size}` as ActId } : {}
  for (let index = 0; index < length; index += 1) {
    const id = `mine-${written.size}`
    written.add(id)
    device.outbox.push({ change: { ...kept(id, `r${written.size % 6}`), ...act } })
  }
}

/** Every change ever written is in the queue, in the sent log, or (a clone's) on the server. */
function checkNothingThrownAway(device: Device, server: TinyServer, mine: ReadonlySet<string>): void {
  const here = [...device.outbox, ...device.sent].map(({ change }) => change.id as string)
  expect(new Set(here).size).toBe(here.length)
  expect(new Set(here)).toEqual(mine)
  const there = server.log.map(({ id }) => id)
  expect(new Set(there).size).toBe(there.length)
}

function live(events: readonly Event[], page: number) {
  const server = tinyServer(page)
  const device = aDevice()
  const mine = new Set<string>()
  const before: { asked?: ReturnType<typeof plan> } = {}
  // Until a device has told that an untold backup was put back, nobody may write over the gap.
  let quiet: number | undefined
  for (const one of events) {
    if (quiet !== undefined && server.epoch !== quiet) quiet = undefined
    if (one.is === 'write') for (const length of one.acts) write(device, mine, length)
    if (one.is === 'others' && quiet === undefined) others(server, `r${one.record}`)
    if (one.is === 'scope') server.scope += 1
    if (one.is === 'restart') {
      device.pointer = { stream: '', n: 0 }
      device.batch = FULL_BATCH
      delete before.asked
    }
    // How far another tab had sent: a hint, and any hint has to do.
    if (one.is === 'pointer') device.pointer = { stream: device.position.stream, n: one.n }
    if (one.is === 'restore') {
      const keep = Math.min(server.log.length, one.keep)
      if (!one.told && keep < server.log.length) quiet = server.epoch
      restored(server, keep, one.told)
    }
    if (one.is === 'clone' && quiet === undefined) {
      // The profile was copied: another life goes on in the same stream.
      const clone: Device = {
        ...aDevice(),
        position: device.position,
        outbox: [...device.outbox],
        sent: [...device.sent],
        streams: 1000 + mine.size,
      }
      const theirs = new Set<string>(
        Array.from({ length: one.writes }, (_, index) => `clone-${mine.size}-${server.log.length}-${index}`),
      )
      for (const id of theirs) clone.outbox.push({ change: { ...kept(id) } })
      ask(clone, server, 'good', {})
    }
    if (one.is === 'ask') ask(device, server, one.weather, before)
    checkNothingThrownAway(device, server, mine)
  }
  return { server, device, mine, before }
}

function kept(id: string, record = 'r0'): KeptChange {
  return {
    id: id as ChangeId,
    record: record as RecordId,
    name: 'shift.tally',
    v: 1,
    actor: 'wang' as PersonId,
    body: { open: { at: '2026-03-04T07:00:00.000Z', args: {} } },
  }
}

const life = fc.tuple(fc.array(event, { maxLength: 40 }), fc.integer({ min: 1, max: 4 }))

describe('the planner, on values alone', () => {
  it('INV-5 INV-2 after any weather it ends within 200 questions, with everything sent once, nothing thrown away and the walk complete', () => {
    fc.assert(
      fc.property(life, ([events, page]) => {
        const { server, device, mine, before } = live(events, page)
        let steps = 0
        while (!ask(device, server, 'good', before)) {
          steps += 1
          expect(steps).toBeLessThanOrEqual(200)
          checkNothingThrownAway(device, server, mine)
        }
        expect(device.outbox).toEqual([])
        expect(device.sent.some((row) => row.again)).toBe(false)
        const there = server.log.map(({ id }) => id)
        for (const id of mine) expect(there.filter((one) => one === id)).toHaveLength(1)
        const bases = [...device.bases].map(([record, { seq }]) => ({ record, seq }))
        expect(bases.sort((a, b) => a.seq - b.seq)).toEqual(statesOf(server))
      }),
      runs(400),
    )
  })

  it('INV-6 what one device did arrives in the order it did it, as long as the server forgot nothing', () => {
    fc.assert(
      fc.property(life, ([events, page]) => {
        const honest = events.filter(({ is }) => is !== 'restore' && is !== 'clone')
        const { server, device, before } = live(honest, page)
        for (let steps = 0; !ask(device, server, 'good', before); steps += 1) expect(steps).toBeLessThan(200)
        const order = server.log.map(({ id }) => id).filter((id) => id.startsWith('mine-'))
        expect(order).toEqual(order.map((_, index) => `mine-${index}`))
      }),
      runs(200),
    )
  })

  it('INV-5 with a proxy that takes one act at a time everything still goes, act by act', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 30 }), (acts) => {
        const server = tinyServer(2)
        const device = aDevice()
        const mine = new Set<string>()
        for (const length of acts) write(device, mine, length)
        for (let halving = 0; halving < 12; halving += 1) device.batch = halved(device.batch)
        expect(device.batch).toEqual({ changes: 1, bytes: 128 })
        for (let steps = 0; !ask(device, server, 'good', {}); steps += 1) {
          expect(steps).toBeLessThan(acts.length + 10 + mine.size)
          expect(
            plan(device.position, queueOf(device), 0, device.batch).request.changes.length,
          ).toBeLessThanOrEqual(5)
        }
        expect(device.sent).toHaveLength(mine.size)
      }),
      runs(60),
    )
  })
})
