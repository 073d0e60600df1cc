import type { RecordId } from '#domain/ids.ts'
import { type Shift } from '#domain/shift.ts'
import { type Counter, isBounce, type Tap, tapped, untapped } from '#domain/tallies.ts'
import type { CommitRefusal } from '#store/commit.ts'
import { tap, untap } from './bins.ts'
import type { Context } from './context.ts'

interface Step {
  readonly counter: Counter
  readonly by: 1 | -1
  readonly at: string
}

/** What the keys show between a touch and the disk. */
export interface TallyState {
  /** Touches that are not durable yet, in order. The numbers they change are shown, but marked. */
  readonly waiting: readonly Step[]
  /** Why the last touch was not kept; its number has gone back. Cleared by the next touch that is kept. */
  readonly refused?: CommitRefusal
}

/**
 * Takes the touches of one shift one after another, so that six a second keep their order and none is lost when the
 * screen that took them closes. It belongs to the shift, not to a screen.
 */
export interface Tallying {
  state(): TallyState
  /** Tells of every change of state. Answers the way to stop. */
  watch(moved: () => void): () => void
  /**
   * One touch. `moment` is the touch's own time in milliseconds of a clock that only goes forward.
   * @returns false for a bounce of the same key, which counts nothing
   */
  touch(counter: Counter, moment: number): boolean
  /** Takes back the last touch shown, kept or still on its way; undefined when there is none, or for a bounce. */
  undo(moment: number): Counter | undefined
  /** Resolves when everything touched so far is durable or refused. */
  settled(): Promise<void>
}

export function tallyingOf(ctx: Context, shift: RecordId): Tallying {
  let state: TallyState = { waiting: [] }
  let chain: Promise<void> = Promise.resolve()
  const lastTouch = new Map<Counter | 'undo', number>()
  const watchers = new Set<() => void>()

  const set = (next: TallyState) => {
    state = next
    for (const moved of watchers) moved()
  }

  const queue = (step: Step) => {
    set({ ...state, waiting: [...state.waiting, step] })
    chain = chain.then(async () => {
      // A defect must not stop the touches behind it: it is thrown again where nobody waits.
      let refusal: CommitRefusal | undefined = 'disk.broken'
      try {
        const done = await (step.by === 1 ? tap : untap)(ctx, shift, step.counter)
        refusal = done.ok ? undefined : done.refused
      } catch (defect) {
        queueMicrotask(() => {
          throw defect
        })
      } finally {
        // The book has it already; no screen is drawn between its word and this one.
        const waiting = state.waiting.filter((one) => one !== step)
        // An undo behind a refused touch finds nothing to take back: what was refused is still the news.
        const stands = refusal === 'nothingToDo' ? state.refused : refusal
        set(stands === undefined ? { waiting } : { waiting, refused: stands })
      }
    })
  }

  return {
    state: () => state,
    watch(moved) {
      watchers.add(moved)
      return () => watchers.delete(moved)
    },
    touch(counter, moment) {
      if (isBounce(lastTouch.get(counter), moment)) return false
      lastTouch.set(counter, moment)
      queue({ counter, by: 1, at: ctx.now() })
      return true
    },
    undo(moment) {
      if (isBounce(lastTouch.get('undo'), moment)) return undefined
      lastTouch.set('undo', moment)
      const kept = ctx.view.get<Shift>(shift)
      const last = kept && shownTaps(kept, state).at(-1)
      if (!last) return undefined
      queue({ counter: last[0], by: -1, at: ctx.now() })
      return last[0]
    },
    settled: () => chain,
  }
}

/** The taps as the keys show them: what is kept with what is on its way. */
export function shownTaps(shift: Shift, { waiting }: TallyState): readonly Tap[] {
  return waiting.reduce(
    (taps, { counter, by, at }) => (by === 1 ? tapped(taps, counter, at) : untapped(taps, counter)),
    shift.taps,
  )
}
