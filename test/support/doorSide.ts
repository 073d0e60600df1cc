import type { Context } from '#commands/context.ts'
import { fold } from '#domain/catalogue.ts'
import type { Change } from '#domain/change.ts'
import type { ChangeId, PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { memberId } from '#domain/member.ts'
import { compoundPlace, placeId } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import type { Appointment, DeviceKind } from '#domain/rights.ts'
import { planRoster } from '#domain/roster/plan.ts'
import { type Reader, readerOf } from '#queries/reader.ts'
import { type Book, openBook } from '#store/book.ts'
import { commit } from '#store/commit.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { plainSeals } from './plainSeals.ts'
import { asText, springRoster } from './springRoster.ts'

export const TENANT = 'chunhe' as TenantId
export const COMPOUND = compoundPlace(TENANT)
export const BUILDING = placeId(TENANT, '1')
export const UNIT_2 = placeId(TENANT, '1-2')
export const ZHOU = 'zhou' as PersonId
export const REN = 'ren' as PersonId
export const OFFICE = 'office' as PersonId
export const TODAY = '2024-03-10'
/** 18:00 in Shanghai on that day, a Sunday. */
export const NOW = '2024-03-10T10:00:00.000Z'

export function door(unit: number, label: number): RecordId {
  return placeId(TENANT, `1-${unit}-${Math.floor(label / 100)}-${label}`)
}

let count = 0

export function change(name: string, record: RecordId, args: unknown, rest: Partial<Change> = {}): Change {
  count += 1
  return { id: `c-${count}` as ChangeId, record, name, v: 1, actor: OFFICE, at: NOW, args, ...rest }
}

/** The records that changes make, in order. */
export function folded(changes: readonly Change[], before: readonly Recorded[] = []): readonly Recorded[] {
  const records = new Map(before.map((one) => [one.id, one]))
  for (const one of changes) {
    const { record } = fold(records.get(one.record), one)
    if (record) records.set(one.record, record)
  }
  return [...records.values()]
}

/** 1栋 of 春和苑 with everybody who lives there. */
export function springCompound(): readonly Recorded[] {
  const plan = planRoster(asText(springRoster()), TENANT)
  if (!plan.ok) throw new Error(plan.refused)
  return folded([
    change('place.enter', COMPOUND, { what: 'compound', key: 'compound', label: '春和苑', order: 0 }),
    ...plan.value.intents.map((intent) => change(intent.name, intent.record, intent.args)),
  ])
}

export function appointed(person: PersonId, name: string, appointment: Partial<Appointment>): Change {
  const appointments = [{ role: 'gridWorker', place: BUILDING, from: '2024-01-01', ...appointment }]
  return change('member.join', memberId(person), { place: COMPOUND, name, appointments })
}

export interface DoorSide extends Context {
  readonly book: Book
  at(instant: string): void
  reader(day?: string): Reader
}

/** The phone of a volunteer in front of the doors. */
export function aDoorSide(
  records: readonly Recorded[] = springCompound(),
  options: { me?: PersonId; appointment?: Partial<Appointment>; deviceKind?: DeviceKind } = {},
): DoorSide {
  const { me = ZHOU, appointment = {}, deviceKind = 'own' } = options
  const book = openBook()
  book.load(folded([appointed(me, '周桂芳', appointment)], records), [])
  const disk = memoryDisk()
  let clock = NOW
  const newId = () => `new-${(count += 1)}`
  const now = () => clock
  return {
    tenant: TENANT,
    compound: COMPOUND,
    me,
    deviceKind,
    view: book,
    book,
    newId,
    now,
    at: (instant) => {
      clock = instant
    },
    commit: (intents) => commit({ disk, book, seals: plainSeals, tenant: TENANT, newId, now }, me, intents),
    reader: (day = TODAY) => readerOf(book, { me, compound: COMPOUND, deviceKind }, day),
  }
}
