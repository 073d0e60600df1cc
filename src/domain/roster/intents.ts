import type { RecordId, TenantId } from '#domain/ids.ts'
import { compoundPlace, idForKey, type Place } from '#domain/places.ts'
import { contactId, type Resident } from '#domain/doors/resident.ts'
import {
  contactEntering,
  placeEntering,
  type PlannedChange,
  residentEntering,
  rosterResidentId,
} from './plan.ts'
import type { RosterDiff } from './diff.ts'
import { chainOf } from './homes.ts'
import { type Did, markOf, markOfValue } from './import.ts'
import { plainPhone } from './known.ts'
import type { DiffAnswer, DiffChoices, DiffRow, Todo } from './diffRow.ts'
import type { TownPerson } from './town.ts'

/** One change of an import, and what is noted of it so that it can be taken back. */
export interface ImportStep {
  readonly change: PlannedChange
  readonly did: Did
}

/** What becomes of a row: what somebody says, as far as it may be said of this row; else what is usual. */
export function answerTo(row: DiffRow, choices: DiffChoices): DiffAnswer {
  const said = Object.hasOwn(choices, row.key) ? choices[row.key] : undefined
  return said !== undefined && row.answers.includes(said) ? said : row.usual
}

/**
 * The changes of what enters, in an order in which they can be made: a place after the one above it, somebody after their
 * home, a phone after whose it is. `day` is when those moved out who did, `YYYY-MM-DD`.
 */
export function intentsOf(
  { planned, town, index }: RosterDiff,
  choices: DiffChoices,
  { tenant, day }: { readonly tenant: TenantId; readonly day: string },
): readonly ImportStep[] {
  const steps: ImportStep[] = []
  const made = new Map<RecordId, Pick<Place, 'key'>>()
  const stands = new Map<string, RecordId>()
  const residents = new Set<RecordId>()

  /** Makes or brings back a place and what stands above it; answers its id. */
  const standing = (key: string): RecordId => {
    const known = stands.get(key)
    if (known !== undefined) return known
    const [place, above] = [...chainOf(town.places.get(key)!, town)].reverse()
    const found = index.find(key)
    const parent = above && found.is !== 'here' ? standing(above.key) : compoundPlace(tenant)
    const id =
      found.is === 'absent' ? idForKey(tenant, key, (one) => made.get(one) ?? index.get(one)) : found.place.id
    stands.set(key, id)
    if (found.is === 'absent') {
      made.set(id, { key })
      const { above: _, ...rest } = place!
      const change = placeEntering({ id, ...rest, parent })
      steps.push({ change, did: { record: id, made: 'new', mark: markOf('place', { ...rest, parent }) } })
    } else if (found.is !== 'here')
      steps.push({
        change: { record: id, name: 'place.bringBack', v: 1, args: {} },
        did: { record: id, made: 'back', mark: markOf('place', found.place) },
      })
    return id
  }

  const phone = (resident: RecordId, place: RecordId, now: string | undefined) => {
    const was = index.phoneOf(resident)
    if (now === undefined || (was !== undefined && plainPhone(was) === plainPhone(now))) return
    const record = contactId(resident)
    steps.push({
      change:
        was === undefined
          ? contactEntering(resident, place, now)
          : { record, name: 'contact.edit', v: 1, args: { phone: { was, now } } },
      did: { record, field: 'phone', mark: markOfValue(now), ...(was !== undefined && { was }) },
    })
  }

  const enter = (person: TownPerson) => {
    const place = standing(person.home)
    let generation = 1
    let id = rosterResidentId(tenant, person.home, person.name)
    while (residents.has(id) || index.resident(id))
      id = rosterResidentId(tenant, person.home, person.name, (generation += 1))
    residents.add(id)
    const change = residentEntering(id, place, person)
    const { name, ageBand } = person
    const mark = markOf('resident', { place, name, ageBand })
    steps.push({ change, did: { record: id, made: 'new', mark } })
    phone(id, place, person.phone)
  }

  const back = (id: RecordId, person: TownPerson) => {
    const { movedOut, ...rest } = index.resident(id) as Resident
    standing(person.home)
    if (rest.voided)
      steps.push({
        change: { record: id, name: 'resident.bringBack', v: 1, args: {} },
        did: { record: id, made: 'back', mark: markOf('resident', rest) },
      })
    if (movedOut !== undefined)
      steps.push({
        change: { record: id, name: 'resident.moveBack', v: 1, args: {} },
        did: { record: id, field: 'movedOut', mark: markOfValue(undefined), was: movedOut },
      })
    phone(id, rest.place, person.phone)
  }

  const todo = (one: Todo): void => {
    switch (one.do) {
      case 'home':
        standing(one.key)
        return
      case 'person':
        return enter(one.person)
      case 'back':
        return back(one.resident, one.person)
      case 'use': {
        const { place: record, was, now } = one
        const args = { use: { ...(was && { was }), now } }
        steps.push({
          change: { record, name: 'place.edit', v: 1, args },
          did: { record, field: 'use', mark: markOfValue(now), ...(was && { was }) },
        })
        return
      }
      case 'set':
        for (const { field, was, now } of one.fields) {
          if (field === 'phone') {
            phone(one.resident, index.resident(one.resident)!.place, now)
            continue
          }
          const args = { [field]: { ...(was !== undefined && { was }), now } }
          steps.push({
            change: { record: one.resident, name: 'resident.edit', v: 1, args },
            did: { record: one.resident, field, mark: markOfValue(now), ...(was !== undefined && { was }) },
          })
        }
        return
      case 'move': {
        const place = standing(one.person.home)
        steps.push({
          change: { record: one.resident, name: 'resident.move', v: 1, args: { was: one.was, place } },
          did: { record: one.resident, field: 'place', mark: markOfValue(place), was: one.was },
        })
        return
      }
      case 'moveOut':
        steps.push({
          change: { record: one.resident, name: 'resident.moveOut', v: 1, args: { day } },
          did: { record: one.resident, field: 'movedOut', mark: markOfValue(day) },
        })
    }
  }

  const entering = new Set<string>()
  for (const { row, todo: usual, asNew } of planned) {
    const answer = answerTo(row, choices)
    if (answer === 'leave' || (row.within !== undefined && !entering.has(row.within))) continue
    entering.add(row.key)
    const meant = answer === 'asNew' ? asNew : usual
    if (meant) todo(meant)
  }
  return steps
}
