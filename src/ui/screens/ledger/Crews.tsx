import { useState } from 'preact/hooks'
import { type CrewRow, crewRows } from '#queries/crews.ts'
import { Empty } from '#ui/parts/Empty.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { CrewSheet } from './CrewSheet.tsx'

/** `/ledger/crews`: the teams an order can be given to, each with its people. */
export function Crews() {
  const { crews: words, ledger } = useWords()
  const { today } = useApp()
  const { may } = useReader()
  const formats = useFormats()
  const rows = useView((view) => crewRows(view, today()))
  const [open, setOpen] = useState<CrewRow>()
  if (!may('setUp'))
    return (
      <Screen title={words.title} back="/ledger">
        <Empty title={words.notYours} text={words.notYoursText} />
      </Screen>
    )
  return (
    <Screen title={words.title} sub={words.sub} back="/ledger">
      <Rows label={words.title}>
        {rows.map((row) => (
          <Row
            key={row.team}
            title={row.name ?? ledger.hands.team[row.team]}
            sub={row.people.length === 0 ? words.nobody : formats.list(row.people.map(({ name }) => name))}
            right={row.people.length > 0 ? words.count(row.people.length) : undefined}
            onPress={() => setOpen(row)}
          />
        ))}
      </Rows>
      {open && <CrewSheet key={open.team} row={open} onClose={() => setOpen(undefined)} />}
    </Screen>
  )
}
