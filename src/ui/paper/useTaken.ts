import Warning from '~icons/lucide/triangle-alert'
import { noteTaken, type Taking } from '#commands/looks.ts'
import { placeTo } from '#domain/rights.ts'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'

/**
 * Writing down that a paper is printed or saved, before it is; `false` where that line cannot be kept, and it is said why: then
 * nothing leaves.
 */
export function useTaken(): (taking: Omit<Taking, 'place'>) => Promise<boolean> {
  const { ctx, person, today } = useApp()
  const { common } = useWords()
  const toast = useToast()
  return async (taking) => {
    const place = placeTo('takePaper', person.appointments, ctx.compound, today()) ?? ctx.compound
    const kept = await noteTaken(ctx, { place, ...taking })
    if (!kept.ok) toast({ text: common.refused[kept.refused], icon: Warning })
    return kept.ok
  }
}
