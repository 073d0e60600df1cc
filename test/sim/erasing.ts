import type { Contact } from '#domain/doors/contact.ts'
import { contactId, type Resident } from '#domain/doors/resident.ts'
import { reporterId } from '#domain/feedback/reporter.ts'
import type { RecordId, TenantId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { ownOf } from '#domain/tombstone.ts'
import { canariesIn } from './canary.ts'
import type { ErasedEvent, ServerState } from './history.ts'

/** Who somebody was, from what the server knew before they were erased: this world's own book, apart from the product's. */
export function whoWasErased(
  tenant: TenantId,
  { records, rows }: ServerState,
  resident: RecordId,
  remarks: ReadonlySet<RecordId>,
): ErasedEvent {
  const all = new Map(records.map((record) => [record.id, record]))
  const same = sameHuman(records, resident)
  const own = new Set([...[...same].flatMap(ownOf), ...[...remarks].map(reporterId)])
  const homes = new Set<RecordId>()
  const texts = new Set<string>()
  for (const id of same) {
    const one = all.get(id) as Resident
    homes.add(one.place)
    texts.add(one.name)
    const contact = all.get(contactId(id)) as Contact | undefined
    if (contact?.phone !== undefined) texts.add(contact.phone)
  }
  for (const { record, name, body } of rows) {
    if (!same.has(record)) continue
    const args = ((body as { args?: unknown } | null)?.args ?? {}) as Readonly<Record<string, unknown>>
    const { was, now } = (args['name'] ?? {}) as { readonly was?: unknown; readonly now?: unknown }
    for (const said of [args['name'], was, now]) if (typeof said === 'string') texts.add(said)
    const home =
      name === 'resident.move' ? args['was'] : name === 'resident.enter' ? args['place'] : undefined
    if (typeof home === 'string') homes.add(home as RecordId)
  }
  // A number may be somebody else's too, by whose record it stays known.
  const others = records.filter(({ id, kind }) => (kind === 'contact' || kind === 'resident') && !own.has(id))
  const shared = new Set(canariesIn(others))
  const theirs = [...texts].filter((text) => !canariesIn(text).some((word) => shared.has(word)))
  const alone = !others.some(
    (one) =>
      one.kind === 'resident' &&
      homes.has(one.place) &&
      (one as Resident).movedOut === undefined &&
      !(one as Resident).voided,
  )
  return {
    is: 'erased',
    tenant,
    own,
    homes,
    alone,
    remarks,
    texts: theirs,
    words: new Set(canariesIn(theirs)),
  }
}

/** Records that people decided are one human being, by links in either direction. */
function sameHuman(records: readonly Recorded[], resident: RecordId): ReadonlySet<RecordId> {
  const links = records.flatMap((record): readonly (readonly [RecordId, RecordId])[] => {
    const into = record.kind === 'resident' ? (record as Resident).mergedInto : undefined
    return into === undefined ? [] : [[record.id, into]]
  })
  const there = new Set(records.flatMap(({ id, kind }) => (kind === 'resident' ? [id] : [])))
  const found = new Set([resident])
  for (let size = 0; size !== found.size;) {
    size = found.size
    for (const [one, other] of links) {
      if (found.has(one) && there.has(other)) found.add(other)
      if (found.has(other)) found.add(one)
    }
  }
  return found
}

/** What is left of words that were saved, where somebody they name was erased. */
export function withoutThem(
  saved: { readonly name: string; readonly record: RecordId; readonly args: unknown },
  place: RecordId | undefined,
  erased: readonly ErasedEvent[],
): readonly unknown[] {
  let text = JSON.stringify(saved.args ?? null)
  const fields = new Set<string>()
  const at = (saved.args as { place?: RecordId } | null)?.place as RecordId
  for (const { texts, alone, homes, remarks } of erased) {
    for (const one of texts) text = text.replaceAll(one, /^\d+$/.test(one) ? '****' : '某')
    const visit = saved.name.startsWith('visit.') && alone && homes.has(place ?? at)
    if (visit) for (const field of ['note', 'answers']) fields.add(field)
    if (remarks.has(saved.record)) fields.add('voice')
  }
  const whole = JSON.parse(text) as Record<string, unknown> | null
  const voice = whole?.['voice'] as { speaker?: unknown } | undefined
  const drop = (field: string) => fields.has(field) && (field !== 'voice' || voice?.speaker === 'resident')
  const less = whole && Object.fromEntries(Object.entries(whole).filter(([field]) => !drop(field)))
  return [whole, less]
}
