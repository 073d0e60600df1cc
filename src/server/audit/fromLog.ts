import { KINDS } from '#domain/catalogue.ts'
import { type Outcome, took } from '#domain/change.ts'
import { type DeviceId, type PersonId, SERVER, type TenantId } from '#domain/ids.ts'
import { LOOKED_AT } from '#domain/look.ts'
import type { LogDb, LogTables } from '#server/log/tables.ts'
import type { Traced } from '#domain/traced.ts'
import type { Line } from './chain.ts'
import type { AuditDb } from './tables.ts'

type LogRow = Pick<
  LogTables['log'],
  'seq' | 'name' | 'actor' | 'act' | 'device' | 'received_at' | 'record' | 'body' | 'outcome'
>

type Args = Readonly<Record<string, unknown>>

/** Changes that leave a line, and which. */
const FROM_LOG: Readonly<Record<string, Traced | ((args: Args, row: LogRow) => Traced | undefined)>> = {
  'look.note': looked,
  'look.take': looked,
  'member.join': 'appointment.given',
  // What is handed over is one act of two changes: the one's end, and the other's beginning.
  'member.appoint': ({ appointment }, { act }) => {
    if ((appointment as { to?: string } | undefined)?.to === undefined) return 'appointment.given'
    return act === null ? 'appointment.ended' : 'appointment.handedOver'
  },
  'member.end': 'appointment.ended',
  'import.finish': 'roster.imported',
  'import.takeBack': 'roster.undone',
  'rescue.bring': 'rescue.brought',
  'held.release': 'held.released',
  'held.giveUp': 'held.givenUp',
  'held.correct': 'held.corrected',
  'exportRequest.ask': 'export.asked',
  'exportRequest.allow': 'export.allowed',
  'exportRequest.refuse': 'export.refused',
}

/** A function, not a constant: it is named above. */
function looked({ what }: Args): Traced | undefined {
  const known = LOOKED_AT.find((one) => one === what)
  return known && `look.${known}`
}

/** Groups whose records these changes touch: after others there is nothing new to read. */
export const TRACED_GROUPS: readonly string[] = [
  'looks',
  'team',
  'imports',
  'held',
  'heldPersonal',
  'settings',
]

/** Log rows read at a time; one has at most the size of a change. */
export const AT_ONCE = 200

export interface Read {
  readonly lines: readonly Line[]
  /** How far it was read. */
  readonly seq: number
  /** There was no more. */
  readonly done: boolean
}

/** Reads on in a compound's log behind `after`, as far as it is committed: its rows never change, and their order is that of the commits (W5). */
export async function readOn(tx: AuditDb, tenant: TenantId, after: number): Promise<Read> {
  const log = tx as unknown as LogDb
  const { head } = await log
    .selectFrom('log')
    .select((one) => one.fn.max('seq').as('head'))
    .where('tenant', '=', tenant)
    .executeTakeFirstOrThrow()
  if (head === null || head <= after) return { lines: [], seq: after, done: true }
  const rows = await log
    .selectFrom('log')
    .select(['seq', 'name', 'actor', 'act', 'device', 'received_at', 'record', 'body', 'outcome'])
    .where('tenant', '=', tenant)
    .where('seq', '>', after)
    .where('seq', '<=', head)
    .where('name', 'in', names())
    .orderBy('seq')
    .limit(AT_ONCE)
    .execute()
  const done = rows.length < AT_ONCE
  return { lines: rows.flatMap(lineOf), seq: done ? head : rows.at(-1)!.seq, done }
}

function names(): readonly string[] {
  const settings = Object.keys(KINDS.get('settings')?.verbs ?? {}).map((verb) => `settings.${verb}`)
  return [...Object.keys(FROM_LOG), ...settings]
}

function lineOf(row: LogRow): readonly Line[] {
  if (!took(JSON.parse(row.outcome) as Outcome)) return []
  // The server lets go of what it held when what was missing comes: nobody decided that.
  if (row.actor === SERVER && row.name.startsWith('held.')) return []
  const { args } = JSON.parse(row.body) as { args?: Args }
  const found = row.name.startsWith('settings.') ? 'settings.changed' : FROM_LOG[row.name]
  const what = typeof found === 'function' ? found(args ?? {}, row) : found
  if (what === undefined) return []
  return [
    {
      at: row.received_at,
      actor: row.actor as PersonId,
      ...(row.device !== SERVER && { device: row.device as DeviceId }),
      what,
      object: row.record,
    },
  ]
}
