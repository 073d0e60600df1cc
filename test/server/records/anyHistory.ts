import fc from 'fast-check'
import { expect } from 'vitest'
import { KINDS } from '#domain/catalogue.ts'
import { heldId } from '#domain/held.ts'
import type { ChangeId, RecordId } from '#domain/ids.ts'
import type { Log } from '#server/log/log.ts'
import {
  aWorld,
  CHEN,
  COMPOUND,
  DOOR,
  EAST_GATE,
  LI,
  remark,
  TENANT,
  WANG,
  WEST_GATE,
  ZHAO,
} from './world.ts'

const NAMES = [...KINDS.values()].flatMap((kind) =>
  Object.keys(kind.verbs).map((verb) => `${kind.kind}.${verb}`),
)

const AT = '2026-03-04T07:00:00.000Z'
const shift = (place: RecordId) => ({ place, day: '2026-03-04', window: 'morning' })

/** Changes that make sense often enough that things come into being, meet, wait, move and are decided on. */
const sensible = fc.constantFrom<readonly [name: string, record: string, args: unknown]>(
  ['shift.open', 's1', shift(EAST_GATE)],
  ['shift.open', 's2', shift(WEST_GATE)],
  ['shift.tally', 's1', { counter: 'right' }],
  ['shift.tally', 's2', { counter: 'right' }],
  ['shift.untally', 's1', { counter: 'right' }],
  ['shift.check', 's1', { item: '__proto__', state: 'good' }],
  ['shift.close', 's1', {}],
  ['feedback.write', 'f1', remark(DOOR)],
  ['feedback.edit', 'f1', { place: { was: DOOR, now: 'building-2' } }],
  ['feedback.edit', 'f1', { place: { was: 'building-2', now: DOOR } }],
  ['reporter.write', 'r1', { feedback: 'f1', place: DOOR, displayName: '李孃孃', agreed: false }],
  ['place.edit', EAST_GATE, { label: { was: 'east-gate', now: '东门' } }],
  ['place.edit', DOOR, { parent: { was: 'building-1', now: 'building-2' } }],
  ['place.edit', DOOR, { parent: { was: 'building-2', now: 'building-1' } }],
  ['member.appoint', LI, { appointment: { role: 'supervisor', place: WEST_GATE, from: '2026-01-01' } }],
  ['member.end', LI, {}],
  ...['c1', 'c2', 'c3', 'c4'].flatMap((id) => [
    ['held.release', heldId(id as ChangeId), {}] as const,
    ['held.giveUp', heldId(id as ChangeId), {}] as const,
  ]),
)

/** Characters that one database keeps and another refuses, where a text or a name of a field can stand. */
const poison = fc
  .array(fc.constantFrom('\u0000', '\ud800', '\udfff', '\\u0000', '行', '😀', '\u2028', "'", '"'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => ({ text: all.join(''), label: all.join(''), [all.join('')]: all.join('') }))

const mad = fc.tuple(
  fc.oneof(fc.constantFrom(...NAMES), fc.string()),
  fc.constantFrom(
    's1',
    'f1',
    CHEN,
    EAST_GATE,
    COMPOUND,
    '__proto__',
    'constructor',
    '',
    '行',
    's\u0000',
    's\ud800',
  ),
  fc.oneof(fc.jsonValue(), poison),
)

const CREW = { office: [CHEN], tablet: [WANG, LI], phone: [ZHAO] } as const
type Name = keyof typeof CREW

const change = (device: Name) =>
  fc
    .record({
      id: fc.constantFrom(...Array.from({ length: 24 }, (_, index) => `c${index + 1}`)),
      what: fc.oneof({ weight: 9, arbitrary: sensible }, { weight: 1, arbitrary: mad }),
      v: fc.constantFrom(1, 1, 1, 1, 1, 1, 2),
      actor: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom<string>(...CREW[device]) },
        { weight: 1, arbitrary: fc.constantFrom('server', WANG, '') },
      ),
      act: fc.constantFrom(undefined, undefined, undefined, 'a1'),
      body: fc.oneof(
        { weight: 20, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.jsonValue() },
      ),
    })
    .map(({ what: [name, record, args], body, act, ...rest }) => ({
      ...rest,
      name,
      record,
      ...(act && { act }),
      body: body ?? { open: { at: AT, args } },
      first: 'not ours',
    }))

/** One request of one device. */
export interface Step {
  readonly device: Name
  readonly changes: readonly unknown[]
  readonly again: boolean
  readonly limit: number
}

export const step: fc.Arbitrary<Step> = fc
  .constantFrom<Name>('office', 'tablet', 'tablet', 'phone')
  .chain((device) =>
    fc.record({
      device: fc.constant(device),
      changes: fc.array(
        fc.oneof({ weight: 20, arbitrary: change(device) }, { weight: 1, arbitrary: fc.jsonValue() }),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
      again: fc.boolean(),
      limit: fc.constantFrom(0, 1, 2, 100),
    }),
  )

/** The same requests to a server on this log: all that was told, and all that is kept. */
export async function live(log: Log, steps: readonly Step[]): Promise<unknown> {
  const world = await aWorld(log)
  const devices = {
    office: world.device('office', CREW.office),
    tablet: world.device('tablet', CREW.tablet, 'shared'),
    phone: world.device('phone', CREW.phone),
  }
  const told: unknown[] = []
  for (const { device: name, changes, again, limit } of steps) {
    const device = devices[name]
    const sent = changes.map((one, index) =>
      typeof one === 'object' && one !== null && !Array.isArray(one)
        ? { n: device.acked + index + 1, ...one }
        : one,
    )
    const request = device.request(
      sent.map((raw) => ({ raw })),
      { limit },
    )
    if (again) await device.ask(request)
    const reply = await device.ask(request)
    if (reply.turn === 'fork') device.openStream()
    device.take(reply)
    const { outcomes, own, records, forget, more, acked, turn, scope: _ } = reply
    told.push({
      outcomes: outcomes.map(({ n, id, outcome }) => ({ n, id, outcome })),
      own,
      records,
      forget,
      more,
      acked,
      turn,
    })
  }
  const kept = await log.transact(TENANT, async (tx) => {
    const rows = await tx.rows(0, await tx.head())
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1))
    return { rows, records: await tx.recordsAfter(0, 1000) }
  })
  return JSON.parse(JSON.stringify({ told, kept }))
}
