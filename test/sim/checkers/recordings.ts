import { isLater, took } from '#domain/change.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import type { Recording } from '#domain/bins/recording.ts'
import { slotsOf } from '#queries/recordings.ts'
import type { View } from '#store/view.ts'
import type { Finding, History, Look, ServerState } from '../history.ts'
import { mayHave } from '../reading.ts'
import { ServerStates } from './serverStates.ts'

/**
 * INV-12, W7 (a slot): what is heard of a card is what was put there last in the order of the log, whatever came again after
 * a restore; and every device that may hear it, and has nothing of its own to say of it, plays that and nothing else.
 */
export function recordings({ events, end, compounds }: History): readonly Finding[] {
  const states = new ServerStates(compounds)
  const findings: Finding[] = []
  for (const event of events) {
    states.follow(event)
    if (event.is === 'looked') findings.push(...heard(event.look, states))
  }
  const last = new ServerStates(compounds)
  for (const [tenant, state] of end.servers) {
    last.put(tenant, state.records)
    findings.push(...replaced(state))
  }
  for (const look of end.looks) findings.push(...heard(look, last))
  return findings
}

function replaced({ rows, records }: ServerState): readonly Finding[] {
  const puts = rows
    .filter(({ name, outcome }) => name === 'recording.put' && (took(outcome) || outcome.is === 'already'))
    .sort((a, b) => (isLater(a.first ?? a, b.first ?? b) ? 1 : -1))
  const sounds = new Map(puts.map(({ record, body }) => [record, soundIn(body)]))
  return records.flatMap((one): readonly Finding[] => {
    if (one.kind !== 'recording') return []
    const { sound } = one as Recording
    if (sound === sounds.get(one.id)) return []
    return [{ is: 'overwritten', what: `${one.id} is ${sound}, put there last was ${sounds.get(one.id)}` }]
  })
}

function soundIn(body: unknown): string | undefined {
  return (body as { args: { sound?: string } }).args.sound
}

function heard(look: Look, states: ServerStates): readonly Finding[] {
  const ground = states.ground(look.tenant, look.day)
  const all = [...(states.records.get(look.tenant)?.values() ?? [])]
  return look.books.flatMap(({ records, pending }) => {
    const byId = new Map(records.map((one) => [one.id, one]))
    const view = { get: (id: RecordId) => byId.get(id) } as View
    const own = new Set(pending.map(({ record }) => record))
    return all.flatMap((one: Recorded): readonly Finding[] => {
      if (one.kind !== 'recording' || own.has(one.id) || !mayHave(look.reader, one, ground)) return []
      const { card, dialect, sound } = one as Recording
      const is = slotsOf(view, look.tenant, card).find((slot) => slot.dialect === dialect)?.sound
      const what = `${card} in ${dialect} is ${is} on ${look.disk}, put there was ${sound}`
      return is === sound ? [] : [{ is: 'diverged', what }]
    })
  })
}
