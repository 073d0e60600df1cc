import { putFees } from '#commands/fees.ts'
import { centsOf, yuanTyped } from '#domain/money/yuan.ts'
import type { BuildingFees } from '#queries/fees.ts'
import { MoneyField } from '#ui/MoneyField.tsx'
import { useDraft } from '#ui/state/draft.ts'
import { WritingSheet } from '#ui/screens/works/WritingSheet.tsx'
import { useWords } from '#ui/words.ts'

const FIELDS = ['payable', 'paid', 'arrearsPayable', 'arrearsPaid'] as const

/** Four numbers of one building, from the firm's own sheet. */
export function FeesSheet(props: { fees: BuildingFees; month: string; onClose: () => void }) {
  const { fees, month, onClose } = props
  const { accounts } = useWords()
  const words = accounts.rate
  const { typed } = fees
  const draft = useDraft(`accounts.fees ${month}`, fees.building, {
    payable: yuanTyped(typed?.payable),
    paid: yuanTyped(typed?.paid),
    arrearsPayable: yuanTyped(typed?.arrearsPayable),
    arrearsPaid: yuanTyped(typed?.arrearsPaid),
  })
  const { value } = draft
  const read = (field: (typeof FIELDS)[number]) =>
    field.startsWith('arrears') && value[field].trim() === '' ? undefined : centsOf(value[field], 0)
  const cents = (field: (typeof FIELDS)[number]) => {
    const one = read(field)
    return one?.ok ? one.value : undefined
  }
  const bad = FIELDS.map(read).find((one) => one && !one.ok)
  const turned =
    (cents('paid') ?? 0) > (cents('payable') ?? 0) ||
    (cents('arrearsPaid') ?? 0) > (cents('arrearsPayable') ?? 0)
  const why = bad && !bad.ok ? accounts.form.wrong[bad.refused] : turned ? words.more : undefined
  return (
    <WritingSheet
      title={fees.label}
      text={words.text}
      why={why}
      draft={draft}
      onClose={onClose}
      doing={(ctx) =>
        putFees(ctx, fees.building, month, {
          payable: cents('payable') ?? 0,
          paid: cents('paid') ?? 0,
          arrearsPayable: cents('arrearsPayable'),
          arrearsPaid: cents('arrearsPaid'),
        })
      }
    >
      {FIELDS.map((field) => (
        <MoneyField
          key={field}
          label={words[field]}
          value={value[field]}
          least={0}
          onDraft={(next) => draft.set({ ...value, [field]: next })}
        />
      ))}
    </WritingSheet>
  )
}
