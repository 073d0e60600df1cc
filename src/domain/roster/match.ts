import type { RecordId } from '#domain/ids.ts'
import type { Resident } from '#domain/doors/resident.ts'
import { type Found, isTakenBack, plainPhone, type RosterIndex } from './known.ts'
import { type DiffField, type DiffRow, doorOf, type Planned } from './diffRow.ts'
import type { Town, TownPerson } from './town.ts'
import { normal } from '#domain/text.ts'

/** Who of a roster is known, and as what. */
export interface PeopleRead {
  /** Rows by the key of their home. */
  readonly rows: ReadonlyMap<string, readonly Planned[]>
  /** People who are as they are known. */
  readonly same: number
  /** Records that a row of the roster is about: they are not missing. */
  readonly met: ReadonlySet<RecordId>
  /** Homes in which somebody lives by this roster, without anybody's word. */
  readonly livedIn: ReadonlySet<string>
}

/**
 * Finds each person of a roster among the records: by name at the same door first, then where they may have come from.
 * Likeness never decides: it asks.
 */
export function peopleRows(town: Town, index: RosterIndex): PeopleRead {
  const met = new Set<RecordId>()
  const livedIn = new Set<string>()
  const known = new Map<TownPerson, Resident>()
  const found = new Map<string, Found>()
  for (const person of town.people) {
    const home = found.get(person.home) ?? index.find(person.home)
    found.set(person.home, home)
    const all = namesakes(person, home, index).filter(isThere)
    for (const one of all) met.add(one.id)
    const first = all.find((one) => samePhone(person, one, index)) ?? all[0]
    if (first) known.set(person, first)
  }

  let same = 0
  const rows = new Map<string, Planned[]>()
  for (const person of town.people) {
    const home = found.get(person.home)!
    const resident = known.get(person)
    const own = resident
      ? changes(person, resident, index)
      : [newcomer(person, home, index, met) ?? unknown(person)]
    if (own.length === 0) same += 1
    if (resident || own[0]?.row.is === 'new') livedIn.add(person.home)
    const list = rows.get(person.home) ?? []
    rows.set(person.home, list)
    for (const one of own)
      list.push(home.is === 'here' ? one : { ...one, row: { ...one.row, within: `home ${person.home}` } })
  }
  return { rows, same, met, livedIn }
}

/** Whose record this is now: the second record of somebody stands for the first. */
function namesakes(person: TownPerson, home: Found, index: RosterIndex): readonly Resident[] {
  if (home.is === 'absent') return []
  const name = normal(person.name)
  const heads = index
    .at(home.place.id)
    .filter((one) => normal(one.name) === name)
    .map((one) => headOf(one, index))
  return [...new Set(heads)]
}

function headOf(resident: Resident, index: RosterIndex, steps = 5): Resident {
  const into = resident.mergedInto === undefined ? undefined : index.resident(resident.mergedInto)
  return into && steps > 0 ? headOf(into, index, steps - 1) : resident
}

/** Lives there, or owns it: as far as a roster asks. */
export function isThere(one: Resident): boolean {
  return one.voided === undefined && one.movedOut === undefined && one.mergedInto === undefined
}

function samePhone(person: TownPerson, resident: Resident, index: RosterIndex): boolean {
  const phone = index.phoneOf(resident.id)
  return person.phone !== undefined && phone !== undefined && plainPhone(phone) === plainPhone(person.phone)
}

/** What a roster says otherwise of somebody who is known. What it does not say stays. */
function changes(person: TownPerson, resident: Resident, index: RosterIndex): readonly Planned[] {
  const rows: Planned[] = []
  const add = (
    what: 'person' | 'phone',
    field: { readonly field: 'ageBand' | 'phone'; readonly was?: string; readonly now: string },
    byHand: boolean,
  ) => {
    const { was, now } = field
    const said: DiffField = {
      field: field.field === 'phone' ? 'phone' : 'age',
      ...(was !== undefined && { was }),
      now,
    }
    rows.push({
      row: {
        ...base(person, field.field),
        is: 'changed',
        what,
        home: resident.place,
        resident: resident.id,
        fields: [said],
        ...(byHand && { why: 'byHand' }),
        usual: byHand ? 'leave' : 'enter',
        answers: ['enter', 'leave'],
      },
      todo: { do: 'set', resident: resident.id, fields: [field] },
    })
  }
  const { ageBand, phone } = person
  if (ageBand !== undefined && ageBand !== resident.ageBand)
    add(
      'person',
      { field: 'ageBand', ...(resident.ageBand && { was: resident.ageBand }), now: ageBand },
      index.isByHand(resident, 'ageBand'),
    )
  if (phone !== undefined && !samePhone(person, resident, index)) {
    const was = index.phoneOf(resident.id)
    add(
      'phone',
      { field: 'phone', ...(was !== undefined && { was }), now: phone },
      index.isByHand(index.contactOf(resident.id), 'phone'),
    )
  }
  return rows
}

