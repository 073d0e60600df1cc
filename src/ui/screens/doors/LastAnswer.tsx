import { useEffect } from 'preact/hooks'
import type { RecordId } from '#domain/ids.ts'
import type { VisitOutcome } from '#domain/visit.ts'
import { Toast } from '#ui/parts/Toast.tsx'
import { useWords } from '#ui/words.ts'

export interface Answer {
  readonly visit: RecordId
  readonly home: RecordId
  readonly door: string
  readonly outcome: VisitOutcome
}

const SHOWN_MS = 6000

/** What was kept just now, above the keys and not over them: the next door may answer within the six seconds. */
export function LastAnswer({
  last,
  onUndo,
  onOver,
}: {
  last: Answer
  onUndo: () => void
  onOver: () => void
}) {
  const { doors: words, common } = useWords()
  useEffect(() => {
    const timer = setTimeout(onOver, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div class="visit-last" role="status">
      <Toast
        text={words.round.kept(last.door, words.outcome[last.outcome])}
        undo={{ label: common.undo, onPress: onUndo }}
      />
    </div>
  )
}
