import { useState } from 'preact/hooks'
import { agreeName, editFeedback } from '#commands/feedback.ts'
import { CATEGORIES, type Category } from '#domain/ledger/categories.ts'
import { URGENCIES, type Urgency } from '#domain/ledger/due.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { FeedbackDetail } from '#queries/feedbackDetail.ts'
import { decidedOn, matterOf, topicsOn } from '#queries/atCouncil.ts'
import { pageAbout } from '#queries/publications.ts'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { FreeText } from '#ui/FreeText.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Select } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useWords } from '#ui/words.ts'
import { useAct } from './act.ts'
import { HeardFields, type HeardSaid } from './HeardFields.tsx'
import { useSeen } from './seen.ts'
import { QuietChoice } from './QuietChoice.tsx'

/** 改一改: the words, the kind, how urgent, when it was said, how many it touches, and whether the name may be passed on. */
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
  const [heard, setHeard] = useState<HeardSaid>({ heardAt: shown.heardAt, affected: shown.affected })
  const [name, setName] = useState(shown.name)
  const [quiet, setQuiet] = useState(shown.quiet === true)
  const now = useNow()
  const { reader } = useReader()
  // What was made of it is a copy with readers of its own.
  const stands = useSeen((view) => {
    const matter = matterOf(view, detail.id)
    const page = pageAbout(reader, detail.order?.id ?? detail.id)
    return page !== undefined || decidedOn(view, matter).length > 0 || topicsOn(view, matter).length > 0
  })
  const save = async () => {
    // Where nobody ever asked for it nothing is said of it.
    const hushed = quiet !== (shown.quiet === true) && { quiet }
    const wanted = { text: text.trim(), category, urgency, ...heard, ...hushed }
    const edited = Object.entries(wanted).some(([field, now]) => shown[field as keyof typeof wanted] !== now)
    if (edited && !(await act(editFeedback(ctx, shown, wanted), words.edited))) return
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
        <HeardFields
          words={false}
          value={heard}
          now={now}
          onChange={(part) => setHeard({ ...heard, ...part })}
        />
        <QuietChoice quiet={quiet} onChange={setQuiet} />
        {quiet && stands && <p class="caption">{feedback.capture.quietCopies}</p>}
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
