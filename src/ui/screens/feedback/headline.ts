import type { FeedbackRow } from '#queries/feedback.ts'
import type { Words } from '#ui/words.ts'

/** What was said; where nothing was written, the danger or the kind that was pressed. */
export function headlineOf(row: FeedbackRow, words: Words['feedback'], danger: Words['danger']): string {
  const [pressed] = row.dangers
  return row.text || (pressed ? danger.kinds[pressed] : words.capture.categories[row.category])
}
