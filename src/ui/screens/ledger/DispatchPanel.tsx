import { useState } from 'preact/hooks'
import { trackFor } from '#domain/ledger/categories.ts'
import { type Track, TRACKS } from '#domain/ledger/due.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { Hands, Team } from '#domain/ledger/hands.ts'
import type { PersonId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import { crewsAt } from '#queries/crews.ts'
import { handlersOn } from '#queries/handlers.ts'
import type { DeskRow } from '#queries/ledger.ts'
import { orderOf } from '#queries/orders.ts'
import { headlineOf } from '#ui/headline.ts'
import { Heading } from '#ui/parts/Card.tsx'
import { Field, Select } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useAct } from '#ui/screens/feedback/act.ts'
import { useSeen } from '#ui/screens/feedback/seen.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { giveOut } from './giving.ts'
import { handsWord } from './hands.ts'
import { useTerms } from './terms.ts'

const FIRM = 'firm'

/** Who does this one, and until when: three fields and a key. */
export function DispatchPanel({ row, onGiven }: { row: DeskRow; onGiven: () => void }) {
  const all = useWords()
  const { ledger, feedback, common, crews } = all
  const words = ledger.desk
  const { ctx, today } = useApp()
  const act = useAct()
  const terms = useTerms()
  const people = useView((view) => handlersOn(view, row.place, today()))
  const teams = useView((view) => crewsAt(view, { place: row.place, compound: ctx.compound, day: today() }))
  const now = useView((view) => handsWord(view, row.hands ?? {}, ledger))
  const { record, order } = useSeen((view) => {
    const one = view.get<Feedback | Order>(row.id)
    return one?.kind === 'order'
      ? { record: undefined, order: one }
      : { record: one, order: orderOf(view, row.id) }
  })
  const [chosen, setChosen] = useState('')
  const [firm, setFirm] = useState('')
  const [why, setWhy] = useState('')
  const [track, setTrack] = useState<Track>(trackFor(row.category, row.urgency))
  const [busy, setBusy] = useState(false)
  const hands = handsFrom(chosen, firm)
  const give = async () => {
    if (!hands) return
    setBusy(true)
    const taken = await act(
      giveOut(ctx, { record, order }, { hands, track, why }),
      words.given(handsWord(ctx.view, hands, ledger)),
    )
    setBusy(false)
    if (taken) onGiven()
  }
  return (
    <section class="stack" aria-label={words.what}>
      <Heading title={headlineOf(row, all)} />
      <p>{[row.where, common.numbered(row.no)].filter(Boolean).join('・')}</p>
      <p>{now ? words.now(now) : words.nobody}</p>
      <Select
        label={words.who}
        value={chosen}
        none={words.chooseWho}
        onChange={setChosen}
        options={[
          ...people.map(({ person, name }) => ({
            value: `person ${person}`,
            label: person === ctx.me ? `${ledger.hands.mine}（${name}）` : name,
          })),
          ...teams
            .filter((one) => one.people.length > 0)
            .map(({ team, name, people: inIt }) => ({
              value: `team ${team}`,
              label: `${name ?? ledger.hands.team[team]}（${crews.count(inIt.length)}）`,
            })),
          { value: FIRM, label: ledger.hands.firm },
        ]}
      />
      {chosen === FIRM && (
        <Field
          label={ledger.hands.firmName}
          help={ledger.hands.firmHelp}
          value={firm}
          maxLength={40}
          onDraft={setFirm}
        />
      )}
      {!order && (
        <Select
          label={words.track}
          value={track}
          onChange={(value) => setTrack(value as Track)}
          options={TRACKS.map((one) => ({
            value: one,
            label: `${feedback.drawers[one]}，${terms[one]}`,
          }))}
        />
      )}
      <Field
        label={ledger.hands.why}
        value={why}
        maxLength={500}
        onDraft={setWhy}
        onEnter={() => void give()}
      />
      <Key
        look="primary"
        wide
        label={words.go}
        why={hands ? undefined : chosen === FIRM ? ledger.hands.noFirm : words.chooseWho}
        busy={busy}
        busyLabel={common.saving}
        onPress={() => void give()}
      />
      <Key look="quiet" wide label={words.open} href={`/feedback/${row.id}`} />
    </section>
  )
}

function handsFrom(chosen: string, firm: string): Hands | undefined {
  if (chosen === FIRM) return firm.trim() === '' ? undefined : { vendor: firm.trim() }
  const [kind, value] = chosen.split(' ')
  if (!value) return undefined
  return kind === 'team' ? { team: value as Team } : { assignee: value as PersonId }
}
