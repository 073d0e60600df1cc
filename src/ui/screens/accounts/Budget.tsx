import './accounts.css'
import Back from '~icons/lucide/chevron-left'
import Forward from '~icons/lucide/chevron-right'
import { useLocation } from 'preact-iso'
import { yuanText } from '#domain/money/yuan.ts'
import { budgetView, type BudgetRow } from '#queries/accounts.ts'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { BudgetLineForm } from './BudgetLineForm.tsx'
import { YearForm } from './YearForm.tsx'

/** `/accounts/budget`: what a year plans, what can come in for it, what was booked so far. */
export function Budget() {
  const { accounts } = useWords()
  const words = accounts.year
  const { query } = useLocation()
  const { today } = useApp()
  const { reader, may } = useReader()
  const asked = query['year'] ?? ''
  const year = /^20\d\d$/.test(asked) ? asked : today().slice(0, 4)
  const view = budgetView(reader, year)
  const { number } = useFormats()
  const { gap } = view
  const stage = view.of?.stage
  return (
    <Screen
      title={words.title(year)}
      sub={stage ? words.stages[stage] : words.none}
      back={`/accounts?month=${year === today().slice(0, 4) ? today().slice(0, 7) : `${year}-12`}`}
    >
      <div class="stack-wide accounts-form">
        <div class="accounts-month">
          <Key bare icon={Back} label={words.before} href={`/accounts/budget?year=${Number(year) - 1}`} />
          <h2>{words.title(year)}</h2>
          <Key bare icon={Forward} label={words.next} href={`/accounts/budget?year=${Number(year) + 1}`} />
        </div>
        {view.rows.length > 0 && (
          <Card>
            <p>
              <b>
                {gap.gap > 0
                  ? accounts.gap.yearGap(yuanText(gap.gap))
                  : accounts.gap.yearEnough(yuanText(-gap.gap))}
              </b>
            </p>
            <p class="caption">{accounts.gap.year(number(gap.rate), yuanText(gap.collectable))}</p>
          </Card>
        )}
        <section class="stack">
          <Heading title={words.lines} right={accounts.unit} />
          {view.rows.length === 0 && <p class="caption">{words.none}</p>}
          {view.rows.length > 0 && (
            <Rows label={words.lines}>
              {view.rows.map((one) => (
                <BudgetRowShown key={`${one.fund} ${one.subject}`} row={one} />
              ))}
            </Rows>
          )}
        </section>
        {may('enterMoney') && (
          <>
            <BudgetLineForm key={year} year={year} />
            <YearForm key={`${year} year`} year={year} of={view.of} />
          </>
        )}
      </div>
    </Screen>
  )
}

function BudgetRowShown({ row }: { row: BudgetRow }) {
  const { accounts } = useWords()
  return (
    <Row
      title={accounts.subject[row.subject]}
      sub={`${accounts.fund[row.fund]}・${accounts.year.booked} ${yuanText(row.booked)}`}
      right={<b>{yuanText(row.planned)}</b>}
    />
  )
}
