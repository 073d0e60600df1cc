import { useState } from 'preact/hooks'
import { keepCare } from '#commands/care.ts'
import { CARE_TAGS, type CareTag, type Need, NEEDS } from '#domain/doors/care.ts'
import { ASK_AFTER_DAYS, type Consent } from '#domain/doors/consented.ts'
import { type Reason, REASONS } from '#domain/reasons.ts'
import { addDays } from '#domain/workingDays.ts'
import type { Person } from '#queries/residents.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { Ticks } from './Ticks.tsx'
import { useDoing } from './useDoing.ts'

const BASES = ['self', 'family', 'guardian'] as const
const HOWS = ['spoken', 'signed', 'wechat'] as const

/** What the office writes down of somebody: first on whose word, then what helps, and apart from it its own reasons. */
export function CareSheet({ person, onClose }: { person: Person; onClose: () => void }) {
  const { doors, household, common } = useWords()
  const words = household.care
  const { ctx, today } = useApp()
  const doing = useDoing()
  // What the form was filled with: a value somebody else writes meanwhile is kept beside it.
  const [seen] = useState(person.parts[0]!)
  const { care, reasons, resident } = seen
  const [tags, setTags] = useState<readonly CareTag[]>(care?.tags ?? [])
  const [needs, setNeeds] = useState<readonly Need[]>(care?.needs ?? [])
  const [why, setWhy] = useState<readonly Reason[]>(reasons?.tags ?? [])
  const [basis, setBasis] = useState<Consent['basis']>()
  const [how, setHow] = useState<Consent['how']>()
  const [at, setAt] = useState(today())
  const [review, setReview] = useState<string>()
  const asks = care?.consent === undefined
  const reviewBy = review ?? (at === '' ? '' : addDays(at, ASK_AFTER_DAYS))

  const missing = () => {
    if (!asks) return undefined
    if (!basis) return words.why.basis
    if (!how) return words.why.how
    if (at === '' || at > today() || reviewBy <= at) return words.why.day
    if (care?.withdrawnAt !== undefined && at <= care.withdrawnAt) return words.why.sameDay
    return tags.length + needs.length + why.length === 0 ? words.why.empty : undefined
  }
  const save = async () => {
    const consent: Consent | undefined = asks && basis && how ? { basis, at, how, reviewBy } : undefined
    const form = { tags, needs, reasons: why, consent }
    if (await doing(keepCare(ctx, seen, form), words.saved)) onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.formTitle(resident.name)}
      close={common.close}
      bar={<Key look="primary" wide label={common.save} why={missing()} onPress={() => void save()} />}
    >
      <div class="stack">
        {asks && (
          <>
            <Panel title={words.consentFirst} text={words.consentText} />
            <Segmented
              label={words.basisLabel}
              shown
              look="answer"
              options={BASES.map((value) => ({ value, label: words.basis[value] }))}
              value={basis}
              onChange={setBasis}
            />
            <Segmented
              label={words.howLabel}
              shown
              look="answer"
              options={HOWS.map((value) => ({ value, label: words.how[value] }))}
              value={how}
              onChange={setHow}
            />
            <Field label={words.dayLabel} type="date" max={today()} value={at} onDraft={setAt} />
            <Field
              label={words.reviewLabel}
              help={words.reviewHelp}
              type="date"
              min={today()}
              value={reviewBy}
              onDraft={setReview}
            />
          </>
        )}
        <Ticks
          label={words.needsLabel}
          options={NEEDS.map((value) => ({ value, label: doors.needs[value] }))}
          value={needs}
          onChange={setNeeds}
        />
        <Ticks
          label={words.tagsLabel}
          options={CARE_TAGS.map((value) => ({ value, label: words.tags[value] }))}
          value={tags}
          onChange={setTags}
        />
        <Ticks
          label={words.reasonsLabel}
          options={REASONS.map((value) => ({ value, label: words.reasons[value] }))}
          value={why}
          onChange={setWhy}
        />
      </div>
    </Sheet>
  )
}
