import { useEffect, useRef, useState } from 'preact/hooks'
import type { Question } from '#domain/bins/campaign.ts'
import type { Visit } from '#domain/doors/visit.ts'
import { FreeText } from '#ui/FreeText.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useWords } from '#ui/words.ts'

interface Asked {
  readonly visit: Visit
  readonly onSay: (question: string, said: string | undefined) => void
}

/** What a round asks, one tap each; none has to be answered. */
export function RoundQuestions({ questions, ...asked }: Asked & { readonly questions: readonly Question[] }) {
  const words = useWords().rounds.door
  if (questions.length === 0) return null
  return (
    <section class="visit-questions" aria-label={words.said}>
      {questions.map((question) =>
        question.choices ? (
          <Choices key={question.id} question={question} {...asked} />
        ) : (
          <InWords key={question.id} question={question} {...asked} />
        ),
      )}
      <p class="caption">{words.skip}</p>
    </section>
  )
}

const saidTo = ({ answers }: Visit, id: string) => answers?.find(({ to }) => to === id)?.said

function Choices({ question, visit, onSay }: Asked & { readonly question: Question }) {
  const { id, text, choices = [] } = question
  return (
    <Segmented
      label={text}
      shown
      look={fitsOneRow(choices) ? 'answer' : 'chips'}
      value={saidTo(visit, id)}
      options={choices.map((choice) => ({ value: choice, label: choice }))}
      onChange={(said) => onSay(id, said)}
    />
  )
}

/** Three short answers stand beside each other, as everywhere; more or longer ones are laid out one by one. */
function fitsOneRow(choices: readonly string[]): boolean {
  return choices.length <= 3 && choices.every((choice) => choice.length <= 5)
}

/** While somebody writes nothing is kept; a short rest is enough. */
const REST_MS = 800

function InWords({ question, visit, onSay }: Asked & { readonly question: Question }) {
  const kept = saidTo(visit, question.id) ?? ''
  const [said, setSaid] = useState(kept)
  const keep = useRef(() => undefined as void)
  keep.current = () => {
    if (said.trim() !== kept) onSay(question.id, said)
  }
  useEffect(() => {
    const timer = setTimeout(() => keep.current(), REST_MS)
    return () => clearTimeout(timer)
  }, [said])
  return (
    <div onFocusOut={() => keep.current()}>
      <FreeText label={question.text} value={said} rows={2} maxLength={200} onDraft={setSaid} />
    </div>
  )
}
