import { compoundName } from '#queries/council.ts'
import { deskRows } from '#queries/ledger.ts'
import { Empty } from '#ui/parts/Empty.tsx'
import { ListPaper } from '#ui/paper/ListPaper.tsx'
import { ANOTHER_YEAR } from '#ui/formats.ts'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { dispatchTable } from './dispatchTable.ts'

/** `/ledger/dispatch/paper`: what is open today and in whose hands, soonest due first, with a box to tick. */
export function DispatchPaper() {
  const words = useWords()
  const formats = useFormats()
  const { ctx } = useApp()
  const { reader, may, today } = useReader()
  const now = useNow()
  const { desk } = words.ledger
  if (!may('assignOrder')) {
    return (
      <Screen title={desk.title} back="/ledger">
        <Empty title={desk.notYours} text={desk.notYoursText} />
      </Screen>
    )
  }
  // A paper goes through many hands: what is settled quietly does not stand on it.
  const rows = deskRows(
    { get: reader.get, all: reader.all, standing: (id) => ctx.view.standing(id) },
    now,
  ).filter(({ quiet }) => !quiet)
  return (
    <ListPaper
      title={words.papers.dispatch.title}
      compound={compoundName(ctx.view, ctx.compound)}
      of={formats.date(today, ANOTHER_YEAR)}
      back="/ledger/dispatch"
      publicOnly={reader.shared}
      signed={words.papers.dispatch.sign}
      list={(internal) =>
        dispatchTable(rows, { view: ctx.view, tree: reader.tree, spoken: { words, formats } }, internal)
      }
    />
  )
}
