import {
  array,
  integer,
  literal,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
} from 'valibot'
import { ALREADY, type Change, held, type Stamp } from '#domain/change.ts'
import { id, type ChangeId, type PersonId, type RecordId } from '#domain/ids.ts'
import { same } from '#domain/merge.ts'
import { photoHash } from '#domain/photoHash.ts'
import { type PageWords, tellingInPage } from './publicText.ts'
import { applied, creation, fresh, type Kind, type Recorded, verb } from '#domain/record.ts'

export const SECTIONS = [
  'story', // one matter, before and after
  'works',
  'resolutions',
  'accounts',
  'month',
  'answers', // questions and answers
  'notice',
] as const
export type Section = (typeof SECTIONS)[number]

/** One thing that was put right, as it was and as it is: hashes of blurred copies. */
export interface Pair {
  /** Of what kind it is, 灯坏了; no words that somebody said. */
  readonly label: string
  readonly before: string
  readonly after: string
}

/** What hangs on the wall: plain words and cells, copied; it follows no record that changes later. */
export interface Content extends PageWords {
  /** Hashes of blurred copies. */
  readonly before?: string | undefined
  readonly after?: string | undefined
  readonly pictures: readonly string[]
  /** Several things of one page; at most `MOST_PAIRS`. */
  readonly pairs?: readonly Pair[] | undefined
}

/** A good picture more says nothing more. */
export const MOST_PAIRS = 4
/** Besides the pairs. */
export const MOST_PICTURES = 8

export interface Version {
  readonly id: ChangeId
  /** 1, 2, 3: on every printout, so that an older one is told from a newer. */
  readonly n: number
  readonly by: PersonId
  readonly at: string
  readonly receivedAt?: string
  /** Absent: it was taken down; its number and date stay. */
  readonly content?: Content
  /** When it was taken down: the server's time. */
  readonly downAt?: string
  /** Why there is another version, or why this one was taken down. */
  readonly reason?: string
}

/** A page of the public wall, with every version it ever had. A version once published never changes. */
export interface Publication extends Recorded {
  readonly kind: 'publication'
  readonly section: Section
  /** The record it tells of: an order, a works item, a meeting. */
  readonly about?: RecordId
  /** `2024-03`, for what is told month by month. */
  readonly period?: string
  /** Waits for somebody who may publish; absent once it hangs or was declined. */
  readonly proposed?: Content
  /** Why it should be another version of what hangs, as whoever proposed it says; whoever hangs it may say it otherwise. */
  readonly why?: string
  readonly declined?: { readonly by: PersonId; readonly at: string; readonly reason: string }
  /** It hangs as a version of this page, and waits no more. */
  readonly joined?: RecordId
  readonly versions: readonly Version[]
}

const line = pipe(string(), maxLength(300))
const cell = pipe(string(), maxLength(80))
const content = strictObject({
  title: pipe(string(), minLength(1), maxLength(60)),
  lines: pipe(array(line), maxLength(40)),
  figures: pipe(array(strictObject({ label: cell, value: cell })), maxLength(40)),
  table: optional(
    strictObject({
      head: pipe(array(cell), maxLength(8)),
      rows: pipe(array(pipe(array(cell), maxLength(8))), maxLength(200)),
    }),
  ),
  before: optional(photoHash),
  after: optional(photoHash),
  pictures: pipe(array(photoHash), maxLength(MOST_PICTURES)),
  pairs: optional(
    pipe(array(strictObject({ label: cell, before: photoHash, after: photoHash })), maxLength(MOST_PAIRS)),
  ),
})
const reason = pipe(string(), minLength(1), maxLength(200))
/** Somebody looked at the full pictures for faces, plates and doors. */
const looked = literal(true)

