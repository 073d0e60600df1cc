import type { PlaceTree } from '#domain/places.ts'
import type { DeskRow } from '#queries/ledger.ts'
import type { Table } from '#sheets/writeXlsx.ts'
import { headlineOf } from '#ui/headline.ts'
import type { Spoken } from '#ui/screens/binReport/names.ts'
import { dueWords } from '#ui/screens/feedback/dueWords.ts'
import { zoneOf } from '#ui/screens/month/says.ts'
import type { View } from '#ui/state/view.ts'
import { handsWord, teamWord } from './hands.ts'

interface Told {
  readonly view: View
  readonly tree: PlaceTree
  readonly spoken: Spoken
}

/** One line for each; openly its kind, its part of the house and which team has it, inside the words, the door and who. */
export function dispatchTable(
  rows: readonly DeskRow[],
  { view, tree, spoken }: Told,
  internal: boolean,
): Omit<Table, 'name'> {
  const { words } = spoken
  const { head } = words.papers.dispatch
  const who = (row: DeskRow) => {
    if (internal) return handsWord(view, row.hands ?? {}, words.ledger)
    // A firm may be called like the one person it is.
    return row.hands?.team === undefined ? '' : teamWord(view, row.hands.team, words.ledger)
  }
  return {
    head: [head.no, head.what, head.where, head.who, head.desk, head.due, head.done],
    rows: rows.map((row) => {
      const due = dueWords(row.due, words.feedback.due)
      return [
        words.common.numbered(row.no),
        internal ? headlineOf(row, words) : words.feedback.capture.categories[row.category],
        internal ? row.where : zoneOf(row.place, tree, spoken),
        who(row),
        words.ledger.desk.desk[row.desk],
        [due.word, due.number, due.unit].join(' '),
        '',
      ]
    }),
  }
}
