import Plus from '~icons/lucide/plus'
import { type BinPoint, binPointId } from '#domain/bins/binPoint.ts'
import { pointsGone, pointsNow } from '#queries/rota.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Heading } from '#ui/parts/Card.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { KeptScreen } from './KeptScreen.tsx'
import { useKeeps } from './useKeeps.ts'

/** `/bins/keep/points`: where bins stand, and which. */
export function Points() {
  const { plan } = useWords()
  const { setUp } = useKeeps()
  const points = useView((view) =>
    pointsNow(view).map((point) => ({ point, kept: view.get<BinPoint>(binPointId(point.id)) })),
  )
  const gone = useView(pointsGone)
  return (
    <KeptScreen
      by="bins"
      title={plan.rows.points}
      back="/bins/keep"
      bar={
        setUp && (
          <BottomBar>
            <Key look="primary" icon={Plus} label={plan.points.add} href="/bins/keep/points/new" />
          </BottomBar>
        )
      }
    >
      <div class="stack-wide">
        {points.length === 0 ? (
          <Empty title={plan.noPoints} text={plan.noPointsText} />
        ) : (
          <Rows>
            {points.map(({ point, kept }) => (
              <Row
                key={point.id}
                href={`/bins/keep/points/${point.id}`}
                title={point.label}
                sub={
                  kept
                    ? [
                        plan.points.bins(kept.bins.reduce((sum, one) => sum + one.count, 0)),
                        kept.haulier?.name,
                      ]
                        .filter(Boolean)
                        .join('・')
                    : plan.points.usual
                }
              />
            ))}
          </Rows>
        )}
        {setUp && gone.length > 0 && (
          <section class="stack">
            <Heading title={plan.points.gone} />
            <Rows label={plan.points.gone}>
              {gone.map((point) => (
                <Row
                  key={point.id}
                  href={`/bins/keep/points/${point.id}`}
                  title={point.label}
                  sub={point.voided && plan.points.isRetired(point.voided.reason)}
                />
              ))}
            </Rows>
          </section>
        )}
      </div>
    </KeptScreen>
  )
}
