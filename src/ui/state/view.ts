import { useLayoutEffect, useReducer } from 'preact/hooks'
import type { StoreApi } from 'zustand/vanilla'
import type { Context } from '#commands/context.ts'
import { useApp } from './app.ts'

export type View = Context['view']

/**
 * Reads what is shown and follows it: the answer is worked out again at every edition. `select` is pure and cheap
 * enough for that; it may be a new function at each render.
 */
export function useView<T>(select: (view: View) => T): T {
  const { ctx, editions } = useApp()
  useStore(editions)
  return select(ctx.view)
}

/** The state of a store. A change between the drawing and the subscription is seen too: the effect reads again. */
export function useStore<T>(store: StoreApi<T>): T {
  const now = store.getState()
  const [, again] = useReducer<number, undefined>((count) => count + 1, 0)
  useLayoutEffect(() => {
    if (store.getState() !== now) again(undefined)
    return store.subscribe(() => again(undefined))
  }, [store])
  return now
}
