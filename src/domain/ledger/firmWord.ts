import { maxLength, minLength, optional, picklist, pipe, strictObject, string } from 'valibot'
import { id, type RecordId } from '#domain/ids.ts'
import { creation, fresh, type Kind, type Recorded } from '#domain/record.ts'
import { ok, refused, type Result } from '#domain/result.ts'
import type { FirmLink } from './firmLink.ts'

/** 我接了, 修好了, 修不了. */
export const FIRM_SAYS = ['took', 'fixed', 'cannot'] as const
export type FirmSays = (typeof FIRM_SAYS)[number]

/** Why it cannot be done. */
export const HINDRANCES = ['parts', 'notMyTrade', 'notLetIn', 'tooMuch', 'noTime', 'otherwise'] as const
export type Hindrance = (typeof HINDRANCES)[number]

export const FIRM_LETTERS = 200

/**
 * What a firm said by its link. It is nobody's act of ours: no order is moved by it. That something is fixed is the firm's word
 * until one of us has looked and closes it. Only ever added.
 */
export interface FirmWord extends Recorded {
  readonly kind: 'firmWord'
  readonly order: RecordId
  readonly link: RecordId
  readonly vendor: string
  readonly says: FirmSays
  readonly hindrance?: Hindrance
  readonly text?: string
}

export const firmWord: Kind<FirmWord> = {
  kind: 'firmWord',
  sealed: true,
  // Whoever reads the order reads what its firm says of it.
  scopeOf: (record) => ({ place: record.place, group: 'orders', people: [] }),
  verbs: {
    say: creation({
      v: 1,
      args: strictObject({
        place: id,
        order: id,
        link: id,
        vendor: pipe(string(), minLength(1), maxLength(40)),
        says: picklist(FIRM_SAYS),
        hindrance: optional(picklist(HINDRANCES)),
        text: optional(pipe(string(), minLength(1), maxLength(FIRM_LETTERS))),
      }),
      act: 'workOrder',
      by: 'server',
      create: ({ place, order, link, vendor, says, hindrance, text }, change, stamp): FirmWord => ({
        ...fresh('firmWord', place as RecordId, change, stamp),
        kind: 'firmWord',
        order: order as RecordId,
        link: link as RecordId,
        vendor,
        says,
        ...(says === 'cannot' && hindrance && { hindrance }),
        ...(text && { text }),
      }),
    }),
  },
}

/** The arguments of `firmWord.say`. */
export type FirmWordArgs = Pick<
  FirmWord,
  'place' | 'order' | 'link' | 'vendor' | 'says' | 'hindrance' | 'text'
>

/**
 * What a posted form says, `says=cannot&hindrance=parts&text=…`.
 * @returns `empty` for none of the three words, or a 修不了 without its reason; `long` for more than 200 letters
 */
export function firmWordFrom(
  link: Pick<FirmLink, 'id' | 'place' | 'order' | 'vendor'>,
  posted: Readonly<Record<string, string | undefined>>,
): Result<FirmWordArgs, 'empty' | 'long'> {
  const says = FIRM_SAYS.find((one) => one === posted['says'])
  const hindrance = HINDRANCES.find((one) => one === posted['hindrance'])
  const text = posted['text']?.trim()
  if (!says || (says === 'cannot' && !hindrance)) return refused('empty')
  if (text && text.length > FIRM_LETTERS) return refused('long')
  const { id: own, place, order, vendor } = link
  return ok({
    place,
    order,
    link: own,
    vendor,
    says,
    ...(says === 'cannot' && hindrance && { hindrance }),
    ...(text && says !== 'took' && { text }),
  })
}
