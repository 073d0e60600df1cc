import type { Change, Outcome } from '#domain/change.ts'
import type { ChangeId, DeviceId, Epoch, PersonId, RecordId, StreamId, TenantId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import type { LogRow } from '#server/log/log.ts'
import type { Event, History, Look, ServerState } from '../history.ts'

/*
 * Histories by hand: small ones in which all is well, and the same with one thing wrong. A checker that finds nothing in the
 * second kind would be worthless.
 */

export const TENANT = 'yulin' as TenantId
export const OTHER = 'tongzi' as TenantId
export const COMPOUND = 'compound' as RecordId
export const CHEN = 'chen' as PersonId
export const LI = 'li' as PersonId
const AT = '2026-03-04T01:00:00.000Z'
const DAY = '2026-03-04'

export function change(id: string, name: string, args: unknown = {}, record = 'r'): Change {
  return {
    id: id as ChangeId,
    record: record as RecordId,
    name,
    v: 1,
    actor: LI,
    at: AT,
    args,
  }
}

export function row(seq: number, of: Change, outcome: Outcome = { is: 'applied' }, more = {}): LogRow {
  return {
    seq,
    epoch: 'epoch-1' as Epoch,
    change: of.id,
    record: of.record,
    name: of.name,
    v: of.v,
    actor: of.actor,
    device: 'device' as DeviceId,
    receivedAt: AT,
    body: { at: of.at, args: of.args },
    outcome,
    ...more,
  }
}

export function record(id: string, kind: string, more: object = {}): Recorded {
  return { id: id as RecordId, kind, v: 1, place: 'east' as RecordId, author: CHEN, at: AT, ...more }
}

/** An office for everything, and 李 at the bins of the east gate. */
export const GROUND: readonly Recorded[] = [
  record('compound', 'place', { what: 'compound', key: 'compound', place: 'compound' }),
  record('east', 'place', { what: 'binPoint', key: 'east', parent: 'compound', place: 'east' }),
  record('west', 'place', { what: 'binPoint', key: 'west', parent: 'compound', place: 'west' }),
  record('li', 'member', {
    place: 'compound',
    appointments: [{ role: 'supervisor', place: 'east', from: '2020-01-01' }],
  }),
]

export const saved = (of: Change, disk = 'one'): Event => ({ is: 'saved', disk, change: of })

export const wrote = (
  rows: readonly LogRow[],
  records: readonly Recorded[] = [],
  tenant: TenantId = TENANT,
): Event => ({ is: 'wrote', tenant, at: AT, rows, settled: [], records })

export const told = (id: string, outcome: Outcome = { is: 'applied' }): Event => ({
  is: 'told',
  disk: 'one',
  told: [{ id: id as ChangeId, outcome }],
})

export const excused = (...changes: string[]): Event => ({
  is: 'excused',
  why: 'evict',
  changes: changes as ChangeId[],
})

export const restored = (rows: readonly LogRow[] = [], records: readonly Recorded[] = []): Event => ({
  is: 'restored',
  word: true,
  tenants: new Map([[TENANT, { epoch: 'epoch-2' as Epoch, rows, records }]]),
})

type Reply = Extract<Event, { is: 'reply' }>

export function reply(more: Partial<Reply>): Event {
  return {
    is: 'reply',
    tenant: TENANT,
    day: DAY,
    device: 'device' as DeviceId,
    reader: { people: [LI], kind: 'own', out: false },
    stream: 'stream' as StreamId,
    epoch: 'epoch-1' as Epoch,
    shows: [],
    outcomes: [],
    erased: [],
    words: [],
    ...more,
  }
}

export const answer = (n: number, id: string, outcome: Outcome = { is: 'applied' }) => ({
  n,
  id: id as ChangeId,
  outcome,
})

export function look(more: Partial<Look> = {}): Look {
  return {
    disk: 'one',
    tenant: TENANT,
    reader: { people: [LI], kind: 'own', out: false },
    day: DAY,
    bases: [],
    outbox: [],
    sent: [],
    receipts: [],
    raw: {},
    books: [],
    later: false,
    handed: new Map(),
    ...more,
  }
}

export interface Told {
  readonly events?: readonly Event[]
  readonly rows?: readonly LogRow[]
  readonly records?: readonly Recorded[]
  readonly looks?: readonly Look[]
  readonly order?: readonly string[]
  readonly told?: readonly (readonly [string, Outcome])[]
  readonly restless?: Readonly<Record<string, string>>
  /** Words and the record each was written in. */
  readonly words?: Readonly<Record<string, { readonly record: string; readonly tenant?: TenantId }>>
}

export function aHistory(of: Told): History {
  const state: ServerState = {
    epoch: 'epoch-1' as Epoch,
    rows: of.rows ?? [],
    records: of.records ?? [],
  }
  const words = Object.entries(of.words ?? {}).map(
    ([text, { record: id, tenant = TENANT }]) =>
      [text, { text, tenant, place: COMPOUND, record: id as RecordId, by: CHEN }] as const,
  )
  return {
    seed: 0,
    compounds: new Map([
      [TENANT, COMPOUND],
      [OTHER, COMPOUND],
    ]),
    canaries: new Map(words),
    written: new Map([['one', new Set([LI])]]),
    events: of.events ?? [],
    end: {
      servers: new Map([[TENANT, state]]),
      looks: of.looks ?? [],
      owed: new Map([
        [
          'one',
          {
            order: (of.order ?? []) as ChangeId[],
            told: new Map((of.told ?? []) as [ChangeId, Outcome][]),
          },
        ],
      ]),
      restless: new Map(Object.entries(of.restless ?? {})),
    },
  }
}
