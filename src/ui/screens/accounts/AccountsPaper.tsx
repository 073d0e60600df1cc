import type { AccountLine } from '#domain/money/accountLine.ts'
import { dayOf } from '#domain/workingDays.ts'
import { yuanText } from '#domain/money/yuan.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import { type MonthAccount, monthAccount } from '#queries/accounts.ts'
import { feesForWall } from '#queries/fees.ts'
import { nameOf } from '#queries/feedback.ts'
import { hangingBeside } from '#queries/publications.ts'
import { hanging } from '#domain/wall/publication.ts'
import { PaperReceipts } from '#ui/screens/wall/PaperPictures.tsx'
import { Grid, Page, Section } from '#ui/paper/Page.tsx'
import { TwoForms } from '#ui/paper/TwoForms.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { MoneyFigures } from './MoneyFigures.tsx'
import { useMonth, useMonthName } from './months.ts'
import { onWall } from './onWall.ts'
import { useVersion } from './useVersion.ts'

/** `/accounts/paper`: a month's accounts on A4, as they hang or for the inside. */
export function AccountsPaper() {
  const { accounts } = useWords()
  const { ctx } = useApp()
  const { reader } = useReader()
  const month = useMonth()
  const name = useMonthName()(month)
  const account = monthAccount(reader, month)
  const settings = useView((view) => view.get<Settings>(settingsId(ctx.tenant)))
  const compound = settings?.name ?? ''
  const phone = settings?.emergency.find(({ label }) => /物业|property/i.test(label))?.number
  const title = accounts.paper.title(compound, name)
  return (
    <TwoForms
      title={accounts.print}
      sub={`${compound}・${name}`}
      back={`/accounts?month=${month}`}
      publicOnly={reader.shared}
    >
      {(internal) => (
        <div class="money-paper">
          <Sheet account={account} internal={internal} title={title} phone={phone} />
        </div>
      )}
    </TwoForms>
  )
}

function Sheet(props: {
  account: MonthAccount
  internal: boolean
  title: string
  phone: string | undefined
}) {
  const { account, internal, title, phone } = props
  const { accounts, wall } = useWords()
  const { paper } = accounts
  const { today } = useApp()
  const { reader } = useReader()
  const fees = feesForWall(reader, account.month)
  const { version, said } = useVersion({ section: 'accounts', period: account.month }, onWall(account, fees))
  const content = onWall(account, fees, accounts)
  const beside = hangingBeside(reader, { section: 'accounts', period: account.month })
  const pictures = (beside && hanging(beside)?.content.pictures) ?? []
  const { check } = account
  const rows = content.table?.rows ?? []
  const sum = ['', paper.sum, yuanText(account.income), yuanText(account.spent)]
  return (
    <Page
      title={title}
      sub={`${accounts.unit}・${said}`}
      internal={internal}
      version={said}
      signed={[
        paper.made(today()),
        check.is === 'stands' ? paper.checked(dayOf(check.last.at)) : paper.notChecked,
        version.is === 'hangs' ? paper.shown(version.day) : paper.notShown,
      ]}
    >
      <MoneyFigures figures={content.figures} />
      <Section title={accounts.lines}>
        {internal ? (
          <Inside lines={account.lines} sum={[paper.sum, '', '', '', sum[2] ?? '', sum[3] ?? '']} />
        ) : (
          <Grid none={accounts.noLines} head={content.table?.head ?? []} rows={[...rows, sum]} sum />
        )}
      </Section>
      {pictures.length > 0 && (
        <Section title={wall.choose.receiptsTitle}>
          <PaperReceipts pictures={pictures} />
        </Section>
      )}
      <p class="page-note">{phone ? paper.phone(phone) : paper.noPhone}</p>
    </Page>
  )
}

/** With voucher, note and who wrote it: for whoever keeps and checks the books. */
function Inside({ lines, sum }: { lines: readonly AccountLine[]; sum: readonly string[] }) {
  const { accounts } = useWords()
  const { paper } = accounts
  const { ctx } = useApp()
  const { reader } = useReader()
  return (
    <Grid
      none={accounts.noLines}
      head={[paper.fund, paper.what, paper.voucher, paper.note, paper.in, paper.out]}
      sum
      rows={[
        ...lines.map((one) => [
          accounts.fund[one.fund],
          [accounts.subject[one.subject], one.label].filter(Boolean).join('・'),
          one.voucher ?? '',
          [one.note, reader.shared ? '' : nameOf(ctx.view, one.author)].filter(Boolean).join('・'),
          one.direction === 'in' ? yuanText(one.cents) : '',
          one.direction === 'out' ? yuanText(one.cents) : '',
        ]),
        sum,
      ]}
    />
  )
}
