import type { Role } from '#domain/roles.ts'

/** In the order they are offered: those that are invited most, first. */
export const ROLES_OFFERED: readonly Role[] = [
  'gridWorker',
  'supervisor',
  'floorLead',
  'steward',
  'manager',
  'owners',
  'party',
  'partyGroup',
  'partyMember',
  'partyCommittee',
  'residents',
  'gridOfficer',
  'overseer',
  'officer',
]
