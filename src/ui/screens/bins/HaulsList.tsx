import { useState } from 'preact/hooks'
import { type Haul, hauledAtOf } from '#domain/bins/haul.ts'
import { nameOf } from '#queries/feedback.ts'
import { mayDo } from '#queries/mayDo.ts'
import { Key } from '#ui/parts/Key.tsx'
import { Lead, Row, Rows } from '#ui/parts/Rows.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { useAmountText } from './haulText.ts'
import { HaulsWithdraw } from './HaulsWithdraw.tsx'

/** What everybody of the sheet wrote down, in the order of the lorries; what does not count any more says so and why. */
export function HaulsList({ hauls }: { hauls: readonly Haul[] }) {
  const words = useWords()
  const formats = useFormats()
  const { ctx, person, today } = useApp()
  const amountText = useAmountText()
  const [asking, setAsking] = useState<Haul>()
  const rows = useView((view) =>
    hauls.map((haul) => ({
      haul,
      amount: amountText(haul.stream, haul.amount, haul.unit),
      by: haul.author === ctx.me ? undefined : nameOf(view, haul.author),
      mine: mayDo(
        view,
        { me: ctx.me, appointments: person.appointments },
        'recordIncident',
        haul.place,
        today(),
        haul.author,
      ),
    })),
  )
  if (rows.length === 0) return <p class="caption">{words.hauls.nothing}</p>
  return (
    <>
      <Rows label={words.hauls.list}>
        {rows.map(({ haul, amount, by, mine }) => (
          <Row
            key={haul.id}
            lead={<Lead big={formats.time(hauledAtOf(haul))} />}
            title={
              <span class={haul.voided ? 'haul-out' : undefined}>
                {words.bins.streamFull[haul.stream]} {amount.plain}
              </span>
            }
            sub={[
              amount.about,
              haul.voided && words.hauls.withdrawn(haul.voided.reason),
              haul.mixed && words.hauls.isMixed,
              by && words.hauls.by(by),
            ]
              .filter(Boolean)
              .join('・')}
            right={
              mine &&
              !haul.voided && (
                <Key look="quiet" label={words.hauls.withdraw} onPress={() => setAsking(haul)} />
              )
            }
          />
        ))}
      </Rows>
      <HaulsWithdraw haul={asking} onClose={() => setAsking(undefined)} />
    </>
  )
}
