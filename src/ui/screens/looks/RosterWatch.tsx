import './looks.css'
import { type RosterWatch as Watch, rosterWatch } from '#queries/rosterWatch.ts'
import { Heading } from '#ui/parts/Card.tsx'
import { Nothing } from '#ui/Nothing.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useFormats, useWords } from '#ui/words.ts'

const DAYS = 7

/** `/doors/watch`: what the others of the office should know of the roster: who asks, who took something away, who saw many. */
export function RosterWatch() {
  const { trace } = useWords()
  const words = trace.watch
  const { ctx } = useApp()
  const { reader } = useReader()
  const now = useNow()
  if (!reader.reads('looks', ctx.compound)) {
    return (
      <Screen title={words.title} back="/doors">
        <Empty title={words.notYours} />
      </Screen>
    )
  }
  const watch = rosterWatch(ctx.view, reader, ctx.compound, now, DAYS)
  const nothing = watch.asked.length + watch.taken.length + watch.bulk.length === 0
  return (
    <Screen title={words.title} back="/doors">
      <div class="looks" tabIndex={0}>
        {nothing && <Nothing lit title={words.none} text={words.noneText} />}
        <Asked rows={watch.asked} />
        <Taken rows={watch.taken} />
        <Bulk rows={watch.bulk} />
      </div>
    </Screen>
  )
}

function Asked({ rows }: { rows: Watch['asked'] }) {
  const { trace, common } = useWords()
  const words = trace.watch
  const formats = useFormats()
  const now = useNow()
  if (rows.length === 0) return null
  return (
    <section class="stack">
      <Heading title={words.asked} />
      <Rows label={words.asked}>
        {rows.map(({ request, who, where }) => (
          <Row
            key={request.id}
            href={`/doors/watch/${request.id}`}
            title={words.askedRow(who || common.somebody, formats.number(request.homes))}
            sub={[formats.moment(request.at, now), where, request.note].filter(Boolean).join('・')}
          />
        ))}
      </Rows>
    </section>
  )
}

function Taken({ rows }: { rows: Watch['taken'] }) {
  const { trace, discretion, common } = useWords()
  const words = trace.watch
  const formats = useFormats()
  const now = useNow()
  if (rows.length === 0) return null
  return (
    <section class="stack">
      <Heading title={words.taken} />
      <Rows label={words.taken}>
        {rows.map(({ look, who, where, agreed, unasked }) => (
          <Row
            key={look.id}
            title={
              look.what === 'export'
                ? words.takenRow(who || common.somebody)
                : `${who || common.somebody}・${discretion.what[look.what]}`
            }
            sub={[
              formats.moment(look.at, now),
              where,
              [discretion.why[look.why], look.note].filter(Boolean).join('：'),
              look.count !== undefined && words.lines(formats.number(look.count)),
              agreed !== undefined && words.agreed(agreed || common.somebody),
            ]
              .filter(Boolean)
              .join('・')}
            right={unasked && <Tag tone="chase" label={words.unasked} />}
          />
        ))}
      </Rows>
    </section>
  )
}

function Bulk({ rows }: { rows: Watch['bulk'] }) {
  const { trace, common } = useWords()
  const words = trace.watch
  const formats = useFormats()
  const now = useNow()
  if (rows.length === 0) return null
  return (
    <section class="stack">
      <Heading title={words.bulk} />
      <p>{words.bulkText}</p>
      <Rows label={words.bulk}>
        {rows.map(({ person, day, people, usual, who }) => (
          <Row
            key={`${person} ${day}`}
            title={words.bulkRow(who || common.somebody, formats.number(people))}
            sub={[
              formats.day(day, now),
              usual !== undefined && words.usual(formats.number(Math.round(usual))),
            ]
              .filter(Boolean)
              .join('・')}
          />
        ))}
      </Rows>
    </section>
  )
}
