import { sql } from 'kysely'
import type { TenantId } from '#domain/ids.ts'
import { noted } from '#server/people/note.ts'
import { openAsIs } from './database.ts'
import type { Manifest } from './manifest.ts'
import type { Database } from './tables.ts'

/** What a compound's log has and another copy of it has not. */
export interface Ahead {
  readonly tenant: string
  readonly name: string
  readonly changes: number
  /** When the last of them came, ISO instant. */
  readonly last: string
}

export type Here =
  | { readonly is: 'none'; readonly epoch: string }
  | { readonly is: 'read'; readonly epoch: string; readonly ahead: readonly Ahead[] }
  | { readonly is: 'unreadable'; readonly epoch: string }

const AT_ONCE = 500

/**
 * What the database of a data folder knows and `copy` does not, by the ids of changes: those are the same in every
 * life of a log, numbers of different lives are not to be compared. A database of another version is read as far as needed.
 */
export async function aheadIn(dataDir: string, copy: Database): Promise<Here> {
  const opened = await openAsIs({ dataDir })
  if (!opened.ok) return { is: opened.refused === 'nothingHere' ? 'none' : 'unreadable', epoch: '' }
  const here = opened.value
  try {
    const epoch = await here.selectFrom('meta').select('value').where('key', '=', 'epoch').executeTakeFirst()
    const ahead: Ahead[] = []
    for (const { id } of await here.selectFrom('tenants').select('id').orderBy('id').execute()) {
      const more = await aheadOf(here, copy, id)
      if (more) ahead.push(more)
    }
    return { is: 'read', epoch: epoch?.value ?? '', ahead }
  } catch {
    return { is: 'unreadable', epoch: '' }
  } finally {
    await here.destroy()
  }
}

/**
 * The same, as far as the note beside a database tells it, where the database itself is not asked. Of another life the
 * note tells nothing that could be compared.
 */
export async function aheadByNote(path: string, manifest: Manifest): Promise<Here> {
  const { epoch, at, seqs } = await noted(path)
  if (epoch === '') return { is: 'none', epoch }
  if (epoch !== manifest.epoch) return { is: 'unreadable', epoch }
  const ahead = manifest.compounds.flatMap(({ tenant, name, head }): readonly Ahead[] => {
    const changes = (seqs[tenant as TenantId] ?? 0) - head
    return changes > 0 ? [{ tenant, name, changes, last: at }] : []
  })
  return { is: 'read', epoch, ahead }
}

async function aheadOf(here: Database, copy: Database, tenant: string): Promise<Ahead | undefined> {
  let [after, changes, last] = [0, 0, '']
  for (;;) {
    const rows = await here
      .selectFrom('log')
      .select(['seq', 'change', 'received_at'])
      .where('tenant', '=', tenant)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(AT_ONCE)
      .execute()
    if (rows.length === 0) break
    const ids = rows.map(({ change }) => change)
    const known = await copy
      .selectFrom('log')
      .select('change')
      .where('tenant', '=', tenant)
      .where('change', 'in', ids)
      .execute()
    const has = new Set(known.map(({ change }) => change))
    for (const { change, received_at } of rows) {
      if (has.has(change)) continue
      changes += 1
      if (received_at > last) last = received_at
    }
    after = rows.at(-1)!.seq
  }
  if (changes === 0) return undefined
  const named = await sql<{ name: string }>`select name from compounds where tenant = ${tenant}`.execute(here)
  return { tenant, name: named.rows[0]?.name ?? tenant, changes, last }
}
