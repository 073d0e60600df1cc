import { compoundName } from '#queries/council.ts'
import { looksByDay } from '#queries/looks.ts'
import { ListPaper } from '#ui/paper/ListPaper.tsx'
import { ANOTHER_YEAR } from '#ui/formats.ts'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { looksTable } from './looksTable.ts'

/** `/doors/looks/paper`: what was opened, printed and taken away, day by day; openly without who and without where. */
export function LooksPaper() {
  const words = useWords()
  const formats = useFormats()
  const { ctx } = useApp()
  const { reader, today } = useReader()
  const days = looksByDay(ctx.view, reader)
  return (
    <ListPaper
      title={words.papers.looks.title}
      compound={compoundName(ctx.view, ctx.compound)}
      of={formats.date(today, ANOTHER_YEAR)}
      back="/doors/looks"
      publicOnly={reader.shared}
      signed={words.papers.looks.sign}
      list={(internal) => looksTable(days, internal, { words, formats })}
    />
  )
}
