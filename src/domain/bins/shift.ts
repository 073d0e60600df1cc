import type { HandedOver } from './afterHandOver.ts'
import type { Outline, Recorded } from '#domain/record.ts'
import type { Fill, Stream } from './streams.ts'
import { allTapped, type Minute, type Tap } from './tallies.ts'
import type { Window } from '#domain/window.ts'

/** `unchecked` (不查) is an answer; no entry at all means that nobody has looked yet. */
export const CHECKS = ['good', 'toFix', 'unchecked'] as const
export type Check = (typeof CHECKS)[number]

/** A shift is looked round twice: when one comes and when one goes. */
export const MOMENTS = ['arrival', 'leaving'] as const
export type Moment = (typeof MOMENTS)[number]

/** What is to be put right at an item: at which bin, in whose words, and how it looked. */
export interface Finding {
  readonly stream?: Stream
  readonly note?: string
  readonly photos: readonly string[]
}

/** One person on one device at one bin point. Other people's shifts at the same time are other records. */
export interface Shift extends HandedOver {
  readonly kind: 'shift'
  /** Day in Asia/Shanghai as the device proposed it, `YYYY-MM-DD`. */
  readonly day: string
  readonly window: Window
  /** The taps that stand. */
  readonly minutes: readonly Minute[]
  /** Where shapes of version 1 kept each tap. An app of then that is put back looks here, and what it adds is lifted. */
  readonly taps: readonly []
  /** The checklists as they were when the shift was opened: the office may change them meanwhile. Older shifts have none. */
  readonly items?: Readonly<Record<Moment, readonly string[]>>
  /** Item of the arrival checklist → what was seen. */
  readonly checks: Readonly<Record<string, Check>>
  /** The same on leaving. */
  readonly leaving?: Readonly<Record<string, Check>>
  /** `findingKey` → what is to be put right there. */
  readonly findings?: Readonly<Record<string, Finding>>
  readonly fills: Readonly<Partial<Record<Stream, Fill>>>
  readonly endFills?: Readonly<Partial<Record<Stream, Fill>>>
  readonly note?: string
}

/** Where a finding of an item stands among those of a shift. */
export function findingKey(item: string, when: Moment = 'arrival'): string {
  return when === 'leaving' ? `leaving ${item}` : item
}

/** The answers of one moment of a shift. */
export function checksAt(record: Pick<Shift, 'checks' | 'leaving'>, when: Moment): Shift['checks'] {
  return when === 'leaving' ? (record.leaving ?? {}) : record.checks
}

/** Version 1 kept each tap with its instant; one whose app was put back has both, and then the single ones came last. */
function lifted(record: Recorded): Shift {
  const { minutes, taps } = record as Partial<Pick<Shift, 'minutes'>> & { readonly taps?: readonly Tap[] }
  if (minutes && taps?.length === 0) return record as Shift
  return { ...record, v: 2, minutes: allTapped(minutes ?? [], taps ?? []), taps: [] } as unknown as Shift
}

/** Who may read it; what may happen to it is in `shiftVerbs.ts`. */
export const shiftOutline: Outline<Shift> = {
  kind: 'shift',
  scopeOf: (record) => ({ place: record.place, group: 'bins', people: [record.author] }),
  upgrade: lifted,
  words: ['note', 'findings'],
}
