import './plan.css'
import { useState } from 'preact/hooks'
import type { RecordId } from '#domain/ids.ts'
import { mayDo } from '#queries/mayDo.ts'
import { pointsNow } from '#queries/rota.ts'
import { Empty } from '#ui/parts/Empty.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { KeptScreen } from './KeptScreen.tsx'
import { RotaDays } from './RotaDays.tsx'
import { RotaWeek } from './RotaWeek.tsx'

/** `/bins/keep/rota`: who stands where. The week repeats itself; a single day comes before it. */
export function Rota() {
  const { plan, bins } = useWords()
  const { ctx, person, today } = useApp()
  const points = useView((view) =>
    pointsNow(view).filter((one) =>
      mayDo(view, { me: ctx.me, appointments: person.appointments }, 'keepBins', one.id, today()),
    ),
  )
  const [chosen, choose] = useState<RecordId>()
  const [shown, show] = useState<'weekly' | 'daily'>('weekly')
  const point = points.find((one) => one.id === chosen) ?? points[0]
  return (
    <KeptScreen by="bins" title={plan.rota.title} back="/bins/keep">
      {!point ? (
        <Empty title={plan.noPoints} text={plan.noPointsText} />
      ) : (
        <div class="stack-wide">
          <div class="stack">
            {points.length > 1 && (
              <Segmented
                look="chips"
                label={plan.rota.point}
                value={point.id}
                onChange={choose}
                options={points.map((one) => ({ value: one.id, label: bins.shortPoint(one.label) }))}
              />
            )}
            <Segmented
              label={plan.rota.view}
              value={shown}
              onChange={show}
              options={[
                { value: 'weekly', label: plan.rota.weekly },
                { value: 'daily', label: plan.rota.daily },
              ]}
            />
            <p class="caption">{shown === 'weekly' ? plan.rota.weeklySub : plan.rota.dailySub}</p>
          </div>
          {shown === 'weekly' ? (
            <RotaWeek key={point.id} point={point.id} />
          ) : (
            <RotaDays key={point.id} point={point.id} />
          )}
        </div>
      )}
    </KeptScreen>
  )
}
