import './accounts.css'
import Back from '~icons/lucide/chevron-left'
import Forward from '~icons/lucide/chevron-right'
import Plus from '~icons/lucide/plus'
import Printer from '~icons/lucide/printer'
import Wall from '~icons/lucide/megaphone'
import { useLocation } from 'preact-iso'
import { proposePage } from '#commands/publications.ts'
import { monthAfter } from '#domain/money/accountWords.ts'
import { lastUpdate, monthAccount } from '#queries/accounts.ts'
import { feesForWall } from '#queries/fees.ts'
import { NotAll } from '#ui/NotAll.tsx'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useNotAll } from '#ui/useNotAll.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { Checking } from './Checking.tsx'
import { Funds } from './Funds.tsx'
import { isAskedBefore, receiptsOf } from '#queries/wallPictures.ts'
import { Lines } from './Lines.tsx'
import { useMonth, useMonthName } from './months.ts'
import { onWall } from './onWall.ts'
import { useSendToWall } from './useSendToWall.ts'

/** `/accounts`: one month of everybody's money, fund by fund and line by line. */
export function Accounts() {
  const { accounts } = useWords()
  const { ctx } = useApp()
  const notAll = useNotAll()
  const { reader, may } = useReader()
  const { route } = useLocation()
  const send = useSendToWall()
  const month = useMonth()
  const name = useMonthName()
  const account = monthAccount(reader, month)
  const enters = may('enterMoney')
  const asks = isAskedBefore(reader, { section: 'accounts', period: month }, receiptsOf(account))
  const publish = () =>
    send(
      () =>
        proposePage(ctx, {
          section: 'accounts',
          period: month,
          content: onWall(account, feesForWall(reader, month)),
        }),
      accounts.published,
      route,
    )
  return (
    <Screen
      title={accounts.title}
      sub={<Updated />}
      back="/"
      bar={
        <BottomBar>
          {enters && (
            <Key look="primary" icon={Plus} label={accounts.add} href={`/accounts/new?month=${month}`} />
          )}
          {may('proposeWall') && account.lines.length > 0 && (
            <Key
              look={enters ? 'secondary' : 'primary'}
              icon={Wall}
              label={accounts.publish}
              why={notAll}
              {...(asks ? { href: `/accounts/wall?month=${month}` } : { onPress: () => void publish() })}
            />
          )}
          <Key look="quiet" icon={Printer} label={accounts.print} href={`/accounts/paper?month=${month}`} />
        </BottomBar>
      }
    >
      <div class="stack-wide">
        <div class="accounts-month">
          <Key bare icon={Back} label={accounts.before} href={`/accounts?month=${monthAfter(month, -1)}`} />
          <h2>{name(month)}</h2>
          <Key bare icon={Forward} label={accounts.next} href={`/accounts?month=${monthAfter(month)}`} />
        </div>
        <NotAll />
        <Funds account={account} />
        <Checking account={account} />
        <Lines account={account} />
        <div class="accounts-keys">
          <Key look="quiet" label={accounts.budget} href={`/accounts/budget?year=${month.slice(0, 4)}`} />
          {reader.reads('fees', ctx.compound) && (
            <Key look="quiet" label={accounts.fees} href={`/accounts/fees?month=${month}`} />
          )}
        </div>
      </div>
    </Screen>
  )
}

/** How old the books are stands at the top of them: it is what was wrong with the old ones. */
function Updated() {
  const { accounts } = useWords()
  const { today, now } = useApp()
  const { number, day } = useFormats()
  const last = useView((view) => lastUpdate(view, today()))
  if (!last) return <>{accounts.never}</>
  return (
    <>
      <b>{last.days === 0 ? accounts.updatedToday : accounts.updated(number(last.days))}</b>
      {last.days > 0 && `・${accounts.updatedOn(day(last.day, now()))}`}
    </>
  )
}
