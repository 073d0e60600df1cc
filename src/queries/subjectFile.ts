import type { Contact } from '#domain/doors/contact.ts'
import { masked } from '#domain/doors/contact.ts'
import { contactId, isTiedTo, type Resident } from '#domain/doors/resident.ts'
import type { Visit } from '#domain/doors/visit.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { Reporter } from '#domain/feedback/reporter.ts'
import { isTheirs } from '#domain/feedback/whoSaid.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import type { Look } from '#domain/look.ts'
import type { ImportPart, RosterImport } from '#domain/roster/import.ts'
import { plainPhone } from '#domain/roster/known.ts'
import { ownOf } from '#domain/tombstone.ts'
import { type CareParts, carePartsOf } from './careParts.ts'
import { standsFor } from './otherRecords.ts'
import type { Reader } from './reader.ts'
import { visitsOf } from './visits.ts'

/** A remark that is theirs, or that somebody of their door made without a name that tells. */
export interface RemarkTold {
  readonly feedback: Feedback
  readonly reporter: Reporter
}

/** Everything that is written down about one resident, as this reader may read it. Of other people only that they are there. */
export interface SubjectFile {
  readonly name: string
  readonly home: RecordId
  /** All records of the one human being, the one that stands for them first. */
  readonly residents: readonly Resident[]
  readonly contacts: readonly Contact[]
  readonly care: readonly CareParts[]
  /** At their homes; others who are named in the words are 某. */
  readonly visits: readonly Visit[]
  readonly remarks: readonly RemarkTold[]
  readonly orders: readonly Order[]
  readonly looks: readonly Look[]
  readonly imports: readonly { readonly of: RosterImport; readonly fields: number }[]
  /** Of their door and perhaps theirs: an officer says. */
  readonly perhaps: readonly RemarkTold[]
}

/** Undefined where the record is not here, or may not be read. */
export function subjectFile(reader: Reader, id: RecordId): SubjectFile | undefined {
  const get = (one: RecordId) => reader.get<Resident>(one)
  const record = get(id)
  if (!record) return undefined
  const first = standsFor(record, get)
  const all = reader.all<Resident>('resident')
  const residents = [
    first,
    ...all.filter((one) => one.id !== first.id && standsFor(one, get).id === first.id),
  ]
  const homes = new Set(residents.map(({ place }) => place))
  const others = all.filter((one) => homes.has(one.place) && isTiedTo(one) && !residents.includes(one))
  const contacts = residents.flatMap((one) => reader.get<Contact>(contactId(one.id)) ?? [])

  const asker = {
    homes,
    names: new Set(residents.map(({ name }) => name)),
    phones: new Set(
      contacts
        .flatMap(({ phone, kin }) => [phone, kin?.phone])
        .flatMap((one) => (one ? [plainPhone(one)] : [])),
    ),
    others: others.map(({ name }) => name),
  }
  const told = reader
    .all<Reporter>('reporter')
    .filter((one) => homes.has(one.place) || isTheirs(one, asker))
    .flatMap((reporter): readonly RemarkTold[] => {
      const feedback = reader.get<Feedback>(reporter.feedback)
      return feedback ? [{ feedback, reporter }] : []
    })
  const remarks = told.filter(({ reporter }) => isTheirs(reporter, asker))
  const theirs = new Set(remarks.map(({ feedback }) => feedback.id))
  const own = new Set(residents.flatMap((one) => ownOf(one.id)))
  const without = othersMasked(asker.others)
  return {
    name: first.name,
    home: first.place,
    residents,
    contacts: contacts.map(kinMasked),
    care: residents.map((one) => carePartsOf(reader, one)).filter(({ care, reasons }) => care ?? reasons),
    visits: [...homes].flatMap((home) => visitsOf(reader, home)).map((one) => without(one)),
    remarks: remarks.map((one) => ({ ...one, feedback: without(one.feedback) })),
    orders: reader
      .all<Order>('order')
      .filter(({ from }) => from.some((one) => theirs.has(one)))
      .map((one) => without(one)),
    looks: reader.all<Look>('look').filter(({ place }) => homes.has(place)),
    imports: importsOf(reader, own),
    perhaps: told.filter((one) => !remarks.includes(one)),
  }
}

/** 欧** 136****4411: whom to call is somebody else, and this file is not theirs. */
function kinMasked(contact: Contact): Contact {
  const { kin } = contact
  if (!kin) return contact
  return { ...contact, kin: { ...kin, name: `${kin.name.slice(0, 1)}**`, phone: masked(kin.phone) } }
}

function othersMasked(names: readonly string[]) {
  const known = names.filter((name) => name.length > 1)
  return <T>(value: T): T =>
    known.length === 0
      ? value
      : (JSON.parse(known.reduce((text, name) => text.replaceAll(name, '某'), JSON.stringify(value))) as T)
}

function importsOf(reader: Reader, own: ReadonlySet<RecordId>): SubjectFile['imports'] {
  const fields = new Map<RecordId, number>()
  for (const { of, did } of reader.all<ImportPart>('importPart')) {
    const theirs = did.filter(({ record }) => own.has(record)).length
    if (theirs > 0) fields.set(of, (fields.get(of) ?? 0) + theirs)
  }
  return [...fields].flatMap(([id, count]) => {
    const of = reader.get<RosterImport>(id)
    return of ? [{ of, fields: count }] : []
  })
}
