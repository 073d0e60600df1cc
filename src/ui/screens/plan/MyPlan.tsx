import { useState } from 'preact/hooks'
import { handOverDay, takeDay } from '#commands/days.ts'
import { slotsOfMine, slotsToTake } from '#queries/plan.ts'
import type { Slot } from '#queries/rota.ts'
import { Heading } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Lead, Row, Rows } from '#ui/parts/Rows.tsx'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { HandOverSheet } from './HandOverSheet.tsx'
import { useDoing } from './useDoing.ts'

/** As many of one's own windows as people look at; the rota itself goes on. */
const SHOWN = 5

/** What the rota gives me in the next days, each to be handed to another, and what nobody took. Nothing where no rota is kept. */
export function MyPlan() {
  const words = useWords()
  const { mine: said } = words.plan
  const { ctx, person } = useApp()
  const formats = useFormats()
  const now = useNow()
  const doing = useDoing()
  const [giving, give] = useState<Slot>()
  const asker = { tenant: ctx.tenant, me: ctx.me, appointments: person.appointments, now }
  const mine = useView((view) =>
    slotsOfMine({ ...asker, view })
      .filter((one) => one.person === ctx.me)
      .slice(0, SHOWN),
  )
  const free = useView((view) => slotsToTake({ ...asker, view }))
  const dayOf = (slot: Slot) => formats.day(slot.day, now)
  const shiftOf = (slot: Slot) => words.bins.window[slot.window]
  const rowOf = (slot: Slot) => ({
    lead: <Lead big={slot.from} small={dayOf(slot)} />,
    title: words.bins.shiftAt(words.bins.shortPoint(slot.label), shiftOf(slot)),
  })
  return (
    <>
      {free.length > 0 && (
        <section class="stack">
          <Heading title={said.free} />
          <Rows>
            {free.map((one) => (
              <Row
                key={`${one.point} ${one.day} ${one.window}`}
                {...rowOf(one)}
                right={
                  <Key
                    label={said.take}
                    onPress={() =>
                      void doing.run(() => takeDay(ctx, one), {
                        text: said.took(dayOf(one), shiftOf(one)),
                        undo: {
                          label: words.common.undo,
                          onPress: () => void handOverDay(ctx, { ...one, planned: ctx.me }, one.planned),
                        },
                      })
                    }
                  />
                }
              />
            ))}
          </Rows>
        </section>
      )}
      {mine.length > 0 && (
        <section class="stack">
          <Heading title={said.title} />
          <Rows>
            {mine.map((one) => (
              <Row
                key={`${one.point} ${one.day} ${one.window}`}
                {...rowOf(one)}
                right={<Key look="quiet" label={said.swap} onPress={() => give(one)} />}
              />
            ))}
          </Rows>
        </section>
      )}
      {giving && <HandOverSheet slot={giving} onClose={() => give(undefined)} />}
    </>
  )
}
