import type { Finding, History } from '../history.ts'

/** W3: an act is folded whole or held whole. What waits for its record stops nobody. */
export function wholeActs({ events }: History): readonly Finding[] {
  const findings: Finding[] = []
  for (const event of events) {
    if (event.is !== 'wrote') continue
    const acts = new Map<string, Set<boolean>>()
    for (const { act, outcome } of event.rows) {
      if (act === undefined || outcome.is === 'waits') continue
      acts.set(act, (acts.get(act) ?? new Set()).add(outcome.is === 'held'))
    }
    for (const [act, held] of acts)
      if (held.size > 1) findings.push({ is: 'torn', what: `of act ${act} a part is held` })
  }
  return findings
}
