import type { Change, Stamp } from '#domain/change.ts'
import { type Outside, sentAgain, sentOut } from '#domain/ledger/outside.ts'
import { applied, type Recorded, type Verdict } from '#domain/record.ts'

type Sent = Pick<Outside, 'body' | 'reference' | 'workingDays'>
type Remark = Recorded & { readonly disposition?: string; readonly outside?: Outside }

/**
 * A remark on its way to somebody outside, with the number they keep it under. `way` is what became of its disposition: what
 * has gone another way keeps its way. Two who send it out fill what the other left open.
 */
export function withOutside<R extends Remark>(
  record: R,
  way: Verdict<R>,
  sent: { readonly [K in keyof Sent]: Sent[K] | undefined } & Pick<Sent, 'body'>,
  change: Change,
  stamp: Stamp | undefined,
): Verdict<R> {
  const after = 'record' in way ? way.record : record
  if (after.disposition !== 'escalated') return way
  const again = record.outside && sentAgain(record.outside, sent, change, stamp)
  if (record.outside && !again) return way
  const kept: R = { ...after, outside: again ? again.now : sentOut(sent, change, stamp) }
  const lost = {
    ...('outcome' in way && way.outcome.is === 'merged' && way.outcome.lost),
    ...again?.lost,
  }
  return Object.keys(lost).length === 0 ? applied(kept) : { record: kept, outcome: { is: 'merged', lost } }
}
