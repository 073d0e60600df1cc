import './council.css'
import Message from '~icons/lucide/message-square-text'
import Warning from '~icons/lucide/triangle-alert'
import { useRoute } from 'preact-iso'
import { useState } from 'preact/hooks'
import { attach } from '#commands/topics.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import { heardOf, opinionsFor, QUOTAS, type Topic, type Wish } from '#domain/council/topic.ts'
import { reopenedIn } from '#queries/council.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Heading, Panel } from '#ui/parts/Card.tsx'
import { Nothing } from '#ui/Nothing.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { Photo } from '#ui/Photo.tsx'
import { PhotoKey } from '#ui/PhotoKey.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { Lost } from './Attendance.tsx'
import { HearSheet } from './HearSheet.tsx'
import { TopicTag } from './Topics.tsx'
import { TopicSay, type TopicSaying } from './TopicSay.tsx'
import { useKeep } from './useKeep.ts'

/** `/council/topics/:id`: the question, whom it has reached, what they think, what they wish and what they were answered. */
export function TopicPage() {
  const { council } = useWords()
  const id = useRoute().params['id'] as RecordId
  const { reader } = useReader()
  const topic = reader.get<Topic>(id)
  if (topic?.kind !== 'topic') {
    return (
      <Screen title={council.topics.title} back="/council/topics">
        <Nothing title={council.gone} />
      </Screen>
    )
  }
  return <Shown topic={topic} />
}

function Shown({ topic }: { topic: Topic }) {
  const { council, atCouncil } = useWords()
  const { topics } = council
  const { number } = useFormats()
  const { ctx } = useApp()
  const { reader, may } = useReader()
  const keep = useKeep()
  const [hearing, setHearing] = useState(false)
  const [saying, setSaying] = useState<TopicSaying>()
  const says = may('putTopic')
  const holds = may('holdCouncil')
  const heard = heardOf(topic)
  const photos = topic.evidence.flatMap((one) => one.photos)
  const links = [...new Set(topic.evidence.flatMap((one) => one.links))]
  const linked = links.flatMap((one) => {
    const found = reader.get<Feedback | Order>(one)
    return found && !found.voided ? [found] : []
  })
  const others = opinionsFor(topic, undefined)
  return (
    <Screen
      title={topic.question}
      sub={<TopicTag topic={topic} />}
      back="/council/topics"
      bar={
        says && (
          <BottomBar>
            {topic.resolved ? (
              <Key look="primary" label={topics.reopen} onPress={() => setSaying({ is: 'reopen' })} />
            ) : (
              <>
                <Key label={topics.wish} onPress={() => setSaying({ is: 'wish' })} />
                {holds && <Key label={topics.resolve} onPress={() => setSaying({ is: 'resolve' })} />}
                <Key look="primary" icon={Message} label={topics.hear} onPress={() => setHearing(true)} />
              </>
            )}
          </BottomBar>
        )
      }
    >
      <div class="stack-wide council-home">
        {reopenedIn(reader, topic).map((order) => (
          <Panel key={order.id} tone="alert" icon={Warning} title={topics.reopenedItem(order.text)} />
        ))}
        <Lost record={topic} />
        {topic.resolved && <Panel tone="lamp" title={topics.resolved(topic.resolved.decision)} />}
        {topic.reopened && <Panel title={topics.reopenedBecause(topic.reopened.reason)} />}
        {topic.background && <p>{topic.background}</p>}
        <section class="stack">
          <Heading title={topics.wanted} />
          <ul class="council-quotas">
            {QUOTAS.map((one) => (
              <li key={one}>
                <b>{topics.quota[one]}</b>
                <span class="council-meter" aria-hidden="true">
                  {Array.from({ length: Math.min(20, Math.max(topic.wanted[one], 1)) }, (_, index) => (
                    <i key={index} class={index < heard[one] ? 'council-lit' : undefined} />
                  ))}
                </span>
                <span>
                  {topics.heardOf(number(heard[one]), number(topic.wanted[one]))}・
                  {heard[one] >= topic.wanted[one]
                    ? topics.enough
                    : topics.toHear(number(topic.wanted[one] - heard[one]))}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section class="stack">
          <Heading title={topics.opinions} />
          <Rows>
            {topic.options.map((one) => (
              <Row key={one.id} title={one.text} right={topics.people(number(opinionsFor(topic, one.id)))} />
            ))}
            {(others > 0 || topic.options.length === 0) && (
              <Row title={topics.noneOf} right={topics.people(number(others))} />
            )}
          </Rows>
          {topic.opinions.some((one) => one.said !== undefined && !one.takenBack) && (
            <Rows>
              {topic.opinions.flatMap((one) =>
                one.said !== undefined && !one.takenBack
                  ? [
                      <Row
                        key={one.id}
                        title={one.said}
                        sub={`${topics.ages[one.age]}・${topics.homes[one.home]}`}
                      />,
                    ]
                  : [],
              )}
            </Rows>
          )}
        </section>
        <section class="stack">
          <Heading title={topics.evidence} />
          {photos.length > 0 && (
            <div class="council-evidence">
              {photos.map((hash) => (
                <Photo key={hash} hash={hash} alt={council.photoOf(topic.question)} look="small" />
              ))}
            </div>
          )}
          {links.length > 0 && <p>{topics.linked(number(links.length))}</p>}
          {linked.length > 0 && (
            <Rows label={atCouncil.links}>
              {linked.map((one) => (
                <Row key={one.id} href={`/feedback/${one.id}`} title={one.text} />
              ))}
            </Rows>
          )}
          {says && (
            <PhotoKey
              look="row"
              label={topics.attach}
              onTaken={(hash) => void keep(attach(ctx, topic.id, { photos: [hash], links: [] }))}
            />
          )}
        </section>
        {topic.wishes.length > 0 && (
          <section class="stack">
            <Heading title={topics.wishes} />
            <Rows>
              {topic.wishes.map((one) => (
                <WishRow
                  key={one.id}
                  wish={one}
                  onPress={holds ? () => setSaying({ is: 'answer', wish: one }) : undefined}
                />
              ))}
            </Rows>
          </section>
        )}
      </div>
      {hearing && <HearSheet topic={topic} onClose={() => setHearing(false)} />}
      {saying && <TopicSay topic={topic} saying={saying} onClose={() => setSaying(undefined)} />}
    </Screen>
  )
}

/** A wish and its answer, because. */
function WishRow({ wish, onPress }: { wish: Wish; onPress: (() => void) | undefined }) {
  const { council } = useWords()
  const { topics } = council
  const { answer } = wish
  return (
    <Row
      title={wish.text}
      sub={answer ? council.pair(topics.because, answer.because) : topics.waiting}
      right={answer && <Tag tone="done" label={topics.answers[answer.is]} />}
      onPress={onPress}
    />
  )
}
