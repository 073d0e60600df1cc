import { KINDS } from '#domain/kinds.ts'
import type { Contact } from '#domain/doors/contact.ts'
import type { RecordId } from '#domain/ids.ts'
import { everAppointed, type Member } from '#domain/member.ts'
import type { Place } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import type { Resident } from '#domain/doors/resident.ts'
import type { PlannedChange } from './plan.ts'
import {
  type Did,
  type DidField,
  type ImportPart,
  markOf,
  markOfValue,
  type RosterImport,
  TAKEN_BACK,
} from './import.ts'
import { doorOf } from './diffRow.ts'

/** What of an import can be taken back, and what stays because somebody touched it since. */
export interface Undo {
  /** Values put back before people go, people before their homes, homes before what they lie in. */
  readonly changes: readonly PlannedChange[]
  readonly left: readonly UndoLeft[]
}

export interface UndoLeft {
  readonly record: RecordId
  readonly what: 'home' | 'person' | 'phone'
  /** 1-2-1803; of a building, unit or floor its own key. */
  readonly door: string
  readonly who?: string
  readonly why:
    | 'changedSince' // somebody wrote something else
    | 'usedSince' // something was written there: a visit, a remark, what somebody needs
    | 'peopleThere'
}

type Made = Extract<Did, { readonly made: unknown }>
type Set_ = Extract<Did, { readonly field: unknown }>

/**
 * Takes back what nobody has touched since, and lists the rest. What stands there is held against what the import left
 * there (`mark`), never against the clock. `all` are all records of the compound: what was written at a home since keeps it.
 * Half an import is taken back as far as it went; once more takes back what has become free meanwhile.
 */