/** Where somebody may have come from who is not known at this door; undefined: from nowhere we know. */
function newcomer(
  person: TownPerson,
  home: Found,
  index: RosterIndex,
  met: Set<RecordId>,
): Planned | undefined {
  const gone = namesakes(person, home, index)[0]
  if (gone && isTakenBack(gone)) return back(person, gone, 'takenBack')
  if (gone) return back(person, gone, gone.voided ? 'personRetired' : 'hadMovedOut')

  const from = person.phone === undefined ? [] : index.byPhone(plainPhone(person.phone))
  const moved = from.find(
    (one) => isThere(one) && !met.has(one.id) && normal(one.name) === normal(person.name),
  )
  if (moved) {
    met.add(moved.id)
    const was = index.get(moved.place)
    const fields = [
      { field: 'door', ...(was && { was: doorOf(was.key) }), now: doorOf(person.home) },
    ] as const
    return doubtful(person, moved, 'movedWithin', fields, {
      do: 'move',
      resident: moved.id,
      was: moved.place,
      person,
    })
  }

  const others =
    home.is === 'absent' ? [] : index.at(home.place.id).filter((one) => isThere(one) && !met.has(one.id))
  const byPhone = others.find((one) => samePhone(person, one, index))
  const renamed = byPhone ?? others.find((one) => oneSignDiffers(one.name, person.name))
  if (!renamed) return undefined
  met.add(renamed.id)
  const name = { field: 'name', was: renamed.name, now: person.name } as const
  const was = index.phoneOf(renamed.id)
  const phone =
    person.phone === undefined || samePhone(person, renamed, index)
      ? []
      : [{ field: 'phone', ...(was !== undefined && { was }), now: person.phone } as const]
  return doubtful(person, renamed, byPhone ? 'samePhoneOtherName' : 'oneSignDiffers', [name, ...phone], {
    do: 'set',
    resident: renamed.id,
    fields: [name, ...phone],
  })
}

/** Of two signs one is too much: 王伟 and 王芳 are a couple. */
function oneSignDiffers(a: string, b: string): boolean {
  const left = Array.from(normal(a))
  const right = Array.from(normal(b))
  return (
    left.length > 2 &&
    left.length === right.length &&
    left.filter((sign, at) => sign !== right[at]).length === 1
  )
}

function back(
  person: TownPerson,
  gone: Resident,
  why: 'takenBack' | 'personRetired' | 'hadMovedOut',
): Planned {
  const todo = { do: 'back', resident: gone.id, person } as const
  if (why !== 'takenBack') return doubtful(person, gone, why, entering(person), todo)
  return { row: { ...unknown(person).row, resident: gone.id, why }, todo }
}

function doubtful(
  person: TownPerson,
  resident: Resident,
  why: DiffRow['why'] & string,
  fields: readonly DiffField[],
  todo: Planned['todo'] & object,
): Planned {
  return {
    row: {
      ...base(person),
      is: 'doubtful',
      what: 'person',
      home: resident.place,
      resident: resident.id,
      fields,
      why,
      usual: 'leave',
      answers: ['enter', 'leave', 'asNew'],
    },
    todo,
    asNew: { do: 'person', person },
  }
}

function unknown(person: TownPerson): Planned {
  return {
    row: {
      ...base(person),
      is: 'new',
      what: 'person',
      fields: entering(person),
      usual: 'enter',
      answers: ['enter', 'leave'],
    },
    todo: { do: 'person', person },
  }
}

function entering({ phone, ageBand }: TownPerson): readonly DiffField[] {
  return [
    ...(phone === undefined ? [] : [{ field: 'phone', now: phone } as const]),
    ...(ageBand === undefined ? [] : [{ field: 'age', now: ageBand } as const]),
  ]
}

function base(person: TownPerson, what: 'person' | 'ageBand' | 'phone' = 'person') {
  const { home, name, sheet, row } = person
  return {
    key: `${what} ${home} ${name}`,
    door: doorOf(home),
    who: name,
    row,
    ...(sheet !== undefined && { sheet }),
  }
}
