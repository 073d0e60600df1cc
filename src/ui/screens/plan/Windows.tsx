import Calendar from '~icons/lucide/calendar'
import { USUAL_WINDOWS } from '#domain/bins/pointWindows.ts'
import { pointsNow } from '#queries/rota.ts'
import { windowsAt, yearWithoutHolidays } from '#queries/windows.ts'
import { Empty } from '#ui/parts/Empty.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { KeptScreen } from './KeptScreen.tsx'

/** `/bins/keep/windows`: when somebody stands at each point. */
export function Windows() {
  const { plan, bins } = useWords()
  const { ctx, today } = useApp()
  const missing = yearWithoutHolidays(today())
  const points = useView((view) =>
    pointsNow(view).map((point) => ({ point, windows: windowsAt(view, ctx.tenant, point.id) })),
  )
  return (
    <KeptScreen by="setUp" title={plan.windows.title} back="/bins/keep">
      <div class="stack-wide">
        {points.length === 0 ? (
          <Empty title={plan.noPoints} text={plan.noPointsText} />
        ) : (
          <Rows>
            {points.map(({ point, windows }) => (
              <Row
                key={point.id}
                href={`/bins/keep/windows/${point.id}`}
                title={point.label}
                sub={
                  windows === USUAL_WINDOWS
                    ? plan.windows.none
                    : windows.map(({ window, from, to, days }) => (
                        <div key={`${window} ${from}`}>
                          {[
                            `${bins.window[window]} ${bins.times(from, to)}`,
                            days && days !== 'every' && plan.windows.held[days],
                          ]
                            .filter(Boolean)
                            .join('・')}
                        </div>
                      ))
                }
              />
            ))}
          </Rows>
        )}
        <Rows>
          <Row
            href="/bins/keep/days"
            lead={<Calendar class="icon" aria-hidden="true" />}
            title={plan.windows.ownDays}
            sub={missing === undefined ? plan.windows.ownDaysSub : plan.days.missing(missing)}
          />
        </Rows>
      </div>
    </KeptScreen>
  )
}
