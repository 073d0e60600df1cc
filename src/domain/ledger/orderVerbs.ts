import { array, boolean, maxLength, optional, picklist, pipe, regex, strictObject, string } from 'valibot'
import { instant } from '#domain/shapes.ts'
import { CATEGORIES } from './categories.ts'
import { ALREADY, held, type Outcome } from '#domain/change.ts'
import { TRACKS, URGENCIES } from './due.ts'
import { id, type PersonId, type RecordId } from '#domain/ids.ts'
import { mergeFields } from '#domain/merge.ts'
import { photoHash } from '#domain/photoHash.ts'
import { CALLBACKS, HOLD_REASONS, type Order, sheetOrderId, orderOutline } from './order.ts'
import {
  added,
  beside,
  close,
  closed,
  event,
  foundAgain,
  knows,
  lostIn,
  openedAgain,
  rechecked,
  reopened,
  step,
  untouched,
} from './orderSteps.ts'
import { merging, whileMerged } from './orderMerging.ts'
import { dealings, givenTo } from './orderDealings.ts'
import { applied, creation, fresh, type Kind, verb } from '#domain/record.ts'
import { calendarDay, WINDOWS } from '#domain/window.ts'

const words = pipe(string(), maxLength(500))
const photos = pipe(array(photoHash), maxLength(6))
const day = pipe(string(), regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))

