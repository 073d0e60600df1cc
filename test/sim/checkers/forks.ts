import type { Finding, History } from '../history.ts'

/** INV-18: a place of a stream is one change, for whoever asks and under whatever copy of a profile. */
export function forks({ events }: History): readonly Finding[] {
  const findings: Finding[] = []
  const places = new Map<string, string>()
  for (const event of events) {
    // A stream that goes on after an unnoticed restore may fill the same places again; its devices are sent on.
    if (event.is === 'restored') places.clear()
    if (event.is !== 'reply') continue
    for (const { n, id } of event.outcomes) {
      const place = `${event.stream} ${n}`
      const before = places.get(place)
      if (before !== undefined && before !== id)
        findings.push({ is: 'forked', what: `${place} is ${before} and ${id}` })
      places.set(place, id)
    }
  }
  return findings
}
