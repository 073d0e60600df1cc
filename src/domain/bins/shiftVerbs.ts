import { array, type InferOutput, maxLength, optional, picklist, pipe, strictObject, string } from 'valibot'
import { edited } from '#domain/edits.ts'
import { verbsAfter } from './afterHandOver.ts'
import { bagArgs, BAGS_OF_SHIFT } from './bag.ts'
import { ALREADY, held } from '#domain/change.ts'
import { id, type RecordId } from '#domain/ids.ts'
import { type FieldEdit, mergeFields } from '#domain/merge.ts'
import { photoHash } from '#domain/photoHash.ts'
import { applied, creation, fresh, type Kind, type Recorded, verb, type Verdict } from '#domain/record.ts'
import { FILLS, STREAMS } from './streams.ts'
import { COUNTERS, type Minute, tapped, tapsOf, untapped } from './tallies.ts'
import { calendarDay, WINDOWS } from '#domain/window.ts'
import { CHECKS, checksAt, type Finding, findingKey, MOMENTS, type Shift, shiftOutline } from './shift.ts'

const items = pipe(array(id), maxLength(12))

const openArgs = strictObject({
  place: id,
  day: calendarDay,
  window: picklist(WINDOWS),
  items: optional(strictObject({ arrival: items, leaving: items })),
})

const correctArgs = strictObject({
  day: edited(calendarDay),
  window: edited(picklist(WINDOWS)),
})

const tapArgs = strictObject({ counter: picklist(COUNTERS) })

const checkArgs = strictObject({
  item: id,
  state: optional(picklist(CHECKS)),
  when: optional(picklist(MOMENTS)),
  /** What is to be put right; said with `toFix` only. */
  stream: optional(picklist(STREAMS)),
  note: optional(pipe(string(), maxLength(200))),
  photos: optional(pipe(array(photoHash), maxLength(3))),
})

const fillArgs = strictObject({
  stream: picklist(STREAMS),
  fill: picklist(FILLS),
  when: optional(picklist(MOMENTS)),
})

/** More than this is no word for the next shift any more. */
const NOTES_LENGTH = 2000

const closeArgs = strictObject({ note: optional(pipe(string(), maxLength(500))) })

