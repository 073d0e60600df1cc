import { optional, strictObject } from 'valibot'
import { type Bag, bagArgs, BAGS_OF_SHIFT } from './bag.ts'
import { ALREADY, type Change, held } from '#domain/change.ts'
import { id, type PersonId } from '#domain/ids.ts'
import { same } from '#domain/merge.ts'
import { applied, type Recorded, verb, type Verb } from '#domain/record.ts'
import { instant } from '#domain/shapes.ts'

/** What a shift says of its end, and of what was done to it since. */
export interface HandedOver extends Recorded {
  readonly closedAt?: string
  /** Who closed it, where that was not its own person: they had forgotten, and the next one came. */
  readonly closedBy?: PersonId
  /** Its person took the last hand-over back and stood on from here. */
  readonly reopenedAt?: string
  /** The sample of opened bags, in the order they were opened. */
  readonly bags?: readonly Bag[]
  /** Touches made after the hand-over: how often the counts were put right. The log has each of them. */
  readonly corrections?: number
  /** Who else than its own person put its bags right last. */
  readonly correctedBy?: PersonId
}

/** What may be done to a shift once it is handed over, beside the late and the correcting taps. */
export function verbsAfter<R extends HandedOver>(): Readonly<
  Record<'reopen' | 'putBag' | 'takeBag', Verb<R>>
> {
  return {
    /**
     * Its own person is there still: the hand-over they saw, whoever made it, is taken back. Another one is another word,
     * and stands; so does whatever was made of the shift since. One that comes twice finds nothing to do.
     */
    reopen: verb({
      v: 1,
      args: strictObject({ closedAt: instant }),
      act: 'standShift',
      adds: true,
      fold: (record: R, args, change) => {
        if (record.author !== change.actor) return held('notAllowed')
        if (record.closedAt !== args.closedAt) return ALREADY
        const { closedAt: _, closedBy: __, ...open } = record
        return applied({ ...open, reopenedAt: change.at } as unknown as R)
      },
    }),
    /** A bag judged anew, or without `bag` one that was forgotten: by its own person, or by whoever keeps the bins. */
    putBag: verb({
      v: 1,
      args: strictObject({ bag: optional(id), ...bagArgs.entries }),
      act: 'keepBins',
      by: 'author',
      fold: (record: R, { bag, ...seen }, change) => {
        const bags = record.bags ?? []
        if (bag === undefined) {
          if (bags.some((other) => other.id === change.id)) return ALREADY
          if (bags.length >= BAGS_OF_SHIFT) return held('invalid')
          return putRight(record, [...bags, { id: change.id, at: change.at, ...seen }], change)
        }
        const before = bags.find((other) => other.id === bag)
        // Somebody took it out meanwhile: whether it is a bag at all is for a person to say.
        if (!before) return held('wrongState')
        if (same({ ...before, ...seen }, before)) return ALREADY
        return putRight(
          record,
          bags.map((other) => (other === before ? { ...before, ...seen } : other)),
          change,
        )
      },
    }),
    /** A bag that was none, taken out by the same people. */
    takeBag: verb({
      v: 1,
      args: strictObject({ bag: id }),
      act: 'keepBins',
      by: 'author',
      fold: (record: R, args, change) => {
        const left = (record.bags ?? []).filter((other) => other.id !== args.bag)
        return left.length === (record.bags ?? []).length ? ALREADY : putRight(record, left, change)
      },
    }),
  }
}

function putRight<R extends HandedOver>(record: R, bags: readonly Bag[], { actor }: Change) {
  return applied<R>({
    ...record,
    bags,
    corrections: (record.corrections ?? 0) + 1,
    ...(actor !== record.author && { correctedBy: actor }),
  })
}
