/** Longer than a file should be: what two may say at once about one question is read as one table of verbs. */
import {
  array,
  boolean,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { clearable, edited } from '#domain/edits.ts'
import { ALREADY, type Change, held } from '#domain/change.ts'
import { id, type ChangeId, type PersonId, type RecordId } from '#domain/ids.ts'
import { type FieldEdit, mergeFields } from '#domain/merge.ts'
import { photoHash } from '#domain/photoHash.ts'
import { applied, creation, fresh, type Kind, type Recorded, verb } from '#domain/record.ts'

/** Three are enough to see whom a question has reached; nobody's age is asked to the year. */
export const HEARD_AGES = ['under18', 'from18', 'from60'] as const
export type HeardAge = (typeof HEARD_AGES)[number]
/** How the household lives here. */
export const HEARD_HOMES = ['owned', 'rented', 'shop'] as const
export type HeardHome = (typeof HEARD_HOMES)[number]

/** Whom one wants to have heard before anything is fixed. */
export const QUOTAS = ['elders', 'parents', 'renters'] as const
export type Quota = (typeof QUOTAS)[number]

export interface Option {
  readonly id: string
  readonly text: string
}

/** What some neighbours of one kind think; counts, never who. Only ever added. */
export interface Opinion {
  readonly id: ChangeId
  readonly by: PersonId
  readonly at: string
  /** Of the options; absent: something else, in words. */
  readonly option?: string
  readonly age: HeardAge
  readonly home: HeardHome
  /** There are children in the household. */
  readonly child: boolean
  readonly count: number
  readonly said?: string
  /** Written by mistake; it does not count. */
  readonly takenBack?: true
}

export const ANSWERS = ['adopted', 'later', 'no'] as const
export type WishAnswer = (typeof ANSWERS)[number]

/** What somebody would like, and what came of it, because. */
export interface Wish {
  readonly id: ChangeId
  readonly by: PersonId
  readonly at: string
  readonly text: string
  readonly answer?: {
    readonly is: WishAnswer
    readonly because: string
    readonly by: PersonId
    readonly at: string
  }
}

export interface Evidence {
  readonly id: ChangeId
  readonly by: PersonId
  readonly at: string
  readonly text?: string
  readonly photos: readonly string[]
  /** Remarks and orders that belong to it. */
  readonly links: readonly RecordId[]
}

/** 有事来商量: one question, talked over until it is decided. */
export interface Topic extends Recorded {
  readonly kind: 'topic'
  readonly question: string
  readonly background?: string
  readonly options: readonly Option[]
  readonly wanted: Readonly<Record<Quota, number>>
  readonly opinions: readonly Opinion[]
  readonly evidence: readonly Evidence[]
  readonly wishes: readonly Wish[]
  readonly resolved?: { readonly decision: string; readonly by: PersonId; readonly at: string }
  readonly reopened?: { readonly reason: string; readonly by: PersonId; readonly at: string }
}

const short = pipe(string(), minLength(1), maxLength(60))
const words = pipe(string(), minLength(1), maxLength(500))
const options = pipe(
  array(strictObject({ id: pipe(string(), minLength(1), maxLength(40)), text: short })),
  maxLength(6),
)
const heads = pipe(number(), integer(), minValue(0), maxValue(9999))
const wanted = strictObject({ elders: heads, parents: heads, renters: heads })
const links = pipe(array(id), maxLength(20))

export const topic: Kind<Topic> = {
  kind: 'topic',
  sealed: true,
  scopeOf: (record) => ({ place: record.place, group: 'council', people: [record.author] }),
  photosOf: (record) => [...new Set(record.evidence.flatMap((one) => one.photos))],
  verbs: {
    raise: creation({
      v: 1,
      args: strictObject({
        /** The compound's place. */
        place: id,
        question: short,
        background: optional(words),
        options,
        wanted,
        links,
      }),
      act: 'putTopic',
      create: ({ place, background, links: first, ...args }, change, stamp): Topic => ({
        ...fresh('topic', place as RecordId, change, stamp),
        kind: 'topic',
        question: args.question,
        options: args.options,
        wanted: args.wanted,
        opinions: [],
        evidence: first.length > 0 ? [shown(change, { links: first, photos: [] })] : [],
        wishes: [],
        ...(background !== undefined && { background }),
      }),
    }),
    edit: verb({
      v: 1,
      args: strictObject({
        question: edited(short),
        background: clearable(words),
        options: edited(options),
        wanted: edited(wanted),
      }),
      act: 'putTopic',
      fold: (record: Topic, args, change, stamp) =>
        mergeFields(record, args as Record<string, FieldEdit>, change, stamp),
    }),
    /** So many of one kind think so. What several heard adds up. */
    hear: verb({
      v: 1,
      args: strictObject({
        option: optional(pipe(string(), minLength(1), maxLength(40))),
        age: picklist(HEARD_AGES),
        home: picklist(HEARD_HOMES),
        child: boolean(),
        count: pipe(number(), integer(), minValue(1), maxValue(999)),
        said: optional(words),
      }),
      act: 'putTopic',
      fold: (record: Topic, { option, said, ...who }, change) => {
        if (record.opinions.some((one) => one.id === change.id)) return ALREADY
        const heard: Opinion = {
          ...mark(change),
          ...who,
          ...(option !== undefined && { option }),
          ...(said !== undefined && { said }),
        }
        return applied<Topic>({ ...record, opinions: [...record.opinions, heard] })
      },
    }),
    takeBack: verb({
      v: 1,
      args: strictObject({ item: id }),
      act: 'putTopic',
      fold: (record: Topic, { item }, { actor }) => {
        const one = record.opinions.find((other) => other.id === item)
        if (!one) return held('wrongState')
        if (one.takenBack) return ALREADY
        if (one.by !== actor) return held('notAllowed')
        const opinions = record.opinions.map((other) =>
          other === one ? { ...one, takenBack: true as const } : other,
        )
        return applied<Topic>({ ...record, opinions })
      },
    }),
    attach: verb({
      v: 1,
      args: strictObject({ text: optional(words), photos: pipe(array(photoHash), maxLength(6)), links }),
      act: 'putTopic',
      fold: (record: Topic, args, change) => {
        if (record.evidence.some((one) => one.id === change.id)) return ALREADY
        if (args.text === undefined && args.photos.length === 0 && args.links.length === 0) return ALREADY
        return applied<Topic>({ ...record, evidence: [...record.evidence, shown(change, args)] })
      },
    }),
    wish: verb({
      v: 1,
      args: strictObject({ text: words }),
      act: 'putTopic',
      fold: (record: Topic, { text }, change) =>
        record.wishes.some((one) => one.id === change.id)
          ? ALREADY
          : applied<Topic>({ ...record, wishes: [...record.wishes, { ...mark(change), text }] }),
    }),
    /** Adopted, later or no, because. Two who answer otherwise: the first stands, the other is named. */
    answer: verb({
      v: 1,
      args: strictObject({
        item: id,
        /** Whether its author saw an answer there and wants another. */
        again: boolean(),
        answered: picklist(ANSWERS),
        because: words,
      }),
      act: 'holdCouncil',
      fold: (record: Topic, { item, again, answered: is, because }, { actor: by, at }) => {
        const one = record.wishes.find((other) => other.id === item)
        if (!one) return held('wrongState')
        if (one.answer?.is === is && one.answer.because === because) return ALREADY
        if (one.answer && !again)
          return { record, outcome: { is: 'merged', lost: { answered: is, because } } } as const
        const wishes = record.wishes.map((other) =>
          other === one ? { ...one, answer: { is, because, by, at } } : other,
        )
        return applied<Topic>({ ...record, wishes })
      },
    }),
    /** Two who resolve it at once with other words: the first stands, the other is named. */
    resolve: verb({
      v: 1,
      args: strictObject({ decision: words }),
      act: 'holdCouncil',
      fold: (record: Topic, { decision }, { actor: by, at }) => {
        if (record.resolved?.decision === decision) return ALREADY
        if (record.resolved) return { record, outcome: { is: 'merged', lost: { decision } } } as const
        const { reopened: _, ...rest } = record
        return applied<Topic>({ ...rest, resolved: { decision, by, at } })
      },
    }),
    reopen: verb({
      v: 1,
      args: strictObject({ reason: words }),
      act: 'putTopic',
      fold: (record: Topic, { reason }, { actor: by, at }) => {
        if (!record.resolved) return ALREADY
        const { resolved: _, ...rest } = record
        return applied<Topic>({ ...rest, reopened: { reason, by, at } })
      },
    }),
  },
}

/** How many of each wanted kind were heard; one household may count for two of them. */
export function heardOf({ opinions }: Pick<Topic, 'opinions'>): Readonly<Record<Quota, number>> {
  const sum = (of: (one: Opinion) => boolean) =>
    opinions.filter((one) => !one.takenBack && of(one)).reduce((all, one) => all + one.count, 0)
  return {
    elders: sum((one) => one.age === 'from60'),
    parents: sum((one) => one.child),
    renters: sum((one) => one.home === 'rented'),
  }
}

/** How many think so, by option; those with words of their own under none. */
export function opinionsFor({ opinions }: Pick<Topic, 'opinions'>, option: string | undefined): number {
  return opinions
    .filter((one) => !one.takenBack && one.option === option)
    .reduce((all, one) => all + one.count, 0)
}

function mark({ id: own, actor: by, at }: Change): Pick<Opinion, 'id' | 'by' | 'at'> {
  return { id: own, by, at }
}

function shown(
  change: Change,
  said: {
    readonly text?: string | undefined
    readonly photos: readonly string[]
    readonly links: readonly string[]
  },
): Evidence {
  return {
    ...mark(change),
    photos: said.photos,
    links: said.links as readonly RecordId[],
    ...(said.text !== undefined && { text: said.text }),
  }
}
