import { KINDS } from '#domain/catalogue.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import { door, HOUSE } from './world.ts'
import { AT, idOf, ITS_OWN, ME, NEAR, ONE_A_PLACE, OTHER, replaced, type Sample } from './samples.ts'

/** A sample in the world: the same change by somebody of it, on a record that no other cell has. */
export interface InPlace {
  readonly record: RecordId
  readonly before?: Recorded
  readonly args: unknown
  /** A place that is made for it. */
  readonly ground?: Recorded
}

/** Nobody of the world: whose records are not one's own. */
export const SOMEBODY = 'somebody-else'

export function inPlace(sample: Sample, actor: string, cell: number): InPlace {
  const mark = `.${cell.toString(36)}`
  const ground = ONE_A_PLACE.includes(sample.name) ? aPlace(mark) : undefined
  const words = new Map<string, string>([
    [ME, actor],
    [OTHER, SOMEBODY],
    [AT, ground?.id ?? door(cell)],
    [NEAR, door(cell + 1)],
    ...ITS_OWN.map((word) => [word, word + mark] as const),
    ...(sample.before ? [[sample.before.id, `r${mark}`] as const] : []),
  ])
  const said = <T>(value: T): T => replaced(value, words) as T
  const args = said(sample.args)
  const before = sample.before && said(sample.before)
  return {
    ...(ground && { ground }),
    ...(before && { before }),
    args,
    record: before?.id ?? ownId(sample.name, args, mark),
  }
}

function aPlace(mark: string): Place {
  const id = `own-place${mark}` as RecordId
  const base = {
    kind: 'place',
    v: 1,
    place: id,
    author: SOMEBODY as PersonId,
    at: '2026-03-01T00:00:00.000Z',
  } as const
  return { ...base, id, what: 'dwelling', parent: HOUSE, key: id, label: '房', order: 1 }
}

function ownId(name: string, args: unknown, mark: string): RecordId {
  const id = idOf(name, args)
  return (id === ITS_OWN[0] ? `r${mark}` : id) as RecordId
}

export function groupOf(record: Recorded) {
  const scope = KINDS.get(record.kind)?.scopeOf(record)
  if (!scope) throw new Error(`no kind ${record.kind}`)
  return scope
}
