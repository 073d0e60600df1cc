import type { PersonId, RecordId } from '#domain/ids.ts'
import { placeTree, type Place, whereOf } from '#domain/places.ts'
import { nameOf } from '#queries/feedback.ts'
import type { HeldField } from '#queries/heldFields.ts'
import type { Formats } from '#ui/formats.ts'
import type { View } from '#ui/state/view.ts'
import type { Words } from '#ui/words.ts'

/** A choice as its own form says it; undefined for one that this version has no word for. */
export function choiceWord(words: Words, name: string, value: string): string | undefined {
  const { bins, common, danger, doors, feedback, held, incident, organisation, people, whichBin } = words
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ...held.choice,
    window: bins.window,
    counter: bins.counter,
    state: common.tri,
    stream: bins.streamFull,
    waste: whichBin.name,
    fill: bins.fill,
    type: incident.type,
    action: incident.done,
    ageBand: doors.home.age,
    outcome: doors.outcome,
    category: feedback.capture.categories,
    urgency: feedback.detail.urgencies,
    disposition: feedback.dispositions,
    danger: danger.kinds,
    track: feedback.drawers,
    reason: feedback.holds,
    result: feedback.detail.results,
    to: feedback.status,
    now: held.choice['use'] ?? {},
    calls: { ...people.roles, ...organisation.names },
  }
  return tables[name]?.[value]
}

/** What was filled in, in words; empty where nothing was, or where it says nothing to a person. */
export function saidIn(
  { name, kind, value }: HeldField,
  { words, formats, view, now }: { words: Words; formats: Formats; view: View; now: string },
): string {
  const { held } = words
  if (value === undefined || value === null || value === '') return ''
  if (kind === 'yesNo') return value === true ? held.yes : held.no
  if (kind === 'photos') return Array.isArray(value) && value.length > 0 ? held.photos(value.length) : ''
  if (kind === 'number') return typeof value === 'number' ? formats.number(value) : ''
  if (typeof value !== 'string') return ''
  if (kind === 'choice') return choiceWord(words, name, value) ?? value
  if (kind === 'place') return whereIs(view, value as RecordId)
  if (kind === 'person') return nameOf(view, value as PersonId)
  if (kind === 'day') return readable(value, (day) => formats.day(day, now))
  if (kind === 'instant') return readable(value, (at) => formats.moment(at, now))
  return value
}

/** 1栋 2单元 502; the compound by its name. */
export function whereIs(view: View, place: RecordId): string {
  const tree = placeTree(view.all<Place>('place'))
  return whereOf(place, tree) || (view.get<Place>(place)?.label ?? '')
}

/** What was not taken may hold a time that is none; then it is shown as it was written. */
function readable(value: string, say: (value: string) => string): string {
  const asDate = value.length === 10 ? `${value}T00:00:00Z` : value
  return Number.isNaN(Date.parse(asDate)) ? value : say(value)
}
