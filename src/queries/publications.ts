import type { RecordId } from '#domain/ids.ts'
import {
  type Content,
  hanging,
  picturesOf,
  type Publication,
  type Section,
} from '#domain/wall/publication.ts'
import { tellingInPage, type TellingWords } from '#domain/wall/publicText.ts'
import type { Resident } from '#domain/doors/resident.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import { nameOf } from './feedback.ts'
import { orderOf } from './orders.ts'
import type { FeedbackDetail } from './feedbackDetail.ts'
import type { Reader } from './reader.ts'

export interface DeskRow {
  readonly id: RecordId
  readonly section: Section
  readonly title: string
  /** Who proposed it, and when their device says that was. */
  readonly by: string
  readonly at: string
  /** Why it came back; undefined: it waits. */
  readonly back?: string
  /** It may show somebody: somebody has to look. */
  readonly pictures: number
}

export interface HangingRow {
  readonly id: RecordId
  readonly section: Section
  readonly title: string
  readonly n: number
  /** When it was hung, ISO instant. */
  readonly at: string
  /** It hangs on this device only, so far. */
  readonly here: boolean
}

export interface Desk {
  /** The longest waiting first. */
  readonly waiting: readonly DeskRow[]
  readonly back: readonly DeskRow[]
  /** The newest first. */
  readonly hangs: readonly HangingRow[]
  /** Days since anything was hung; undefined: nothing ever was. */
  readonly days?: number
}

/** What waits to be hung, what came back, and what hangs; `today` is a day in Shanghai. */
export function wallDesk(view: View, reader: Reader, today: string): Desk {
  const pages = reader.all<Publication>('publication')
  const open = pages
    .filter(({ versions, proposed }) => versions.length === 0 && proposed)
    .map((one): DeskRow => {
      const content = one.proposed!
      const row = { id: one.id, section: one.section, title: content.title, by: nameOf(view, one.author) }
      const back = one.declined === undefined ? {} : { back: one.declined.reason }
      return { ...row, at: one.at, pictures: picturesOf(content).length, ...back }
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
  const hangs = pages
    .flatMap((one): HangingRow[] => {
      const version = hanging(one)
      if (!version) return []
      const at = version.receivedAt ?? version.at
      const row = { id: one.id, section: one.section, title: version.content.title, n: version.n, at }
      return [{ ...row, here: view.standing(one.id) === 'waiting' }]
    })
    .sort((a, b) => (a.at > b.at ? -1 : 1))
  const last = hangs[0]
  return {
    waiting: open.filter(({ back }) => back === undefined),
    back: open.filter(({ back }) => back !== undefined),
    hangs,
    ...(last && { days: Math.round((Date.parse(today) - Date.parse(dayOf(last.at))) / DAY_MS) }),
  }
}

const DAY_MS = 86_400_000

/** What may not hang: numbers and doors, and the names of everybody this device may read. */
export function tellingOf(reader: Reader, content: Content): readonly TellingWords[] {
  const names = reader.all<Resident>('resident').map(({ name }) => name)
  return tellingInPage(content, names)
}

/** The page that hangs for the same matter: what is published next is its next version. */
export function hangingBeside(reader: Reader, page: Publication): Publication | undefined {
  if (page.versions.length > 0 || (page.about === undefined && page.period === undefined)) return undefined
  return reader
    .all<Publication>('publication')
    .find(
      (one) =>
        hanging(one) &&
        one.section === page.section &&
        one.about === page.about &&
        one.period === page.period,
    )
}

/** The page about a matter that was seen to; one that hangs before one that waits. */
export function pageAbout(reader: Reader, about: RecordId): Publication | undefined {
  const pages = reader.all<Publication>('publication').filter((one) => one.about === about)
  return pages.find((one) => hanging(one)) ?? pages.find(({ versions }) => versions.length === 0)
}

/** What a story says in its own language; handed in, since words are the screen's. */
export interface StoryWords {
  title(category: FeedbackDetail['category']): string
  heard(households: number): string
  readonly took: string
  days(days: number): string
  readonly cost: string
  done(day: string): string
}

/**
 * A matter as a story for everybody: what kind, how many homes, how long, what it cost, before and after. Of the words that
 * were said nothing, nor of who said them or where they live.
 */
export function storyContent(view: View, detail: FeedbackDetail, words: StoryWords): Content | undefined {
  const order = detail.order ?? orderOf(view, detail.id)
  if (order?.status !== 'done' || order.closedAt === undefined) return undefined
  const took = Date.parse(order.closedAt) - Date.parse(detail.since)
  const days = Math.max(1, Math.round(took / DAY_MS))
  const before = detail.before[0]
  const after = detail.after.at(-1)
  return {
    title: words.title(detail.category),
    lines: [words.heard(detail.households), words.done(dayOf(order.closedAt))],
    figures: [
      { label: words.took, value: words.days(days) },
      ...(order.costCents === undefined ? [] : [{ label: words.cost, value: String(order.costCents / 100) }]),
    ],
    pictures: [],
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  }
}
