import type { TenantId } from '#domain/ids.ts'
import { type Head, hashOf, headOf, type Keyed, type Row } from './chain.ts'
import type { Beside } from './beside.ts'
import type { AuditDb } from './tables.ts'

export type Checked =
  | { readonly is: 'whole'; readonly rows: number }
  | {
      readonly is: 'broken'
      /** The first line that is not as it was. */
      readonly n: number
      /** `cutOff`: lines that the note beside the database knows are not there any more. */
      readonly why: 'changed' | 'missing' | 'cutOff'
    }

const AT_ONCE = 1000
const NO_HEAD = { n: 0, hash: '', cut_n: 0, cut_hash: '' } as const

/**
 * Reads the whole chain of a compound: every line has the number after the one before, names its hash, and has the hash of
 * what it says. It begins where the last cut says and ends where its head says, and the line that was noted beside the
 * database is still in it. No transaction is held meanwhile: what stands below the head is only ever cut off, and then it is
 * read anew.
 *
 * @param beside noted before this begins: the chain never ends before it
 */
export async function checkChain(
  db: AuditDb,
  keyed: Keyed,
  tenant: TenantId,
  beside: Beside | undefined,
): Promise<Checked> {
  for (;;) {
    const head = (await headOf(db, tenant)) ?? NO_HEAD
    const checked = await checkUpTo(db, keyed, tenant, head, beside)
    const now = (await headOf(db, tenant)) ?? NO_HEAD
    if (now.cut_n === head.cut_n) return checked
  }
}

async function checkUpTo(
  db: AuditDb,
  keyed: Keyed,
  tenant: TenantId,
  head: Pick<Head, 'n' | 'hash' | 'cut_n' | 'cut_hash'>,
  beside: Beside | undefined,
): Promise<Checked> {
  let last = { n: head.cut_n, hash: head.cut_hash }
  let cut = { n: 0, hash: '' }
  for (;;) {
    const rows = await rowsBetween(db, tenant, last.n, head.n)
    if (rows.length === 0) break
    for (const row of rows) {
      if (row.n !== last.n + 1) return broken(last.n + 1, 'missing')
      if (row.prev !== last.hash || row.hash !== (await hashOf(keyed, row))) return broken(row.n, 'changed')
      if (row.n === beside?.n && row.hash !== beside.hash) return broken(row.n, 'changed')
      if (row.what === 'trail.cut') cut = cutIn(row.object)
      last = { n: row.n, hash: row.hash }
    }
  }
  if (last.n !== head.n) return broken(last.n + 1, 'missing')
  if (last.hash !== head.hash) return broken(last.n, 'changed')
  // Who takes off the beginning leaves a line that says so: a head row alone could be written by anybody.
  if (cut.n !== head.cut_n || cut.hash !== head.cut_hash) return broken(head.cut_n, 'missing')
  if (beside && beside.n > last.n) return broken(last.n + 1, 'cutOff')
  return { is: 'whole', rows: last.n - head.cut_n }
}

/** What a line that tells of a cut, or of a copy that was put back, names: a line and its hash. */
export function nameOfLine({ n, hash }: Beside): string {
  return `${n} ${hash}`
}

function cutIn(object: string | null): Beside {
  const [n = '', hash = ''] = (object ?? '').split(' ')
  return { n: Number(n), hash }
}

function rowsBetween(db: AuditDb, tenant: TenantId, after: number, upTo: number): Promise<readonly Row[]> {
  return db
    .selectFrom('audit')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('n', '>', after)
    .where('n', '<=', upTo)
    .orderBy('n')
    .limit(AT_ONCE)
    .execute()
}

function broken(n: number, why: Extract<Checked, { is: 'broken' }>['why']): Checked {
  return { is: 'broken', n, why }
}
