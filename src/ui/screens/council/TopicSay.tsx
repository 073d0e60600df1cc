import { useState } from 'preact/hooks'
import { answerWish, reopenTopic, resolveTopic, wish } from '#commands/topics.ts'
import { ANSWERS, type Topic, type Wish, type WishAnswer } from '#domain/council/topic.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { TextArea } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { useKeep } from './useKeep.ts'

export type TopicSaying =
  | { readonly is: 'wish' }
  | { readonly is: 'resolve' }
  | { readonly is: 'reopen' }
  | { readonly is: 'answer'; readonly wish: Wish }

/** One sentence on a topic: a wish, its answer and why, what was decided, why it is open again. */
export function TopicSay(props: { topic: Topic; saying: TopicSaying; onClose: () => void }) {
  const { topic, saying, onClose } = props
  const { council, common } = useWords()
  const { topics } = council
  const keep = useKeep()
  const about = saying.is === 'answer' ? `${topic.id} ${saying.wish.id}` : topic.id
  const given = saying.is === 'answer' ? saying.wish.answer : undefined
  const draft = useDraft<{ readonly text: string; readonly answer: WishAnswer | undefined }>(
    `council.topic.${saying.is}`,
    about,
    {
      text: given?.because ?? '',
      answer: given?.is,
    },
  )
  const { value, ctx } = draft
  const [busy, setBusy] = useState(false)
  const text = value.text.trim()
  const title = {
    wish: topics.wish,
    resolve: topics.resolve,
    reopen: topics.reopen,
    answer: topics.answer,
  }[saying.is]
  const label = {
    wish: topics.wish,
    resolve: topics.decision,
    reopen: topics.why,
    answer: topics.because,
  }[saying.is]
  const doing = () => {
    switch (saying.is) {
      case 'wish':
        return keep(wish(ctx, topic.id, text), topics.wished)
      case 'resolve':
        return keep(resolveTopic(ctx, topic.id, text), topics.resolvedTag)
      case 'reopen':
        return keep(reopenTopic(ctx, topic.id, text), topics.reopened)
      case 'answer': {
        const answer = { is: value.answer ?? 'later', because: text } as const
        return keep(answerWish(ctx, topic.id, saying.wish, answer), topics.answered)
      }
    }
  }
  const save = async () => {
    setBusy(true)
    const done = await doing()
    setBusy(false)
    if (!done) return
    await draft.drop()
    onClose()
  }
  const unanswered = saying.is === 'answer' && value.answer === undefined
  const missing = text === '' || unanswered
  return (
    <Sheet
      open
      onClose={onClose}
      title={title}
      text={saying.is === 'answer' ? saying.wish.text : undefined}
      close={common.close}
      bar={
        <Key
          look="primary"
          wide
          label={common.save}
          why={missing ? council.fillFirst(unanswered ? topics.answer : label) : undefined}
          busy={busy}
          busyLabel={common.saving}
          onPress={() => void save()}
        />
      }
    >
      <div class="stack">
        {saying.is === 'answer' && (
          <Segmented
            label={topics.answer}
            look="answer"
            value={value.answer}
            options={ANSWERS.map((one) => ({ value: one, label: topics.answers[one] }))}
            onChange={(answer) => draft.set({ ...value, answer })}
          />
        )}
        <TextArea
          label={label}
          value={value.text}
          maxLength={500}
          onDraft={(next) => draft.set({ ...value, text: next })}
        />
      </div>
    </Sheet>
  )
}
