import type { Team } from './ledger/hands.ts'
import type { Role } from './roles.ts'

/** The lines of a compound that run beside each other, each from the top down. */
export const LINES = {
  party: ['partyCommittee', 'party', 'partyGroup', 'partyMember'],
  grid: ['officer', 'gridOfficer', 'gridWorker', 'floorLead'],
  residents: ['residents'],
  owners: ['owners'],
  property: ['manager', 'steward', 'supervisor'],
} as const satisfies Readonly<Record<string, readonly Role[]>>
export type Line = keyof typeof LINES

export const LINE_NAMES = Object.keys(LINES) as readonly Line[]

/** The teams of a line: who does its work together, whatever their appointments are. */
export const TEAMS_OF = {
  party: [],
  grid: ['community'],
  residents: [],
  owners: ['owners_committee'],
  property: ['engineering', 'cleaning', 'order', 'customer_service'],
} as const satisfies Readonly<Record<Line, readonly Team[]>>

/** What a compound may call by a word of its own: its model (1+1+4), its lines, its kinds of grid, its roles. */
export const CALLED = [
  'model',
  'partyLine',
  'gridLine',
  'residentsLine',
  'ownersLine',
  'propertyLine',
  'grid',
  'microGrid',
  ...LINES.party,
  ...LINES.grid,
  ...LINES.residents,
  ...LINES.owners,
  ...LINES.property,
  'overseer',
] as const
export type Called = (typeof CALLED)[number]

/** The compound's own words; what is not here is called as everywhere. */
export type OwnNames = Readonly<Partial<Record<Called, string>>>
