import type { Finding, History } from '../history.ts'

/** INV-5: with a network that works every queue drains within the bound of the quiet phase, whatever lies in it. */
export function stuck({ end }: History): readonly Finding[] {
  const findings: Finding[] = [...end.restless].map(([disk, how]) => ({
    is: how.startsWith('threw') ? 'threw' : 'stuck',
    what: `${disk}: ${how === '' ? 'does not come to rest' : how}`,
  }))
  for (const { disk, outbox } of end.looks) {
    if (outbox.length > 0) findings.push({ is: 'stuck', what: `${disk} still has ${outbox.join(', ')}` })
  }
  return findings
}
