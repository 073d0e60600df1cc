import { useState } from 'preact/hooks'
import { planWeek } from '#commands/plan.ts'
import { type Weekday, WEEKDAYS } from '#domain/bins/duty.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Window } from '#domain/window.ts'
import { nameOf } from '#queries/feedback.ts'
import { rotaOf } from '#queries/rota.ts'
import { isUsualOn, windowsAt } from '#queries/windows.ts'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { PeopleSheet } from './PeopleSheet.tsx'
import { RotaCell, RotaDay } from './RotaGrid.tsx'
import { useDoing } from './useDoing.ts'

interface Chosen {
  readonly weekday: Weekday
  readonly window: Window
}

/** The week as it repeats itself, seven lines. */
export function RotaWeek({ point }: { point: RecordId }) {
  const words = useWords()
  const { rota: said } = words.plan
  const { ctx, today } = useApp()
  const doing = useDoing()
  const [chosen, choose] = useState<Chosen>()
  const [reach, setReach] = useState<'one' | 'all'>('one')
  const rota = useView((view) => rotaOf(view, ctx.tenant, today()))
  const names = useView((view) => (person: PersonId | undefined) => nameOf(view, person))
  const windows = useView((view) => windowsAt(view, ctx.tenant, point))
  const on = (weekday: Weekday) => windows.filter((one) => isUsualOn(one, weekday))
  const plannedOn = (weekday: Weekday, window: Window) => rota.weekly(point, weekday, window)
  const standsOn = (weekday: Weekday, window: Window) => {
    const person = plannedOn(weekday, window)
    return person !== undefined && rota.mayStand(person, point, today()) ? person : undefined
  }
  const dayWord = words.held.choice['weekday'] ?? {}

  const plan = async (person: PersonId | undefined) => {
    if (!chosen) return
    const days = WEEKDAYS.filter((one) =>
      reach === 'one' ? one === chosen.weekday : on(one).some(({ window }) => window === chosen.window),
    )
    const at = days.map((weekday) => ({ weekday, planned: plannedOn(weekday, chosen.window) }))
    const text = person === undefined ? said.cleared : said.planned(names(person))
    if (await doing.run(() => planWeek(ctx, { point, window: chosen.window, on: at }, person), { text }))
      choose(undefined)
  }
  return (
    <>
      <ul class="rota">
        {WEEKDAYS.map((weekday) => (
          <RotaDay key={weekday} name={dayWord[weekday] ?? weekday}>
            {on(weekday).map(({ window, from }) => (
              <RotaCell
                key={`${window} ${from}`}
                day={dayWord[weekday] ?? weekday}
                shift={words.bins.window[window]}
                from={from}
                name={names(standsOn(weekday, window))}
                onPress={() => {
                  setReach('one')
                  choose({ weekday, window })
                }}
              />
            ))}
          </RotaDay>
        ))}
      </ul>
      {chosen && (
        <PeopleSheet
          title={said.sheet(dayWord[chosen.weekday] ?? '', words.bins.window[chosen.window])}
          at={{ point, day: today() }}
          current={standsOn(chosen.weekday, chosen.window)}
          onChoose={(person) => void plan(person)}
          onClose={() => choose(undefined)}
        >
          <Segmented
            label={said.reach}
            look="answer"
            value={reach}
            onChange={setReach}
            options={[
              { value: 'one', label: said.onlyThis(dayWord[chosen.weekday] ?? '') },
              { value: 'all', label: said.everyDay },
            ]}
          />
        </PeopleSheet>
      )}
    </>
  )
}
