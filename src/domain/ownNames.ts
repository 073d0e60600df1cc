import type { Change, Stamp } from './change.ts'
import { type FieldEdit, mergeFields } from './merge.ts'
import type { Called, OwnNames } from './organisation.ts'
import type { Folded, Recorded } from './record.ts'

interface Calling extends Recorded {
  readonly called?: OwnNames
}

/** Merges one word of the compound's own, each for itself (W9): two who call two things something else lose nothing. */
export function mergeCalled<R extends Calling>(
  record: R,
  key: Called,
  edit: FieldEdit<string> | undefined,
  change: Change,
  stamp: Stamp | undefined,
): Folded<R> {
  // It is a field of its own for as long as it takes.
  const field = `called.${key}`
  const met = mergeFields({ ...record, [field]: record.called?.[key] }, { [field]: edit }, change, stamp)
  if (met.outcome.is === 'already') return { record, outcome: met.outcome }
  const after = met.record as unknown as Calling & Readonly<Record<string, unknown>>
  const { [field]: name, called = {}, ...rest } = after
  const { [key]: _, ...others } = called
  const next = { ...others, ...(typeof name === 'string' && { [key]: name }) }
  const { lost } = after
  const written = {
    ...rest,
    ...(Object.keys(next).length > 0 && { called: next }),
    ...(lost?.field === field && { lost: { ...lost, field: 'called' } }),
  } as unknown as R
  if (met.outcome.is !== 'merged') return { record: written, outcome: met.outcome }
  return { record: written, outcome: { is: 'merged', lost: { called: met.outcome.lost[field] } } }
}