/** What may be done to an order; what two who do it at once mean is said in `orderSteps.ts`. */
export const order: Kind<Order> = {
  ...orderOutline,
  sealed: true,
  photosOf: (record) => [
    ...new Set([...record.before, ...record.after, ...record.events.flatMap((one) => one.photos ?? [])]),
  ],
  heeds: (record) => record.from[0],
  verbs: whileMerged({
    open: creation({
      v: 1,
      args: strictObject({
        /** Empty for what a round at the bins found. */
        from: pipe(array(id), maxLength(20)),
        sheet: optional(strictObject({ day: calendarDay, window: picklist(WINDOWS), item: id })),
        place: id,
        text: words,
        category: picklist(CATEGORIES),
        urgency: picklist(URGENCIES),
        track: picklist(TRACKS),
        firstReceiver: id,
        heardReceivedAt: optional(instant),
        before: photos,
        /** Fixed on the spot: opened and closed in one. */
        fixed: optional(strictObject({ text: optional(words), photos })),
      }),
      act: 'openOrder',
      numbered: true,
      // Under another id the same item of the same round would be a second matter, and no round after it would find it.
      idOf: ({ sheet, place }) => sheet && sheetOrderId(place as RecordId, sheet),
      create: ({ place, fixed, heardReceivedAt, sheet, ...args }, change, stamp): Order => {
        const opened: Order = {
          ...fresh('order', place as RecordId, change, stamp),
          kind: 'order',
          from: args.from as RecordId[],
          text: args.text,
          category: args.category,
          urgency: args.urgency,
          track: args.track,
          firstReceiver: args.firstReceiver as PersonId,
          before: args.before,
          status: 'open',
          events: [],
          after: [],
          ...(heardReceivedAt !== undefined && { heardReceivedAt }),
          ...(sheet && { sheet }),
        }
        return fixed ? closed(opened, fixed, change, stamp) : opened
      },
      /** Somebody was first. Who fixed it on the spot meanwhile has closed it, whoever opened it. */
      meet: (record: Order, { fixed, ...args }, change, stamp) => {
        const met = record.sheet
          ? foundAgain(record, args, change, stamp)
          : openedAgain(record, args, change, stamp)
        if (!fixed) return met
        const closing = close('record' in met ? met.record : record, fixed, change, stamp)
        if (!('record' in closing)) return met
        const lost = { ...lostIn(met), ...lostIn(closing) }
        const outcome: Outcome = Object.keys(lost).length > 0 ? { is: 'merged', lost } : { is: 'applied' }
        return { record: closing.record, outcome }
      },
    }),
    assign: verb({
      v: 1,
      args: strictObject({ assignee: id }),
      act: 'assignOrder',
      fold: (record: Order, args, change, stamp) => {
        if (record.status === 'done') return held('wrongState')
        const assignee = args.assignee as PersonId
        if (record.assignee === assignee) return ALREADY
        return applied(givenTo(record, { assignee }, event('assigned', change, stamp, { assignee })))
      },
    }),
    ...dealings,
    ...merging,
    /** 接了, or 在办. From a hold it goes on with the clock running again. */
    progress: verb({
      v: 1,
      args: strictObject({ to: picklist(['accepted', 'working']), text: optional(words), photos }),
      act: 'workOrder',
      fold: (record: Order, { to, ...said }, change, stamp) => {
        if (record.status === to) return beside(record, said, change, stamp, { status: to })
        return step(record, to, event(to, change, stamp, said))
      },
    }),
    note: verb({
      v: 1,
      args: strictObject({ text: words, photos }),
      act: 'openOrder',
      fold: (record: Order, said, change, stamp) =>
        knows(record, change)
          ? ALREADY
          : applied({ ...record, events: added(record, event('noted', change, stamp, said)) }),
    }),
    /** Stops the clock, with a reason and a next date; on that date it runs again by itself. */
    hold: verb({
      v: 1,
      args: strictObject({ reason: picklist(HOLD_REASONS), until: day, text: optional(words) }),
      act: 'workOrder',
      fold: (record: Order, said, change, stamp) => {
        const own = event('held', change, stamp, said)
        return record.status === 'onHold'
          ? applied({ ...record, events: added(record, own) })
          : step(record, 'onHold', own)
      },
    }),
    close: verb({
      v: 1,
      args: strictObject({ text: optional(words), photos }),
      act: 'workOrder',
      fold: (record: Order, said, change, stamp) => close(record, said, change, stamp),
    }),
    reopen: verb({
      v: 1,
      args: strictObject({ text: words }),
      act: 'confirmOrder',
      fold: (record: Order, said, change, stamp) =>
        record.status === 'done'
          ? reopened(record, event('reopened', change, stamp, said))
          : beside(record, said, change, stamp, { status: 'open' }),
    }),
    /** At the next round somebody looks whether it was put right. */
    recheck: verb({
      v: 1,
      args: strictObject({ good: boolean(), text: optional(words), photos }),
      act: 'standShift',
      fold: (record: Order, said, change, stamp) =>
        record.sheet ? rechecked(record, said, change, stamp) : held('wrongState'),
    }),
    /**
     * Made by mistake; its author takes it back and it stays in the history. What a round found and another has in hand, or saw
     * too, is not theirs alone any more: there it is a word beside, and whoever has it closes it.
     */
    withdraw: verb({
      v: 1,
      args: strictObject({ reason: pipe(string(), maxLength(200)) }),
      act: 'openOrder',
      fold: (record: Order, args, change, stamp) => {
        // Whoever found it too had not heard of the first: they take back their own word only.
        const foundIt = record.sheet && record.events.some((one) => one.by === change.actor)
        if (change.actor !== record.author && !foundIt) return held('notAllowed')
        if (record.voided || knows(record, change)) return ALREADY
        if (record.sheet && !untouched(record)) {
          const own = event('noted', change, stamp, { text: args.reason })
          return applied<Order>({ ...record, events: added(record, own) })
        }
        return applied({ ...record, voided: { by: change.actor, at: change.at, reason: args.reason } })
      },
    }),
    /** The asker was asked. Dissatisfied reopens; nobody can be asked before it is handled. */
    callback: verb({
      v: 1,
      args: strictObject({ result: picklist(CALLBACKS), text: optional(words) }),
      act: 'confirmOrder',
      fold: (record: Order, said, change, stamp) => {
        const own = event('callback', change, stamp, said)
        if (record.status !== 'done') {
          // Two people asked, and one answer reopened it before the other came.
          return record.events.some((one) => one.is === 'callback')
            ? applied({ ...record, events: added(record, own) })
            : held('wrongState')
        }
        return said.result === 'dissatisfied'
          ? reopened(record, own)
          : applied({ ...record, events: added(record, own) })
      },
    }),
    /** The remark's word, which the server passes on, also to an order that is over. */
    hush: verb({
      v: 1,
      args: strictObject({ quiet: boolean() }),
      act: 'openOrder',
      by: 'server',
      fold: (record: Order, { quiet: now }, change, stamp) =>
        now === (record.quiet ?? false)
          ? ALREADY
          : mergeFields(record, { quiet: { was: record.quiet, now } }, change, stamp),
    }),
  }),
}
