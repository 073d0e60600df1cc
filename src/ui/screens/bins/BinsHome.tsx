import './bins-home.css'
import Search from '~icons/lucide/search'
import { type Shift } from '#domain/bins/shift.ts'
import { openShiftOf, shiftSheet } from '#queries/bins.ts'
import { isForgotten } from '#queries/handOver.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Screen } from '#ui/Screen.tsx'
import { ReportRow } from '#ui/screens/binReport/ReportRow.tsx'
import { KeepRow } from '#ui/screens/plan/KeepRow.tsx'
import { MyPlan } from '#ui/screens/plan/MyPlan.tsx'
import { ClosedForMe } from '#ui/screens/today/ClosedForMe.tsx'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { Begin } from './Begin.tsx'
import { HandedOver } from './HandedOver.tsx'
import { ThemeOnPhone } from './ThemeOnPhone.tsx'

/** `/bins`: the shift somebody is in, or one to begin; point and window are proposed. */
export function BinsHome() {
  const { ctx } = useApp()
  const now = useNow()
  const open = useView((view) => {
    const last = openShiftOf(view, ctx.me)
    return last && !isForgotten(view, ctx.tenant, last, now) ? last : undefined
  })
  return open ? <GoOn shift={open} /> : <Begin />
}

function GoOn({ shift }: { shift: Shift }) {
  const words = useWords().bins
  const formats = useFormats()
  const now = useNow()
  const { ctx, today } = useApp()
  const sheet = useView((view) => shiftSheet(view, ctx.tenant, shift.id))
  return (
    <Screen
      title={words.title}
      tab="bins"
      right={<ThemeOnPhone />}
      bar={
        <BottomBar>
          <Key icon={Search} label={words.whichBin} href="/which-bin" />
          <Key look="primary" label={words.start.goOn} href={`/bins/${shift.id}`} />
        </BottomBar>
      }
    >
      <div class="stack-wide">
        <ClosedForMe />
        {sheet && (
          <Rows>
            <Row
              current
              href={`/bins/${shift.id}`}
              title={words.shiftAt(sheet.point, words.window[shift.window])}
              sub={words.start.openSince(formats.moment(shift.at, now))}
              right={<b>{words.drops(sheet.rate.drops)}</b>}
            />
          </Rows>
        )}
        <MyPlan />
        <HandedOver />
        <ReportRow day={today()} />
        <KeepRow />
      </div>
    </Screen>
  )
}
