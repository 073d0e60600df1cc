import './council.css'
import Plus from '~icons/lucide/plus'
import { heardOf, QUOTAS, type Topic } from '#domain/council/topic.ts'
import { reopenedIn } from '#queries/council.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Nothing } from '#ui/Nothing.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useFormats, useWords } from '#ui/words.ts'

/** `/council/topics`: what is being talked over, and what was; the open ones first. */
export function Topics() {
  const { topics } = useWords().council
  const { reader, may } = useReader()
  const all = [...reader.all<Topic>('topic')].sort(
    (a, b) =>
      Number(isOver(a)) - Number(isOver(b)) || (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1),
  )
  function isOver(one: Topic): boolean {
    return one.resolved !== undefined && reopenedIn(reader, one).length === 0
  }
  return (
    <Screen
      title={topics.title}
      sub={topics.sub}
      back="/council"
      bar={
        may('putTopic') && (
          <BottomBar>
            <Key look="primary" icon={Plus} label={topics.raise} href="/council/topics/new" />
          </BottomBar>
        )
      }
    >
      {all.length === 0 ? (
        <Nothing title={topics.none} text={topics.noneText} />
      ) : (
        <div class="council-home">
          <Rows>
            {all.map((one) => (
              <TopicRow key={one.id} topic={one} />
            ))}
          </Rows>
        </div>
      )}
    </Screen>
  )
}

function TopicRow({ topic }: { topic: Topic }) {
  const { topics } = useWords().council
  const { number } = useFormats()
  const heard = heardOf(topic)
  return (
    <Row
      href={`/council/topics/${topic.id}`}
      title={topic.question}
      sub={QUOTAS.filter((one) => topic.wanted[one] > 0)
        .map((one) => `${topics.quota[one]} ${number(heard[one])}/${number(topic.wanted[one])}`)
        .join('・')}
      right={<TopicTag topic={topic} />}
    />
  )
}

/** How it stands. What was resolved and has something opened again in it says so. */
export function TopicTag({ topic }: { topic: Topic }) {
  const { topics } = useWords().council
  const { reader } = useReader()
  if (!topic.resolved) return <Tag label={topic.reopened ? topics.reopened : topics.openTag} />
  return reopenedIn(reader, topic).length > 0 ? (
    <Tag tone="chase" label={topics.reopenedTag} />
  ) : (
    <Tag tone="done" label={topics.resolvedTag} />
  )
}
