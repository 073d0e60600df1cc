import type { Role } from '#domain/roles.ts'

/** A letter for each role, so that a row is read at a glance: b stands at the bins, w are the owners’ committee, d is one of
 * the party, q leads a group of it, n is the grid officer. */
export const LETTERS = {
  o: 'officer',
  m: 'manager',
  s: 'steward',
  b: 'supervisor',
  g: 'gridWorker',
  f: 'floorLead',
  w: 'owners',
  p: 'party',
  c: 'partyCommittee',
  q: 'partyGroup',
  d: 'partyMember',
  n: 'gridOfficer',
  r: 'residents',
  u: 'overseer',
} as const satisfies Readonly<Record<string, Role>>

export const ALL_ROLES = Object.values(LETTERS) as readonly Role[]

type Letter = keyof typeof LETTERS

/** @throws for a letter that stands for no role */
export function rolesIn(letters: string): ReadonlySet<Role> {
  return new Set(
    [...letters].map((letter) => {
      const role = LETTERS[letter as Letter]
      if (!role) throw new Error(`no role has the letter ${letter}`)
      return role
    }),
  )
}

/** Where somebody stands to what they ask for. */
export const SITUATIONS = [
  'ownPlace',
  'otherPlace', // of the same compound
  'otherCompound',
  'revoked', // the device, not the person
  'copied', // the device has a key, and what asks has its cookie only
  'expired', // the appointment ended yesterday
] as const
export type Situation = (typeof SITUATIONS)[number]
