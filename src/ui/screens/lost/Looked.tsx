import { Heading } from '#ui/parts/Card.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { lookSaid, momentIn, type Saying, trailSaid } from './says.ts'
import type { Lost } from './useLost.ts'

/** So many are read on a screen; the papers have all. */
const SHOWN = 8

/** What its people opened and took away, and what was done on it. */
export function Looked({ lost, say }: { lost: Lost; say: Saying }) {
  const { looked, pack } = say.words.lost
  const { looks, trail } = lost
  return (
    <>
      <section class="stack">
        <Heading title={looked.title} />
        {!looks && <p>{say.words.lost.held.notWhole}</p>}
        {looks?.length === 0 && <p>{looked.none}</p>}
        {looks && looks.length > 0 && (
          <Rows label={looked.title}>
            {looks.slice(0, SHOWN).map((one) => (
              <Row key={one.look.id} title={lookSaid(say, one)} sub={momentIn(say, one.look.at)} />
            ))}
          </Rows>
        )}
        {looks && looks.length > SHOWN && <p class="caption">{looked.more(looks.length - SHOWN)}</p>}
      </section>
      {trail && trail.rows.length > 0 && (
        <section class="stack">
          <Heading title={pack.facts.did} />
          <Rows label={pack.facts.did}>
            {trail.rows.slice(0, SHOWN).map((row) => (
              <Row key={row.n} title={trailSaid(say, row)} sub={momentIn(say, row.at)} />
            ))}
          </Rows>
          {trail.rows.length > SHOWN && <p class="caption">{looked.more(trail.rows.length - SHOWN)}</p>}
        </section>
      )}
    </>
  )
}
