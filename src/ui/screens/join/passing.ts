import type { OfficeRefusal } from '#device/asking.ts'

const PASSING: readonly OfficeRefusal[] = ['noConnection', 'tooOften', 'serverTrouble', 'serverBusy']

/** Whether asking again in a moment may be answered otherwise. */
export function isPassing(refused: OfficeRefusal): boolean {
  return PASSING.includes(refused)
}
