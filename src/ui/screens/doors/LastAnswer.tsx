import Undo from '~icons/lucide/undo-2'
import { useEffect } from 'preact/hooks'
import type { RecordId } from '#domain/ids.ts'
import type { Visit, VisitOutcome } from '#domain/doors/visit.ts'
import { Key } from '#ui/parts/Key.tsx'
import { Toast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { RetryKeys } from './RetryKeys.tsx'

export interface Answer {
  readonly visit: RecordId
  readonly home: RecordId
  readonly door: string
  readonly outcome: VisitOutcome
}

const SHOWN_MS = 6000

interface LastProps {
  readonly last: Answer
  readonly onUndo: () => void
  readonly onOver: () => void
}

/** What was kept just now, above the keys and not over them: the next door may answer within the six seconds. */
export function LastAnswer({ last, onUndo, onOver }: LastProps) {
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

/**
 * Nobody was at home, or a note was left: when to go again, proposed and changed in one tap. It stays until the next door
 * has its answer.
 */
export function ComeAgain({
  last,
  onUndo,
  onChoose,
}: Omit<LastProps, 'onOver'> & { onChoose: (at: string) => void }) {
  const { doors: words, rounds, common } = useWords()
  const { day } = useFormats()
  const { today } = useApp()
  const at = useView((view) => view.get<Visit>(last.visit)?.retryAt)
  const when =
    at === undefined
      ? rounds.door.noRetry
      : rounds.door.again(`${day(at.slice(0, 10), today())} ${at.slice(11)}`)
  return (
    <div class="visit-again">
      <div class="visit-again-words">
        <p role="status">
          <b>
            {last.door} {words.outcome[last.outcome]}
          </b>{' '}
          <span class="visit-again-when">{when}</span>
        </p>
        <Key look="quiet" icon={Undo} label={common.undo} onPress={onUndo} />
      </div>
      <RetryKeys value={at} onChoose={onChoose} />
    </div>
  )
}
