import type { Category } from '#domain/ledger/categories.ts'
import type { Track, Urgency } from '#domain/ledger/due.ts'
import type { Channel, Decided } from '#domain/feedback/feedback.ts'
import type { Callback } from '#domain/ledger/order.ts'
import type { Body } from '#domain/ledger/outside.ts'
import type { Who } from './cast.ts'

/** What becomes of an order, in the order of the days. Photos are names of drawn pictures. */
export type Step = readonly [day: number, time: string, by: Who, what: What]
type What =
  | { readonly is: 'assign'; readonly to: Who }
  | {
      readonly is: 'accepted' | 'working' | 'note' | 'close'
      readonly text?: string
      readonly photo?: string
    }
  /** On which day somebody comes. */
  | { readonly is: 'promise'; readonly until: number; readonly text: string }
  /** Sent out of the compound, under the number they keep it by. */
  | {
      readonly is: 'transfer'
      readonly to: Body
      readonly reference: string
      readonly workingDays: number
      readonly text: string
    }
  | { readonly is: 'callback'; readonly result: Callback; readonly text?: string }
  | { readonly is: 'told' }

export interface Remark {
  readonly key: string
  readonly day: number
  readonly time: string
  /** When it reached the server; without it at once. */
  readonly reached?: string
  readonly by: Who
  readonly place: string
  readonly channel: Channel
  readonly text: string
  readonly category: Category
  readonly urgency: Urgency
  /** Day and time at which it was said, where it was written down later. */
  readonly heard?: readonly [day: number, time: string]
  readonly affected?: number
  readonly who?: readonly [displayName: string, agreed: boolean]
  readonly photo?: string
  /** The visit at whose door it was said, by day and time. */
  readonly atDoor?: readonly [day: number, time: string]
  readonly answer?: string
  /** The tick in the notebook, where there is no order that could have it. */
  readonly told?: readonly [day: number, time: string, by: Who]
  readonly sent?: Exclude<Decided, 'work_order'>
  readonly sameAs?: string
  /** Who saw that, where it was not the author. */
  readonly linked?: readonly [time: string, by: Who]
  readonly order?: {
    readonly track: Track
    /** Who takes it on, and when; without it whoever wrote the remark, at once. */
    readonly opened?: readonly [time: string, by: Who]
    readonly fixed?: { readonly text: string }
    readonly steps: readonly Step[]
  }
}