export const publication: Kind<Publication> = {
  kind: 'publication',
  // Until it hangs it is no more than somebody's proposal, and what waits of it neither.
  sealed: true,
  scopeOf: (record) => ({
    place: record.place,
    group: record.versions.length > 0 ? 'wall' : 'wallDraft',
    people: [record.author],
  }),
  photosOf: (record) => [
    ...new Set([record.proposed, ...record.versions.map((one) => one.content)].flatMap(picturesOf)),
  ],
  takenBack: true,
  verbs: {
    propose: creation({
      v: 1,
      args: strictObject({
        /** The compound's place. */
        place: id,
        section: picklist(SECTIONS),
        about: optional(id),
        period: optional(pipe(string(), regex(/^\d{4}-(0[1-9]|1[0-2])$/))),
        content,
        /** Where a page of the same matter hangs already: why there should be another version of it. */
        reason: optional(reason),
      }),
      act: 'proposeWall',
      create: ({ place, section, about, period, ...args }, change, stamp): Publication => ({
        ...fresh('publication', place as RecordId, change, stamp),
        kind: 'publication',
        section,
        proposed: args.content,
        versions: [],
        ...(about !== undefined && { about: about as RecordId }),
        ...(period !== undefined && { period }),
        ...(args.reason !== undefined && { why: args.reason }),
      }),
    }),
    /** Before it hangs, its words may still be put right; whoever comes last is heard, and who publishes sees what it is. */
    revise: verb({
      v: 1,
      args: strictObject({ content, reason: optional(reason) }),
      act: 'proposeWall',
      fold: (record: Publication, args) => {
        if (record.versions.length > 0) return held('wrongState')
        if (same(record.proposed, args.content) && (args.reason ?? record.why) === record.why) return ALREADY
        // What went into another page meanwhile waits again: its words are newer than those that hang.
        const { declined: _, joined: __, ...rest } = record
        return applied<Publication>({
          ...rest,
          proposed: args.content,
          ...(args.reason !== undefined && { why: args.reason }),
        })
      },
    }),
    publish: verb({
      v: 1,
      args: strictObject({ content, looked }),
      act: 'publish',
      fold: (record: Publication, args, change, stamp) => {
        const first = record.versions[0]
        if (tells(args.content)) return held('tellsWho')
        if (!first && record.joined === undefined) return hung(record, args.content, change, stamp)
        if (first && (first.id === change.id || same(first.content, args.content))) return ALREADY
        // Two published it, offline, one of them as a version of what hung: the first hangs, and what the second hung is named.
        return { record, outcome: { is: 'merged', lost: { content: args.content } } } as const
      },
    }),
    /** What hangs stays as it was; the better one is another version, and says why. */
    correct: verb({
      v: 1,
      args: strictObject({ content, reason, looked }),
      act: 'publish',
      fold: (record: Publication, args, change, stamp) => {
        if (record.versions.length === 0) return held('wrongState')
        if (tells(args.content)) return held('tellsWho')
        if (record.versions.some((one) => one.id === change.id)) return ALREADY
        return hung(record, args.content, change, stamp, args.reason)
      },
    }),
    /**
     * It hangs, in the same act, as a version of another page: one matter has one page, and nothing waits beside it. What was
     * hung beside another, offline, keeps its versions; which of the two stands is told by `standsBefore` alone.
     */
    join: verb({
      v: 1,
      args: strictObject({ into: id }),
      act: 'publish',
      fold: (record: Publication, args) => {
        if (record.joined === args.into) return ALREADY
        if (record.versions.length === 0 && !record.proposed) return held('wrongState')
        const { proposed: _, declined: __, why: ___, ...rest } = record
        return applied<Publication>({ ...rest, joined: args.into as RecordId })
      },
    }),
    takeDown: verb({
      v: 1,
      args: strictObject({ n: pipe(number(), integer(), minValue(1), maxValue(9999)), reason }),
      act: 'publish',
      fold: (record: Publication, args, { at }, stamp) => {
        const one = record.versions.find(({ n }) => n === args.n)
        if (!one) return held('wrongState')
        if (!one.content) return ALREADY
        const { content: _, ...bare } = one
        const versions = record.versions.map((other) =>
          other === one ? { ...bare, reason: args.reason, downAt: stamp?.receivedAt ?? at } : other,
        )
        return applied<Publication>({ ...record, versions })
      },
    }),
    /** Not like this: a face can be seen. Its author puts it right, or leaves it. */
    decline: verb({
      v: 1,
      args: strictObject({ reason }),
      act: 'publish',
      fold: (record: Publication, args, { actor, at }) => {
        if (record.versions.length > 0 || !record.proposed) return held('wrongState')
        if (record.declined) return ALREADY
        return applied<Publication>({ ...record, declined: { by: actor, at, reason: args.reason } })
      },
    }),
  },
}

/** A phone, a card or a door never hangs, whoever publishes it: the server folds by this too. */
function tells(words: Content): boolean {
  return tellingInPage(words).length > 0
}

/** The version that hangs now; undefined: none, or it was taken down. */
export function hanging(record: Publication): (Version & { readonly content: Content }) | undefined {
  const last = record.versions.at(-1)
  return last?.content ? { ...last, content: last.content } : undefined
}

export function picturesOf(of: Content | undefined): readonly string[] {
  if (!of) return []
  const pairs = (of.pairs ?? []).flatMap(({ before, after }) => [before, after])
  return [...new Set([of.before, of.after, ...pairs, ...of.pictures])].filter((hash) => hash !== undefined)
}

function hung(record: Publication, words: Content, change: Change, stamp: Stamp | undefined, why?: string) {
  const { proposed: _, declined: __, why: ___, ...rest } = record
  const version: Version = {
    id: change.id,
    n: record.versions.length + 1,
    by: change.actor,
    at: change.at,
    content: words,
    ...(stamp && { receivedAt: stamp.receivedAt }),
    ...(why !== undefined && { reason: why }),
  }
  return applied<Publication>({ ...rest, versions: [...record.versions, version] })
}
