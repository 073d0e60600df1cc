import type { Crew } from '#domain/ledger/crew.ts'
import type { Hands, Team } from '#domain/ledger/hands.ts'
import { nameOf } from '#queries/feedback.ts'
import type { View } from '#ui/state/view.ts'
import type { Words } from '#ui/words.ts'

/** 李师傅, 工程班, 某某电梯公司; empty where nobody has it. */
export function handsWord(view: View, { assignee, team, vendor }: Hands, words: Words['ledger']): string {
  if (team !== undefined) return teamWord(view, team, words)
  return vendor ?? nameOf(view, assignee)
}

/** What the compound calls a team, else the usual word. */
export function teamWord(view: View, team: Team, words: Words['ledger']): string {
  return view.all<Crew>('crew').find((one) => one.team === team)?.name ?? words.hands.team[team]
}
