import type { FeedbackRow } from '#queries/feedback.ts'
import type { Words } from './words.ts'

/** What was said; where nothing was written, the danger that was pressed, that it is to be listened to, or the kind. */
export function headlineOf(
  row: Pick<FeedbackRow, 'text' | 'voice' | 'category'> & Partial<Pick<FeedbackRow, 'dangers'>>,
  { feedback, danger, voices }: Pick<Words, 'feedback' | 'danger' | 'voices'>,
): string {
  const [pressed] = row.dangers ?? []
  if (row.text) return row.text
  if (pressed) return danger.kinds[pressed]
  return row.voice === undefined ? feedback.capture.categories[row.category] : voices.note.only(row.voice)
}
