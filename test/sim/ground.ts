import type { Context, Done } from '#commands/context.ts'
import { contactId } from '#domain/doors/resident.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import type { Canaries } from './canary.ts'
import type { Chance } from './random.ts'

/** What an act is made of: who acts on what they see, and chance. */
export interface Ground {
  readonly ctx: Context
  readonly chance: Chance
  readonly officer: boolean
  readonly colleagues: readonly PersonId[]
  /** Records made anywhere in this compound, also ones this device has never heard of. */
  readonly known: RecordId[]
  readonly canaries: Canaries
  /** Some act of a place tree is allowed to move a subtree. */
  readonly moves: boolean
}

/** One kind of act: undefined where what this person sees offers nothing to do it on. */
export type Act = (ground: Ground) => Promise<Done> | undefined

/** Words of a text at a place, with the canary in them. */
export function words(ground: Ground, place: RecordId, record: RecordId, said = ''): string {
  const { canaries, ctx } = ground
  return `${said}${canaries.let({ tenant: ctx.tenant, place, record, by: ctx.me })}`
}

/** A number of somebody at a place. */
export function phone({ canaries, ctx }: Ground, { id, place }: Pick<Recorded, 'id' | 'place'>): string {
  return canaries.letPhone({ tenant: ctx.tenant, place, record: contactId(id), by: ctx.me })
}

/** The name of a photo or a sound that a record at a place will name. */
export function bytes({ canaries, ctx }: Ground, place: RecordId, record: RecordId): string {
  return canaries.letBytes({ tenant: ctx.tenant, place, record, by: ctx.me })
}

export function newRecord({ ctx, known }: Ground): RecordId {
  const id = ctx.newId() as RecordId
  known.push(id)
  return id
}

/** Something out of what is shown of a kind. */
export function some<R>(
  ground: Ground,
  kind: string,
  fits: (record: R) => boolean = () => true,
): R | undefined {
  const fitting = (ground.ctx.view.all(kind) as readonly unknown[] as readonly R[]).filter(fits)
  return fitting.length > 0 ? ground.chance.pick(fitting) : undefined
}

export function somePlace(ground: Ground, ...what: readonly Place['what'][]): Place | undefined {
  return some<Place>(ground, 'place', (place) => what.includes(place.what))
}
