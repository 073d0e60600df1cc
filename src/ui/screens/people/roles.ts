import type { Role } from '#domain/rights.ts'

/** In the order they are offered: those that are invited most, first. */
export const ROLES_OFFERED: readonly Role[] = [
  'gridWorker',
  'supervisor',
  'floorLead',
  'steward',
  'manager',
  'owners',
  'party',
  'officer',
]
