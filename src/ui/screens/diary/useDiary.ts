import { useLocation } from 'preact-iso'
import type { Place } from '#domain/places.ts'
import { addDays } from '#domain/workingDays.ts'
import { type DiaryDay, diaryDay } from '#queries/diary.ts'
import { readerOf } from '#queries/reader.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'

/** Today and six days before it. */
const DAYS = 7

export interface AskedDiary {
  readonly diary: DiaryDay
  readonly days: readonly string[]
  readonly compound: string
}

/** One's own day in the address, else today. */
export function useDiary(): AskedDiary {
  const { ctx, today } = useApp()
  const { query } = useLocation()
  const days = Array.from({ length: DAYS }, (_, index) => addDays(today(), -index))
  const day = days.find((one) => one === query['day']) ?? today()
  return useView((view) => {
    const reader = readerOf(view, ctx, today())
    const many = reader.all<Place>('place').filter((one) => one.what === 'building').length > 1
    return {
      diary: diaryDay({ view }, reader, day, many),
      days,
      compound: reader.tree.get(ctx.compound)?.label ?? '',
    }
  })
}
