import type { Unit } from '#domain/bins/haul.ts'
import { derivedId, type RecordId } from '#domain/ids.ts'
import { same } from '#domain/merge.ts'
import { refused } from '#domain/result.ts'
import type { Settings } from '#domain/settings.ts'
import type { Shift } from '#domain/bins/shift.ts'
import type { Stream } from '#domain/bins/streams.ts'
import type { Intent } from '#store/commit.ts'
import type { Context, Done } from './context.ts'
import { sameSheet } from './sameSheet.ts'

export interface HaulWords {
  /** Of the record it becomes; without it a new one. */
  readonly id?: RecordId | undefined
  readonly shift: RecordId
  readonly stream: Stream
  readonly amount: number
  readonly unit: Unit
  readonly mixed: boolean
  /** When the lorry came, where that is not now. */
  readonly hauledAt?: string | undefined
  /** Several streams in one hold are noted as an incident too, in the same act. */
  readonly noted?: boolean | undefined
}

/** What a lorry took of one stream. The haul is the first change of the act. */
export async function recordHaul(ctx: Context, said: HaulWords): Promise<Done> {
  const { shift, stream, amount, unit, mixed, hauledAt } = said
  const kept = ctx.view.get<Shift>(shift)
  if (!kept) return refused('notPossible')
  const haul: Intent = {
    record: said.id ?? (ctx.newId() as RecordId),
    name: 'haul.record',
    v: 1,
    args: {
      place: kept.place,
      shift,
      stream,
      amount,
      unit,
      mixed,
      ...(hauledAt !== undefined && { hauledAt }),
    },
  }
  return ctx.commit([haul, ...(mixed && said.noted ? mixedHaul(ctx, kept) : [])])
}

/** One lorry takes several streams, and each is written down: that it mixed them is noted once on a sheet. */
function mixedHaul(ctx: Context, shift: Shift): readonly Intent[] {
  const { place, day, window } = shift
  const notes = sameSheet(ctx.view, shift).incidents.filter((one) => one.type === 'mixed_haul')
  if (notes.some((one) => !one.voided)) return []
  return [
    {
      record: derivedId('mixed_haul', place, day, window, notes.length),
      name: 'incident.record',
      v: 1,
      args: { place, shift: shift.id, type: 'mixed_haul', action: 'none', photos: [] },
    },
  ]
}

/** It stays, with the reason on it, and is counted no more. */
export function withdrawHaul(ctx: Context, haul: RecordId, reason: string): Promise<Done> {
  return ctx.commit([{ record: haul, name: 'haul.withdraw', v: 1, args: { reason: reason.trim() } }])
}

export interface Weights {
  readonly kgPerLitre: NonNullable<Settings['kgPerLitre']>
  /** Who weighed and when. */
  readonly weighed: string
}

/** How heavy a litre of each stream is here. W9: with what was on the screen. */
export async function keepWeights(
  ctx: Context,
  shown: Pick<Settings, 'id' | 'kgPerLitre' | 'weighed'>,
  wanted: Weights,
): Promise<Done> {
  const weighed = wanted.weighed.trim()
  const { kgPerLitre } = wanted
  const args = {
    ...(!same(shown.kgPerLitre ?? {}, kgPerLitre) && { kgPerLitre: edit(shown.kgPerLitre, kgPerLitre) }),
    ...((shown.weighed ?? '') !== weighed && { weighed: edit(shown.weighed, weighed) }),
  }
  if (Object.keys(args).length === 0) return refused('nothingToDo')
  return ctx.commit([{ record: shown.id, name: 'settings.edit', v: 1, args }])
}

function edit<T>(was: T | undefined, now: T) {
  return was === undefined ? { now } : { was, now }
}
