import type { Feedback } from '#domain/feedback/feedback.ts'
import type { Recorded } from '#domain/record.ts'
import type { Publication } from '#domain/wall/publication.ts'
import type { Finding, History, Look } from '../history.ts'
import { mayHave } from '../reading.ts'
import { ServerStates } from './serverStates.ts'

/**
 * INV-13, W14 (bytes): a photo or a sound is given to whoever may read, now, a record that names it, and to nobody else: not
 * one that was replaced, not one of another point, not one of another compound.
 */
export function handed({ events, end, compounds }: History): readonly Finding[] {
  const states = new ServerStates(compounds)
  const findings: Finding[] = []
  for (const event of events) {
    states.follow(event)
    if (event.is === 'looked') findings.push(...given(event.look, states))
  }
  const last = new ServerStates(compounds)
  for (const [tenant, { records }] of end.servers) last.put(tenant, records)
  for (const look of end.looks) findings.push(...given(look, last))
  return findings
}

function given({ handed: told, reader, tenant, day, disk }: Look, states: ServerStates): readonly Finding[] {
  if (told.size === 0) return []
  const ground = states.ground(tenant, day)
  const all = [...(states.records.get(tenant)?.values() ?? [])]
  return [...told].flatMap(([hash, is]): readonly Finding[] => {
    const may = all.some((one) => names(one).includes(hash) && mayHave(reader, one, ground) === true)
    if (is === may) return []
    return is
      ? [{ is: 'leaked', what: `the bytes of ${hash} are given to ${disk}` }]
      : [{ is: 'diverged', what: `the bytes of ${hash} are kept from ${disk}` }]
  })
}

/** This world's own idea of what names bytes. */
function names(record: Recorded): readonly string[] {
  const { photos = [], sound } = record as Recorded & { photos?: readonly string[]; sound?: string }
  if (record.kind === 'incident' || record.kind === 'accountLine') return photos
  if (record.kind === 'feedback') {
    const { voice } = record as Feedback
    return [...photos, ...(voice ? [voice.sound] : [])]
  }
  if (record.kind === 'publication') {
    const { proposed, versions } = record as Publication
    return [proposed, ...versions.map((one) => one.content)].flatMap((one) => one?.pictures ?? [])
  }
  return record.kind === 'recording' && sound !== undefined ? [sound] : []
}
