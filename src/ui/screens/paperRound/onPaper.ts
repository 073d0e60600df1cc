import type { VisitOutcome } from '#domain/doors/visit.ts'

/** What can be ticked at a door, in the order of the paper; typing it back has the same keys in the same order. */
export const ON_PAPER = [
  'met',
  'noAnswer',
  'refused',
  'leftNote',
  'phone',
] as const satisfies readonly VisitOutcome[]
