import { v5 } from 'uuid'
import { maxLength, pipe, regex, string } from 'valibot'

/** Branded ids: a person is not a place, and the compiler says so. All are plain text on disk and on the wire. */
declare const brand: unique symbol
type Id<B extends string> = string & { readonly [brand]: B }

/** One compound (小区); it has its own log and its own sequence. */
export type TenantId = Id<'tenant'>
/** A record of any kind; places are records too. */
export type RecordId = Id<'record'>
export type PersonId = Id<'person'>
export type DeviceId = Id<'device'>
export type ChangeId = Id<'change'>
/** Binds the changes that one command made on several records. */
export type ActId = Id<'act'>
/** One life of a device's queue: a fork or a restored server opens another. */
export type StreamId = Id<'stream'>
/** One life of a server's log. Later epochs compare greater as text: time of start, then chance. */
export type Epoch = Id<'epoch'>

/**
 * Ids as they come from anywhere. They become keys: no database of ours takes a NUL, and half a surrogate pair is another
 * text in each of them.
 */
export const id = pipe(string(), maxLength(64), regex(/^[^\p{Cc}\p{Cs}]*$/u))

/** The server acts through a stream and under a name of its own. */
export const SERVER = 'server' as PersonId

const NAMESPACE = '6f6d2a0e-5b0b-4f39-9d0e-2f6c8a1f2a77'

/**
 * An id that follows from its cause, so that two people who do the same make one record.
 * Same parts, same id, on every device and on the server, for ever.
 */
export function derivedId<T extends string>(...parts: readonly (string | number)[]): T {
  return v5(parts.map((part) => encodeURIComponent(String(part))).join('/'), NAMESPACE) as T
}

/** Whether an id follows from its cause: then no person made the record anew, a roster or an earlier record did. */
export function isDerived(id: string): boolean {
  return /^[\da-f]{8}-[\da-f]{4}-5/.test(id)
}
