import './hauls.css'
import { useRoute } from 'preact-iso'
import type { RecordId } from '#domain/ids.ts'
import { shiftSheet } from '#queries/bins.ts'
import { haulsWritten } from '#queries/hauls.ts'
import { sheetAt } from '#queries/sheet.ts'
import { Heading } from '#ui/parts/Card.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { HaulsForm } from './HaulsForm.tsx'
import { HaulsList } from './HaulsList.tsx'
import { NotHere } from './NotHere.tsx'
import { ThemeOnPhone } from './ThemeOnPhone.tsx'

/** `/bins/:shift/hauls`: what the lorry took, stream by stream, and what everybody of the sheet wrote down of it. */
export function Hauls() {
  const id = useRoute().params['shift'] as RecordId
  const words = useWords()
  const { ctx } = useApp()
  const sheet = useView((view) => shiftSheet(view, ctx.tenant, id))
  const hauls = useView((view) => {
    const all = sheet && sheetAt(view, sheet.shift.place, sheet.shift.day, sheet.shift.window)
    return all ? haulsWritten(view, all) : []
  })
  if (!sheet) return <NotHere />
  const { shift, point } = sheet
  const open = shift.closedAt === undefined && shift.author === ctx.me
  const frame = {
    title: words.hauls.title,
    sub: words.bins.shiftAt(words.bins.shortPoint(point), words.bins.window[shift.window]),
    back: `/bins/${id}/bins`,
    right: <ThemeOnPhone />,
  }
  const list = (
    <section class="stack">
      <Heading title={words.hauls.list} />
      <HaulsList hauls={hauls} />
    </section>
  )
  if (open) {
    return (
      <HaulsForm shift={shift} frame={frame}>
        {list}
      </HaulsForm>
    )
  }
  return (
    <Screen {...frame}>
      {/* Nothing to press in what is handed over: the keyboard still has to be able to scroll it. */}
      <div class="stack-wide" tabIndex={0}>
        {list}
        <p class="caption">{words.hauls.closed}</p>
      </div>
    </Screen>
  )
}
