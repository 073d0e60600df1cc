import { number, strictObject, string } from 'valibot'
import { KINDS } from '#domain/catalogue.ts'
import type { Change } from '#domain/change.ts'
import type { RecordId } from '#domain/ids.ts'
import { applied, creation, fresh, type Kind, type Recorded, verb } from '#domain/record.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { shift } from '#domain/bins/shiftVerbs.ts'

/*
 * A later build of the product, as this world imagines it: one kind more, and one verb more on a kind that is there. It is
 * put into the register of kinds from outside, for everybody in this process at once.
 */

interface Notice extends Recorded {
  readonly kind: 'notice'
  readonly text: string
}

const notice: Kind<Notice> = {
  kind: 'notice',
  sealed: false,
  scopeOf: ({ place, author }) => ({ place, group: 'bins', people: [author] }),
  verbs: {
    post: creation({
      v: 1,
      args: strictObject({ place: string(), text: string() }),
      act: 'recordIncident',
      create: (args, change, stamp): Notice => ({
        ...fresh('notice', args.place as RecordId, change, stamp),
        kind: 'notice',
        text: args.text,
      }),
    }),
  },
}

const weighing: Kind<Shift> = {
  ...shift,
  verbs: {
    ...shift.verbs,
    weigh: verb({
      v: 1,
      args: strictObject({ kilograms: number() }),
      act: 'standShift',
      fold: (record: Shift, args) => applied({ ...record, kilograms: args.kilograms }),
    }),
  },
}

/** Which build everybody runs from now on. Pages load anew after it. */
export function run(build: 'thisOne' | 'later'): void {
  const register = KINDS as Map<string, Kind>
  if (build === 'later') {
    register.set('notice', notice as Kind)
    register.set('shift', weighing as Kind)
  } else {
    register.delete('notice')
    register.set('shift', shift as Kind)
  }
}

/** What only a later build can say. */
export function sayLater(
  place: RecordId,
  shiftId: RecordId | undefined,
  record: RecordId,
  text: string,
): Pick<Change, 'record' | 'name' | 'v' | 'args'> {
  return shiftId === undefined
    ? { record, name: 'notice.post', v: 1, args: { place, text } }
    : { record: shiftId, name: 'shift.weigh', v: 1, args: { kilograms: text.length } }
}
