import { useRef } from 'preact/hooks'
import { editItem } from '#commands/council.ts'
import type { AgendaItem } from '#domain/council/agendaItem.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import { type Resolution, resolutionId } from '#domain/council/resolution.ts'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useKeep } from './useKeep.ts'

export const WRITTEN = ['question', 'discussion', 'decision'] as const
export type Written = (typeof WRITTEN)[number]

/** What is being written on an item: each text with what its writer saw, and who is to do it until when. */
interface Writing {
  readonly texts: { readonly [F in Written]?: { readonly was: string | undefined; readonly now: string } }
  readonly assignee?: string
  readonly whose?: string
  readonly due?: string
}

const NOTHING: Writing = { texts: {} }

export interface ItemDraft {
  text(field: Written): string
  write(field: Written, now: string): void
  readonly assignee: string
  readonly whose: string
  readonly due: string
  put(part: Partial<Omit<Writing, 'texts'>>): void
  /** Keeps the texts that were changed: at leaving a field, so that nobody presses for it. */
  keep(): Promise<void>
  /** What was ruled took everything along. */
  drop(): Promise<void>
}

/** Every key press is on the disk as a draft; leaving a field makes it part of the minutes. */
export function useItemDraft(item: AgendaItem | undefined, meeting: Meeting): ItemDraft {
  const { ctx } = useApp()
  const keep = useKeep()
  const draft = useDraft<Writing>('council.item', item?.id ?? meeting.id, NOTHING)
  // What is typed while a field is being kept stays: the newest is read, not what stood here when its keeping began.
  const newest = useRef(draft.value)
  newest.current = draft.value
  const set = (next: Writing) => {
    newest.current = next
    draft.set(next)
  }
  const { value } = draft
  const there = item && ctx.view.get<Resolution>(resolutionId(meeting.id, item.id))
  return {
    text: (field) => value.texts[field]?.now ?? item?.[field] ?? '',
    write(field, now) {
      const { texts } = newest.current
      const was = texts[field] ? texts[field].was : item?.[field]
      set({ ...newest.current, texts: { ...texts, [field]: { was, now } } })
    },
    assignee: value.assignee ?? there?.assignee ?? '',
    whose: value.whose ?? there?.whose ?? '',
    due: value.due ?? there?.due ?? '',
    put: (part) => set({ ...newest.current, ...part }),
    async keep() {
      if (!item) return
      const written = WRITTEN.flatMap((field) => {
        const text = newest.current.texts[field]
        return text ? [[field, text] as const] : []
      })
      if (written.length === 0) return
      const seen = Object.fromEntries(written.map(([field, { was }]) => [field, was]))
      const now = Object.fromEntries(
        written.map(([field, text]) => [field, text.now.trim() === '' ? undefined : text.now.trim()]),
      )
      await keep(editItem(ctx, { ...item, ...seen }, now))
      const left = Object.entries(newest.current.texts).filter(
        ([field, text]) => !written.some(([kept, was]) => kept === field && was === text),
      )
      set({ ...newest.current, texts: Object.fromEntries(left) })
    },
    drop: () => draft.drop(),
  }
}
