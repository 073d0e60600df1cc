import type { Part } from './rights.ts'
import type { Group } from './roles.ts'

/** Buildings, colleagues, and what hangs on the wall. A phone that holds no more needs no PIN. */
const WITHOUT_PIN: readonly Group[] = ['settings', 'site', 'doors', 'team', 'money', 'wall']

/** Whether a phone that may read these holds residents, or what others said and wrote: then it has to stand behind a PIN. */
export function needsPin(parts: readonly Part[]): boolean {
  return parts.some((part) => 'group' in part && !WITHOUT_PIN.includes(part.group))
}
