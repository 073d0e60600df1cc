import { opinionsFor, type Option, type Topic } from '#domain/council/topic.ts'
import { tellingIn } from '#domain/wall/publicText.ts'
import { dayOf } from '#domain/workingDays.ts'
import { type Asking, column, exportTable } from './table.ts'

interface TopicRow {
  readonly topic: Topic
  /** Absent: those who thought something else, and a question without choices. */
  readonly option: Option | undefined
}

const open = column('open')
const inside = column('inside')

/** What is asked of everybody hangs on the wall, unless it tells of somebody's door or phone. */
const openly = (text: string | undefined, { internal }: Asking) =>
  text !== undefined && (internal || tellingIn(text).length === 0) ? text : undefined

/** 有事来商量: each question that was open in some days, one row for each thing one could say; counts, never who. */
export const topics = exportTable<TopicRow>(
  'topics',
  'council',
  [
    open('day', ({ topic }) => dayOf(topic.at)),
    open('ask', ({ topic }, asking) => openly(topic.question, asking)),
    open('option', ({ option }, asking) => openly(option?.text, asking)),
    open('people', ({ topic, option }) => opinionsFor(topic, option?.id)),
    open('wishes', ({ topic }) => topic.wishes.length),
    open('closedDay', ({ topic }) => topic.resolved && dayOf(topic.resolved.at)),
    inside('decision', ({ topic }) => topic.resolved?.decision),
  ],
  ({ reader, from, to }) =>
    reader
      .all<Topic>('topic')
      .filter((one) => dayOf(one.at) <= to && (!one.resolved || dayOf(one.resolved.at) >= from))
      .sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1))
      .flatMap((topic) => [
        ...topic.options.map((option): TopicRow => ({ topic, option })),
        ...(topic.options.length === 0 || opinionsFor(topic, undefined) > 0
          ? [{ topic, option: undefined }]
          : []),
      ]),
)
