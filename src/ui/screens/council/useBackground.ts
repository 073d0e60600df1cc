import type { AgendaItem } from '#domain/council/agendaItem.ts'
import { type Background, backgroundOf } from '#queries/council.ts'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** What the records say behind an item, and the same in short words: 超了 1 天, 4 户反映. */
export function useBackground(item: AgendaItem): {
  readonly background: Background
  readonly facts: readonly string[]
} {
  const { council, feedback } = useWords()
  const { number, day } = useFormats()
  const { ctx } = useApp()
  const { reader, today } = useReader()
  const now = useNow()
  const background = backgroundOf(ctx.view, reader, item, now)
  const { due, voices, track, resolution, late } = background
  const over =
    due?.standing === 'overdue' && due.amount !== undefined
      ? council.over((due.unit === 'hours' ? council.hoursOf : council.daysOf)(number(due.amount)))
      : ''
  const facts = [
    over,
    voices > 1 && council.voices(number(voices)),
    track && feedback.drawers[track],
    late && resolution?.due !== undefined && council.lateNow(day(resolution.due, today)),
  ].filter((one): one is string => typeof one === 'string' && one !== '')
  return { background, facts }
}
