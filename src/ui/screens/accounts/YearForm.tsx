import './accounts.css'
import { setYear } from '#commands/accounts.ts'
import { FUNDS } from '#domain/money/accountWords.ts'
import { type AccountYear, OPENING_FIELD, STAGES } from '#domain/money/accountYear.ts'
import { centsOf, yuanTyped } from '#domain/money/yuan.ts'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useDoing } from '#ui/screens/plan/useDoing.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'

/** A balance may be owed: here, and only here, a minus is an answer. */
function balanceOf(typed: string) {
  const owed = /^[-−－]/u.test(typed.trim())
  const read = centsOf(owed ? typed.trim().slice(1) : typed, 0)
  return read.ok ? { ok: true as const, value: owed ? -read.value || 0 : read.value } : read
}

/** How far the year is, what is expected to come in, what the funds began with. */
export function YearForm({ year, of }: { year: string; of: AccountYear | undefined }) {
  const { accounts, common } = useWords()
  const words = accounts.year
  const doing = useDoing()
  const draft = useDraft('accounts.year', year, {
    stage: of?.stage,
    rate: of?.rate === undefined ? '' : String(of.rate),
    service: yuanTyped(of?.service),
    commonIncome: yuanTyped(of?.commonIncome),
    maintenance: yuanTyped(of?.maintenance),
  })
  const { value } = draft
  const rate = value.rate.trim() === '' ? undefined : Number(value.rate)
  const rateWrong = rate !== undefined && !(Number.isInteger(rate) && rate >= 0 && rate <= 100)
  const openings = FUNDS.map((fund) => {
    const typed = value[OPENING_FIELD[fund]]
    return { fund, typed, read: typed.trim() === '' ? undefined : balanceOf(typed) }
  })
  const bad = openings.find((one) => one.read && !one.read.ok)?.read
  const save = () => {
    const sum = (nth: number) => {
      const read = openings[nth]?.read
      return read?.ok ? read.value : undefined
    }
    return doing.run(
      () =>
        setYear(draft.ctx, year, {
          stage: value.stage,
          rate,
          service: sum(0),
          commonIncome: sum(1),
          maintenance: sum(2),
        }),
      { text: words.saved },
    )
  }
  return (
    <section class="stack-wide">
      <Segmented
        label={words.stage}
        shown
        look="answer"
        value={value.stage}
        options={STAGES.map((one) => ({ value: one, label: words.stages[one] }))}
        onChange={(stage) => draft.set({ ...value, stage })}
      />
      <Field
        label={words.rate}
        value={value.rate}
        inputMode="numeric"
        maxLength={3}
        help={words.rateHint}
        error={rateWrong ? words.rateWrong : undefined}
        onDraft={(typed) => draft.set({ ...value, rate: typed })}
      />
      <div class="accounts-budget">
        {openings.map(({ fund, typed, read }) => (
          <Field
            key={fund}
            label={words.opening(accounts.fund[fund])}
            value={typed}
            inputMode="decimal"
            maxLength={24}
            help={words.openingHint}
            error={read && !read.ok ? accounts.form.wrong[read.refused] : undefined}
            onDraft={(next) => draft.set({ ...value, [OPENING_FIELD[fund]]: next })}
          />
        ))}
      </div>
      <Key
        label={words.save}
        why={rateWrong ? words.rateWrong : bad && !bad.ok ? accounts.form.wrong[bad.refused] : undefined}
        busy={doing.busy}
        busyLabel={common.saving}
        onPress={() => void save()}
      />
    </section>
  )
}
