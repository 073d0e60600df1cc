import type { RecordId } from '#domain/ids.ts'
import type { Who } from './cast.ts'

/** One thing that somebody does. Times are clock times in Shanghai, day 0 is the Monday. */
export interface Line {
  readonly by: Who | 'house'
  readonly day: number
  readonly time: string
  /** Seconds on top of the minute. */
  readonly seconds?: number
  /** When it reached the server, if that was later: there is no signal at the bins and on the stairs. */
  readonly reached?: string
  readonly record: RecordId
  readonly name: string
  readonly args: unknown
}
