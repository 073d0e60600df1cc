import { useMemo } from 'preact/hooks'
import type { Act } from '#domain/roles.ts'
import { placesTo } from '#domain/rights.ts'
import type { Freshness } from '#domain/settings.ts'
import { freshnessOf } from '#queries/progress.ts'
import { type Reader, readerOf } from '#queries/reader.ts'
import { useApp } from '#ui/state/app.ts'
import { useStore } from '#ui/state/view.ts'

export interface Reading {
  readonly reader: Reader
  readonly freshness: Freshness
  /** `YYYY-MM-DD` in Shanghai. */
  readonly today: string
  /** Whether one of the person's appointments has the act; the server judges it at the very place. */
  may(act: Act): boolean
}

/** What the person at this device may read today; follows every change of what is shown. */
export function useReader(): Reading {
  const app = useApp()
  const today = app.today()
  const { edition } = useStore(app.editions)
  // A key press draws a screen again and changes nothing of what may be read: the tree of a large compound is not built for it.
  return useMemo(
    () => ({
      reader: readerOf(app.ctx.view, app.ctx, today),
      freshness: freshnessOf(app.ctx.view, app.ctx.tenant),
      today,
      may: (act) => placesTo(act, app.person.appointments, today).length > 0,
    }),
    [app, edition, today],
  )
}
