import { Heading, Panel } from '#ui/parts/Card.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { alsoHeld, countsAt, noNames, type Saying } from './says.ts'
import type { Lost } from './useLost.ts'

/** Numbers and places only: who they are is in the papers, for whoever says what for. */
export function Held({ lost, say }: { lost: Lost; say: Saying }) {
  const { held } = say.words.lost
  const { device, hold } = lost
  const { number } = say.formats
  if (typeof hold === 'string')
    return (
      <section class="stack">
        <Heading title={held.title} />
        <Panel title={held[hold]} />
      </section>
    )
  return (
    <section class="stack">
      <Heading title={held.title} />
      <p>{held.atMost}</p>
      <Rows label={held.title}>
        {hold.concerned.length === 0 ? (
          <Row title={held.noNames} sub={noNames(say, device)} />
        ) : (
          hold.at.map((one) => <Row key={one.place} title={one.where} sub={countsAt(say, one)} />)
        )}
        {alsoHeld(say, hold).map((line) => (
          <Row key={line} title={line} />
        ))}
      </Rows>
      {hold.concerned.length > 0 && (
        <p class="caption">
          {held.homes(number(hold.homes), number(hold.concerned.length + hold.tellers.length))}
        </p>
      )}
    </section>
  )
}
