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
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { Ticks } from './Ticks.tsx'
import { useDoing } from './useDoing.ts'

const BASES = ['self', 'family', 'guardian'] as const
const HOWS = ['spoken', 'signed', 'wechat'] as const

/** What stands in the form, and what it was filled with: a value somebody else writes meanwhile is kept beside it. */
interface Filled {
  readonly seen: Person['parts'][number]
  readonly tags: readonly CareTag[]
  readonly needs: readonly Need[]
  readonly reasons: readonly Reason[]
  readonly basis?: Consent['basis'] | undefined
  readonly how?: Consent['how'] | undefined
  readonly at: string
  readonly review?: string | undefined
}

function filled(seen: Filled['seen'], at: string): Filled {
  const { care, reasons } = seen
  return { seen, tags: care?.tags ?? [], needs: care?.needs ?? [], reasons: reasons?.tags ?? [], at }
}

/** What the office writes down of somebody: first on whose word, then what helps, and apart from it its own reasons. */
export function CareSheet({ person, onClose }: { person: Person; onClose: () => void }) {
  const { doors, household, common } = useWords()
  const words = household.care
  const { today } = useApp()
  const doing = useDoing()
  const [begun] = useState(() => filled(person.parts[0]!, today()))
  const draft = useDraft<Filled>('household.care', begun.seen.resident.id, begun)
  const { ctx, value } = draft
  const { seen, tags, needs, reasons: why, basis, how, at, review } = value
  const { care, resident } = seen
  const change = (part: Partial<Filled>) => draft.set({ ...value, ...part })
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
    if (await doing(keepCare(ctx, seen, form), words.saved)) leave()
  }
  // Whoever is locked out finds it again; whoever closes it has thought better of it.
  const leave = () => {
    void draft.drop()
    onClose()
  }
  return (
    <Sheet
      open
      onClose={leave}
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
              onChange={(basis) => change({ basis })}
            />
            <Segmented
              label={words.howLabel}
              shown
              look="answer"
              options={HOWS.map((value) => ({ value, label: words.how[value] }))}
              value={how}
              onChange={(how) => change({ how })}
            />
            <Field
              label={words.dayLabel}
              type="date"
              max={today()}
              value={at}
              onDraft={(at) => change({ at })}
            />
            <Field
              label={words.reviewLabel}
              help={words.reviewHelp}
              type="date"
              min={today()}
              value={reviewBy}
              onDraft={(review) => change({ review })}
            />
          </>
        )}
        <Ticks
          label={words.needsLabel}
          options={NEEDS.map((value) => ({ value, label: doors.needs[value] }))}
          value={needs}
          onChange={(needs) => change({ needs })}
        />
        <Ticks
          label={words.tagsLabel}
          options={CARE_TAGS.map((value) => ({ value, label: words.tags[value] }))}
          value={tags}
          onChange={(tags) => change({ tags })}
        />
        <Ticks
          label={words.reasonsLabel}
          options={REASONS.map((value) => ({ value, label: words.reasons[value] }))}
          value={why}
          onChange={(reasons) => change({ reasons })}
        />
      </div>
    </Sheet>
  )
}
