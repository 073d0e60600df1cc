import { isBounce } from '#domain/bins/tallies.ts'
import type { CommitRefusal } from '#store/commit.ts'
import type { Done } from './context.ts'

/** What the keys show between a touch and the disk. */
export interface LineState<S> {
  /** Touches that are not durable yet, in order. What they change is shown, but marked. */
  readonly waiting: readonly S[]
  /** Why the last touch was not kept; what it changed has gone back. Cleared by the next touch that is kept. */
  readonly refused?: CommitRefusal
}

/** Touches of one shift, kept one after another: six a second keep their order, and none is lost when a screen closes. */
export interface Line<S> {
  state(): LineState<S>
  /** Tells of every change of state. Answers the way to stop. */
  watch(moved: () => void): () => void
  add(step: S): void
  /** Resolves when everything touched so far is durable or refused. */
  settled(): Promise<void>
}

/** @param run makes one touch durable; it is asked when all before it are, so that it decides on what they left */
export function lineOf<S>(run: (step: S) => Promise<Done>): Line<S> {
  let state: LineState<S> = { waiting: [] }
  let chain: Promise<void> = Promise.resolve()
  const watchers = new Set<() => void>()

  const set = (next: LineState<S>) => {
    state = next
    for (const moved of watchers) moved()
  }

  return {
    state: () => state,
    watch(moved) {
      watchers.add(moved)
      return () => watchers.delete(moved)
    },
    add(step) {
      set({ ...state, waiting: [...state.waiting, step] })
      chain = chain.then(async () => {
        // A defect must not stop the touches behind it: it is thrown again where nobody waits.
        let refusal: CommitRefusal | undefined = 'disk.broken'
        try {
          const done = await run(step)
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
    },
    settled: () => chain,
  }
}

/** Tells the bounce of a wet glove from a touch that was meant, key by key; a moment is of a clock that only goes forward. */
export function bounceGuard<K>(): (key: K, moment: number) => boolean {
  const last = new Map<K, number>()
  return (key, moment) => {
    if (isBounce(last.get(key), moment)) return true
    last.set(key, moment)
    return false
  }
}
