import type { RecordId } from '#domain/ids.ts'
import {
  type Content,
  hanging,
  picturesOf,
  type Publication,
  type Section,
} from '#domain/wall/publication.ts'
import { sameMatter, standingPages, standsBefore } from '#domain/wall/oneMatter.ts'
import type { Known } from '#domain/wall/likeness.ts'
import type { Contact } from '#domain/doors/contact.ts'
import type { Resident } from '#domain/doors/resident.ts'
import type { Reporter } from '#domain/feedback/reporter.ts'
import type { Member } from '#domain/member.ts'
import type { Place } from '#domain/places.ts'
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
  /** The version that it becomes of a page that hangs; undefined: it is the first of its matter. */
  readonly next?: number
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
  /** Residents see this page of the same matter in its place: it was hung first. */
  readonly behind?: RecordId
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
      const beside = hangingIn(pages, one)
      const next = beside === undefined ? {} : { next: beside.versions.length + 1 }
      const row = { id: one.id, section: one.section, title: content.title, by: nameOf(view, one.author) }
      const back = one.declined === undefined ? {} : { back: one.declined.reason }
      return { ...row, at: one.at, pictures: picturesOf(content).length, ...back, ...next }
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
  const hangs = pages
    .flatMap((one): HangingRow[] => {
      const version = hanging(one)
      const front = standsBefore(pages, one)
      // What became a version of the page that stands is no page of its own.
      if (!version || (front && one.joined !== undefined)) return []
      const at = version.receivedAt ?? version.at
      const row = { id: one.id, section: one.section, title: version.content.title, n: version.n, at }
      return [{ ...row, here: view.standing(one.id) === 'waiting', ...(front && { behind: front.id }) }]
    })
    .sort((a, b) => (a.at > b.at ? -1 : 1))
  const last = hangs.find(({ behind }) => behind === undefined)
  return {
    waiting: open.filter(({ back }) => back === undefined),
    back: open.filter(({ back }) => back !== undefined),
    hangs,
    ...(last && { days: Math.round((Date.parse(today) - Date.parse(dayOf(last.at))) / DAY_MS) }),
  }
}

const DAY_MS = 86_400_000

/** Everybody, every phone and every door that this device may read: what a page is held against before it hangs. */
export function knownTo(reader: Reader): Known {
  const contacts = reader.all<Contact>('contact')
  const kin = contacts.flatMap((one) => one.kin ?? [])
  return {
    names: [
      ...reader.all<Resident>('resident').map(({ name }) => name),
      ...reader.all<Member>('member').map(({ name }) => name),
      ...reader.all<Reporter>('reporter').map(({ displayName }) => displayName),
      ...kin.map(({ name }) => name),
    ].filter((name) => name.length > 1),
    phones: [...contacts.flatMap(({ phone }) => phone ?? []), ...kin.map(({ phone }) => phone)],
    doors: reader.all<Place>('place').flatMap((one) => (one.what === 'dwelling' ? [doorOf(one)] : [])),
  }
}

/** 1203 of 1-2-12-1203. */
function doorOf({ key }: Place): string {
  return key.split('-').at(-1) ?? key
}

/** The page that hangs for the same matter: what is published next is its next version. */
export function hangingBeside(
  reader: Reader,
  page: Pick<Publication, 'section' | 'about' | 'period'>,
): Publication | undefined {
  return hangingIn(reader.all<Publication>('publication'), page)
}

/** The page that residents see in the place of this one, which was hung for the same matter later. */
export function frontOf(reader: Reader, page: Publication): Publication | undefined {
  return standsBefore(reader.all<Publication>('publication'), page)
}

function hangingIn(
  pages: readonly Publication[],
  page: Pick<Publication, 'section' | 'about' | 'period'> & Partial<Pick<Publication, 'versions'>>,
): Publication | undefined {
  if ((page.versions?.length ?? 0) > 0) return undefined
  return standingPages(pages.filter((one) => sameMatter(one, page))).find((one) => hanging(one))
}

/** The page about a matter that was seen to; one that hangs before one that waits. */
export function pageAbout(reader: Reader, about: RecordId): Publication | undefined {
  const pages = reader.all<Publication>('publication').filter((one) => one.about === about)
  return (
    standingPages(pages).find((one) => hanging(one)) ??
    pages.find(({ versions, joined }) => versions.length === 0 && !joined)
  )
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
 * were said nothing, nor of who said them or where they live. Of what is settled quietly there is no story.
 */
export function storyContent(view: View, detail: FeedbackDetail, words: StoryWords): Content | undefined {
  const order = detail.order ?? orderOf(view, detail.id)
  if (detail.record?.quiet || order?.quiet) return undefined
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
