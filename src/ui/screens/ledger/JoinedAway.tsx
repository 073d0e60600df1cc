import { whereOf } from '#domain/places.ts'
import { joinedAway } from '#queries/joinedAway.ts'
import { Heading } from '#ui/parts/Card.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useSeen } from '#ui/screens/feedback/seen.ts'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useWords } from '#ui/words.ts'
import { handsWord } from './hands.ts'

/** What I had in hand and goes on as another's: where it went, and who has it. Nothing where there is none. */
export function JoinedAway() {
  const { voices, feedback, ledger } = useWords()
  const { ctx } = useApp()
  const { reader } = useReader()
  const now = useNow()
  const away = useSeen((view) => joinedAway(view, ctx.me, now))
  if (away.length === 0) return null
  return (
    <section class="stack">
      <Heading title={voices.same.away} />
      <Rows>
        {away.map(({ id, order, no, hands }) => (
          <Row
            key={order.id}
            href={`/feedback/${id}`}
            title={order.text || feedback.capture.categories[order.category]}
            sub={[
              voices.same.awayTo(no, handsWord(ctx.view, hands, ledger)),
              whereOf(order.place, reader.tree),
            ]
              .filter(Boolean)
              .join('・')}
          />
        ))}
      </Rows>
    </section>
  )
}
