import { strictObject } from 'valibot'
import { ALREADY, type Change, held, type Stamp } from '#domain/change.ts'
import { id, type RecordId } from '#domain/ids.ts'
import { mergeFields } from '#domain/merge.ts'
import { applied, type Kind, verb, type Verdict } from '#domain/record.ts'
import { instant } from '#domain/shapes.ts'
import type { Order } from './order.ts'
import { added, event } from './orderSteps.ts'

/**
 * Which of two orders about one thing goes on: the one that was written down first. It is told by what never changes, so
 * that everybody finds the same one and two who merge crosswise, offline, say the same thing.
 */
export function goesBefore(a: Pick<Order, 'at' | 'id'>, b: Pick<Order, 'at' | 'id'>): boolean {
  return a.at < b.at || (a.at === b.at && a.id < b.id)
}

/** Two orders made one and made two again: the later ends, nothing of it is dropped. */
export const merging: Kind<Order>['verbs'] = {
  join: verb({
    v: 1,
    args: strictObject({
      to: id,
      /** When the other was written down. */
      earlierAt: instant,
    }),
    act: 'openOrder',
    fold: (record: Order, { to, earlierAt }, change, stamp) => {
      if (!goesBefore({ id: to as RecordId, at: earlierAt }, record)) return held('invalid')
      if (record.mergedInto === to) return ALREADY
      // What is handled, taken back, or looked at again by the next round at the bins is no open matter.
      const ended = record.status === 'done' || (record.voided && record.mergedInto === undefined)
      if (ended || record.sheet) return held('wrongState')
      const met = mergeFields(record, { mergedInto: { was: undefined, now: to } }, change, stamp)
      // An older merge that comes again after a restore.
      if (met.record.mergedInto !== to) return met
      const voided = { by: change.actor, at: change.at, reason: '' }
      const events = added(record, event('joined', change, stamp, {}))
      return { ...met, record: { ...met.record, voided, events } }
    },
  }),
  part: verb({
    v: 1,
    args: strictObject({ from: id }),
    act: 'openOrder',
    fold: (record: Order, { from }, change, stamp) => {
      // Merged elsewhere meanwhile: that was not meant.
      if (record.mergedInto !== from) return ALREADY
      const { record: apart } = mergeFields(
        record,
        { mergedInto: { was: from, now: undefined } },
        change,
        stamp,
      )
      if (apart.mergedInto !== undefined) return ALREADY
      const { voided: _, ...stands } = apart
      return applied<Order>({ ...stands, events: added(record, event('parted', change, stamp, {})) })
    },
  }),
}

/** What one does to an order, and what is about it whether it stands or not. */
const STANDS_ANYHOW = ['open', 'note', 'account', 'withdraw', 'join', 'part', 'hush']

/**
 * The verbs of an order for one that somebody merged meanwhile: what was done, with its words and pictures, is in the
 * history of both, and the order that goes on is moved by nothing that was meant for the other. Whoever has it in hand decides.
 */
export function whileMerged(verbs: Kind<Order>['verbs']): Kind<Order>['verbs'] {
  return Object.fromEntries(
    Object.entries(verbs).map(([name, one]) => {
      if (STANDS_ANYHOW.includes(name) || !('fold' in one)) return [name, one]
      const { fold } = one
      const beside = (record: Order, args: unknown, change: Change, stamp?: Stamp): Verdict<Order> => {
        const done = fold(record, args, change, stamp)
        const into = record.mergedInto
        if (into === undefined || !('record' in done)) return done
        const kept: Order = { ...record, events: done.record.events }
        return { record: kept, outcome: { is: 'merged', lost: { status: done.record.status }, into } }
      }
      return [name, { ...one, fold: beside }]
    }),
  )
}
