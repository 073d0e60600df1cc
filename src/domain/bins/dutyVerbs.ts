import { optional, picklist, strictObject } from 'valibot'
import type { Change, Stamp } from '#domain/change.ts'
import { id, type PersonId, type RecordId } from '#domain/ids.ts'
import { marked, mergeFields } from '#domain/merge.ts'
import { creation, fresh, type Kind } from '#domain/record.ts'
import { calendarDay, type Window, WINDOWS } from '#domain/window.ts'
import { type Duty, type Weekday, WEEKDAYS, dutyOutline } from './duty.ts'

const at = { place: id, window: picklist(WINDOWS) }

/** Nobody, where it is left out; `was` is whom its author saw there. */
const who = { was: optional(id), person: optional(id) }

const onDay = strictObject({ ...at, day: calendarDay, ...who })

interface Args {
  readonly place: string
  readonly window: Window
  readonly was?: string | undefined
  readonly person?: string | undefined
}

type OnDay = Args & { readonly day: string }

type Weekly = Args & { readonly weekday: Weekday }

export const duty: Kind<Duty> = {
  ...dutyOutline,
  sealed: false,
  verbs: {
    /** Every week, by whoever keeps the rota. */
    plan: creation<Duty, Weekly>({
      v: 1,
      args: strictObject({ ...at, weekday: picklist(WEEKDAYS), ...who }),
      act: 'keepBins',
      create: (args, change, stamp) => planned(args.weekday, args, change, stamp),
      meet,
    }),
    /** One day of it. */
    assign: creation<Duty, OnDay>({
      v: 1,
      args: onDay,
      act: 'keepBins',
      create: dayPlanned,
      meet: handedOver,
    }),
    /** One day, agreed among the people of the bins themselves: one takes over, one gives up. */
    swap: creation<Duty, OnDay>({
      v: 1,
      args: onDay,
      act: 'standShift',
      create: dayPlanned,
      meet: handedOver,
    }),
  },
}

function planned(when: string, { place, window, person }: Args, change: Change, stamp?: Stamp): Duty {
  return {
    ...fresh('duty', place as RecordId, change, stamp),
    kind: 'duty',
    when,
    window,
    ...(person !== undefined && { person: person as PersonId }),
    ...marked(stamp, 'person'),
  }
}

function dayPlanned(args: OnDay, change: Change, stamp?: Stamp): Duty {
  return { ...planned(args.day, args, change, stamp), ...handing(args.was, args.person, change) }
}

/** Whom somebody else stands for, where it is somebody else. */
function handing(
  was: string | undefined,
  now: string | undefined,
  { actor, at }: Change,
): Pick<Duty, 'handed'> {
  if (was === now) return {}
  return { handed: { by: actor, at, ...(was !== undefined && { was: was as PersonId }) } }
}

function handedOver(record: Duty, args: Args, change: Change, stamp?: Stamp) {
  const merged = meet(record, args, change, stamp)
  const now = merged.record.person
  if (now === record.person) return merged
  const { handed: _, ...rest } = merged.record
  return { ...merged, record: { ...rest, ...handing(record.person, now, change) } }
}

/** Two changed the same: the later stands, and the other is named on it. */
function meet(record: Duty, { was, person }: Args, change: Change, stamp?: Stamp) {
  return mergeFields(record, { person: { was, now: person } }, change, stamp)
}
