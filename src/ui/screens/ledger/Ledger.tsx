import Clock from '~icons/lucide/clock'
import Send from '~icons/lucide/list-checks'
import Users from '~icons/lucide/users'
import { TEAMS } from '#domain/ledger/hands.ts'
import { whereOf } from '#domain/places.ts'
import { addressOf, deskRows, promisedBy, uncountedIn } from '#queries/ledger.ts'
import { crewRows } from '#queries/crews.ts'
import { toTell } from '#queries/toTell.ts'
import { firmsSaid } from '#queries/firmLink.ts'
import { ordersFor } from '#queries/orders.ts'
import { NotAll } from '#ui/NotAll.tsx'
import { Heading } from '#ui/parts/Card.tsx'
import { DueBlock } from '#ui/parts/DueBlock.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { LongRows } from '#ui/parts/LongRows.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Screen } from '#ui/Screen.tsx'
import { dueWords } from '#ui/screens/feedback/dueWords.ts'
import { useSeen } from '#ui/screens/feedback/seen.ts'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { JoinedAway } from './JoinedAway.tsx'

const ROW = 88

/** `/ledger`: what waits for me, what I promised, whom I still have to tell. */
export function Ledger() {
  const { ledger: words, feedback, crews, firmLink } = useWords()
  const { ctx, person, today } = useApp()
  const { reader, may } = useReader()
  const formats = useFormats()
  const now = useNow()
  const found = useSeen((view) => ({
    mine: ordersFor(view, ctx.me, now),
    promised: promisedBy(view, ctx.me),
    tell: toTell(view, {
      me: ctx.me,
      appointments: person.appointments,
      tree: reader.tree,
      day: today(),
    }),
    formed: crewRows(view, today()).filter((one) => one.people.length > 0).length,
    firms: firmsSaid(view),
    uncounted: uncountedIn(view, now),
    waiting: may('assignOrder') ? deskRows(view, now).filter((one) => one.desk === 'new').length : 0,
  }))
  const where = (place: Parameters<typeof whereOf>[0]) => whereOf(place, reader.tree)
  return (
    <Screen title={words.title} sub={words.sub} back="/feedback">
      <div class="stack-wide">
        <NotAll />
        {(may('assignOrder') || may('setUp')) && (
          <Rows>
            {may('assignOrder') && (
              <Row
                href="/ledger/dispatch"
                lead={<Send class="icon" aria-hidden="true" />}
                title={words.rows.dispatch}
                sub={words.rows.dispatchSub(found.waiting)}
              />
            )}
            {may('setUp') && (
              <Row
                href="/ledger/times"
                lead={<Clock class="icon" aria-hidden="true" />}
                title={words.rows.times}
                sub={words.rows.timesSub}
              />
            )}
            {may('setUp') && (
              <Row
                href="/ledger/crews"
                lead={<Users class="icon" aria-hidden="true" />}
                title={crews.row}
                sub={crews.rowSub(found.formed, TEAMS.length)}
              />
            )}
          </Rows>
        )}
        {found.uncounted !== undefined && <NotCounted year={found.uncounted} />}
        {may('workOrder') && found.firms.length > 0 && (
          <section class="stack">
            <Heading title={firmLink.waiting} />
            <LongRows
              label={firmLink.waiting}
              height={ROW}
              rows={found.firms}
              draw={({ order, word }) => (
                <Row
                  key={order.id}
                  href={`/feedback/${addressOf(order)}`}
                  title={firmLink.look[word.says]}
                  sub={[order.text || feedback.capture.categories[order.category], where(order.place)].join(
                    '・',
                  )}
                />
              )}
            />
          </section>
        )}
        <section class="stack">
          <Heading title={words.mine} />
          {found.mine.length === 0 ? (
            <p>{words.mineNone}</p>
          ) : (
            <LongRows
              label={words.mine}
              height={ROW}
              rows={found.mine}
              draw={({ order, due }) => (
                <Row
                  key={order.id}
                  href={`/feedback/${addressOf(order)}`}
                  lead={<DueBlock {...dueWords(due, feedback.due)} />}
                  title={order.text || feedback.capture.categories[order.category]}
                  sub={[order.team !== undefined && crews.ofUs, where(order.place)]
                    .filter(Boolean)
                    .join('・')}
                />
              )}
            />
          )}
        </section>
        <JoinedAway />
        <section class="stack">
          <Heading title={words.promised} />
          {found.promised.length === 0 ? (
            <p>{words.promisedNone}</p>
          ) : (
            <LongRows
              label={words.promised}
              height={ROW}
              rows={found.promised}
              draw={({ id, is, until, order }) => (
                <Row
                  key={order.id}
                  href={`/feedback/${id}`}
                  title={order.text || feedback.capture.categories[order.category]}
                  sub={[
                    (is === 'held' ? words.heldUntil : words.comesOn)(formats.day(until, now)),
                    where(order.place),
                  ].join('・')}
                />
              )}
            />
          )}
        </section>
        {may('recordFeedback') && (
          <section class="stack">
            <Heading title={words.tell} />
            {found.tell.length === 0 ? (
              <p>{words.tellNone}</p>
            ) : (
              <LongRows
                label={words.tell}
                height={ROW}
                rows={found.tell}
                draw={({ id, text, place, name }) => (
                  <Row
                    key={id}
                    href={`/feedback/${id}`}
                    title={words.tellWho(name ?? feedback.detail.asker)}
                    sub={[text, where(place)].filter(Boolean).join('・')}
                  />
                )}
              />
            )}
          </section>
        )}
      </div>
    </Screen>
  )
}

/** Working days of a year whose holidays are not known: how they are counted, and where the office enters them. */
function NotCounted({ year }: { year: string }) {
  const { ledger, plan } = useWords()
  const { may } = useReader()
  return (
    <div class="stack">
      <p>{ledger.uncounted(year)}</p>
      {may('setUp') && <Key look="quiet" label={plan.days.title} href="/bins/keep/days" />}
    </div>
  )
}
