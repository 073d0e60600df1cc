import { type AgendaItem, inOrder, type Listed } from '#domain/council/agendaItem.ts'
import type { Category } from '#domain/ledger/categories.ts'
import type { Danger } from '#domain/ledger/danger.ts'
import type { Due, Track } from '#domain/ledger/due.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import type { Order } from '#domain/ledger/order.ts'
import { type Place, whereOf } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import { isLate, lastWord, type Resolution, type ResolutionStep } from '#domain/council/resolution.ts'
import type { Topic } from '#domain/council/topic.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import { isHome, openedAfter, wantedIn } from './atCouncil.ts'
import { feedbackList, type FeedbackRow } from './feedback.ts'
import type { Reader } from './reader.ts'
import { voicesIn, voicesOf } from './voices.ts'

/** As many as one sitting gets through, and as one act of the store takes. */
export const AGENDA_MOST = 20
/** From so many on a matter is a repeated one. */
export const VOICES_MANY = 3
const TITLE_MOST = 60

/** A matter that the agenda should have. */
export interface Proposed {
  readonly listed: Exclude<Listed, 'added'>
  readonly title: string
  /** The first of them makes the item's id. */
  readonly from: readonly [RecordId, ...RecordId[]]
  readonly category?: Category
  readonly danger?: Danger
}

/** All sittings, the latest first. */
export function meetings(reader: Reader): readonly Meeting[] {
  return [...reader.all<Meeting>('meeting')].sort((a, b) =>
    `${a.day} ${a.time}` < `${b.day} ${b.time}` ? 1 : -1,
  )
}

/** What is on the table, in order; what was taken off is not. */
export function agendaOf(reader: Reader, meeting: RecordId): readonly AgendaItem[] {
  return inOrder(reader.all<AgendaItem>('agendaItem').filter((one) => one.meeting === meeting && !one.off))
}

/**
 * The agenda as the records make it, the same on every device: first what earlier sittings resolved and nobody has finished, then what
 * they put off; then what is overdue, what three or more said, what somebody marked for the council, what is being consulted on, and what
 * else is open. Repairs inside one home are nobody else's matter.
 */
export function proposedAgenda(
  view: View,
  reader: Reader,
  meeting: Pick<Meeting, 'day' | 'id'>,
  now: string,
): readonly Proposed[] {
  const earlier = new Set(
    meetings(reader)
      .filter((one) => one.day < meeting.day)
      .map((one) => one.id),
  )
  const found = [
    ...unfinished(reader, earlier),
    ...putOff(reader, earlier),
    ...matters(view, reader, now),
    ...consulted(reader),
  ]
  const taken = new Set<RecordId>()
  const once = found.filter(({ from }) => {
    const known = from.some((one) => taken.has(one))
    for (const one of from) taken.add(one)
    return !known
  })
  return [...once].sort((a, b) => TAKEN[a.listed] - TAKEN[b.listed]).slice(0, AGENDA_MOST)
}

const TAKEN: Readonly<Record<Listed, number>> = {
  resolution: 0,
  overdue: 1,
  repeated: 2,
  marked: 3,
  topic: 4,
  open: 5,
  added: 6,
}

/** What is not done, soonest first; then what was done since the last sitting, so that its result is heard. */
function unfinished(reader: Reader, earlier: ReadonlySet<RecordId>): readonly Proposed[] {
  const [last] = meetings(reader).filter((one) => earlier.has(one.id))
  const since = last ? Date.parse(`${last.day}T${last.time}:00+08:00`) : 0
  const isNews = (one: Resolution) => one.state === 'done' && Date.parse(lastWord(one)?.at ?? one.at) > since
  return reader
    .all<Resolution>('resolution')
    .filter((one) => earlier.has(one.meeting) && (one.state === 'open' || isNews(one)))
    .sort(
      (a, b) =>
        Number(a.state !== 'open') - Number(b.state !== 'open') ||
        compared(a.due ?? '~', b.due ?? '~') ||
        compared(a.id, b.id),
    )
    .map((one) => ({
      listed: 'resolution',
      title: short(one.text),
      // With what it came of, so that the same matter is not on the table twice; what was done may leave more to be done.
      from: [
        one.id,
        ...(one.state === 'open' ? (reader.get<AgendaItem>(one.item)?.from ?? []).slice(0, 39) : []),
      ],
    }))
}