export function planUndo(of: RosterImport, all: Iterable<Recorded>): Undo {
  const records = new Map<RecordId, Recorded>()
  const at = new Map<RecordId, Recorded[]>()
  const below = new Map<RecordId, Place[]>()
  const appointed = new Set<RecordId>()
  const merged = new Set<RecordId>()
  const parts: ImportPart[] = []
  for (const one of all) {
    records.set(one.id, one)
    if (one.kind === 'place') {
      const { parent } = one as Place
      if (parent !== undefined) put(below, parent, one as Place)
    } else put(at, one.place, one)
    if (one.kind === 'member') for (const { place } of everAppointed(one as Member)) appointed.add(place)
    if (one.kind === 'resident' && (one as Resident).mergedInto) merged.add((one as Resident).mergedInto!)
    if (one.kind === 'importPart' && (one as ImportPart).of === of.id) parts.push(one as ImportPart)
  }
  const get = <R extends Recorded>(id: RecordId) => records.get(id) as R | undefined

  const made = new Map<RecordId, Made>()
  const set = new Map<string, Set_>()
  for (const { did } of parts.sort((a, b) => a.n - b.n))
    for (const one of did)
      if ('made' in one) made.set(one.record, one)
      else set.set(`${one.record} ${one.field}`, one)

  const changes: PlannedChange[] = []
  const left: UndoLeft[] = []
  const doorAt = (place: RecordId) => doorOf(get<Place>(place)?.key ?? '')
  /** Who will have gone, and out of which home. */
  const gone = new Set<RecordId>()
  const leaves = (record: Recorded, what: UndoLeft['what'], why: UndoLeft['why']) => {
    const resident = record.kind === 'contact' ? get<Resident>((record as Contact).resident) : record
    left.push({
      record: record.id,
      what,
      door: record.kind === 'place' ? doorOf((record as Place).key) : doorAt(record.place),
      ...(resident?.kind === 'resident' && { who: (resident as Resident).name }),
      why,
    })
  }

  const retiring: PlannedChange[] = []
  const stays = new Set<RecordId>()
  for (const one of made.values()) {
    const resident = get<Resident>(one.record)
    if (resident?.kind !== 'resident' || resident.voided) continue
    const why = whyStays(resident)
    if (why) {
      leaves(resident, 'person', why)
      stays.add(resident.id)
      continue
    }
    gone.add(resident.id)
    retiring.push({ record: resident.id, name: 'resident.retire', v: 1, args: { reason: TAKEN_BACK } })
  }
  for (const one of set.values()) {
    const record = records.get(one.record)
    // Who stays keeps what came with them.
    if (!record || (record.kind === 'contact' && stays.has((record as Contact).resident))) continue
    const value = (record as unknown as Partial<Record<DidField, string>>)[one.field]
    if (value === one.was) continue
    if (markOfValue(value) !== one.mark) {
      leaves(record, whatOf(record, one.field), 'changedSince')
      continue
    }
    changes.push(putBack(one, value))
    if (one.field === 'place') gone.add(one.record)
  }
  changes.push(...retiring)
  function whyStays(resident: Resident): UndoLeft['why'] | undefined {
    if (!isOwn(resident, 'resident')) return 'changedSince'
    const parts = (at.get(resident.place) ?? []).filter((one) => headOf(one) === resident.id)
    for (const one of parts) {
      if (one.kind !== 'contact') return 'usedSince'
      const { phone, kin, proposals, id } = one as Contact
      const given = set.get(`${id} phone`)
      if (kin || proposals || (phone !== given?.was && markOfValue(phone) !== given?.mark))
        return 'changedSince'
    }
    return merged.has(resident.id) ? 'usedSince' : undefined
  }
  function isOwn(record: Place | Resident, kind: 'place' | 'resident'): boolean {
    const one = made.get(record.id)
    if (one?.mark !== markOf(kind, record)) return false
    // Somebody else may have made the same one in the same moment.
    return one.made === 'back' || (record.author === of.author && record.at === of.at)
  }

  const places = [...made.keys()]
    .map((id) => get<Place>(id))
    .filter((one): one is Place => one?.kind === 'place' && !one.voided)
    .sort((a, b) => DEPTH.indexOf(a.what) - DEPTH.indexOf(b.what))
  for (const place of places) {
    const why = isOwn(place, 'place') ? whyInhabited(place) : 'changedSince'
    const isStill = (below.get(place.id) ?? []).some((one) => !one.voided && !gone.has(one.id))
    if (why) leaves(place, 'home', why)
    if (why || isStill) continue
    gone.add(place.id)
    changes.push({ record: place.id, name: 'place.retire', v: 1, args: { reason: TAKEN_BACK } })
  }
  function whyInhabited({ id }: Place): UndoLeft['why'] | undefined {
    let why: UndoLeft['why'] | undefined = appointed.has(id) ? 'usedSince' : undefined
    for (const one of at.get(id) ?? []) {
      const who = headOf(one) ?? one.id
      if (gone.has(who) || get(who)?.voided || NO_TRACE.has(one.kind)) continue
      if (one.kind === 'resident' && (one as Resident).movedOut === undefined) return 'peopleThere'
      why = 'usedSince'
    }
    return why
  }

  return { changes, left }
}

const DEPTH: readonly Place['what'][] = ['dwelling', 'floor', 'unit', 'building']
/** That somebody looked is no use of a home. */
const NO_TRACE: ReadonlySet<string> = new Set(['look', 'exportRequest'])

function headOf(record: Recorded): RecordId | undefined {
  return KINDS.get(record.kind)?.headOf?.(record)
}

function whatOf(record: Recorded, field: DidField): UndoLeft['what'] {
  return field === 'phone' ? 'phone' : record.kind === 'place' ? 'home' : 'person'
}

function putBack({ record, field, was }: Set_, now: string | undefined): PlannedChange {
  const edit = { ...(now !== undefined && { was: now }), ...(was !== undefined && { now: was }) }
  switch (field) {
    case 'phone':
      return { record, name: 'contact.edit', v: 1, args: { phone: edit } }
    case 'use':
      return { record, name: 'place.edit', v: 1, args: { use: edit } }
    case 'place':
      return { record, name: 'resident.move', v: 1, args: { was: now, place: was } }
    case 'movedOut':
      return was === undefined
        ? { record, name: 'resident.moveBack', v: 1, args: {} }
        : { record, name: 'resident.moveOut', v: 1, args: { day: was } }
    case 'name':
    case 'ageBand':
      return { record, name: 'resident.edit', v: 1, args: { [field]: edit } }
  }
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
