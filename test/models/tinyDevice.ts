import type { Epoch, StreamId } from '#domain/ids.ts'
import type { Position } from '#store/position.ts'
import { type Batch, FULL_BATCH, type plan, type Ready } from '#sync/plan.ts'
import { position as first } from '#test/support/changes.ts'
import type { TinyReply } from './tinyServer.ts'

interface Sent extends Ready {
  readonly first: string
  readonly again: boolean
}

/** A device as SPEC.md describes it, on values: where it stands, what waits, what was sent, what it knows. */
export interface Device {
  position: Position
  outbox: Ready[]
  sent: Sent[]
  /** Record → (seq, number of the walk it came with). */
  bases: Map<string, { seq: number; walk: number }>
  /** Of this conversation only; lost at a restart. */
  pointer: { stream: string; n: number }
  batch: Batch
  streams: number
}

export const aDevice = (): Device => ({
  position: first(),
  outbox: [],
  sent: [],
  bases: new Map(),
  pointer: { stream: '', n: 0 },
  batch: FULL_BATCH,
  streams: 1,
})

export const queueOf = ({ position, outbox, sent }: Device): readonly Ready[] => [
  ...(position.resending ? sent.filter((row) => row.again) : []),
  ...outbox,
]

/** Takes a reply whole, or drops it; answers whether it was taken. */
export function take(device: Device, asked: ReturnType<typeof plan>['asked'], reply: TinyReply): boolean {
  const { position } = device
  const still =
    position.stream === asked.stream &&
    position.epoch === asked.epoch &&
    position.acked === asked.acked &&
    position.cursor === asked.cursor
  if (!still) return false
  const renew = (rest: Partial<Position> = {}) => {
    device.streams += 1
    device.position = { ...position, stream: `stream-${device.streams}` as StreamId, acked: 0, ...rest }
    return false
  }
  if (reply.turn === 'epoch') {
    device.sent = device.sent.map((row) => ({ ...row, again: true }))
    const resending = device.sent.length > 0
    return renew({ epoch: reply.epoch as Epoch, cursor: '', scope: '', resending })
  }
  if (reply.turn === 'fork') return renew()
  if (asked.unsent > 0 || reply.acked < asked.upTo) {
    device.pointer = { stream: asked.stream, n: reply.acked }
    return false
  }
  const queue = queueOf(device)
  const mine = reply.outcomes.every(
    ({ n, id }, index) => n === position.acked + 1 + index && queue[index]?.change.id === id,
  )
  if (!mine || reply.outcomes.length !== reply.acked - position.acked) return renew()

  const done = new Map(reply.outcomes.map(({ id, first: seal }) => [id, seal]))
  const isDone = ({ change }: Ready) => done.has(change.id)
  device.sent = [
    ...device.sent.map((row) => (row.again && isDone(row) ? { ...row, again: false } : row)),
    ...device.outbox
      .filter(isDone)
      .map((row) => ({ ...row, first: done.get(row.change.id) ?? '', again: false })),
  ]
  device.outbox = device.outbox.filter((row) => !isDone(row))
  const walks = reply.scope !== position.scope
  const walk = position.walk + Number(walks)
  for (const { record, seq } of [...(walks ? [] : reply.records), ...reply.own])
    device.bases.set(record, { seq, walk })
  const walking = walks || (position.walking && reply.more)
  if (position.walking && !walking) {
    const pending = new Set(device.outbox.map(({ change }) => change.record as string))
    for (const [record, base] of device.bases)
      if (base.walk !== walk && !pending.has(record)) device.bases.delete(record)
  }
  device.position = {
    ...position,
    acked: reply.acked,
    scope: reply.scope,
    cursor: reply.to,
    walk,
    walking,
    resending: device.sent.some((row) => row.again),
  }
  return true
}
