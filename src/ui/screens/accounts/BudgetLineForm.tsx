import './accounts.css'
import { setBudget } from '#commands/accounts.ts'
import { type Fund, FUNDS, type Subject, SUBJECTS } from '#domain/money/accountWords.ts'
import { centsOf } from '#domain/money/yuan.ts'
import { MoneyField } from '#ui/MoneyField.tsx'
import { Heading } from '#ui/parts/Card.tsx'
import { Select } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useDoing } from '#ui/screens/plan/useDoing.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'

interface Filled {
  readonly fund: Fund
  readonly subject: string
  readonly cents: string
}

/** One subject of one fund for the year; writing it again changes it. */
export function BudgetLineForm({ year }: { year: string }) {
  const { accounts, common } = useWords()
  const words = accounts.year
  const doing = useDoing()
  const draft = useDraft<Filled>('accounts.budget', year, { fund: 'service', subject: '', cents: '' })
  const { value } = draft
  const read = centsOf(value.cents, 0)
  const why =
    value.subject === ''
      ? accounts.form.subjectMissing
      : read.ok
        ? undefined
        : accounts.form.wrong[read.refused]
  const save = async () => {
    if (!read.ok) return
    const done = await doing.run(
      () => setBudget(draft.ctx, year, value.fund, value.subject as Subject, read.value),
      { text: words.saved },
    )
    if (done) await draft.drop()
  }
  return (
    <section class="stack">
      <Heading title={words.add} />
      <div class="accounts-budget">
        <Select
          label={words.fund}
          value={value.fund}
          options={FUNDS.map((one) => ({ value: one, label: accounts.fund[one] }))}
          onChange={(fund) => draft.set({ ...value, fund: fund as Fund })}
        />
        <Select
          label={words.subject}
          value={value.subject}
          none={accounts.form.pick}
          options={SUBJECTS.map((one) => ({ value: one, label: accounts.subject[one] }))}
          onChange={(subject) => draft.set({ ...value, subject })}
        />
        <MoneyField
          label={words.cents}
          value={value.cents}
          least={0}
          help={words.strike}
          onDraft={(cents) => draft.set({ ...value, cents })}
        />
      </div>
      <Key
        label={words.save}
        why={why}
        busy={doing.busy}
        busyLabel={common.saving}
        onPress={() => void save()}
      />
    </section>
  )
}
