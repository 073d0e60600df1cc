import type { Content } from '#domain/wall/publication.ts'
import type { MonthAccount } from '#queries/accounts.ts'
import { accountsContent } from '#queries/accountsPage.ts'
import type { BuildingFees } from '#queries/fees.ts'
import { accounts as zh } from '#ui/words/zh/accounts.ts'

/** The month's page of the wall, in the language of whoever lives here: else a version would change with the reader. */
export function onWall(account: MonthAccount, fees: readonly BuildingFees[], words: typeof zh = zh): Content {
  const { month } = account
  return accountsContent(account, fees, {
    ...words.wall,
    title: words.wall.title(words.month(month.slice(0, 4), String(Number(month.slice(5))))),
    unit: words.unit,
    fund: words.fund,
    subject: words.subject,
    income: words.income,
    spent: words.spent,
  })
}
