import {
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
import type { Change, Stamp } from '#domain/change.ts'

/** Those beyond the compound who can do what we cannot. */
export const BODIES = ['hotline12345', 'street', 'utility', 'police', 'other'] as const
export type Body = (typeof BODIES)[number]

/** What 12345 and those behind it promise, in working days: a question, a request, a complaint. */
export const OUTSIDE_TERMS = [3, 7, 15] as const

/** A matter that somebody outside has in hand. Their time is theirs: ours stands still meanwhile. */
export interface Outside {
  readonly body: Body
  /** Under which number they keep it: the case number of 12345. */
  readonly reference?: string
  /** What they promised, in working days from the day it was sent. */
  readonly workingDays?: number
  /** When it was sent: a claim, and the server's time. */
  readonly at: string
  readonly receivedAt?: string
  /** Server time of their answer, else the claimed one; absent while none came. */
  readonly answeredAt?: string
}

export const outsideArgs = strictObject({
  body: picklist(BODIES),
  reference: optional(pipe(string(), maxLength(40))),
  workingDays: optional(pipe(number(), integer(), minValue(1), maxValue(60))),
  text: optional(pipe(string(), maxLength(500))),
})

interface Sent {
  readonly body: Body
  readonly reference?: string | undefined
  readonly workingDays?: number | undefined
}

export function sentOut(sent: Sent, change: Change, stamp: Stamp | undefined): Outside {
  const { body, reference, workingDays } = sent
  return {
    body,
    at: change.at,
    ...(stamp && { receivedAt: stamp.receivedAt }),
    ...(reference !== undefined && { reference }),
    ...(workingDays !== undefined && { workingDays }),
  }
}

/**
 * Two sent it out, or one of them learned the number later. What one left open the other fills; where they say different
 * things the later stands and the earlier is named. Undefined where it says nothing new.
 */
export function sentAgain(
  was: Outside,
  sent: Sent,
  change: Change,
  stamp: Stamp | undefined,
): { readonly now: Outside; readonly lost: Readonly<Record<string, unknown>> } | undefined {
  if (was.answeredAt !== undefined) return { now: sentOut(sent, change, stamp), lost: {} }
  const told = sentOut(sent, change, stamp)
  const fields = ['body', 'reference', 'workingDays'] as const
  const others = fields.filter((field) => told[field] !== undefined && told[field] !== was[field])
  if (others.length === 0) return undefined
  const lost = others.filter((field) => was[field] !== undefined).map((field) => [field, was[field]] as const)
  // It was sent when it was first sent: their days are counted from there.
  return {
    now: { ...was, ...Object.fromEntries(others.map((field) => [field, told[field]])) },
    lost: Object.fromEntries(lost),
  }
}
