import { useState } from 'preact/hooks'
import { agreeName, editFeedback } from '#commands/feedback.ts'
import { CATEGORIES, type Category } from '#domain/ledger/categories.ts'
import { URGENCIES, type Urgency } from '#domain/ledger/due.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { FeedbackDetail } from '#queries/feedbackDetail.ts'
import { FreeText } from '#ui/FreeText.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Select } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { useAct } from './act.ts'

/** 改一改: the words, the kind, how urgent, and whether the name may be passed on. */
export function EditSheet(props: { detail: FeedbackDetail; record: Feedback; onClose: () => void }) {
  const { detail, record, onClose } = props
  const { feedback, common } = useWords()
  const words = feedback.detail
  const { ctx } = useApp()
  const act = useAct()
  // What was on the screen when the person began: somebody else's later edit is not overwritten unseen.
  const [shown] = useState(record)
  const [text, setText] = useState(shown.text)
  const [category, setCategory] = useState<Category>(shown.category)
  const [urgency, setUrgency] = useState<Urgency>(shown.urgency)
  const [name, setName] = useState(shown.name)
  const save = async () => {
    const edited = text !== shown.text || category !== shown.category || urgency !== shown.urgency
    if (
      edited &&
      !(await act(editFeedback(ctx, shown, { text: text.trim(), category, urgency }), words.edited))
    )
      return
    if (name !== shown.name && !(await act(agreeName(ctx, shown, name === 'mayTell'), words.edited))) return
    onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.edit}
      close={common.close}
      bar={<Key look="primary" wide label={common.save} onPress={() => void save()} />}
    >
      <div class="stack">
        <FreeText label={feedback.capture.words} value={text} maxLength={500} onDraft={setText} />
        <Select
          label={feedback.capture.what}
          value={category}
          onChange={(value) => setCategory(value as Category)}
          options={CATEGORIES.map((value) => ({ value, label: feedback.capture.categories[value] }))}
        />
        <Select
          label={words.urgency}
          value={urgency}
          onChange={(value) => setUrgency(value as Urgency)}
          options={URGENCIES.map((value) => ({ value, label: words.urgencies[value] }))}
        />
        {detail.reporterRecord && name !== 'none' && (
          <Segmented
            label={feedback.capture.name}
            look="answer"
            value={name}
            onChange={setName}
            options={[
              { value: 'kept', label: feedback.capture.keep },
              { value: 'mayTell', label: feedback.capture.tell },
            ]}
          />
        )}
      </div>
    </Sheet>
  )
}
