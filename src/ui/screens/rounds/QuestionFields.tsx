import Plus from '~icons/lucide/plus'
import Trash from '~icons/lucide/trash-2'
import { Card } from '#ui/parts/Card.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { areWrong, type FilledQuestion, QUESTIONS_MOST, withQuestion } from './filled.ts'

/** What is asked at each door, up to eight, each with its answers in one line. */
export function QuestionFields({
  questions,
  onChange,
}: {
  questions: readonly FilledQuestion[]
  onChange: (next: readonly FilledQuestion[]) => void
}) {
  const words = useWords().rounds.form
  const { ctx } = useApp()
  const put = (id: string, part: Partial<FilledQuestion>) =>
    onChange(questions.map((one) => (one.id === id ? { ...one, ...part } : one)))
  return (
    <section class="stack">
      <h2>{words.questions}</h2>
      {questions.map(({ id, text, choices }, index) => (
        <Card key={id}>
          <div class="stack">
            <Field
              label={words.question(index + 1)}
              value={text}
              placeholder={words.questionHint}
              maxLength={60}
              onDraft={(next) => put(id, { text: next })}
            />
            <Field
              label={words.choices}
              help={words.choicesHelp}
              error={areWrong(choices) ? words.choicesWrong : undefined}
              value={choices}
              maxLength={140}
              onDraft={(next) => put(id, { choices: next })}
            />
            <Key
              look="quiet"
              icon={Trash}
              label={words.dropQuestion}
              onPress={() => onChange(questions.filter((one) => one.id !== id))}
            />
          </div>
        </Card>
      ))}
      {questions.length < QUESTIONS_MOST && (
        <Key
          icon={Plus}
          label={words.addQuestion}
          onPress={() => onChange(withQuestion(questions, ctx.newId()))}
        />
      )}
    </section>
  )
}
