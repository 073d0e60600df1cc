import type { Concerned, MayHold } from '#queries/lost.ts'
import type { PackSheet } from './packSheets.ts'
import type { Saying } from './says.ts'

export interface ListTable {
  readonly title?: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Those to be told, door by door, with a box to tick; of each what could have been read, and not the thing itself. */
export function peopleTables({ words, formats }: Saying, hold: MayHold): readonly ListTable[] {
  const { people } = words.lost.pack
  const what = (one: Concerned) =>
    formats.list([
      people.name,
      ...(one.phone ? [people.phone] : []),
      ...(one.care ? [people.care] : []),
      ...(one.reasons ? [people.reasons] : []),
    ])
  return [
    { head: people.head, rows: hold.concerned.map((one) => [one.where, one.name, what(one), '□']) },
    {
      title: people.tellers,
      head: people.tellersHead,
      rows: hold.tellers.map((one) => [
        words.common.numbered(one.no),
        formats.date(one.heardAt),
        one.name,
        '□',
      ]),
    },
  ].filter(({ rows }) => rows.length > 0)
}

/** The papers as lines, to be read in anything that shows text. */
export function packText(
  title: readonly string[],
  sheets: readonly PackSheet[],
  list: { readonly title: string; readonly mark: string; readonly tables: readonly ListTable[] } | undefined,
): string {
  const lines = sheets.flatMap((sheet) => [
    '',
    sheet.title,
    ...sheet.parts.flatMap((part) => ['', part.title, ...part.lines]),
    '',
    ...sheet.signed.map((one) => `${one}＿＿＿＿＿＿`),
  ])
  const listed = list && [
    '',
    list.title,
    ...list.tables.flatMap((table) => [
      '',
      ...(table.title ? [table.title] : []),
      ...[table.head, ...table.rows].map((row) => row.join('　')),
    ]),
    '',
    list.mark,
  ]
  return [...title, ...lines, ...(listed ?? []), ''].join('\r\n')
}
