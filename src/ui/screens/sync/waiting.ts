import Wrench from '~icons/lucide/wrench'
import Message from '~icons/lucide/message-square-text'
import type { WaitingRow } from '#queries/waiting.ts'
import type { Icon } from '#ui/parts/icon.ts'
import { BinMark, HouseMark, StairsMark } from '#ui/parts/marks.tsx'
import type { Words } from '#ui/words.ts'

const ICONS: Readonly<Record<string, Icon>> = {
  shift: BinMark,
  incident: BinMark,
  feedback: Message,
  reporter: Message,
  order: Wrench,
  visit: StairsMark,
}

export function iconOf(kind: string): Icon {
  return ICONS[kind] ?? HouseMark
}

/** 东门投放点 晚班督导 · 民情 118 号，2 张照片 · 走访 23 户 */
export function titleOf(row: WaitingRow, words: Words): string {
  const { row: said, kinds } = words.sync
  const what = kinds[row.kind] ?? kinds['other'] ?? ''
  if (row.kind === 'visit') return said.visits(row.count)
  if (row.kind === 'shift' && row.window)
    return words.today.shiftAt(row.place ?? '', words.today.shift[row.window])
  const spoken = row.text === undefined ? what : said.says(what, row.text)
  const one = row.no === undefined ? spoken : `${what} ${words.common.number(row.no)}`
  const named = row.count > 1 ? said.many(what, row.count) : one
  return row.photos > 0 ? said.photos(named, row.photos) : named
}
