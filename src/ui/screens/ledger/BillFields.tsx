import { AREAS, PAYERS } from '#domain/ledger/cost.ts'
import type { Order } from '#domain/ledger/order.ts'
import { centsOf, yuanTyped } from '#domain/money/yuan.ts'
import type { Bill } from '#commands/orders.ts'
import { Field, Select } from '#ui/parts/Field.tsx'
import { useWords, type Words } from '#ui/words.ts'

/** What a bill is while it is written: the sum as it was typed. */
export interface BillTyped {
  readonly amount: string
  readonly payer: string
  readonly area: string
  readonly materials: string
}

export function billTyped(order: Order | undefined): BillTyped {
  return {
    amount: yuanTyped(order?.costCents),
    payer: order?.payer ?? '',
    area: order?.area ?? '',
    materials: order?.materials ?? '',
  }
}

/** Undefined while the sum is none. */
export function billOf(typed: BillTyped): Bill | undefined {
  const cents = typed.amount.trim() === '' ? undefined : centsOf(typed.amount, 0)
  if (cents && !cents.ok) return undefined
  return {
    ...(cents && { costCents: cents.value }),
    ...(typed.payer !== '' && { payer: typed.payer as (typeof PAYERS)[number] }),
    ...(typed.area !== '' && { area: typed.area as (typeof AREAS)[number] }),
    ...(typed.materials.trim() !== '' && { materials: typed.materials }),
  }
}

/** Why the sum is none, in a sentence. */
export function amountWrong(amount: string, { accounts }: Words): string | undefined {
  if (amount.trim() === '') return undefined
  const cents = centsOf(amount, 0)
  return cents.ok ? undefined : accounts.form.wrong[cents.refused]
}

/** What it cost, who bears it, whose thing it is, what was used: each may be left out. */
export function BillFields({ value, onChange }: { value: BillTyped; onChange: (next: BillTyped) => void }) {
  const all = useWords()
  const words = all.ledger.bill
  const change = (part: Partial<BillTyped>) => onChange({ ...value, ...part })
  return (
    <>
      <Field
        label={words.amount}
        inputMode="decimal"
        value={value.amount}
        error={amountWrong(value.amount, all)}
        onDraft={(amount) => change({ amount })}
      />
      <Select
        label={words.payer}
        value={value.payer}
        none={words.none}
        onChange={(payer) => change({ payer })}
        options={PAYERS.map((one) => ({ value: one, label: words.payers[one] }))}
      />
      <Select
        label={words.area}
        value={value.area}
        none={words.none}
        onChange={(area) => change({ area })}
        options={AREAS.map((one) => ({ value: one, label: words.areas[one] }))}
      />
      <Field
        label={words.materials}
        value={value.materials}
        maxLength={200}
        onDraft={(materials) => change({ materials })}
      />
    </>
  )
}
