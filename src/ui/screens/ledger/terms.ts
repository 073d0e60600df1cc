import { DUE, type Term, type Track, TRACKS } from '#domain/ledger/due.ts'
import { ownTermOf } from '#domain/ledger/dueTable.ts'
import { same } from '#domain/merge.ts'
import { dueTableIn } from '#queries/orders.ts'
import { useView } from '#ui/state/view.ts'
import { useWords, type Words } from '#ui/words.ts'

/** 24 小时, 3 个工作日. */
export function termWord(term: Term, { times }: Words['ledger']): string {
  const { unit, count } = ownTermOf(term)
  return times.term(count, times.unit[unit])
}

/** How long each of the three ways takes here, by the compound's own table. */
export function useTerms(): Readonly<Record<Track, string>> {
  const { ledger } = useWords()
  const table = useView(dueTableIn)
  return Object.fromEntries(TRACKS.map((one) => [one, termWord(table.track[one], ledger)])) as Record<
    Track,
    string
  >
}

/** What each drawer promises: in the usual words, or by the compound's own table where that says otherwise. */
export function usePromises(): Words['feedback']['promises'] {
  const { feedback, ledger } = useWords()
  const terms = useTerms()
  const table = useView(dueTableIn)
  const own = TRACKS.filter((one) => !same(table.track[one], DUE.track[one]))
  return {
    ...feedback.promises,
    ...Object.fromEntries(own.map((one) => [one, ledger.byTable(terms[one])])),
  }
}
