import type { Change } from '#domain/change.ts'
import type { ActId, ChangeId, DeviceId, Epoch, PersonId, RecordId, StreamId, TenantId } from '#domain/ids.ts'
import type { KeptChange } from '#store/outbox.ts'
import { firstPosition, type Position } from '#store/position.ts'

/** The world of most tests: one compound, one device, one supervisor, one bin point. */
export const TENANT = 'tenant-1' as TenantId
export const DEVICE = 'tablet-1' as DeviceId
export const STREAM = 'stream-1' as StreamId
export const EPOCH = 'epoch-1' as Epoch
export const WANG = 'wang' as PersonId
export const EAST_GATE = 'east-gate' as RecordId
export const SHIFT = 'shift-1' as RecordId
export const AT = '2026-03-04T07:00:00.000Z'

let count = 0

export function change(name: string, args: unknown, rest: Partial<Change> = {}): Change {
  count += 1
  return { id: `change-${count}` as ChangeId, record: SHIFT, name, v: 1, actor: WANG, at: AT, args, ...rest }
}

export function openShift(rest: Partial<Change> = {}): Change {
  return change('shift.open', { place: EAST_GATE, day: '2026-03-04', window: 'morning' }, rest)
}

export function tap(rest: Partial<Change> = {}): Change {
  return change('shift.tally', { counter: 'right' }, rest)
}

export function kept({ at, args, ...rest }: Change): KeptChange {
  return { ...rest, body: { open: { at, args } } }
}

export function inAct(act: string): Partial<Change> {
  return { act: act as ActId }
}

export function position(rest: Partial<Position> = {}): Position {
  return { ...firstPosition({ tenant: TENANT, device: DEVICE, stream: STREAM, epoch: EPOCH }), ...rest }
}
