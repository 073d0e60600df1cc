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
import { useNow } from '#ui/state/clock.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { useAct } from './act.ts'
import { HeardFields, type HeardSaid } from './HeardFields.tsx'
import { useSeen } from './seen.ts'
import { QuietChoice } from './QuietChoice.tsx'

/** What stands in the form, and what was on the screen when the person began: a later edit of somebody else is not overwritten unseen. */
interface Edited extends HeardSaid {
  readonly shown: Feedback
  readonly text: string
  readonly category: Category
  readonly urgency: Urgency
  readonly name: Feedback['name']
  readonly quiet: boolean
}

function editedFrom(shown: Feedback): Edited {
  const { text, category, urgency, heardAt, affected, name, quiet } = shown
  return { shown, text, category, urgency, heardAt, affected, name, quiet: quiet === true }
}

/** 改一改: the words, the kind, how urgent, when it was said, how many it touches, and whether the name may be passed on. */
export function EditSheet(props: { detail: FeedbackDetail; record: Feedback; onClose: () => void }) {
  const { detail, record, onClose } = props
  const { feedback, common } = useWords()
  const words = feedback.detail
  const act = useAct()
  const [begun] = useState(() => editedFrom(record))
  const draft = useDraft<Edited>('feedback.edit', detail.id, begun)
  const { ctx, value } = draft
  const { shown, name, quiet } = value
  const change = (part: Partial<Edited>) => draft.set({ ...value, ...part })
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
    const { text, category, urgency, heardAt, affected } = value
    const wanted = { text: text.trim(), category, urgency, heardAt, affected, ...hushed }
    const edited = Object.entries(wanted).some(([field, now]) => shown[field as keyof typeof wanted] !== now)
    if (edited && !(await act(editFeedback(ctx, shown, wanted), words.edited))) return
    if (name !== shown.name && !(await act(agreeName(ctx, shown, name === 'mayTell'), words.edited))) return
    close()
  }
  // Whoever is locked out finds it again; whoever closes it has thought better of it.
  const close = () => {
    void draft.drop()
    onClose()
  }
  return (
    <Sheet
      open
      onClose={close}
      title={words.edit}
      close={common.close}
      bar={<Key look="primary" wide label={common.save} onPress={() => void save()} />}
    >
      <div class="stack">
        <FreeText
          label={feedback.capture.words}
          value={value.text}
          maxLength={500}
          onDraft={(text) => change({ text })}
        />
        <Select
          label={feedback.capture.what}
          value={value.category}
          onChange={(category) => change({ category: category as Category })}
          options={CATEGORIES.map((value) => ({ value, label: feedback.capture.categories[value] }))}
        />
        <Select
          label={words.urgency}
          value={value.urgency}
          onChange={(urgency) => change({ urgency: urgency as Urgency })}
          options={URGENCIES.map((value) => ({ value, label: words.urgencies[value] }))}
        />
        <HeardFields words={false} value={value} now={now} onChange={change} />
        <QuietChoice quiet={quiet} onChange={(next) => change({ quiet: next })} />
        {quiet && stands && <p class="caption">{feedback.capture.quietCopies}</p>}
        {detail.reporterRecord && name !== 'none' && (
          <Segmented
            label={feedback.capture.name}
            look="answer"
            value={name}
            onChange={(next) => change({ name: next })}
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
