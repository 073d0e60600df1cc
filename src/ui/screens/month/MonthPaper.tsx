import './month.css'
import './month-paper.css'
import Send from '~icons/lucide/send'
import Warning from '~icons/lucide/triangle-alert'
import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import { proposePage } from '#commands/publications.ts'
import { placesTo } from '#domain/rights.ts'
import { nameOf } from '#queries/feedback.ts'
import type { Matter } from '#queries/matters.ts'
import { isAskedBefore, pairsOfDays } from '#queries/wallPictures.ts'
import { Nothing } from '#ui/Nothing.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { ANOTHER_YEAR } from '#ui/formats.ts'
import { TableKey } from '#ui/paper/TableKey.tsx'
import { TwoForms } from '#ui/paper/TwoForms.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { monthContent } from './content.ts'
import { MonthPages } from './MonthPages.tsx'
import { monthTables } from './monthTables.ts'
import { isEmpty, monthName } from './says.ts'
import { monthAddress, useMonth } from './useMonth.ts'

/** `/month/paper?of=2024-03`: the month on A4, and the way to the wall. */
export function MonthPaper() {
  const words = useWords()
  const formats = useFormats()
  const { month } = words
  const { ctx, today, person } = useApp()
  const { route } = useLocation()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const asked = useMonth()
  const { pack, compound, reader } = asked
  const name = monthName(pack.month, { words, formats }, today())
  const back = monthAddress('/month', pack.month)
  if (isEmpty(pack)) {
    return (
      <Screen title={month.title(name)} back={back}>
        <Nothing title={month.nothing} text={month.nothingText} />
      </Screen>
    )
  }
  const mayPropose = placesTo('proposeWall', person.appointments, today()).length > 0
  const asks = isAskedBefore(reader, { section: 'month', period: pack.month }, pairsOfDays(reader, pack))
  const whoOf = (one: Matter) => nameOf(ctx.view, one.order?.assignee)
  const send = async () => {
    if (busy) return
    setBusy(true)
    const content = monthContent(pack, compound, { words, formats })
    const done = await proposePage(ctx, { section: 'month', period: pack.month, content })
    setBusy(false)
    if (!done.ok) return toast({ text: words.common.refused[done.refused], icon: Warning })
    toast({ text: month.published })
    route(`/wall/${done.value}`)
  }
  return (
    <TwoForms
      title={month.title(name)}
      sub={compound}
      back={back}
      publicOnly={reader.shared}
      keys={(internal, before) => (
        <>
          <TableKey
            name={[
              words.papers.month.file,
              compound,
              monthName(pack.month, { words, formats }, ANOTHER_YEAR),
            ]}
            tables={() => monthTables(pack, { words, formats, reader, internal, whoOf })}
            before={before}
          />
          {!internal && mayPropose && (
            <Key
              icon={Send}
              label={month.publish}
              busy={busy}
              busyLabel={words.common.saving}
              {...(asks ? { href: monthAddress('/month/wall', pack.month) } : { onPress: () => void send() })}
            />
          )}
        </>
      )}
    >
      {(internal) => <MonthPages asked={asked} internal={internal} />}
    </TwoForms>
  )
}
