import { optional, picklist, strictObject } from 'valibot'
import { ALREADY, type Change, held, isLater, type Stamp } from '#domain/change.ts'
import type { RecordId } from '#domain/ids.ts'
import { type FieldEdit, marked, mergeFields, same } from '#domain/merge.ts'
import type { Rostered } from '#domain/proposals.ts'
import { applied, type Verdict } from '#domain/record.ts'
import { calendarDay } from '#domain/window.ts'

/** Without it nothing may be written down about how somebody is. */
export interface Consent {
  readonly basis: 'self' | 'family' | 'guardian'
  /** Day it was given, `YYYY-MM-DD`. */
  readonly at: string
  readonly how: 'signed' | 'spoken' | 'wechat'
  /** Day by which somebody asks again whether it still holds. */
  readonly reviewBy?: string | undefined
}

export const consent = strictObject({
  basis: picklist(['self', 'family', 'guardian']),
  at: calendarDay,
  how: picklist(['signed', 'spoken', 'wechat']),
  reviewBy: optional(calendarDay),
})

/** How many days a consent holds before somebody asks again, where nobody says otherwise: half a year. */
export const ASK_AFTER_DAYS = 183

/** A part of a resident that stands only as long as they agree. */
export interface Consented extends Rostered {
  readonly resident: RecordId
  /** Absent after it was taken back; then the lists are empty too. */
  readonly consent?: Consent
  /** Day a consent was last taken back; it stays beside a later consent, for what comes late. */
  readonly withdrawnAt?: string
}

type Lists = Readonly<Record<string, readonly string[]>>

/** In the order of the list, each once: two people who tick the same boxes write the same value. */
export function sorted<T extends string>(order: readonly T[], values: readonly T[]): readonly T[] {
  return order.filter((one) => values.includes(one))
}

/** Ticked in another order is not another value. */
export function inOrder(
  orders: Lists,
  edits: Readonly<Record<string, FieldEdit<readonly string[]> | undefined>>,
): Readonly<Record<string, FieldEdit | undefined>> {
  return Object.fromEntries(
    Object.entries(edits).map(([name, edit]) => [
      name,
      edit && {
        was: sorted(orders[name] ?? [], edit.was ?? []),
        now: sorted(orders[name] ?? [], edit.now ?? []),
      },
    ]),
  )
}

/** A second person enters what is there: what they add joins; of two consents the first stands and the other is named. */
export function meetConsented<R extends Consented>(
  record: R,
  orders: Lists,
  args: Lists,
  given: Consent,
  change: Change,
  stamp?: Stamp,
): Verdict<R> {
  const there = record as unknown as Lists
  const lists = (of: (name: string) => readonly string[]) =>
    Object.fromEntries(Object.entries(orders).map(([name, order]) => [name, sorted(order, of(name))]))
  // It was taken back after this was said, or comes again after a restore (W7): it is over, also where they agreed anew since, and no
  // copy of it waits for a decision on anybody's device. Only of the same day nobody can tell which was the last word.
  const end = record.won?.['withdrawnAt']
  if (stamp && end && isLater(end, stamp)) return ALREADY
  if (record.withdrawnAt !== undefined && given.at < record.withdrawnAt) return ALREADY
  if (given.at === record.withdrawnAt) return held('wrongState')
  // A consent of a later day starts the record anew.
  if (!record.consent) return applied({ ...record, ...lists((name) => args[name] ?? []), consent: given })
  const all = lists((name) => [...(there[name] ?? []), ...(args[name] ?? [])])
  const agreed = same(record.consent, given)
  const grown = Object.entries(all).some(([name, list]) => list.length > (there[name]?.length ?? 0))
  if (agreed && !grown) return ALREADY
  const lost = { field: 'consent', value: given, by: change.actor, at: change.at }
  return {
    record: { ...record, ...all, ...(!agreed && { lost }) },
    outcome: { is: 'merged', lost: agreed ? {} : { consent: given }, into: change.record },
  }
}

/** Nothing that was agreed to stays behind. `of` says that a consent of a later day is another one, which stands. */
export function withdrawn<R extends Consented>(
  record: R,
  orders: Lists,
  day: string,
  stamp?: Stamp,
  of?: 'until',
): Verdict<R> {
  if (!record.consent || (of === 'until' && record.consent.at > day)) return ALREADY
  const { consent: _, proposals: __, lost: ___, ...rest } = record
  const empty = Object.fromEntries(Object.keys(orders).map((name) => [name, []]))
  const won = stamp && { won: { ...rest.won, ...marked(stamp, 'consent', 'withdrawnAt').won } }
  return applied({ ...rest, ...empty, ...won, withdrawnAt: day } as unknown as R)
}

/** They were asked again and still agree, until another day. */
export function reviewed<R extends Consented>(
  record: R,
  args: { readonly was?: string | undefined; readonly until: string },
  change: Change,
  stamp?: Stamp,
): Verdict<R> {
  if (!record.consent) return held('wrongState')
  const { reviewBy: _, ...given } = record.consent
  const was = { ...given, ...(args.was !== undefined && { reviewBy: args.was }) }
  return mergeFields(record, { consent: { was, now: { ...given, reviewBy: args.until } } }, change, stamp)
}
