import { type Care, needsCare } from '#domain/doors/care.ts'
import type { RecordId } from '#domain/ids.ts'
import { REASONS, type Reasons, reasonsId } from '#domain/reasons.ts'
import { careId, isOfHome, type Resident } from '#domain/doors/resident.ts'
import { addDays } from '#domain/workingDays.ts'
import { otherRecords, standsFor } from './otherRecords.ts'
import type { Reader } from './reader.ts'

/** What is written about one record of a person, as far as the reader may read it. */
export interface CareParts {
  readonly resident: Resident
  readonly care?: Care
  readonly reasons?: Reasons
}

export function carePartsOf(reader: Reader, resident: Resident): CareParts {
  const care = reader.get<Care>(careId(resident.id))
  const reasons = reader.get<Reasons>(reasonsId(resident.id))
  return { resident, ...(care && { care }), ...(reasons && { reasons }) }
}

/**
 * The doors behind which somebody lives who agreed to be looked after. Where their part lies says nothing: it follows them a moment
 * later, and stays with who has moved out.
 */
export function caredDoors(reader: Reader): ReadonlySet<RecordId> {
  const doors = new Set<RecordId>()
  for (const one of reader.all<Care>('care')) {
    if (!needsCare(one)) continue
    const person = personOf(reader, one.resident)
    if (person && isOfHome(person)) doors.add(person.place)
  }
  return doors
}

/** A consent that stands, with the one that stands for the person now. */
export interface Consenting extends CareParts {
  /** Day to ask again, `YYYY-MM-DD`; absent: nobody said. */
  readonly reviewBy?: string
}

/** How long before its day a consent is among those to ask again. */
const AHEAD_DAYS = 14

export interface ConsentsToSee {
  /** To be asked again: over, nearly over, or without a day. The most urgent first. */
  readonly toAsk: readonly Consenting[]
  /** They live here no more, and what they agreed to is still written down. */
  readonly away: readonly Consenting[]
}

/** What the office has to look at among the consents, on a day. */
export function consentsToSee(reader: Reader, today: string): ConsentsToSee {
  const soon = addDays(today, AHEAD_DAYS)
  const toAsk: Consenting[] = []
  const away: Consenting[] = []
  for (const parts of consenting(reader)) {
    const person = personOf(reader, parts.resident.id)
    if (!person || !isOfHome(person)) away.push(parts)
    else if (parts.reviewBy === undefined || parts.reviewBy <= soon)
      toAsk.push({ ...parts, resident: person })
  }
  toAsk.sort((a, b) => ((a.reviewBy ?? '') < (b.reviewBy ?? '') ? -1 : 1))
  return { toAsk, away }
}

function* consenting(reader: Reader): Generator<Consenting> {
  const told = new Set<RecordId>()
  for (const kind of ['care', 'reasons'] as const)
    for (const { resident: id, consent } of reader.all<Care | Reasons>(kind)) {
      const resident = reader.get<Resident>(id)
      if (!consent || !resident || told.has(id)) continue
      told.add(id)
      const { reviewBy } = consent
      yield { ...carePartsOf(reader, resident), ...(reviewBy !== undefined && { reviewBy }) }
    }
}

/** All that is written about somebody, of their own record first, then of the others that are the same person. */
export function allCareParts(
  reader: Reader,
  resident: Resident,
  others: readonly Resident[] = otherRecords(reader).get(resident.id) ?? [],
): readonly CareParts[] {
  return [resident, ...others].map((one) => carePartsOf(reader, one))
}

/** The office's reasons on all records of a person, in their order, each once. */
export function reasonsOf(parts: readonly CareParts[]) {
  return REASONS.filter((reason) =>
    parts.some(({ reasons }) => reasons?.consent && reasons.tags.includes(reason)),
  )
}

function personOf(reader: Reader, id: RecordId): Resident | undefined {
  const resident = reader.get<Resident>(id)
  return resident && standsFor(resident, (other) => reader.get<Resident>(other))
}
