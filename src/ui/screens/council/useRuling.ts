import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import { rule } from '#commands/council.ts'
import { type AgendaItem, type Ruling } from '#domain/council/agendaItem.ts'
import type { PersonId } from '#domain/ids.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import { isRuled } from '#queries/council.ts'
import { leaveTo, onceBare } from '#ui/parts/backCloses.ts'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import type { ItemDraft } from './useItemDraft.ts'
import { useKeep } from './useKeep.ts'

export interface Rules {
  readonly busy: boolean
  /** What comes after the one that is open. */
  readonly after: AgendaItem | undefined
  rules(item: AgendaItem, ruling: Ruling): Promise<void>
}

/** What is written is ruled, who it names gets it, and the next item comes. */
export function useRuling(
  meeting: Meeting,
  items: readonly AgendaItem[],
  open: AgendaItem | undefined,
  draft: ItemDraft,
): Rules {
  const { council } = useWords()
  const { ctx } = useApp()
  const { route } = useLocation()
  const keep = useKeep()
  const [busy, setBusy] = useState(false)
  const after = items.find((one) => one.id !== open?.id && !isRuled(one))
  const rules = async (item: AgendaItem, ruling: Ruling) => {
    setBusy(true)
    // What stands in a field that still has the focus belongs to it.
    await draft.keep()
    const whose = draft.whose.trim()
    const fresh = ctx.view.get<AgendaItem>(item.id) ?? item
    const done = await keep(
      rule(ctx, fresh, {
        ruling,
        decision: draft.text('decision').trim(),
        assignee: draft.assignee === '' ? undefined : (draft.assignee as PersonId),
        whose: whose === '' ? undefined : whose,
        due: draft.due === '' ? undefined : draft.due,
        otherwise: council.otherwise,
      }),
      council.ruling[ruling],
    )
    setBusy(false)
    if (!done) return
    await draft.drop()
    onceBare(() => {
      if (after) route(`/council/${meeting.id}?item=${after.id}`, true)
      else leaveTo(`/council/${meeting.id}`, (sitting) => route(sitting, true))
    })
  }
  return { busy, after, rules }
}
