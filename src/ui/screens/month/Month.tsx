import '#ui/screens/binReport/chart.css'
import '#ui/screens/binReport/report.css'
import './month.css'
import Back from '~icons/lucide/chevron-left'
import Ahead from '~icons/lucide/chevron-right'
import Pencil from '~icons/lucide/pencil-line'
import Printer from '~icons/lucide/printer'
import { periodOf, stepped } from '#domain/period.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { NotAll } from '#ui/NotAll.tsx'
import { Nothing } from '#ui/Nothing.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Sessions } from '#ui/screens/binReport/Sessions.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { BinsCard, KindsCard, MattersCard, OpenCard, SaidCard, TogetherCard, VisitsCard } from './Parts.tsx'
import { PairsCard } from './PairsCard.tsx'
import { isEmpty, monthName } from './says.ts'
import { type AskedMonth, monthAddress, useMonth } from './useMonth.ts'

/** `/month?of=2024-03`: what was asked, done and not done in a month, out of the records on this device. */
export function Month() {
  const words = useWords()
  const formats = useFormats()
  const { month } = words
  const { today } = useApp()
  const asked = useMonth()
  const { pack, compound } = asked
  const { from, to, heard, visits, bins, survey } = pack
  const area = heard?.area
  return (
    <Screen
      title={month.title(monthName(pack.month, { words, formats }, today()))}
      sub={`${compound}・${month.span(formats.date(from), formats.date(to))}`}
      back="/"
      bar={
        <BottomBar>
          <Key icon={Pencil} label={month.newQuestion} href="/feedback/new?channel=meeting&back=/month" />
          <Key
            look="primary"
            icon={Printer}
            label={month.paper}
            href={monthAddress('/month/paper', pack.month)}
          />
        </BottomBar>
      }
    >
      <div class="month">
        <Months asked={asked} />
        {area && !area.whole && <p>{month.ofArea(formats.list(area.where))}</p>}
        {isEmpty(pack) ? (
          <Nothing title={month.nothing} text={month.nothingText} />
        ) : (
          <div class="month-cards">
            <NotAll />
            {bins && <BinsCard bins={bins} />}
            {bins && <Sessions report={bins.report} />}
            {visits && <VisitsCard visits={visits} />}
            {heard && <MattersCard heard={heard} />}
            <SaidCard heard={heard} survey={survey} />
            {heard && <OpenCard heard={heard} />}
            {heard && heard.remarks > 0 && <KindsCard heard={heard} />}
            <PairsCard asked={asked} />
            <TogetherCard pack={pack} />
          </div>
        )}
      </div>
    </Screen>
  )
}

function Months({ asked: { pack, thisMonth } }: { asked: AskedMonth }) {
  const { month } = useWords()
  const period = periodOf('month', `${pack.month}-01`)
  const to = (by: 1 | -1) => monthAddress('/month', stepped(period, by).from.slice(0, 7))
  return (
    <div class="month-steps">
      <Key icon={Back} label={month.earlier} look="quiet" href={to(-1)} />
      {pack.month < thisMonth && <Key icon={Ahead} label={month.later} look="quiet" href={to(1)} />}
    </div>
  )
}
