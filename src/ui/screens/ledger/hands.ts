import { type Hands } from '#domain/ledger/hands.ts'
import { nameOf } from '#queries/feedback.ts'
import type { View } from '#ui/state/view.ts'
import type { Words } from '#ui/words.ts'

/** 李师傅, 工程班, 某某电梯公司; empty where nobody has it. */
export function handsWord(view: View, { assignee, team, vendor }: Hands, words: Words['ledger']): string {
  if (team !== undefined) return words.hands.team[team]
  return vendor ?? nameOf(view, assignee)
}
