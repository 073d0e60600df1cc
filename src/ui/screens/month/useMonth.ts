import { useLocation } from 'preact-iso'
import { useMemo } from 'preact/hooks'
import { type MonthPack, monthPack } from '#queries/month.ts'
import { type Reader, readerOf } from '#queries/reader.ts'
import { useApp } from '#ui/state/app.ts'
import { useStore } from '#ui/state/view.ts'

export interface AskedMonth {
  readonly pack: MonthPack
  readonly reader: Reader
  readonly compound: string
  /** `YYYY-MM` of today: later months are not told. */
  readonly thisMonth: string
}

/** The month in the address, else this one. Worked out again only when the book or the question changes. */
export function useMonth(): AskedMonth {
  const { ctx, editions, today, now } = useApp()
  const { query } = useLocation()
  const { edition } = useStore(editions)
  const day = today()
  const thisMonth = day.slice(0, 7)
  const asked = query['of']
  const month = asked !== undefined && isMonth(asked) && asked <= thisMonth ? asked : thisMonth
  // A window that begins meanwhile is planned from its minute on.
  const minute = now().slice(0, 16)
  return useMemo(() => {
    const reader = readerOf(ctx.view, ctx, day)
    const asking = {
      view: ctx.view,
      tenant: ctx.tenant,
      compound: ctx.compound,
      now: `${minute}:59.999Z`,
    }
    return {
      pack: monthPack(asking, reader, month),
      reader,
      compound: reader.tree.get(ctx.compound)?.label ?? '',
      thisMonth,
    }
  }, [edition, day, minute, month])
}

export function monthAddress(path: string, month: string): string {
  return `${path}?of=${month}`
}

/** Addresses are typed and shortened by hands. */
function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
}
