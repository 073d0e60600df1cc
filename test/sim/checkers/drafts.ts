import type { Finding, History } from '../history.ts'

/** INV-1 for what is half written: a draft that was kept is found at the next start, as it was or as it was typed on. */
export function draftsKept({ events }: History): readonly Finding[] {
  const kept = new Map<string, string>()
  const findings: Finding[] = []
  for (const event of events) {
    if (event.is === 'drafted') kept.set(`${event.disk} ${event.key}`, event.words)
    if (event.is === 'draftGone') {
      for (const key of kept.keys())
        if (key === `${event.disk} ${event.key}` || (event.key === '*' && key.startsWith(`${event.disk} `)))
          kept.delete(key)
    }
    if (event.is !== 'draftsFound') continue
    for (const [key, words] of kept) {
      const prefix = `${event.disk} `
      if (!key.startsWith(prefix)) continue
      const found = event.found.get(key.slice(prefix.length))
      if (found === undefined || parseInt(found, 10) < parseInt(words, 10))
        findings.push({ is: 'draftLost', what: `${key}: ${words}, found ${found ?? 'nothing'}` })
    }
  }
  return findings
}
