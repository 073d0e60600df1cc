import type { RecordId } from '#domain/ids.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { type Counter, lastTapped, type Minute, tapped, untapped } from '#domain/bins/tallies.ts'
import { tap, untap } from './bins.ts'
import type { Context } from './context.ts'
import { bounceGuard, type Line, lineOf, type LineState } from './inOrder.ts'

interface Step {
  readonly counter: Counter
  readonly by: 1 | -1
  readonly at: string
}

export type TallyState = LineState<Step>

/** The touches of one shift. It belongs to the shift, not to a screen. */
export interface Tallying extends Omit<Line<Step>, 'add'> {
  /**
   * One touch. `moment` is the touch's own time in milliseconds of a clock that only goes forward.
   * @returns false for a bounce of the same key, which counts nothing
   */
  touch(counter: Counter, moment: number): boolean
  /** Takes back the last touch shown, kept or still on its way; undefined when there is none, or for a bounce. */
  undo(moment: number): Counter | undefined
}

export function tallyingOf(ctx: Context, shift: RecordId): Tallying {
  const { add, ...line } = lineOf<Step>(({ counter, by }) => (by === 1 ? tap : untap)(ctx, shift, counter))
  const bounces = bounceGuard<Counter | 'undo'>()
  return {
    ...line,
    touch(counter, moment) {
      if (bounces(counter, moment)) return false
      add({ counter, by: 1, at: ctx.now() })
      return true
    },
    undo(moment) {
      if (bounces('undo', moment)) return undefined
      const kept = ctx.view.get<Shift>(shift)
      const last = kept && lastTapped(shownTaps(kept, line.state()))
      if (!last) return undefined
      add({ counter: last[0], by: -1, at: ctx.now() })
      return last[0]
    },
  }
}

/** The taps as the keys show them: what is kept with what is on its way. */
export function shownTaps(shift: Shift, { waiting }: TallyState): readonly Minute[] {
  return waiting.reduce(
    (minutes, { counter, by, at }) => (by === 1 ? tapped(minutes, counter, at) : untapped(minutes, counter)),
    shift.minutes,
  )
}
