import { same } from '#domain/merge.ts'
import type { Recorded } from '#domain/record.ts'
import type { Finding, History, Look } from '../history.ts'
import { mayHave } from '../reading.ts'
import { ServerStates } from './serverStates.ts'

/**
 * INV-9, INV-10, INV-11, INV-17: a device that has asked since anything moved has exactly the server's state of what its
 * people may read, field by field: nothing missing, nothing else, nothing more. In the middle of a life and at its end.
 */
export function projection({ events, end, compounds }: History): readonly Finding[] {
  const states = new ServerStates(compounds)
  const findings: Finding[] = []
  for (const event of events) {
    states.follow(event)
    if (event.is === 'looked') findings.push(...differences(event.look, states))
  }
  // What the quiet phase left is read from the logs themselves.
  const last = new ServerStates(compounds)
  for (const [tenant, { records }] of end.servers) last.put(tenant, records)
  for (const look of end.looks) findings.push(...differences(look, last))
  return findings
}

function differences(look: Look, states: ServerStates): readonly Finding[] {
  const ground = states.ground(look.tenant, look.day)
  const findings: Finding[] = []
  const mine = new Map<string, Recorded>()
  for (const record of states.records.get(look.tenant)?.values() ?? []) {
    if (record.kind === 'notice' && !look.later) continue
    if (mayHave(look.reader, record, ground)) mine.set(record.id, leaving(record))
  }
  const onServer = states.records.get(look.tenant) ?? new Map<string, Recorded>()
  // W8: what a server that was put back does not know stays while own changes of it wait: they are answered first.
  const pending = new Set(look.books.flatMap((book) => book.pending.map((change) => change.record)))
  const here = new Set<string>()
  for (const base of look.bases) {
    here.add(base.id)
    const there = mine.get(base.id)
    if (base.kind === 'notice' && !look.later) continue
    if (!there && !onServer.has(base.id) && pending.has(base.id)) continue
    if (!there) findings.push({ is: 'leaked', what: `${base.kind} ${base.id} lies on ${look.disk}` })
    else if (!same(there, base))
      findings.push({ is: 'diverged', what: `${base.kind} ${base.id} on ${look.disk}` })
  }
  for (const [id, { kind }] of mine)
    if (!here.has(id)) findings.push({ is: 'diverged', what: `${kind} ${id} is missing on ${look.disk}` })
  return findings
}

/** The marks of winners stay on the server. */
function leaving(record: Recorded): Recorded {
  const { won: _, ...rest } = record
  return rest
}
