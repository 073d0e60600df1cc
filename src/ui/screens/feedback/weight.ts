import type { FeedbackRow } from '#queries/feedback.ts'
import { dayOf } from '#domain/workingDays.ts'
import { useWords } from '#ui/words.ts'

type Weighed = Pick<FeedbackRow, 'voices' | 'households' | 'since'>

/** 9 户，3月14日起; nothing where one home said it once. */
export function useWeight(): (row: Weighed) => string | undefined {
  const { common, voices } = useWords()
  return (row) => {
    if (row.voices < 2 && row.households < 2) return undefined
    const [, month, day] = dayOf(row.since).split('-').map(Number)
    return voices.same.weight(row.households, common.dates.monthDay(month ?? 1, day ?? 1))
  }
}