export const shift: Kind<Shift> = {
  ...shiftOutline,
  sealed: false,
  lower: (record) => {
    const { minutes, ...rest } = record
    return { ...rest, v: 1, taps: tapsOf(minutes) } as Recorded
  },
  photosOf: (record) => Object.values(record.findings ?? {}).flatMap((one) => one.photos),
  verbs: {
    open: creation({
      v: 1,
      args: openArgs,
      act: 'standShift',
      create: (args, change, stamp): Shift => ({
        ...fresh('shift', args.place as RecordId, change, stamp),
        kind: 'shift',
        v: 2,
        day: args.day,
        window: args.window,
        ...(args.items && { items: args.items }),
        minutes: [],
        taps: [],
        checks: {},
        fills: {},
      }),
    }),
    /** The clock only proposed day and window; the person may know better. */
    correct: verb({
      v: 1,
      args: correctArgs,
      act: 'standShift',
      fold: (record: Shift, args, change, stamp) =>
        owned(record, change.actor) ??
        mergeFields(record, args as Readonly<Record<string, FieldEdit>>, change, stamp),
    }),
    /**
     * A tap counts also after the shift was closed: one that was made before arrives late, one made after it puts a
     * count right and is counted as that.
     */
    tally: verb({
      v: 1,
      args: tapArgs,
      act: 'standShift',
      adds: true,
      fold: (record: Shift, args, change) =>
        owned(record, change.actor) ??
        counted(record, tapped(record.minutes, args.counter, change.at), change.at),
    }),
    /** Takes back the last tap of a counter; on zero there is nothing to take back, so a count is never negative. */
    untally: verb({
      v: 1,
      args: tapArgs,
      act: 'standShift',
      adds: true,
      fold: (record: Shift, args, change) => {
        const refusal = owned(record, change.actor)
        if (refusal) return refusal
        const minutes = untapped(record.minutes, args.counter)
        return minutes === record.minutes ? ALREADY : counted(record, minutes, change.at)
      },
    }),
    check: verb({
      v: 1,
      args: checkArgs,
      act: 'standShift',
      adds: true,
      inWords: ({ note }) => note !== undefined,
      fold: (record: Shift, args, change) => owned(record, change.actor) ?? applied(checked(record, args)),
    }),
    fill: verb({
      v: 1,
      args: fillArgs,
      act: 'standShift',
      adds: true,
      fold: (record: Shift, { stream, fill, when }, change) => {
        const field = when === 'leaving' ? 'endFills' : 'fills'
        return (
          owned(record, change.actor) ?? applied({ ...record, [field]: { ...record[field], [stream]: fill } })
        )
      },
    }),
    /** One opened bag. It is known by its change, so that it counts once and can be taken back. */
    bag: verb({
      v: 1,
      args: bagArgs,
      act: 'standShift',
      adds: true,
      fold: (record: Shift, args, change) => {
        const refusal = owned(record, change.actor)
        if (refusal) return refusal
        const bags = record.bags ?? []
        if (bags.some((one) => one.id === change.id)) return ALREADY
        if (bags.length >= BAGS_OF_SHIFT) return held('invalid')
        return applied({ ...record, bags: [...bags, { id: change.id, at: change.at, ...args }] })
      },
    }),
    unbag: verb({
      v: 1,
      args: strictObject({ bag: id }),
      act: 'standShift',
      adds: true,
      fold: (record: Shift, args, change) => {
        const refusal = owned(record, change.actor)
        if (refusal) return refusal
        const bags = (record.bags ?? []).filter((one) => one.id !== args.bag)
        return bags.length === (record.bags ?? []).length ? ALREADY : applied({ ...record, bags })
      },
    }),
    close: verb({
      v: 1,
      args: closeArgs,
      act: 'standShift',
      adds: true,
      inWords: ({ note }) => note !== undefined,
      fold: (record: Shift, args, change) => {
        const refusal = owned(record, change.actor)
        if (refusal) return refusal
        if (record.closedAt !== undefined && record.closedBy === undefined) return noted(record, args.note)
        // One's own hand-over stands over one that was made for them, in whichever order the two came.
        const { closedBy: _, ...mine } = record
        const closed: Shift = { ...mine, closedAt: change.at }
        // What was said with a hand-over that was taken back since is read all the same.
        if (record.note !== undefined) {
          const both = noted(closed, args.note)
          return both === ALREADY ? applied(closed) : both
        }
        return applied({ ...closed, ...(args.note !== undefined && { note: args.note }) })
      },
    }),
    /** Whoever comes next closes what was forgotten; nothing else of another's shift is theirs to change. */
    closeFor: verb({
      v: 1,
      args: strictObject({}),
      act: 'standShift',
      fold: (record: Shift, _args, change) => {
        if (record.closedAt !== undefined) return ALREADY
        if (record.author === change.actor) return applied({ ...record, closedAt: change.at })
        return applied({ ...record, closedAt: change.at, closedBy: change.actor })
      },
    }),
    ...verbsAfter<Shift>(),
  },
}

function checked(
  record: Shift,
  { item, state, when = 'arrival', ...said }: InferOutput<typeof checkArgs>,
): Shift {
  const { [item]: _, ...others } = checksAt(record, when)
  const answers = state === undefined ? others : { ...others, [item]: state }
  const { [findingKey(item, when)]: __, ...before } = record.findings ?? {}
  const { stream, note, photos = [] } = said
  const isSaid = state === 'toFix' && (stream !== undefined || note !== undefined || photos.length > 0)
  const finding: Finding = {
    photos,
    ...(stream !== undefined && { stream }),
    ...(note !== undefined && { note }),
  }
  const findings = isSaid ? { ...before, [findingKey(item, when)]: finding } : before
  return {
    ...record,
    ...(when === 'leaving' ? { leaving: answers } : { checks: answers }),
    ...((isSaid || record.findings) && { findings }),
  }
}

/** A shift is one person's: another person's hand on it is kept for the office to decide. */
function owned(record: Shift, actor: string): ReturnType<typeof held> | undefined {
  return record.author === actor ? undefined : held('notAllowed')
}

/** Of two hand-overs the first stands; the word for the next shift that came with the second is kept below the other. */
function noted(record: Shift, note: string | undefined): Verdict<Shift> {
  if (!note || `\n${record.note ?? ''}\n`.includes(`\n${note}\n`)) return ALREADY
  const both = record.note ? `${record.note}\n${note}` : note
  return both.length > NOTES_LENGTH ? held('wrongState') : applied({ ...record, note: both })
}

function counted(record: Shift, minutes: readonly Minute[], at: string) {
  const afterwards = record.closedAt !== undefined && at > record.closedAt
  return applied({ ...record, minutes, ...(afterwards && { corrections: (record.corrections ?? 0) + 1 }) })
}
