import { type InferOutput, object, optional } from 'valibot'
import type { PersonId, TenantId } from '#domain/ids.ts'
import { endSchema, setUpSchema } from './office.ts'

const { compound, rows, points, emergency, officer } = setUpSchema.entries

/** POST /api/compounds → CompoundRow. An officer adds another compound of the community, and is its first officer too. */
export const addCompoundSchema = object({
  compound,
  rows,
  points,
  emergency,
  /** The officer's own, once more: it becomes theirs to enter there. */
  passphrase: officer.entries.passphrase,
  /** What the community is called; asked for with the second compound, and kept from then on. */
  community: optional(compound),
})
export type AddCompound = InferOutput<typeof addCompoundSchema>

/** A compound that the officer who asks is of the office of. */
export interface CompoundRow {
  readonly tenant: TenantId
  readonly name: string
  /** The one of this device. */
  readonly here: boolean
}

/** Somebody of the office of another compound of the community, and not of this one's: their account is one for all. */
export interface ColleagueRow {
  readonly person: PersonId
  readonly name: string
  /** That other compound. */
  readonly of: string
  /** The last day of their office there; without it there is none yet. */
  readonly to?: string
}

/** POST /api/compounds/colleague → `{}`: from today on they are of this compound's office. */
export const colleagueSchema = object({ person: endSchema.entries.person })
export type AskColleague = InferOutput<typeof colleagueSchema>

/** GET /api/compounds. */
export interface CompoundsReply {
  /** What the community is called; none while there is one compound only. */
  readonly community?: string
  readonly compounds: readonly CompoundRow[]
  /** Of compounds of whose office the asker is, too. */
  readonly colleagues: readonly ColleagueRow[]
}

/** POST /api/login by an officer of several compounds who has not said into which: what there is to choose from. */
export interface ChooseReply {
  readonly choose: readonly Omit<CompoundRow, 'here'>[]
}
