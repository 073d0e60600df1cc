import { fold } from '#domain/catalogue.ts'
import { type Change, took } from '#domain/change.ts'
import type { Contact } from '#domain/contact.ts'
import type { ChangeId, Epoch, PersonId, RecordId, TenantId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import type { Resident } from '#domain/resident.ts'
import { planRoster, type PlannedChange } from '#domain/roster.ts'
import { planImport, type RosterDiff } from '#domain/rosterDiff.ts'
import type { ImportPart, RosterImport } from '#domain/rosterImport.ts'
import type { RosterRecords } from '#domain/rosterIndex.ts'
import { gatherTable } from '#domain/rosterSheets.ts'

export const TENANT = 'wutong' as TenantId
export const OFFICER = 'officer' as PersonId

export type Rows = readonly (readonly string[])[]

/** The records of a compound in memory, changed by the same folds as everywhere. */
export interface RecordsHeld extends RosterRecords {
  get<R extends Recorded>(id: RecordId): R
  all<R extends Recorded>(kind: string): readonly R[]
  /** One change after the other; answers the outcomes. */
  change(changes: readonly (Partial<Change> & Omit<PlannedChange, 'v'>)[]): readonly string[]
  /** Somebody who lives behind a door (the key), by their name. */
  person(home: string, name: string): Resident
  home(key: string): Place
  phone(home: string, name: string): string | undefined
  /** How all of it is, to be compared: without marks, so that only what people see counts. */
  picture(): unknown
}

/** A compound whose first roster was this one. */
export function recordsOf(rows?: Rows): RecordsHeld {
  const records = new Map<RecordId, Recorded>()
  let seq = 0
  const all = <R extends Recorded>(kind: string) =>
    [...records.values()].filter((one) => one.kind === kind) as unknown as readonly R[]
  const held: RecordsHeld = {
    get: <R extends Recorded>(id: RecordId) => records.get(id) as unknown as R,
    all,
    change: (changes) =>
      changes.map((one) => {
        seq += 1
        const change: Change = {
          id: `c${seq}` as ChangeId,
          actor: OFFICER,
          at: '2026-03-02T00:00:00.000Z',
          v: 1,
          ...one,
        }
        const stamp = { epoch: 'e1' as Epoch, seq, receivedAt: change.at }
        const { record, outcome } = fold(records.get(change.record), change, stamp)
        if (took(outcome) && record) records.set(record.id, record)
        return outcome.is
      }),
    person: (home, name) =>
      all<Resident>('resident').find(
        (one) => one.name === name && records.get(one.place) === held.home(home),
      )!,
    home: (key) => all<Place>('place').find((one) => one.key === key)!,
    phone: (home, name) =>
      all<Contact>('contact').find((one) => one.resident === held.person(home, name).id)?.phone,
    picture: () =>
      [...records.values()]
        .map(({ won: _won, lost: _lost, ...one }) => one as Recorded)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    get places() {
      return all<Place>('place')
    },
    get residents() {
      return all<Resident>('resident')
    },
    get contacts() {
      return all<Contact>('contact')
    },
    get imports() {
      return all<RosterImport>('import')
    },
    get parts() {
      return all<ImportPart>('importPart')
    },
  }
  if (rows) {
    const plan = planRoster(rows, TENANT)
    if (!plan.ok) throw new Error(plan.refused)
    held.change(plan.value.intents)
  }
  return held
}

/** A roster held against the records. */
export function diffOf(rows: Rows, records: RosterRecords): RosterDiff {
  const diff = planImport(gatherTable(rows), records)
  if (!diff.ok) throw new Error(diff.refused)
  return diff.value
}
