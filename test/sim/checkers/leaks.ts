import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { canariesIn } from '../canary.ts'
import type { Event, Finding, History, Look } from '../history.ts'
import { mayHave, type Reader } from '../reading.ts'
import { ServerStates } from './serverStates.ts'

/** Tables whose rows hold own work that is open by its kind, or its author's only. */
const OWN_WORK = ['outbox', 'sent', 'shelf', 'drafts']

/**
 * INV-13, INV-14, and the wall between compounds: no record and no word leaves for a device, lies in any table of its disk
 * or stands in its book, unless one of its people may read at that moment a record that says it, or wrote it there.
 * Judged by this world's own idea of rights, on the records as they stood.
 */
export function leaks(history: History): readonly Finding[] {
  const { events, end, compounds } = history
  const states = new ServerStates(compounds)
  const said = new Saying()
  const findings: Finding[] = []
  for (const event of events) {
    states.follow(event)
    said.follow(event)
    if (event.is === 'reply') findings.push(...inReply(event, states, said, history))
    if (event.is === 'looked') findings.push(...onDevice(event.look, states, said, history))
  }
  for (const look of end.looks) findings.push(...onDevice(look, states, said, history))
  return findings
}

/** Which records say a word, now. */
class Saying {
  readonly #words = new Map<RecordId, readonly string[]>()
  readonly #written = new Map<PersonId, Set<string>>()
  readonly #records = new Map<string, Set<RecordId>>()
  /** Which records ever said it: a page keeps an earlier state of what may still be read until another walk. */
  readonly #ever = new Map<string, Set<RecordId>>()

  follow(event: Event): void {
    if (event.is === 'tried' || event.is === 'typed') {
      const words = this.#written.get(event.by) ?? new Set()
      for (const word of canariesIn(event)) words.add(word)
      this.#written.set(event.by, words)
    }
    if (event.is === 'wrote') for (const record of event.records) this.#put(record)
    if (event.is !== 'restored') return
    this.#words.clear()
    this.#records.clear()
    for (const { records } of event.tenants.values()) for (const record of records) this.#put(record)
  }

  #put(record: Recorded): void {
    for (const word of this.#words.get(record.id) ?? []) this.#records.get(word)?.delete(record.id)
    const words = canariesIn(record)
    if (words.length === 0 && !this.#words.has(record.id)) return
    this.#words.set(record.id, words)
    for (const word of words) {
      const records = this.#records.get(word) ?? new Set()
      this.#records.set(word, records.add(record.id))
      const ever = this.#ever.get(word) ?? new Set()
      this.#ever.set(word, ever.add(record.id))
    }
  }

  /** What somebody ever wrote, with what they saw when they wrote it. */
  by(person: PersonId): ReadonlySet<string> {
    return this.#written.get(person) ?? new Set()
  }

  of(word: string): Iterable<RecordId> {
    return this.#records.get(word) ?? []
  }

  ever(word: string): Iterable<RecordId> {
    return this.#ever.get(word) ?? []
  }
}

function inReply(
  event: Extract<Event, { is: 'reply' }>,
  states: ServerStates,
  said: Saying,
  history: History,
): readonly Finding[] {
  const { reader, tenant, day, device, shows } = event
  const ground = states.ground(tenant, day)
  const findings: Finding[] = []
  for (const record of shows) {
    if (mayHave(reader, record, ground) === false)
      findings.push({ is: 'leaked', what: `${record.kind} ${record.id} is sent to ${device}` })
  }
  for (const word of event.words) {
    if (!mayHear(word, reader, states, said, history, tenant, day))
      findings.push({ is: 'leaked', what: `${word} is sent to ${device}` })
  }
  return findings
}

function onDevice(look: Look, states: ServerStates, said: Saying, history: History): readonly Finding[] {
  const { reader, tenant, day, disk } = look
  const findings: Finding[] = []
  // W8: what a server that was put back does not know stays while own changes of it wait.
  const waiting = new Set(look.books.flatMap((book) => book.pending.map((change) => change.record)))
  const known = states.records.get(tenant)
  const stays = new Set(canariesIn(look.bases.filter(({ id }) => waiting.has(id) && known?.has(id) !== true)))
  const people = [...(history.written.get(disk) ?? [])]
  const mine = (word: string) => people.some((person) => said.by(person).has(word))
  for (const [table, words] of Object.entries(look.raw)) {
    for (const word of words) {
      if (stays.has(word) || (OWN_WORK.includes(table) && mine(word))) continue
      const earlier = table === 'pages' ? said.ever(word) : []
      if (!mayHear(word, reader, states, said, history, tenant, day, earlier))
        findings.push({ is: 'leaked', what: `${word} lies in ${table} of ${disk}` })
    }
  }
  for (const { records, pending } of look.books) {
    const own = new Set(pending.flatMap((change) => canariesIn(change)))
    for (const word of canariesIn(records)) {
      if (own.has(word) || stays.has(word) || mayHear(word, reader, states, said, history, tenant, day))
        continue
      findings.push({ is: 'leaked', what: `${word} stands in a book of ${disk}` })
    }
  }
  return findings
}

function mayHear(
  word: string,
  reader: Reader,
  states: ServerStates,
  said: Saying,
  history: History,
  tenant: Look['tenant'],
  day: string,
  earlier: Iterable<RecordId> = [],
): boolean {
  const canary = history.canaries.get(word)
  // A word that was never let out cannot turn up; one of the other compound may not.
  if (!canary || canary.tenant !== tenant) return false
  const ground = states.ground(tenant, day)
  const may = (id: RecordId) => {
    const record = ground.record(id)
    return record !== undefined && mayHave(reader, record, ground) !== false
  }
  if (may(canary.record)) return true
  for (const id of [...said.of(word), ...earlier]) if (may(id)) return true
  return false
}
