import { boolean, maxLength, minLength, pipe, strictObject, string } from 'valibot'
import { ALREADY } from './change.ts'
import { derivedId, id, type PersonId, type RecordId } from './ids.ts'
import { applied, creation, fresh, type Kind, type Recorded, verb } from './record.ts'

/** A word that somebody looked for and the list did not know, so that the list can grow. */
export interface Lookup extends Recorded {
  readonly kind: 'lookup'
  readonly word: string
  /** The office has dealt with it. */
  readonly settled?: true
}

/** A person's word is one record of theirs, however often they look: what counts is how many people miss it. */
export function lookupId(person: PersonId, word: string): RecordId {
  return derivedId('lookup', person, word)
}

export const lookup: Kind<Lookup> = {
  kind: 'lookup',
  sealed: false,
  scopeOf: (record) => ({ place: record.place, group: 'bins', people: [record.author] }),
  verbs: {
    ask: creation({
      v: 1,
      args: strictObject({ place: id, word: pipe(string(), minLength(1), maxLength(40)) }),
      // Everybody who stands anywhere may be asked by a resident.
      act: 'recordFeedback',
      create: (args, change, stamp): Lookup => ({
        ...fresh('lookup', args.place as RecordId, change, stamp),
        kind: 'lookup',
        word: args.word,
      }),
    }),
    settle: verb({
      v: 1,
      args: strictObject({ settled: boolean() }),
      act: 'keepBins',
      fold: (record: Lookup, { settled }) => {
        if ((record.settled === true) === settled) return ALREADY
        const { settled: _, ...rest } = record
        return applied<Lookup>(settled ? { ...rest, settled } : rest)
      },
    }),
  },
}