/** Of the last sitting only: what it put off, it takes up again. */
function putOff(reader: Reader, earlier: ReadonlySet<RecordId>): readonly Proposed[] {
  const [last] = meetings(reader).filter((one) => earlier.has(one.id))
  if (!last) return []
  return agendaOf(reader, last.id)
    .filter((one) => one.ruling === 'deferred')
    .map(({ id, from: [first, ...rest], title, category, danger }) => ({
      listed: 'marked',
      title,
      from: [first ?? id, ...rest],
      ...(category && { category }),
      ...(danger && { danger }),
    }))
}

function matters(view: View, reader: Reader, now: string): readonly Proposed[] {
  const voices = voicesIn(view)
  return wanting(view, reader, now)
    .filter(({ row }) => !isHome(reader.tree, row.place))
    .flatMap(({ row, listed }) => {
      const same = voicesOf(view, row.id, voices)
        .filter((one) => one.id !== row.id && !one.quiet)
        .map((one) => one.id)
      const own = view.get<Feedback | Order>(row.id)
      const danger = own?.kind === 'feedback' ? own.danger : undefined
      return [
        {
          listed,
          title: short(row.text),
          from: [row.id, ...same.slice(0, 39)] as const,
          category: row.category,
          ...(danger && { danger }),
        } satisfies Proposed,
      ]
    })
}

/** Matters that the agenda would have, and that stay off it because they are of one home. */
export function keptHome(view: View, reader: Reader, now: string): readonly FeedbackRow[] {
  return wanting(view, reader, now).flatMap(({ row }) => (isHome(reader.tree, row.place) ? [row] : []))
}

/** What is not done, or is asked for all the same, and why it belongs on the agenda. */
function wanting(view: View, reader: Reader, now: string) {
  const wanted = wantedIn(view)
  return feedbackList(view, {}, now).flatMap((row) => {
    // What is settled quietly is talked over by nobody else: its words would stand in an item that all of the council read.
    if (row.quiet || !reader.get(row.id)) return []
    const marked = wanted.has(row.id)
    if (row.drawer === 'done') return marked ? [{ row, listed: 'marked' as const }] : []
    const listed = whyListed(row, marked)
    return listed ? [{ row, listed }] : []
  })
}

function whyListed(row: FeedbackRow, marked: boolean): Proposed['listed'] | undefined {
  if (row.due.standing === 'overdue') return 'overdue'
  if (row.voices >= VOICES_MANY) return 'repeated'
  if (marked || row.disposition === 'council_topic') return 'marked'
  // What somebody is on and has time left needs no council; what waits for a plan does.
  return row.drawer === 'visible_plan' ? 'open' : undefined
}

function consulted(reader: Reader): readonly Proposed[] {
  return reader
    .all<Topic>('topic')
    .filter((one) => !one.resolved)
    .sort((a, b) => compared(a.at, b.at) || compared(a.id, b.id))
    .map((one) => ({ listed: 'topic', title: short(one.question), from: [one.id] }))
}

/** What stands behind an item, as the records say now. */
export interface Background {
  readonly where: string
  /** Day of the first of the voices. */
  readonly since?: string
  readonly voices: number
  readonly due?: Due
  readonly track?: Track
  readonly photos: readonly string[]
  /** What was last written on its order. */
  readonly note?: string
  /** Of a resolution that comes back: what was resolved, and what came of it. */
  readonly resolution?: Resolution
  readonly result?: ResolutionStep
  readonly late?: boolean
}

