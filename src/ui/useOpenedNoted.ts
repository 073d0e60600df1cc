import { useEffect } from 'preact/hooks'
import { noteOpened, type Opened } from '#commands/looks.ts'
import type { RecordId } from '#domain/ids.ts'
import { useApp } from './state/app.ts'

/**
 * Whoever has it before them why somebody is looked after, or what is to be settled quietly, leaves a line, once a day for a place. It
 * asks nothing, and it does not hold up the page: where the disk is full, that is told everywhere else.
 *
 * @param place undefined where nothing of it is shown
 */
export function useOpenedNoted(what: Opened, place: RecordId | undefined): void {
  const { ctx, today } = useApp()
  useEffect(() => {
    if (place !== undefined) void noteOpened(ctx, what, place, today())
  }, [place])
}
