import './council.css'
import Plus from '~icons/lucide/plus'
import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import { raiseTopic } from '#commands/topics.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import { QUOTAS, type Quota } from '#domain/council/topic.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Field, TextArea } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Stepper } from '#ui/parts/Stepper.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useRecordDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { useKeep } from './useKeep.ts'

interface Filled {
  readonly question: string
  readonly background: string
  readonly options: readonly { readonly id: string; readonly text: string }[]
  readonly wanted: Readonly<Record<Quota, number>>
}

const BLANK: Filled = {
  question: '',
  background: '',
  options: [],
  wanted: { elders: 0, parents: 0, renters: 0 },
}
const OPTIONS_MOST = 6
const QUESTION_MOST = 60

/** `/council/topics/new`, with `?of=` made of a remark or an order in its words: a question, the ways to answer it, whom one wants to hear. */
export function TopicForm() {
  const { council, common } = useWords()
  const { topics } = council
  const { ctx } = useApp()
  const { route, query } = useLocation()
  const keep = useKeep()
  const { reader } = useReader()
  const asked = reader.get<Feedback | Order>((query['of'] ?? '') as RecordId)
  // A topic is read by all of the council: what is settled quietly is no matter of it.
  const of = asked?.quiet ? undefined : asked
  const question = [...(of?.text ?? '')].slice(0, QUESTION_MOST).join('')
  const draft = useRecordDraft<Filled>('council.topic', of?.id ?? ctx.compound, { ...BLANK, question })
  const { value } = draft
  const [busy, setBusy] = useState(false)
  const set = (part: Partial<Filled>) => draft.set({ ...value, ...part })
  const save = async () => {
    setBusy(true)
    const id = value.id ?? (ctx.newId() as RecordId)
    const background = value.background.trim()
    const form = {
      question: value.question.trim(),
      background: background === '' ? undefined : background,
      options: value.options.filter((one) => one.text.trim() !== ''),
      wanted: value.wanted,
    }
    const links = of ? [of.id] : []
    const done = await keep(raiseTopic(draft.ctx, id, form, links), topics.raised)
    setBusy(false)
    if (!done) return
    await draft.drop()
    route(`/council/topics/${id}`, true)
  }
  return (
    <Screen
      title={topics.raise}
      back="/council/topics"
      bar={
        <BottomBar>
          <Key
            look="primary"
            label={common.save}
            why={value.question.trim() === '' ? council.fillFirst(topics.question) : undefined}
            busy={busy}
            busyLabel={common.saving}
            onPress={() => void save()}
          />
        </BottomBar>
      }
    >
      <div class="stack-wide council-home">
        <Field
          label={topics.question}
          placeholder={topics.questionHint}
          value={value.question}
          maxLength={60}
          onDraft={(question) => set({ question })}
        />
        <TextArea
          label={topics.background}
          rows={2}
          value={value.background}
          maxLength={500}
          onDraft={(background) => set({ background })}
        />
        <section class="stack">
          <h2>{topics.options}</h2>
          {value.options.map(({ id, text }, index) => (
            <Field
              key={id}
              label={topics.option(index + 1)}
              value={text}
              maxLength={60}
              onDraft={(next) =>
                set({ options: value.options.map((one) => (one.id === id ? { id, text: next } : one)) })
              }
            />
          ))}
          {value.options.length < OPTIONS_MOST && (
            <Key
              icon={Plus}
              label={topics.addOption}
              onPress={() => set({ options: [...value.options, { id: ctx.newId(), text: '' }] })}
            />
          )}
        </section>
        <section class="stack">
          <h2>{topics.wanted}</h2>
          {QUOTAS.map((one) => (
            <Stepper
              key={one}
              label={topics.quota[one]}
              value={value.wanted[one]}
              less={common.fewer}
              more={common.add}
              onChange={(next) => set({ wanted: { ...value.wanted, [one]: next } })}
            />
          ))}
        </section>
      </div>
    </Screen>
  )
}
