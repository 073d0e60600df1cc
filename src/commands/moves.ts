import type { RecordId } from '#domain/ids.ts'
import type { Resident } from '#domain/doors/resident.ts'
import type { Context, Done } from './context.ts'

/** Those of a household who moved out on a day (`YYYY-MM-DD`), in one act. */
export function moveOut(ctx: Context, residents: readonly RecordId[], day: string): Promise<Done> {
  return ctx.commit(residents.map((record) => ({ record, name: 'resident.moveOut', v: 1, args: { day } })))
}

/** They live there after all, or again. */
export function moveBack(ctx: Context, residents: readonly RecordId[]): Promise<Done> {
  return ctx.commit(residents.map((record) => ({ record, name: 'resident.moveBack', v: 1, args: {} })))
}

/**
 * To another home of the compound, in one act: their phones and what they need go with them, the server moves those.
 * `residents` as they were seen; the same call with the homes exchanged takes it back.
 */
export function moveWithin(
  ctx: Context,
  residents: readonly Pick<Resident, 'id' | 'place'>[],
  place: RecordId,
): Promise<Done> {
  return ctx.commit(
    residents.map(({ id: record, place: was }) => ({
      record,
      name: 'resident.move',
      v: 1,
      args: { was, place },
    })),
  )
}

/** A person decides that two records are one human being. `loser` stays as another name of `winner`. */
export function mergeResidents(ctx: Context, loser: RecordId, winner: RecordId): Promise<Done> {
  return ctx.commit([{ record: loser, name: 'resident.mergeInto', v: 1, args: { into: winner } }])
}

/** They are two people after all. */
export function unmergeResident(ctx: Context, loser: RecordId): Promise<Done> {
  return ctx.commit([{ record: loser, name: 'resident.unmerge', v: 1, args: {} }])
}
