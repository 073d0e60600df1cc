import { periodOf } from '#domain/period.ts'
import { VISIT_OUTCOMES } from '#domain/doors/visit.ts'
import { freshnessOf, wholeProgress } from '#queries/progress.ts'
import { readerOf } from '#queries/reader.ts'
import { visitFigures } from '#queries/visitFigures.ts'
import { Phrase } from '#ui/parts/Phrase.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** The week of a day at the doors: how many knocks, at how many somebody was met, and nobody's name to it. */
export function WeekDoors({ day }: { day: string }) {
  const { doorWeek, doors } = useWords()
  const { ctx, today } = useApp()
  const { number } = useFormats()
  const { from, to } = periodOf('week', day)
  const told = useView((view) => {
    const reader = readerOf(view, ctx, today())
    const figures = visitFigures(reader, from, to)
    const freshness = freshnessOf(view, ctx.tenant)
    return { figures, days: freshness.lit, progress: wholeProgress(reader, today(), freshness) }
  })
  const { figures, progress } = told
  if (figures.knocked === 0) return null
  const others = VISIT_OUTCOMES.filter((outcome) => outcome !== 'met' && figures.by[outcome] > 0)
  return (
    <section class="stack">
      <h2>{doorWeek.title}</h2>
      <Rows>
        <Row
          title={doorWeek.figures(number(figures.met), number(figures.knocked))}
          sub={
            <>
              <div>
                <Phrase
                  text={others
                    .map((outcome) => doorWeek.outcome(doors.outcome[outcome], number(figures.by[outcome])))
                    .join('・')}
                />
              </div>
              {/* Of today only: a window that was lit that day may have gone out since. */}
              {to >= today() && (
                <div>
                  <Phrase
                    text={doorWeek.coverage(
                      number(progress.lit),
                      number(progress.livedIn),
                      number(told.days),
                    )}
                  />
                </div>
              )}
            </>
          }
        />
      </Rows>
    </section>
  )
}
