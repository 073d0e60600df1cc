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

/** What hangs on the wall: plain words and cells, copied; it follows no record that changes later. */
export interface Content extends PageWords {
  /** Hashes of blurred copies. */
  readonly before?: string | undefined
  readonly after?: string | undefined
  readonly pictures: readonly string[]
}

export interface Version {
  readonly id: ChangeId
  /** 1, 2, 3: on every printout, so that an older one is told from a newer. */
  readonly n: number
  readonly by: PersonId
  readonly at: string
  readonly receivedAt?: string
  /** Absent: it was taken down; its number and date stay. */
  readonly content?: Content
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
  readonly declined?: { readonly by: PersonId; readonly at: string; readonly reason: string }
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
  pictures: pipe(array(photoHash), maxLength(8)),
})
const reason = pipe(string(), minLength(1), maxLength(200))
/** Somebody looked at the full pictures for faces, plates and doors. */
const looked = literal(true)

export const publication: Kind<Publication> = {
  kind: 'publication',
  sealed: false,
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
      }),
    }),
    /** Before it hangs, its words may still be put right; whoever comes last is heard, and who publishes sees what it is. */
    revise: verb({
      v: 1,
      args: strictObject({ content }),
      act: 'proposeWall',
      fold: (record: Publication, args) => {
        if (record.versions.length > 0) return held('wrongState')
        if (same(record.proposed, args.content)) return ALREADY
        const { declined: _, ...rest } = record
        return applied<Publication>({ ...rest, proposed: args.content })
      },
    }),
    publish: verb({
      v: 1,
      args: strictObject({ content, looked }),
      act: 'publish',
      fold: (record: Publication, args, change, stamp) => {
        const first = record.versions[0]
        if (tells(args.content)) return held('tellsWho')
        if (!first) return hung(record, args.content, change, stamp)
        if (first.id === change.id || same(first.content, args.content)) return ALREADY
        // Two published it, offline: the first hangs, and what the second hung otherwise is named.
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
    takeDown: verb({
      v: 1,
      args: strictObject({ n: pipe(number(), integer(), minValue(1), maxValue(9999)), reason }),
      act: 'publish',
      fold: (record: Publication, args) => {
        const one = record.versions.find(({ n }) => n === args.n)
        if (!one) return held('wrongState')
        if (!one.content) return ALREADY
        const { content: _, ...bare } = one
        const versions = record.versions.map((other) =>
          other === one ? { ...bare, reason: args.reason } : other,
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
  return [of.before, of.after, ...of.pictures].filter((hash) => hash !== undefined)
}

function hung(record: Publication, words: Content, change: Change, stamp: Stamp | undefined, why?: string) {
  const { proposed: _, declined: __, ...rest } = record
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
