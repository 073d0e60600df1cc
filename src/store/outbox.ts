import { isInWords, isSealed } from '#domain/kinds.ts'
import type { Change } from '#domain/change.ts'
import type { PersonId, TenantId } from '#domain/ids.ts'

/** `{at, args}` of a change: what is personal about it. */
export interface Inside {
  readonly at: string
  readonly args: unknown
}

/** A body as it is kept and sent; the same shapes as on the wire. */
export type KeptBody =
  | { readonly open: Inside }
  | { readonly sealed: string; readonly alg: 'P256-A256GCM'; readonly key: string }

/** A change at rest: what it is about in clear, what is personal sealed to the server. */
export interface KeptChange extends Omit<Change, 'at' | 'args'> {
  readonly body: KeptBody
}

export interface OutboxRow {
  readonly change: KeptChange
  /** The author's own way back to a sealed body until it is acknowledged. */
  readonly own?: string
  /**
   * Of words in a record that everybody here may read (`isInWords`): they are for whoever comes next, also before they are sent.
   * Where the disk has a vault they lie closed in it, and are not told while that is locked.
   */
  readonly inside?: Inside
  /** When it was written, for the list of what is unsent; a sealed body does not say it. It never leaves the device. */
  readonly at?: string
}

export interface SentRow {
  readonly change: KeptChange
  /** Server time of its acknowledgement: the log shrinks by server time only. */
  readonly ackedAt: string
  /** The server-sealed first stamp and outcome. */
  readonly first: string
  /** To be sent again to a restored server (W7). */
  readonly again?: true
}

/** Sealing is handed in: WebCrypto on a device, the same algorithm in tests. Never called inside a transaction. */
export interface Seals {
  /** To the server's public key, bound to tenant, change id and algorithm. */
  toServer(tenant: TenantId, id: string, inside: Inside): Promise<KeptBody>
  /** To the author's key on this device. */
  toAuthor(author: PersonId, id: string, inside: Inside): Promise<string>
  /** Undefined where the key is not at hand now. */
  byAuthor(author: PersonId, id: string, own: string): Promise<Inside | undefined>
}

/** Seals a change the way its kind asks for. */
export async function sealed(seals: Seals, tenant: TenantId, change: Change): Promise<OutboxRow> {
  const { at, args, ...rest } = change
  const inside: Inside = { at, args }
  const forNext = isInWords(change)
  if (!forNext && !isSealed(change.name)) return { change: { ...rest, body: { open: inside } } }
  const [body, own] = await Promise.all([
    seals.toServer(tenant, change.id, inside),
    seals.toAuthor(change.actor, change.id, inside),
  ])
  return { change: { ...rest, body }, own, at, ...(forNext && { inside }) }
}

/** The change of a row, opened; undefined where no key is at hand: it is then simply not folded. */
export async function opened(seals: Seals, row: OutboxRow): Promise<Change | undefined> {
  const { body, ...rest } = row.change
  if ('open' in body) return { ...rest, ...body.open }
  if (row.inside) return { ...rest, ...row.inside }
  if (row.own === undefined) return undefined
  const inside = await seals.byAuthor(rest.actor, rest.id, row.own)
  return inside && { ...rest, ...inside }
}
