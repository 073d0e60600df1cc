import { readerOf } from '#queries/reader.ts'
import { useApp } from '#ui/state/app.ts'
import { useView, type View } from '#ui/state/view.ts'

/** Reads what the person who is unlocked may read; the device may hold more. */
export function useSeen<T>(select: (view: View) => T): T {
  const { ctx, today } = useApp()
  return useView((view) => {
    const reader = readerOf(view, ctx, today())
    return select({ get: reader.get, all: reader.all, standing: view.standing })
  })
}