export function backgroundOf(view: View, reader: Reader, item: AgendaItem, now: string): Background {
  const [first] = item.from
  const source = first === undefined ? undefined : reader.get<Recorded>(first)
  if (source?.kind === 'resolution') {
    const resolution = source as Resolution
    const result = lastWord(resolution)
    return {
      where: '',
      voices: 0,
      photos: resolution.steps.flatMap((one) => one.photos),
      resolution,
      ...(result && { result }),
      late: isLate(resolution, dayOf(now)),
    }
  }
  if (source?.kind === 'topic') {
    const topic = source as Topic
    return { where: '', voices: 0, photos: topic.evidence.flatMap((one) => one.photos) }
  }
  const remarks = item.from
    .map((id) => reader.get<Recorded>(id))
    // A background is printed and read out.
    .filter((one): one is Feedback => one?.kind === 'feedback' && !(one as Feedback).quiet)
  const order = reader
    .all<Order>('order')
    .find((one) => one.id === first || one.from.some((from) => item.from.includes(from)))
  const row = feedbackList(view, {}, now).find((one) => one.id === first)
  const since = remarks.map((one) => dayOf(one.heardAt)).sort()[0]
  const note = order?.events.findLast((one) => one.text !== undefined)?.text
  return {
    where:
      source && reader.tree.get(source.place)?.what !== 'compound' ? whereOf(source.place, reader.tree) : '',
    voices: remarks.length,
    photos: [...new Set([...(order?.before ?? []), ...remarks.flatMap((one) => one.photos)])],
    ...(since !== undefined && { since }),
    ...(row && { due: row.due, ...(row.drawer !== 'done' && { track: row.drawer }) }),
    ...(note !== undefined && { note }),
  }
}

/** More hands were counted than people with a vote came. It is noted, never refused. */
export function votesOver(item: Pick<AgendaItem, 'counted'>, meeting: Pick<Meeting, 'present'>): number {
  const votes = item.counted?.votes
  if (!votes || meeting.present === undefined) return 0
  return Math.max(0, votes.for + votes.against + votes.abstain - meeting.present)
}

/** Whether it is through: something was ruled. */
export function isRuled(item: AgendaItem): boolean {
  return item.ruling !== undefined
}

/** Open resolutions in the hands of one person, soonest first. */
export function resolutionsFor(reader: Reader, today: string): readonly (Resolution & { late: boolean })[] {
  return reader
    .all<Resolution>('resolution')
    .filter((one) => one.state === 'open' && one.assignee === reader.me)
    .sort((a, b) => compared(a.due ?? '~', b.due ?? '~') || compared(a.id, b.id))
    .map((one) => ({ ...one, late: isLate(one, today) }))
}

/** All that is open, soonest first. */
export function openResolutions(reader: Reader): readonly Resolution[] {
  return reader
    .all<Resolution>('resolution')
    .filter((one) => one.state === 'open')
    .sort((a, b) => compared(a.due ?? '~', b.due ?? '~') || compared(a.id, b.id))
}

/** Links of a resolved topic that were opened again after it: it is not over, whatever it says. */
export function reopenedIn(reader: Reader, topic: Topic): readonly Order[] {
  const { resolved } = topic
  if (!resolved) return []
  const links = new Set(topic.evidence.flatMap((one) => one.links))
  return reader
    .all<Order>('order')
    .filter(
      (one) =>
        (links.has(one.id) || one.from.some((from) => links.has(from))) && openedAfter(one, resolved.at),
    )
}

/** The name of the compound. */
export function compoundName(view: View, compound: RecordId): string {
  return view.get<Place>(compound)?.label ?? ''
}

function short(text: string): string {
  const signs = [...text]
  return signs.length > TITLE_MOST ? `${signs.slice(0, TITLE_MOST - 1).join('')}…` : text
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
