import './accounts.css'
import type { FundSums } from '#domain/money/accountSums.ts'
import { yuanText } from '#domain/money/yuan.ts'
import type { MonthAccount } from '#queries/accounts.ts'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import { useMonthName } from './months.ts'

/** What came, what went, what is left: all together, and each of the three funds by itself. */
export function Funds({ account }: { account: MonthAccount }) {
  const { accounts } = useWords()
  return (
    <>
      <section class="stack">
        <Heading title={accounts.left} right={accounts.unit} />
        <Card>
          <dl class="accounts-sums">
            <Sum name={accounts.fundRow.opening} value={yuanText(account.opening)} />
            <Sum name={accounts.income} value={yuanText(account.income, true)} />
            <Sum name={accounts.spent} value={yuanText(-account.spent)} />
            <Sum name={accounts.left} value={yuanText(account.closing)} total />
          </dl>
        </Card>
      </section>
      <div class="accounts-funds">
        {account.funds.map((one) => (
          <Fund key={one.fund} sums={one} />
        ))}
      </div>
      <GapCard account={account} />
    </>
  )
}

function Fund({ sums }: { sums: FundSums }) {
  const { accounts } = useWords()
  const { fundRow } = accounts
  return (
    <Card>
      <h3>{accounts.fund[sums.fund]}</h3>
      <dl class="accounts-sums">
        <Sum name={fundRow.opening} value={yuanText(sums.opening)} />
        <Sum name={fundRow.income} value={yuanText(sums.income, true)} />
        <Sum name={fundRow.spent} value={yuanText(-sums.spent)} />
        <Sum name={fundRow.closing} value={yuanText(sums.closing)} total />
      </dl>
      {sums.from === 'nowhere' && <p class="caption">{fundRow.nowhere}</p>}
      {sums.drift !== undefined && <p class="caption">{fundRow.drift(yuanText(sums.drift, true))}</p>}
    </Card>
  )
}

function GapCard({ account: { gap } }: { account: MonthAccount }) {
  const { accounts } = useWords()
  const { number } = useFormats()
  const month = useMonthName()
  if (!gap) return null
  const words = accounts.gap
  const { soFar } = gap
  const abs = (cents: number) => yuanText(Math.abs(cents))
  return (
    <section class="stack">
      <Heading title={words.title} />
      <Card>
        <p>
          <b>{soFar.gap > 0 ? words.missing(abs(soFar.gap)) : words.enough(abs(soFar.gap))}</b>
        </p>
        <p class="caption">{words.how(month(soFar.since), yuanText(soFar.due), yuanText(soFar.income))}</p>
        <p class="caption">{words.year(number(gap.rate), yuanText(gap.collectable))}</p>
        <p class="caption">{gap.gap > 0 ? words.yearGap(abs(gap.gap)) : words.yearEnough(abs(gap.gap))}</p>
      </Card>
    </section>
  )
}

function Sum({ name, value, total }: { name: string; value: string; total?: boolean }) {
  return (
    <div class={total ? 'accounts-total' : undefined}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
