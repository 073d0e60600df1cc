import type { Resident } from './doors/resident.ts'
import type { Feedback } from './feedback/feedback.ts'
import type { RecordId } from './ids.ts'
import { addDays, dayOf } from './workingDays.ts'

/** How many days after it was over what names somebody is kept, at the most. */
export const RETENTION = {
  /** Who moved out, after the day they did. */
  movedOut: 90,
  /** Who remarked something, after they were told what became of it: two years, for the same thing comes again. */
  remark: 730,
  /** Pictures of a remark and its order, after the same day: the words say what became of it. */
  photos: 365,
  /** Who opened, printed or took away what names people, after the day they did. */
  look: 366,
  /** Invitations that were used, withdrawn or ran out, and sessions and shares of devices that were stopped and have said that they are empty. */
  entry: 30,
} as const

/** Those that the office may shorten for its compound, and to how many days at the least: what is asked back has to be found still. */
export const SHORTEST = { movedOut: 7, remark: 30, photos: 30, look: 183 } as const
export type Deadline = keyof typeof SHORTEST
export const DEADLINES = Object.keys(SHORTEST) as readonly Deadline[]

export type OwnDeadlines = Readonly<Partial<Record<Deadline, number>>>

/** What holds in a compound: its own where it is shorter, never more than the table says. */
export function deadlinesOf(own: OwnDeadlines | undefined): Readonly<Record<Deadline, number>> {
  const of = (one: Deadline) => Math.min(own?.[one] ?? RETENTION[one], RETENTION[one])
  return { movedOut: of('movedOut'), remark: of('remark'), photos: of('photos'), look: of('look') }
}

/** Who moved out so long ago that nothing is kept of them. Who came back, or was taken off the list, is not among them. */
export function goneLong(all: readonly Resident[], today: string, days: number): readonly Resident[] {
  const last = addDays(today, -days)
  return all.filter(({ movedOut, voided, mergedInto }) => {
    const gone = voided === undefined && mergedInto === undefined
    return gone && movedOut !== undefined && movedOut < last
  })
}

/** Remarks that are over for so many days. What is open is never among them. */
export function settledLong(all: readonly Feedback[], today: string, days: number): readonly RecordId[] {
  const last = addDays(today, -days)
  return all.flatMap((one) => {
    const over = one.voided?.at ?? one.told?.at
    return over !== undefined && dayOf(over) < last ? [one.id] : []
  })
}

/** Whether a remark is over: whoever made it was told, or it was withdrawn. */
export function isOver({ told, voided }: Feedback): boolean {
  return told !== undefined || voided !== undefined
}
