import { type Campaign, runsOn } from '#domain/bins/campaign.ts'
import type { RecordId } from '#domain/ids.ts'
import { isLivedIn, type Place, whereOf } from '#domain/places.ts'
import type { Freshness } from '#domain/settings.ts'
import { lights, type Visit, visitDay } from '#domain/doors/visit.ts'
import { addDays } from '#domain/workingDays.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import type { Reader } from './reader.ts'

/** All that were planned, those that run first, then what comes, then what is over; the next to end first. */
export function campaignsOn(reader: Reader, day: string): readonly Campaign[] {
  const turn = (one: Campaign) => (runsOn(one, day) ? 0 : one.from > day ? 1 : 2)
  return [...reader.all<Campaign>('campaign')].sort(
    (a, b) => turn(a) - turn(b) || (a.until < b.until ? -1 : a.until > b.until ? 1 : a.id < b.id ? -1 : 1),
  )
}

/** Those that run on a day and ask this person to go: to some door whose visits they may read, and to them. */
export function myCampaigns(reader: Reader, day: string): readonly Campaign[] {
  return campaignsOn(reader, day).filter(
    (one) =>
      runsOn(one, day) &&
      (one.people.length === 0 || one.people.includes(reader.me)) &&
      dwellingsOf(reader, one).some(isLivedIn),
  )
}

/**
 * The doors of a campaign as far as the reader may read their visits, lived in or not. Those nobody was reached behind for
 * long are told from its first day on: a door that somebody reaches in it stays one of it.
 */
export function campaignDoors(reader: Reader, campaign: Campaign, { half }: Freshness): readonly Place[] {
  const doors = dwellingsOf(reader, campaign)
  if (campaign.doors === 'all') return doors
  const first = addDays(campaign.from, -half)
  const lately = new Set<RecordId>()
  for (const visit of reader.all<Visit>('visit')) {
    const day = visitDay(visit)
    if (lights(visit) && day >= first && day < campaign.from) lately.add(visit.place)
  }
  return doors.filter((one) => !lately.has(one.id))
}

function dwellingsOf(reader: Reader, { where, place }: Campaign): readonly Place[] {
  const areas = where.length > 0 ? where : [place]
  return reader
    .all<Place>('place')
    .filter(
      (one) =>
        one.what === 'dwelling' &&
        reader.reads('visits', one.id) &&
        areas.some((area) => reader.tree.below(one.id, area)),
    )
}

export interface CampaignPart extends Coverage {
  /** A unit, or the building where it has none. */
  readonly place: RecordId
  /** 1栋 2单元 */
  readonly where: string
}

export interface Counted {
  readonly question: string
  /** Doors that answered it. */
  readonly answered: number
  /** In the order of the question's choices, then what is no choice of it any more; empty where it is answered in words. */
  readonly choices: readonly { readonly said: string; readonly count: number }[]
}

export interface CampaignView {
  readonly campaign: Campaign
  /** Doors that are lived in and were reached in it, of all that are lived in, as far as the reader may know. */
  readonly all: Coverage
  readonly parts: readonly CampaignPart[]
  /** Counts over doors. Who said what stays in the visits: it is broken down to no door, no floor and no unit. */
  readonly answers: readonly Counted[]
}

export function campaignView(reader: Reader, campaign: Campaign, freshness: Freshness): CampaignView {
  const doors = campaignDoors(reader, campaign, freshness)
  const reached = reachedIn(reader, campaign.id)
  const parts = new Map<RecordId, Place[]>()
  for (const door of doors) {
    const path = reader.tree.path(door.id)
    const part = path.find((one) => one.what === 'unit') ?? path.find((one) => one.what === 'building')
    const there = part && (parts.get(part.id) ?? [])
    if (there) parts.set(part.id, [...there, door])
  }
  const holds = (door: RecordId) => reached.has(door)
  return {
    campaign,
    all: coverageOf(doors, holds),
    parts: [...parts]
      .map(([place, own]) => ({ place, where: whereOf(place, reader.tree), ...coverageOf(own, holds) }))
      .filter(({ of }) => of > 0),
    answers: answersOf(reader, campaign),
  }
}

/** The doors somebody was reached behind in a campaign, each with the last such visit. */
export function reachedIn(reader: Reader, campaign: RecordId): ReadonlyMap<RecordId, Visit> {
  const reached = new Map<RecordId, Visit>()
  for (const visit of reader.all<Visit>('visit')) {
    if (visit.campaign !== campaign || !lights(visit)) continue
    const other = reached.get(visit.place)
    if (!other || other.at < visit.at) reached.set(visit.place, visit)
  }
  return reached
}

/** One answer of each door to each question: where it was asked twice, the later one. */
function answersOf(reader: Reader, campaign: Campaign): readonly Counted[] {
  const visits = reader
    .all<Visit>('visit')
    .filter((one) => one.campaign === campaign.id)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))
  return campaign.questions.map(({ id, choices }) => {
    const said = new Map<RecordId, string>()
    for (const visit of visits)
      for (const answer of visit.answers ?? []) if (answer.to === id) said.set(visit.place, answer.said)
    const counts = new Map((choices ?? []).map((choice) => [choice, 0]))
    if (choices) for (const one of said.values()) counts.set(one, (counts.get(one) ?? 0) + 1)
    return {
      question: id,
      answered: said.size,
      choices: [...counts].map(([one, count]) => ({ said: one, count })),
    }
  })
}
