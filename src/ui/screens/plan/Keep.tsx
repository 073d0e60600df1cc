import { missedWords } from '#queries/lookups.ts'
import { pointsNow } from '#queries/rota.ts'
import { yearWithoutHolidays } from '#queries/windows.ts'
import { Empty } from '#ui/parts/Empty.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { useKeeps } from './useKeeps.ts'

/** `/bins/keep`: what the office and the property keep about the bins, one row for each. */
export function Keep() {
  const { checks, plan, hauls, incident, whichBin } = useWords()
  const { bins, setUp } = useKeeps()
  const points = useView((view) => pointsNow(view).length)
  const { today } = useApp()
  const year = yearWithoutHolidays(today())
  const { reader } = useReader()
  const missed = missedWords(reader).length
  return (
    <Screen title={plan.title} tab="bins" back="/bins">
      {bins ? (
        <Rows label={plan.title}>
          <Row href="/bins/keep/rota" title={plan.rows.rota} sub={plan.rows.rotaSub} />
          <Row href="/bins/keep/points" title={plan.rows.points} sub={plan.rows.pointsSub(points)} />
          <Row
            href="/bins/keep/which-bin"
            title={whichBin.keep.title}
            sub={missed === 0 ? whichBin.keep.missedNone : whichBin.keep.missedCount(missed)}
          />
          {setUp && (
            <Row
              href="/bins/keep/windows"
              title={plan.rows.windows}
              sub={year === undefined ? plan.rows.windowsSub : plan.days.missing(year)}
            />
          )}
          {setUp && <Row href="/bins/keep/checklist" title={checks.keep.row} sub={checks.keep.rowSub} />}
          {setUp && <Row href="/bins/keep/weights" title={hauls.weights.row} sub={hauls.weights.rowSub} />}
          <Row
            href="/bins/keep/regulation"
            title={incident.regulation.title}
            sub={incident.regulation.rowSub}
          />
        </Rows>
      ) : (
        <Empty title={plan.notYours} text={plan.notYoursText} />
      )}
    </Screen>
  )
}
