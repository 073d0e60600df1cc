import { quoteWorks } from '#commands/works.ts'
import type { Works } from '#domain/ledger/works.ts'
import { centsOf } from '#domain/money/yuan.ts'
import { MoneyField } from '#ui/MoneyField.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { Shots } from './Shots.tsx'
import { WritingSheet } from './WritingSheet.tsx'

export function QuoteSheet({ works, onClose }: { works: Works; onClose: () => void }) {
  const { works: words, accounts } = useWords()
  const { quotes } = words
  const { today } = useApp()
  const blank = { vendor: '', cents: '', day: today(), photos: [] as readonly string[] }
  const draft = useDraft('works.quote', works.id, blank)
  const { value } = draft
  const read = centsOf(value.cents)
  const why =
    value.vendor.trim() === '' ? quotes.missing : read.ok ? undefined : accounts.form.wrong[read.refused]
  return (
    <WritingSheet
      title={quotes.add}
      why={why}
      draft={draft}
      onClose={onClose}
      doing={(ctx) =>
        quoteWorks(ctx, works.id, {
          vendor: value.vendor.trim(),
          cents: read.ok ? read.value : 0,
          day: value.day,
          photos: value.photos,
        })
      }
    >
      <Field
        label={quotes.vendor}
        value={value.vendor}
        maxLength={40}
        onDraft={(vendor) => draft.set({ ...value, vendor })}
      />
      <MoneyField
        label={quotes.cents}
        value={value.cents}
        onDraft={(cents) => draft.set({ ...value, cents })}
      />
      <Field
        label={quotes.day}
        type="date"
        value={value.day}
        onDraft={(day) => draft.set({ ...value, day })}
      />
      <Shots
        label={quotes.photo}
        alt={quotes.paper}
        photos={value.photos}
        most={6}
        onChange={(photos) => draft.set({ ...value, photos })}
      />
    </WritingSheet>
  )
}
