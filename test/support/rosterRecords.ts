import { fold } from '#domain/catalogue.ts'
import { type Change, took } from '#domain/change.ts'
import type { Contact } from '#domain/doors/contact.ts'
import type { ChangeId, Epoch, PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { compoundPlace, type Place } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import type { Resident } from '#domain/doors/resident.ts'
import { planRoster, type PlannedChange } from '#domain/roster/plan.ts'
import { planImport, type RosterDiff } from '#domain/roster/diff.ts'
import { type ImportPart, importPartId, type RosterImport } from '#domain/roster/import.ts'
import type { RosterRecords } from '#domain/roster/known.ts'
import { intentsOf } from '#domain/roster/intents.ts'
import type { DiffChoices } from '#domain/roster/diffRow.ts'
import { gatherTable } from '#domain/roster/sheets.ts'
import { planUndo, type Undo } from '#domain/roster/undo.ts'

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
  everything(): readonly Recorded[]
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
    everything: () => [...records.values()],
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

const AT = '2026-04-01T00:00:00.000Z'

/** An officer agrees: the import and what it did are noted as the server notes them, a few changes at a time. */
export function bring(
  rows: Rows,
  records: RecordsHeld,
  choices: DiffChoices = {},
  { id = 'import-1', upTo = Infinity }: { id?: string; upTo?: number } = {},
): RecordId {
  const diff = diffOf(rows, records)
  const of = id as RecordId
  const place = compoundPlace(TENANT)
  records.change([
    { record: of, name: 'import.begin', at: AT, args: { place, file: '名册.xlsx', counts: diff.counts } },
  ])
  const steps = intentsOf(diff, choices, { tenant: TENANT, day: '2026-04-01' }).slice(0, upTo)
  const outcomes = records.change(steps.map(({ change }) => ({ ...change, at: AT })))
  for (const outcome of outcomes) if (outcome !== 'applied') throw new Error(`import: ${outcome}`)
  const before = [...records.parts].filter((part) => part.of === of).length
  records.change(
    steps.length === 0
      ? []
      : [
          {
            record: importPartId(of, before + 1),
            name: 'importPart.note',
            at: AT,
            args: { place, of, n: before + 1, did: steps.map(({ did }) => did) },
          },
        ],
  )
  return of
}

/** Takes an import back, and answers what stays. */
export function takeBack(of: RecordId, records: RecordsHeld): Undo {
  const undo = planUndo(records.get<RosterImport>(of), records.everything())
  const outcomes = records.change(undo.changes)
  for (const outcome of outcomes) if (outcome !== 'applied') throw new Error(`undo: ${outcome}`)
  records.change([{ record: of, name: 'import.takeBack', args: { left: undo.left.length } }])
  return undo
}

/** What people see: who lives where, with what phone, and which homes there are. */
export function shown(records: RecordsHeld): unknown {
  const places = records.all<Place>('place')
  const keyOf = (id: RecordId) => places.find((one) => one.id === id)?.key
  return {
    places: places
      .filter((one) => !one.voided)
      .map(({ key, use, label }) => `${key} ${label} ${use ?? ''}`)
      .sort(),
    people: records
      .all<Resident>('resident')
      .filter((one) => !one.voided && one.movedOut === undefined)
      .map((one) => {
        const phone = records.all<Contact>('contact').find(({ resident }) => resident === one.id)?.phone
        return `${keyOf(one.place)} ${one.name} ${one.ageBand ?? ''} ${phone ?? ''}`
      })
      .sort(),
  }
}
