import { yuanText } from '#domain/money/yuan.ts'
import { type Content, hanging, MOST_PICTURES } from '#domain/wall/publication.ts'
import { monthAccount } from '#queries/accounts.ts'
import { feesForWall } from '#queries/fees.ts'
import { hangingBeside } from '#queries/publications.ts'
import type { Reader } from '#queries/reader.ts'
import { receiptsOf } from '#queries/wallPictures.ts'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { type Choice, ToWall } from '#ui/screens/wall/ToWall.tsx'
import { useWords } from '#ui/words.ts'
import { useMonth, useMonthName } from './months.ts'
import { onWall } from './onWall.ts'

/** `/accounts/wall`: a month's accounts on their way to the wall, and which receipts go with them. */
export function AccountsToWall() {
  const words = useWords()
  const { accounts, wall } = words
  const { reader } = useReader()
  const month = useMonth()
  const name = useMonthName()(month)
  const account = monthAccount(reader, month)
  const page = onWall(account, feesForWall(reader, month))
  return (
    <ToWall
      sub={`${accounts.title}・${name}`}
      back={`/accounts?month=${month}`}
      section="accounts"
      period={month}
      asks={{
        title: wall.choose.receipts,
        text: wall.choose.receiptsText,
        none: wall.choose.noReceipts,
      }}
      choices={[
        ...hangingReceipts(reader, month, wall.choose.receipt),
        ...receiptsOf(account).map(({ hash, line }): Choice => ({
          key: hash,
          label: `${line.label ?? accounts.subject[line.subject]}・${yuanText(line.cents)}`,
          pictures: [hash],
        })),
      ]}
      most={MOST_PICTURES}
      content={(chosen): Content => ({ ...page, pictures: chosen.flatMap((one) => one.pictures) })}
      said={accounts.published}
    />
  )
}

function hangingReceipts(reader: Reader, month: string, label: (n: number) => string): readonly Choice[] {
  const beside = hangingBeside(reader, { section: 'accounts', period: month })
  const pictures = (beside && hanging(beside)?.content.pictures) ?? []
  return pictures.map((hash, index) => ({
    key: hash,
    label: label(index + 1),
    pictures: [hash],
    hangs: true as const,
  }))
}
