import type { RosterCheck, Visit, VisitOutcome } from '#domain/doors/visit.ts'
import { useView } from '#ui/state/view.ts'
import { AppointedKeys, ReachedKeys, RefusedKeys } from './AfterAnswer.tsx'
import type { Answer } from './LastAnswer.tsx'

/** Answers after which there is something to ask at the same door; after the others the next one is chosen at once. */
export const STAYS: readonly VisitOutcome[] = ['met', 'phone', 'refused', 'appointment']

/** What is asked after an answer, by the answer. */
export function AfterKeys(props: {
  answer: Answer
  onNext: () => void
  onRoster: (roster: RosterCheck) => void
  onQuiet: (months: number) => void
  onRetry: (at: string) => void
  remark: string
  help: string
}) {
  const { answer, onNext } = props
  const retryAt = useView((view) => view.get<Visit>(answer.visit)?.retryAt)
  if (answer.outcome === 'refused') return <RefusedKeys onQuiet={props.onQuiet} onNext={onNext} />
  if (answer.outcome === 'appointment')
    return <AppointedKeys at={retryAt} onChoose={props.onRetry} onNext={onNext} />
  return (
    <ReachedKeys
      onUnchanged={() => props.onRoster('unchanged')}
      onChanged={() => props.onRoster('changed')}
      onNext={onNext}
      remark={props.remark}
      help={props.help}
    />
  )
}
