import { editWorks } from '#commands/works.ts'
import { type Fund, FUNDS } from '#domain/money/accountWords.ts'
import type { Works } from '#domain/ledger/works.ts'
import { centsOf, yuanTyped } from '#domain/money/yuan.ts'
import { MoneyField } from '#ui/MoneyField.tsx'
import { Field, Select } from '#ui/parts/Field.tsx'
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { WritingSheet } from './WritingSheet.tsx'

/** Who did it, what it cost, until when it is under warranty. */
export function MoneySheet({ works, onClose }: { works: Works; onClose: () => void }) {
  const { works: words, accounts } = useWords()
  const draft = useDraft('works.money', works.id, {
    vendor: works.vendor ?? '',
    budget: yuanTyped(works.budget),
    cost: yuanTyped(works.cost),
    fund: works.fund ?? '',
    until: works.warrantyUntil ?? '',
  })
  const { value } = draft
  const budget = value.budget.trim() === '' ? undefined : centsOf(value.budget)
  const cost = value.cost.trim() === '' ? undefined : centsOf(value.cost)
  const bad = [budget, cost].find((one) => one && !one.ok)
  return (
    <WritingSheet
      title={words.money.title}
      why={bad && !bad.ok ? accounts.form.wrong[bad.refused] : undefined}
      draft={draft}
      onClose={onClose}
      doing={(ctx) =>
        editWorks(ctx, works, {
          vendor: value.vendor.trim() || undefined,
          budget: budget?.ok ? budget.value : undefined,
          cost: cost?.ok ? cost.value : undefined,
          fund: (value.fund || undefined) as Fund | undefined,
          warrantyUntil: value.until || undefined,
        })
      }
    >
      <Field
        label={words.money.vendor}
        value={value.vendor}
        maxLength={40}
        onDraft={(vendor) => draft.set({ ...value, vendor })}
      />
      <MoneyField
        label={words.form.budget}
        value={value.budget}
        onDraft={(typed) => draft.set({ ...value, budget: typed })}
      />
      <MoneyField
        label={words.money.cost}
        value={value.cost}
        onDraft={(typed) => draft.set({ ...value, cost: typed })}
      />
      <Select
        label={words.form.fund}
        value={value.fund}
        none={words.form.noFund}
        options={FUNDS.map((one) => ({ value: one, label: words.fund[one] }))}
        onChange={(fund) => draft.set({ ...value, fund })}
      />
      <Field
        label={words.money.warranty}
        type="date"
        value={value.until}
        onDraft={(until) => draft.set({ ...value, until })}
      />
    </WritingSheet>
  )
}
