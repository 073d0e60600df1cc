import {
  boolean,
  integer,
  maxLength,
  number,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
  unknown,
} from 'valibot'
import { ALREADY, type Change, type HeldWhy, type Stamp } from './change.ts'
import { id, type ActId, type ChangeId, type DeviceId, type PersonId, type RecordId } from './ids.ts'
import { applied, creation, fresh, type Kind, verb } from './record.ts'
import { type Held, type HeldChange, type HeldStatus, heldOutline } from './held.ts'

const WHYS: readonly HeldWhy[] = [
  'notAllowed',
  'invalid',
  'newer',
  'wrongState',
  'unreadable',
  'recordMissing',
  'idTaken',
  'actHeld',
  'decidedBefore',
  'tellsWho',
  'unknownDevice',
]

const text = string()

export const held: Kind<Held> = {
  ...heldOutline,
  sealed: false,
  verbs: {
    /** `place` is the compound. The record's author is the author of what is kept. */
    keep: creation({
      v: 1,
      args: strictObject({
        place: id,
        change: strictObject({
          id: text,
          record: text,
          name: text,
          v: pipe(number(), integer()),
          actor: text,
          act: optional(text),
        }),
        personal: boolean(),
        device: text,
        why: picklist(WHYS),
        body: unknown(),
      }),
      act: 'settleHeld',
      by: 'server',
      create: (args, change, stamp): Held => ({
        ...fresh('held', args.place as RecordId, change, stamp),
        kind: 'held',
        author: args.change.actor as PersonId,
        change: heldChange(args.change),
        personal: args.personal,
        device: args.device as DeviceId,
        why: args.why,
        body: args.body,
        status: 'open',
      }),
      /** What waited for its record may be kept for another reason once the record is here. */
      meet: (record: Held, args) =>
        record.status !== 'open' || record.why === args.why ? ALREADY : applied({ ...record, why: args.why }),
    }),
    release: verb({
      v: 1,
      args: strictObject({}),
      act: 'settleHeld',
      fold: (record: Held, _, change, stamp) => decided(record, 'released', change, stamp),
    }),
    giveUp: verb({
      v: 1,
      args: strictObject({ reason: optional(pipe(string(), maxLength(200))) }),
      act: 'settleHeld',
      by: 'author',
      fold: (record: Held, { reason }, change, stamp) =>
        decided(record, 'givenUp', change, stamp, {}, reason),
    }),
    correct: verb({
      v: 1,
      args: strictObject({ instead: id }),
      act: 'settleHeld',
      by: 'author',
      fold: (record: Held, args, change, stamp) =>
        decided(record, 'corrected', change, stamp, { instead: args.instead as ChangeId }),
    }),
  },
}

/** The first decision in the server's order stands. */
function decided(
  record: Held,
  status: HeldStatus,
  change: Change,
  stamp: Stamp | undefined,
  more: Pick<Held, 'instead'> = {},
  reason?: string,
) {
  if (record.status !== 'open') return ALREADY
  const at = stamp?.receivedAt ?? change.at
  const by = { by: change.actor, at, ...(reason !== undefined && reason !== '' && { reason }) }
  return applied({ ...record, ...more, status, decided: by })
}

function heldChange(kept: {
  id: string
  record: string
  name: string
  v: number
  actor: string
  act?: string | undefined
}): HeldChange {
  return {
    id: kept.id as ChangeId,
    record: kept.record as RecordId,
    name: kept.name,
    v: kept.v,
    actor: kept.actor as PersonId,
    ...(kept.act !== undefined && { act: kept.act as ActId }),
  }
}
