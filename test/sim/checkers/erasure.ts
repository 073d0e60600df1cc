import type { RecordId, TenantId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { canariesIn } from '../canary.ts'
import type { ErasedEvent, Finding, History, Look } from '../history.ts'

/** Kinds that have names of their own: what stands there is said of whom it names. */
const OF_PEOPLE = ['resident', 'contact']

/**
 * INV-24, W15: once somebody is erased, no reply says their name or number, no table of a device that has asked since holds it, and no
 * row and no record of the server does, whatever came late and whatever was put back. What is their own is a tombstone and
 * says nothing. A name that was written down elsewhere than at their homes is not known there, and stays.
 */
export function erasure({ events, end }: History): readonly Finding[] {
  const all = events.filter((event): event is ErasedEvent => event.is === 'erased')
  if (all.length === 0) return []
  const elsewhere = new Set(all.flatMap((one) => onServer(one, end).elsewhere))
  const gone = new Map<TenantId, Set<string>>()
  const findings: Finding[] = all.flatMap((one) => onServer(one, end).findings)
  const heard = (words: readonly string[], tenant: TenantId, where: string) => {
    for (const word of words)
      if (gone.get(tenant)?.has(word) && !elsewhere.has(word))
        findings.push({ is: 'leaked', what: `${word} of somebody who is erased ${where}` })
  }
  const lies = ({ disk, tenant, raw, books }: Look) => {
    for (const [table, words] of Object.entries(raw)) heard(words, tenant, `lies in ${table} of ${disk}`)
    for (const { records } of books) heard(canariesIn(records), tenant, `stands in a book of ${disk}`)
  }
  for (const event of events) {
    if (event.is === 'erased') {
      const words = gone.get(event.tenant) ?? new Set()
      for (const word of event.words) words.add(word)
      gone.set(event.tenant, words)
    }
    if (event.is === 'reply') heard(event.words, event.tenant, `is sent to ${event.device}`)
    if (event.is === 'looked') lies(event.look)
  }
  for (const look of end.looks) lies(look)
  return findings
}

function onServer({ tenant, own, homes, words }: ErasedEvent, end: History['end']) {
  const { rows = [], records = [] } = end.servers.get(tenant) ?? {}
  const all = new Map<RecordId, Recorded>(records.map((record) => [record.id, record]))
  const findings: Finding[] = []
  const elsewhere: string[] = []
  const look = (said: readonly string[], record: RecordId, what: string) => {
    const there = all.get(record)
    const theirs = own.has(record)
    for (const word of said) {
      if (!theirs && !words.has(word)) continue
      const known = theirs || (there !== undefined && homes.has(there.place))
      if (known && !(there && !theirs && OF_PEOPLE.includes(there.kind)))
        findings.push({ is: 'leaked', what: `${word} of somebody who is erased stands in ${what}` })
      else elsewhere.push(word)
    }
  }
  for (const record of records) {
    look(canariesIn(record), record.id, `${record.kind} ${record.id}`)
    if (own.has(record.id) && record.kind !== 'tombstone')
      findings.push({ is: 'leaked', what: `${record.kind} ${record.id} is erased and is there` })
  }
  for (const { record, body, outcome, name, change } of rows)
    look(canariesIn([body, outcome]), record, `the row of ${name} ${change}`)
  return { findings, elsewhere }
}
