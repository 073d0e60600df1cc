import {
  array,
  integer,
  maxLength,
  maxValue,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { edited } from '#domain/edits.ts'
import { AREAS, PAYERS } from './cost.ts'
import { ALREADY, held } from '#domain/change.ts'
import { handsArgs, handsKey, handsWas, type Hands, oneOf } from './hands.ts'
import { type FieldEdit, mergeFields } from '#domain/merge.ts'
import type { Order, OrderEvent } from './order.ts'
import { added, event, knows } from './orderSteps.ts'
import { outsideArgs, sentAgain, sentOut } from './outside.ts'
import { photoHash } from '#domain/photoHash.ts'
import { applied, type Kind, verb } from '#domain/record.ts'
import { calendarDay } from '#domain/window.ts'
import { MOST_CENTS } from '#domain/money/yuan.ts'

const words = pipe(string(), maxLength(500))
const edit = <S extends Parameters<typeof optional>[0]>(schema: S) => edited(optional(schema))

/** The order in these hands and in no others. */
export function givenTo(record: Order, hands: Hands, own: OrderEvent): Order {
  const { assignee: _, team: __, vendor: ___, ...rest } = record
  return { ...rest, ...hands, events: added(record, own) }
}

/** An order given on, sent out, promised and paid: what is done about it and not to it. */
export const dealings: Kind<Order>['verbs'] = {
  /**
   * To a person, a team or a firm, with a word why. Two who give it at once: the later arrival has it, the earlier is in the
   * history and named to the later.
   */
  give: verb({
    v: 1,
    args: handsArgs,
    act: 'assignOrder',
    fold: (record: Order, { text, was, ...args }, change, stamp) => {
      if (record.status === 'done') return held('wrongState')
      const hands = oneOf(args)
      if (!hands) return held('invalid')
      if (knows(record, change)) return ALREADY
      const before = handsKey(record)
      const own = event('assigned', change, stamp, { ...hands, text })
      if (before === handsKey(hands))
        return text ? applied({ ...record, events: added(record, own) }) : ALREADY
      const given = givenTo(record, hands, own)
      return before === was
        ? applied(given)
        : { record: given, outcome: { is: 'merged', lost: { assignee: before ?? null } } }
    },
  }),
  /**
   * What it took over with an order that ended in it goes back when the two are parted: it is in nobody's hands again, as long
   * as nobody has begun on it and it is in the hands its author saw.
   */
  handBack: verb({
    v: 1,
    args: strictObject({ was: handsWas }),
    act: 'assignOrder',
    fold: (record: Order, { was }, change, stamp) => {
      if (record.status !== 'open' || handsKey(record) !== was) return ALREADY
      return applied(givenTo(record, {}, event('parted', change, stamp, {})))
    },
  }),
  /** To somebody outside, with the number they keep it under, or once the number is known. */
  transfer: verb({
    v: 1,
    args: outsideArgs,
    act: 'assignOrder',
    fold: (record: Order, { text, ...sent }, change, stamp) => {
      if (record.status === 'done') return held('wrongState')
      if (knows(record, change)) return ALREADY
      const own = event('transferred', change, stamp, { body: sent.body, reference: sent.reference, text })
      const events = added(record, own)
      if (!record.outside) return applied({ ...record, outside: sentOut(sent, change, stamp), events })
      const again = sentAgain(record.outside, sent, change, stamp)
      if (!again) return text ? applied({ ...record, events }) : ALREADY
      const kept: Order = { ...record, outside: again.now, events }
      return Object.keys(again.lost).length === 0
        ? applied(kept)
        : { record: kept, outcome: { is: 'merged', lost: again.lost } }
    },
  }),
  /** What they answered outside, typed in; from here on it is ours again. */
  reply: verb({
    v: 1,
    args: strictObject({ text: words, photos: pipe(array(photoHash), maxLength(6)) }),
    act: 'assignOrder',
    fold: (record: Order, said, change, stamp) => {
      if (!record.outside) return held('wrongState')
      if (knows(record, change)) return ALREADY
      const answeredAt = record.outside.answeredAt ?? stamp?.receivedAt ?? change.at
      return applied({
        ...record,
        outside: { ...record.outside, answeredAt },
        events: added(record, event('replied', change, stamp, said)),
      })
    },
  }),
  /** On which day somebody comes. It stops no clock; the latest word counts, the others are in the history. */
  promise: verb({
    v: 1,
    args: strictObject({ until: calendarDay, text: optional(words) }),
    act: 'workOrder',
    fold: (record: Order, said, change, stamp) => {
      if (record.status === 'done') return held('wrongState')
      if (knows(record, change)) return ALREADY
      return applied({ ...record, events: added(record, event('promised', change, stamp, said)) })
    },
  }),
  /** W9: what it cost and who bears it, also after it was closed. */
  account: verb({
    v: 1,
    args: strictObject({
      area: edit(picklist(AREAS)),
      costCents: edit(pipe(number(), integer(), minValue(0), maxValue(MOST_CENTS))),
      payer: edit(picklist(PAYERS)),
      materials: edit(pipe(string(), maxLength(200))),
    }),
    act: 'workOrder',
    fold: (record: Order, args, change, stamp) =>
      mergeFields(record, args as Record<string, FieldEdit>, change, stamp),
  }),
}
