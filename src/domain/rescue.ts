import { integer, maxLength, minValue, number, optional, pipe, strictObject, string } from 'valibot'
import { type DeviceId, id, type RecordId } from './ids.ts'
import { creation, fresh, type Kind, type Recorded } from './record.ts'

/** That a file of unsent changes was brought to the office by hand: by whom (its author), of which device. The office reads it. */
export interface Rescue extends Recorded {
  readonly kind: 'rescue'
  readonly device: DeviceId
  /** How many changes the file was written with. */
  readonly count: number
  /** When it was written: the device's claim, ISO instant. */
  readonly writtenAt?: string
}

const text = pipe(string(), maxLength(64))

export const rescue: Kind<Rescue> = {
  kind: 'rescue',
  sealed: false,
  scopeOf: ({ place, author }) => ({ place, group: 'held', people: [author] }),
  verbs: {
    bring: creation({
      v: 1,
      args: strictObject({
        place: id,
        device: id,
        count: pipe(number(), integer(), minValue(0)),
        writtenAt: optional(text),
      }),
      act: 'settleHeld',
      by: 'server',
      create: ({ place, device, count, writtenAt }, change, stamp): Rescue => ({
        ...fresh('rescue', place as RecordId, change, stamp),
        kind: 'rescue',
        device: device as DeviceId,
        count,
        ...(writtenAt !== undefined && { writtenAt }),
      }),
    }),
  },
}
