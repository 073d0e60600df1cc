import { useState } from 'preact/hooks'
import { type Hands, handsKey } from '#domain/ledger/hands.ts'
import type { RecordId } from '#domain/ids.ts'
import { crewsAt } from '#queries/crews.ts'
import { handlersOn } from '#queries/handlers.ts'
import { Avatar } from '#ui/parts/Avatar.tsx'
import { Heading } from '#ui/parts/Card.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** A person, a team or a firm, each one press; a team that nobody here is in has nobody to see it. A firm is written in; it has no account. */
export function HandsChoice(props: {
  place: RecordId
  now: Hands
  onGive: (hands: Hands, name: string) => void
}) {
  const { feedback, ledger, crews } = useWords()
  const formats = useFormats()
  const { may } = useReader()
  const words = ledger.hands
  const { ctx, today } = useApp()
  const [firm, setFirm] = useState('')
  const people = useView((view) => handlersOn(view, props.place, today()))
  const teams = useView((view) => crewsAt(view, { place: props.place, compound: ctx.compound, day: today() }))
  const key = handsKey(props.now)
  // Whoever gives it out may do it too: the shortest way is the first.
  const sorted = [...people].sort((a, b) => Number(b.person === ctx.me) - Number(a.person === ctx.me))
  return (
    <>
      <section class="stack">
        <Heading title={words.people} />
        {sorted.length === 0 ? (
          <p>{feedback.detail.noTeam}</p>
        ) : (
          <Rows label={words.people}>
            {sorted.map(({ person, name }) => (
              <Row
                key={person}
                lead={<Avatar name={name} />}
                title={person === ctx.me ? words.mine : name}
                sub={person === ctx.me ? name : undefined}
                current={key === person}
                onPress={() => props.onGive({ assignee: person }, name)}
              />
            ))}
          </Rows>
        )}
      </section>
      <section class="stack">
        <Heading title={words.teams} />
        <Rows label={words.teams}>
          {teams.map(({ team, name = words.team[team], people: inIt, crew }) => (
            <Row
              key={team}
              title={name}
              sub={
                inIt.length > 0
                  ? formats.list(inIt.map((one) => one.name))
                  : crew?.people.length
                    ? crews.nobodyHere
                    : crews.nobody
              }
              current={props.now.team === team}
              onPress={inIt.length > 0 ? () => props.onGive({ team }, name) : undefined}
            />
          ))}
        </Rows>
        {may('setUp') && <Key look="quiet" label={crews.keep} href="/ledger/crews" />}
      </section>
      <section class="stack">
        <Heading title={words.firm} />
        <Field
          label={words.firmName}
          help={words.firmHelp}
          value={firm}
          maxLength={40}
          onDraft={setFirm}
          onEnter={() => firm.trim() && props.onGive({ vendor: firm.trim() }, firm.trim())}
        />
        <Key
          label={words.firmGo}
          why={firm.trim() === '' ? words.noFirm : undefined}
          onPress={() => props.onGive({ vendor: firm.trim() }, firm.trim())}
        />
      </section>
    </>
  )
}
