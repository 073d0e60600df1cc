import {
  integer,
  maxLength,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { derivedId, id, type RecordId, type TenantId } from '#domain/ids.ts'
import { isLater, type Mark, type Stamp } from '#domain/change.ts'
import { mergeFields } from '#domain/merge.ts'
import { creation, type Folded, fresh, type Kind, type Recorded } from '#domain/record.ts'
import { WASTE_CLASSES, type WasteClass } from './wasteClass.ts'
import { calendarDay } from '#domain/window.ts'

/** What the compound says of a thing from a day on; with neither `waste` nor `means` it says nothing: the list answers. */
export interface RuleLine {
  readonly waste?: WasteClass
  /** The word is another one for this thing of the list, by its number. */
  readonly means?: number
  /** Why; of a word that means another thing that thing's name. */
  readonly reason: string
  /** The day it holds from, `YYYY-MM-DD`. */
  readonly since: string
}

/** The compound's own answer to which bin: for a thing of the list, or for a word that is not in it. */
export interface WasteRule extends Recorded, RuleLine {
  readonly kind: 'wasteRule'
  readonly label: string
  /** Line of the list it stands for; absent for a word of the compound's own. */
  readonly item?: number
  /** What was said before, by day: each holds until the day of the next, the last until the record's own. */
  readonly before?: readonly RuleLine[]
}

/** What a rule says on a day (`YYYY-MM-DD`); undefined before its first. */
export function lineOn(rule: WasteRule, day: string): RuleLine | undefined {
  return linesOf(rule).findLast((line) => line.since <= day)
}

/** What a rule will say after a day, the nearest first. */
export function linesAfter(rule: WasteRule, day: string): readonly RuleLine[] {
  return linesOf(rule).filter((line) => line.since > day)
}

/** One rule for a thing, by its number in the list or by its word: who decides on it again edits it. */
export function wasteRuleId(tenant: TenantId, thing: number | string): RecordId {
  // `84` is a word that people say, and another thing's number.
  return typeof thing === 'number'
    ? derivedId('wasteRule', tenant, thing)
    : derivedId('wasteRule', tenant, 'word', thing)
}

const word = pipe(string(), minLength(1), maxLength(40))
const line = pipe(number(), integer(), minValue(1))
const SAID = ['waste', 'means', 'reason', 'since'] as const

export const wasteRule: Kind<WasteRule> = {
  kind: 'wasteRule',
  sealed: false,
  scopeOf: (record) => ({ place: record.place, group: 'settings', people: [] }),
  verbs: {
    put: creation({
      v: 1,
      args: strictObject({
        /** The compound's place. */
        place: id,
        label: word,
        item: optional(line),
        waste: optional(picklist(WASTE_CLASSES)),
        reason: pipe(string(), minLength(1), maxLength(200)),
        since: calendarDay,
        /** What stood there before, as its author saw it. */
        was: optional(picklist(WASTE_CLASSES)),
        /** The word is another one for this thing of the list; `waste` says nothing then. */
        means: optional(line),
        meant: optional(line),
      }),
      act: 'keepBins',
      create: ({ place, label, item, ...said }, change, stamp): WasteRule => ({
        ...fresh('wasteRule', place as RecordId, change, stamp),
        kind: 'wasteRule',
        label,
        ...(item !== undefined && { item }),
        ...lineSaid(said),
        // Who said it later on another device may be heard first after a restore (W7).
        ...(stamp && { won: Object.fromEntries(SAID.map((field) => [field, markOf(stamp)])) }),
      }),
      meet: (record: WasteRule, args, change, stamp) => {
        const said = lineSaid(args)
        const met = mergeFields(
          record,
          {
            waste: { was: args.was, now: said.waste },
            means: { was: args.meant, now: said.means },
            reason: { was: record.reason, now: said.reason },
            since: { was: record.since, now: said.since },
          },
          change,
          stamp,
        )
        return remembered(record, met, said, stamp)
      },
    }),
  },
}

type Said = { readonly [Field in keyof RuleLine]: RuleLine[Field] | undefined } & Pick<
  RuleLine,
  'reason' | 'since'
>

function lineSaid({ waste, means, reason, since }: Said): RuleLine {
  return {
    ...(means !== undefined ? { means } : waste !== undefined && { waste }),
    reason,
    since,
  }
}

function linesOf(rule: WasteRule): readonly RuleLine[] {
  return [...(rule.before ?? []), rule]
}

/**
 * What is said from a day on takes the place of all that was said for that day and later days; what was said for earlier
 * ones holds until then. The record itself is what was said last, which is always the last by day too. A word that comes
 * again after a restore, later than what was said after it, finds its place among the earlier ones (W7).
 */
function remembered(
  record: WasteRule,
  met: Folded<WasteRule>,
  said: RuleLine,
  stamp: Stamp | undefined,
): Folded<WasteRule> {
  const kept = record.before ?? []
  const isAfter = (mark: Mark | undefined) =>
    stamp !== undefined && mark !== undefined && isLater(mark, stamp)
  const markAt = (line: RuleLine) => record.won?.[keyOf(line)]
  const own = latest(SAID.map((field) => record.won?.[field]))
  const isStale = isAfter(own)
  const isOver = isStale && kept.some((line) => line.since <= said.since && isAfter(markAt(line)))
  const lines = !isStale
    ? linesOf(record)
    : isOver
      ? kept
      : [...kept.filter((line) => line.since < said.since || isAfter(markAt(line))), said]
  const before = lines
    .filter(({ since }) => since < met.record.since)
    .map(lineSaid)
    .sort((a, b) => (a.since < b.since ? -1 : 1))
  if (before.length === kept.length && before.every((line, index) => line.since === kept[index]?.since))
    return met
  const { before: _, ...rest } = met.record
  const marks = before.flatMap((line) => {
    const mark =
      line.since === said.since && isStale
        ? stamp && markOf(stamp)
        : line.since === record.since
          ? own
          : markAt(line)
    return mark ? [[keyOf(line), mark] as const] : []
  })
  const won = {
    ...Object.fromEntries(Object.entries(rest.won ?? {}).filter(([field]) => !field.startsWith(BEFORE))),
    ...Object.fromEntries(marks),
  }
  return {
    record: {
      ...rest,
      ...(before.length > 0 && { before }),
      ...(Object.keys(won).length > 0 && { won }),
    },
    outcome: met.outcome.is === 'already' ? { is: 'applied' } : met.outcome,
  }
}

const BEFORE = 'before '

function keyOf({ since }: RuleLine): string {
  return `${BEFORE}${since}`
}

function markOf({ epoch, seq }: Stamp): Mark {
  return { epoch, seq }
}

function latest(marks: readonly (Mark | undefined)[]): Mark | undefined {
  return marks.reduce((best, one) => (one && (!best || isLater(one, best)) ? one : best), undefined)
}
