import { array, maxLength, minLength, optional, pipe, strictObject, string } from 'valibot'
import { clearable, edited } from '#domain/edits.ts'
import {
  type Direction,
  direction,
  type Fund,
  fund,
  monthOfYear,
  type Subject,
  subject,
} from './accountWords.ts'
import { ALREADY, type Change, held, took } from '#domain/change.ts'
import { id, type PersonId, type RecordId } from '#domain/ids.ts'
import { mergeFields } from '#domain/merge.ts'
import { photoHash } from '#domain/photoHash.ts'
import { applied, creation, fresh, type Kind, type Recorded, verb } from '#domain/record.ts'
import { cents } from './yuan.ts'

/** One sum that came in or went out. A wrong one is put right field by field or withdrawn with a reason; never in silence. */
export interface AccountLine extends Recorded {
  readonly kind: 'accountLine'
  /** `2024-03`: the month it is booked in, whenever it is written down. */
  readonly month: string
  readonly direction: Direction
  readonly subject: Subject
  /** In own words: 楼道换灯 36 盏. */
  readonly label?: string
  readonly cents: number
  readonly voucher?: string
  readonly fund: Fund
  readonly note?: string
  /** Receipts: names and cards may be on them, they are for the inside. */
  readonly photos: readonly string[]
  /** The works it paid for. */
  readonly works?: RecordId
  /** Who changed it last after it was entered; a claimed time. */
  readonly touched?: { readonly by: PersonId; readonly at: string }
}

const words = (most: number) => pipe(string(), minLength(1), maxLength(most))
const PHOTOS = 8
const photos = pipe(array(photoHash), maxLength(PHOTOS))

export const accountLine: Kind<AccountLine> = {
  kind: 'accountLine',
  // Labels and notes may say whom: what waits of it, at a decision too, is not for a shared tablet.
  sealed: true,
  scopeOf: (record) => ({ place: record.place, group: 'books', people: [] }),
  photosOf: (record) => record.photos,
  verbs: {
    enter: creation({
      v: 1,
      args: strictObject({
        /** The compound's place. */
        place: id,
        month: monthOfYear,
        direction,
        subject,
        label: optional(words(40)),
        cents,
        voucher: optional(words(30)),
        fund,
        note: optional(words(200)),
        photos,
        works: optional(id),
      }),
      act: 'enterMoney',
      create: ({ place, ...args }, change, stamp): AccountLine => ({
        ...fresh('accountLine', place as RecordId, change, stamp),
        kind: 'accountLine',
        month: args.month,
        direction: args.direction,
        subject: args.subject,
        cents: args.cents,
        fund: args.fund,
        photos: args.photos,
        ...(args.label !== undefined && { label: args.label }),
        ...(args.voucher !== undefined && { voucher: args.voucher }),
        ...(args.note !== undefined && { note: args.note }),
        ...(args.works !== undefined && { works: args.works as RecordId }),
      }),
    }),
    /** W9: two who change the same sum: the later stands, the other is named on it. */
    edit: verb({
      v: 1,
      args: strictObject({
        month: edited(monthOfYear),
        direction: edited(direction),
        subject: edited(subject),
        label: clearable(words(40)),
        cents: edited(cents),
        voucher: clearable(words(30)),
        fund: edited(fund),
        note: clearable(words(200)),
        works: clearable(id),
      }),
      act: 'enterMoney',
      fold: (record: AccountLine, args, change, stamp) => {
        const merged = mergeFields(record, args as never, change, stamp)
        return took(merged.outcome) ? { ...merged, record: touchedBy(merged.record, change) } : merged
      },
    }),
    /** Receipts add up. */
    receipts: verb({
      v: 1,
      args: strictObject({ photos: pipe(photos, minLength(1)) }),
      act: 'enterMoney',
      fold: (record: AccountLine, args, change) => {
        const more = [...new Set([...record.photos, ...args.photos])]
        if (more.length === record.photos.length) return ALREADY
        if (more.length > PHOTOS) return held('wrongState')
        return applied(touchedBy<AccountLine>({ ...record, photos: more }, change))
      },
    }),
    withdraw: verb({
      v: 1,
      args: strictObject({ reason: words(200) }),
      act: 'enterMoney',
      fold: (record: AccountLine, args, change) =>
        record.voided
          ? ALREADY
          : applied(
              touchedBy<AccountLine>(
                { ...record, voided: { by: change.actor, at: change.at, reason: args.reason } },
                change,
              ),
            ),
    }),
  },
}

function touchedBy<R extends AccountLine>(record: R, { actor, at }: Change): R {
  return { ...record, touched: { by: actor, at } }
}
