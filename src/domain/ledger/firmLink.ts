import { maxLength, minLength, pipe, regex, strictObject, string } from 'valibot'
import { ALREADY } from '#domain/change.ts'
import { type ChangeId, id, type RecordId } from '#domain/ids.ts'
import { applied, creation, fresh, type Kind, type Recorded, verb } from '#domain/record.ts'
import type { Order } from './order.ts'

/**
 * A way for a firm without an account to answer for one order: an address that holds nothing but this record's id, and a code
 * that goes beside it in the message or on the slip.
 *
 * The code is kept as it is, not as a digest: six digits are tried out in a moment by whoever holds a digest, and the slip has to be
 * printed again on another day. So who reads the record is the lock: those who give orders out, and nobody else.
 */
export interface FirmLink extends Recorded {
  readonly kind: 'firmLink'
  readonly order: RecordId
  /** As the order named it. */
  readonly vendor: string
  /** The giving it belongs to: given to anybody else after it, the way is closed, also when the firm gets it again later. */
  readonly given: ChangeId
  readonly code: string
}

/** How long it may be used, from the day the server had it. */
export const LINK_DAYS = 30
const DAY_MS = 24 * 3_600_000

export const CODE = /^\d{6}$/

/** Six digits out of chance that is written as a uuid. Of 48 bits of it no code is likelier than another by what anybody could use. */
export function codeFrom(chance: string): string {
  const number = Number.parseInt(chance.replace(/[^\da-f]/giu, '').slice(0, 12), 16)
  return String(number % 1_000_000).padStart(6, '0')
}

export type LinkStanding =
  | 'stands'
  | 'done' // the order is handled
  | 'elsewhere' // it is in other hands, or made one with another, or taken back
  | 'over' // after 30 days, or called back by somebody

/** Whether a firm may still read and answer. `now`: ISO instant; `order` as it stands, undefined where it is not here. */
export function linkStanding(link: FirmLink, order: Order | undefined, now: string): LinkStanding {
  // Settled quietly it is nobody's outside: the code of a link is known to more than may read the order.
  if (!order || order.voided || order.quiet || order.mergedInto !== undefined) return 'elsewhere'
  const from = order.events.findIndex((one) => one.id === link.given)
  const later = order.events.slice(from).filter((one) => one.is === 'assigned')
  if (from < 0 || order.vendor !== link.vendor || later.some((one) => one.vendor !== link.vendor))
    return 'elsewhere'
  if (order.status === 'done') return 'done'
  const ends = Date.parse(link.receivedAt ?? link.at) + LINK_DAYS * DAY_MS
  return link.voided || Date.parse(now) >= ends ? 'over' : 'stands'
}

/** The giving by which a firm has an order now; undefined where no firm has it. */
export function givingOf({ vendor, events }: Order): ChangeId | undefined {
  const last = events.findLast((one) => one.is === 'assigned')
  return vendor !== undefined && last?.vendor === vendor ? last.id : undefined
}

export const firmLink: Kind<FirmLink> = {
  kind: 'firmLink',
  sealed: true,
  scopeOf: (record) => ({ place: record.place, group: 'firmLinks', people: [record.author] }),
  verbs: {
    /** Two who make one at once have both told a code to somebody: both are good. */
    make: creation({
      v: 1,
      args: strictObject({
        place: id,
        order: id,
        vendor: pipe(string(), minLength(1), maxLength(40)),
        given: id,
        code: pipe(string(), regex(CODE)),
      }),
      act: 'assignOrder',
      create: ({ place, order, given, ...args }, change, stamp): FirmLink => ({
        ...fresh('firmLink', place as RecordId, change, stamp),
        kind: 'firmLink',
        order: order as RecordId,
        given: given as ChangeId,
        ...args,
      }),
    }),
    /** Called back: it went to the wrong number, or the code is known to somebody it was not for. */
    stop: verb({
      v: 1,
      args: strictObject({}),
      act: 'assignOrder',
      fold: (record: FirmLink, _args, change) =>
        record.voided
          ? ALREADY
          : applied({ ...record, voided: { by: change.actor, at: change.at, reason: '' } }),
    }),
  },
}
