import Building from '~icons/lucide/building'
import Wrench from '~icons/lucide/wrench'
import Message from '~icons/lucide/message-square-text'
import Stairs from '~icons/lucide/footprints'
import Bin from '~icons/lucide/trash-2'
import type { WaitingRow } from '#queries/waiting.ts'
import type { Icon } from '#ui/parts/icon.ts'
import type { Words } from '#ui/words.ts'

const ICONS: Readonly<Record<string, Icon>> = {
  shift: Bin,
  incident: Bin,
  feedback: Message,
  reporter: Message,
  order: Wrench,
  visit: Stairs,
}

export function iconOf(kind: string): Icon {
  return ICONS[kind] ?? Building
}

/** 东门投放点 晚班督导 · 民情 118 号，2 张照片 · 走访 23 户 */
export function titleOf(row: WaitingRow, words: Words): string {
  const { row: said, kinds } = words.sync
  const what = kinds[row.kind] ?? kinds['other'] ?? ''
  if (row.kind === 'visit') return said.visits(row.count)
  if (row.kind === 'shift' && row.window) return said.shift(row.place ?? '', words.today.shift[row.window])
  const one = row.no === undefined ? what : `${what} ${words.common.number(row.no)}`
  const named = row.count > 1 ? said.many(what, row.count) : one
  return row.photos > 0 ? said.photos(named, row.photos) : named
}
