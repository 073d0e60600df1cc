import './plan.css'
import Nobody from '~icons/lucide/user-round-x'
import { exchangeDays, handOverDay } from '#commands/days.ts'
import type { PersonId } from '#domain/ids.ts'
import { nameOf } from '#queries/feedback.ts'
import { slotsToExchange } from '#queries/plan.ts'
import { peopleFor, rotaOf, type Slot } from '#queries/rota.ts'
import { Avatar } from '#ui/parts/Avatar.tsx'
import { Heading } from '#ui/parts/Card.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { useDoing } from './useDoing.ts'

/** 换班: a name is all it takes. Who gives a day may take one of theirs for it, or leave it to whoever wants. */
export function HandOverSheet({ slot, onClose }: { slot: Slot; onClose: () => void }) {
  const words = useWords()
  const { mine: said } = words.plan
  const { ctx, today } = useApp()
  const formats = useFormats()
  const now = useNow()
  const doing = useDoing()
  const people = useView((view) => peopleFor(view, rotaOf(view, ctx.tenant, today()), slot)).filter(
    (one) => one.person !== ctx.me,
  )
  const theirs = useView((view) => slotsToExchange(view, ctx.tenant, slot, now))
  const names = useView((view) => (person: PersonId | undefined) => nameOf(view, person))
  const day = formats.day(slot.day, now)
  const shift = words.bins.window[slot.window]

  const give = async (person: PersonId | undefined) => {
    const text = person === undefined ? said.left(day, shift) : said.gave(day, shift, names(person))
    const back = { ...slot, planned: person }
    const undo = {
      label: words.common.undo,
      onPress: () => void handOverDay(ctx, back, slot.planned),
    }
    if (await doing.run(() => handOverDay(ctx, slot, person), { text, undo })) onClose()
  }
  const exchange = async (other: Slot) => {
    const undo = {
      label: words.common.undo,
      onPress: () =>
        void exchangeDays(ctx, { ...slot, planned: other.planned }, { ...other, planned: slot.planned }),
    }
    const text = said.exchanged(names(other.person))
    if (await doing.run(() => exchangeDays(ctx, slot, other), { text, undo })) onClose()
  }
  return (
    <Sheet open onClose={onClose} title={said.swapTitle(day, shift)} close={words.common.close}>
      <div class="stack-wide">
        <Rows>
          {people.map(({ person, name, supervisor }) => (
            <Row
              key={person}
              lead={<Avatar name={name} />}
              title={name}
              sub={supervisor ? said.stands : said.standsIn}
              onPress={() => void give(person)}
            />
          ))}
          <Row
            lead={
              <span class="plan-nobody">
                <Nobody class="icon" aria-hidden="true" />
              </span>
            }
            title={said.leave}
            sub={people.length === 0 ? said.nobodyElse : said.leaveSub}
            onPress={() => void give(undefined)}
          />
        </Rows>
        {theirs.length > 0 && (
          <section class="stack">
            <Heading title={said.exchange} />
            <Rows>
              {theirs.map((one) => (
                <Row
                  key={`${one.point} ${one.day} ${one.window}`}
                  title={said.exchangeWith(
                    names(one.person),
                    formats.day(one.day, now),
                    words.bins.window[one.window],
                  )}
                  sub={`${one.label}・${words.bins.times(one.from, one.to)}`}
                  onPress={() => void exchange(one)}
                />
              ))}
            </Rows>
          </section>
        )}
      </div>
    </Sheet>
  )
}
