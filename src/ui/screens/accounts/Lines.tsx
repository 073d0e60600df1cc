import type { AccountLine } from '#domain/money/accountLine.ts'
import type { Works } from '#domain/ledger/works.ts'
import { dayOf } from '#domain/workingDays.ts'
import { yuanText } from '#domain/money/yuan.ts'
import { type MonthAccount, withdrawnIn } from '#queries/accounts.ts'
import { Heading } from '#ui/parts/Card.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** Each sum with what it was for; below them what is not counted any more, and why. */
export function Lines({ account }: { account: MonthAccount }) {
  const { accounts } = useWords()
  const { number } = useFormats()
  const withdrawn = useView((view) => withdrawnIn(view, account.month))
  return (
    <>
      <section class="stack">
        <Heading title={accounts.lines} right={number(account.lines.length)} />
        {account.lines.length === 0 && <p class="caption">{accounts.noLines}</p>}
        {account.lines.length > 0 && (
          <Rows label={accounts.lines}>
            {account.lines.map((one) => (
              <Line key={one.id} line={one} />
            ))}
          </Rows>
        )}
      </section>
      {withdrawn.length > 0 && (
        <section class="stack">
          <Heading title={accounts.withdrawn} />
          <Rows label={accounts.withdrawn}>
            {withdrawn.map((one) => (
              <Line key={one.id} line={one} />
            ))}
          </Rows>
        </section>
      )}
    </>
  )
}

function Line({ line }: { line: AccountLine }) {
  const { accounts } = useWords()
  const { number, date } = useFormats()
  const { now } = useApp()
  const { reader } = useReader()
  const works = line.works && reader.get<Works>(line.works)
  const sub = [
    accounts.fund[line.fund],
    line.label && !works && accounts.subject[line.subject],
    line.voucher,
    works && accounts.ofWorks(works.label),
    line.photos.length > 0 ? accounts.receipts(number(line.photos.length)) : undefined,
    line.voided ? accounts.why(line.voided.reason) : undefined,
    !line.voided && line.touched ? accounts.touched(date(dayOf(line.touched.at), now())) : undefined,
    line.lost?.field === 'cents' && typeof line.lost.value === 'number'
      ? accounts.lost(yuanText(line.lost.value))
      : undefined,
  ]
    .filter(Boolean)
    .join('・')
  const sum = yuanText(line.direction === 'in' ? line.cents : -line.cents, line.direction === 'in')
  return (
    <Row
      href={`/accounts/line/${line.id}`}
      title={line.label ?? accounts.subject[line.subject]}
      sub={sub}
      right={line.voided ? <s>{sum}</s> : <b>{sum}</b>}
    />
  )
}
