import { useState } from 'preact/hooks'
import { assignDay } from '#commands/days.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { addDays } from '#domain/workingDays.ts'
import { nameOf } from '#queries/feedback.ts'
import { rotaOf, type Slot } from '#queries/rota.ts'
import { yearWithoutHolidays } from '#queries/windows.ts'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { PeopleSheet } from './PeopleSheet.tsx'
import { RotaCell, RotaDay } from './RotaGrid.tsx'
import { useDoing } from './useDoing.ts'

const DAYS = 14

/** The next two weeks as they come, day by day. */
export function RotaDays({ point }: { point: RecordId }) {
  const words = useWords()
  const { rota: said } = words.plan
  const { ctx, today } = useApp()
  const formats = useFormats()
  const now = useNow()
  const doing = useDoing()
  const [chosen, choose] = useState<Slot>()
  const from = today()
  const slots = useView((view) =>
    rotaOf(view, ctx.tenant, from).slotsAt(point, { from, to: addDays(from, DAYS - 1) }),
  )
  const names = useView((view) => (person: PersonId | undefined) => nameOf(view, person))
  const days = [...new Set(slots.map((one) => one.day))]

  const assign = async (person: PersonId | undefined) => {
    if (!chosen) return
    const text = person === undefined ? said.cleared : said.planned(names(person))
    if (await doing.run(() => assignDay(ctx, chosen, person), { text })) choose(undefined)
  }
  const year = yearWithoutHolidays(from)
  const isShown = year !== undefined && days.some((day) => day.startsWith(year))
  return (
    <>
      {isShown && <p>{words.plan.days.byWeekends(year)}</p>}
      <ul class="rota">
        {days.map((day) => (
          <RotaDay key={day} name={formats.weekday(day)} sub={dayAndMonth(formats.date(day))}>
            {slots
              .filter((one) => one.day === day)
              .map((one) => (
                <RotaCell
                  key={one.window}
                  day={formats.day(day, now)}
                  shift={words.bins.window[one.window]}
                  from={one.from}
                  name={names(one.person)}
                  ownDay={one.ownDay}
                  onPress={() => choose(one)}
                />
              ))}
          </RotaDay>
        ))}
      </ul>
      {chosen && (
        <PeopleSheet
          title={said.sheet(formats.day(chosen.day, now), words.bins.window[chosen.window])}
          at={chosen}
          current={chosen.person}
          onChoose={(person) => void assign(person)}
          onClose={() => choose(undefined)}
        />
      )}
    </>
  )
}

/** The weekday stands above it already. */
function dayAndMonth(date: string): string {
  return date.replace(/^(周.|[A-Z][a-z]+) | 周.$/, '')
}
