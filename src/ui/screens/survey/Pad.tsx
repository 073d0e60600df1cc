import { useEffect, useRef } from 'preact/hooks'
import { STEPS, type Step, type Survey } from '#domain/survey/survey.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useWords } from '#ui/words.ts'

interface PadProps {
  survey: Survey
  /** In the order of the questions; `null` where one was left empty. */
  marks: readonly (Step | null)[]
  onMark: (step: Step | null) => void
  onBack: () => void
  onSave: () => void
}

/** One question at a time, six keys in places that never change: a thumb learns them in three sheets, a keyboard in one. */
export function Pad(props: PadProps) {
  const { survey: words } = useWords()
  const { survey, marks, onMark, onBack } = props
  useDigits(props)
  const at = marks.length
  const question = survey.questions[at]
  return (
    <div class="survey-pad" role="group" aria-label={words.pad.title}>
      <div class="survey-question" aria-live="polite">
        {question ? (
          <>
            <span class="caption">{words.pad.which(at + 1, survey.questions.length)}</span>
            <b>{question.text}</b>
          </>
        ) : (
          survey.questions.map((one, index) => {
            const step = marks[index]
            return (
              <span key={one.ask} class="survey-answered">
                <span>{one.text}</span> <b>{step ? words.step[step] : words.pad.left}</b>
              </span>
            )
          })
        )}
      </div>
      {question && (
        <div class="survey-keys">
          {STEPS.map((step, index) => (
            <Key
              key={step}
              size="tall"
              label={`${index + 1} ${words.step[step]}`}
              onPress={() => onMark(step)}
            />
          ))}
        </div>
      )}
      <div class="survey-keys">
        {question && <Key look="quiet" label={words.pad.skip} onPress={() => onMark(null)} />}
        {at > 0 && <Key look="quiet" label={words.pad.back} onPress={onBack} />}
      </div>
      <p class="caption survey-keyboard">{words.pad.keys}</p>
    </div>
  )
}

/** Digits on a keyboard are the keys in their order. In a field they are letters like others. */
function useDigits({ onMark, onBack, onSave }: PadProps) {
  const now = useRef({ onMark, onBack, onSave })
  now.current = { onMark, onBack, onSave }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLInputElement && event.target.type !== 'radio') return
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const step = /^[1-6]$/.test(event.key) ? STEPS[Number(event.key) - 1] : undefined
      // On a key of the screen Enter presses that key.
      if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) now.current.onSave()
      else if (event.key === 'Backspace') now.current.onBack()
      else if (event.key === '0') now.current.onMark(null)
      else if (step) now.current.onMark(step)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
