import { expect, test } from 'vitest'
import type { ChangeId, DeviceId, RecordId } from '#domain/ids.ts'
import type { Log, LogTx } from '#server/log/log.ts'
import {
  aWorld,
  CHEN,
  Device,
  DOOR,
  EAST_GATE,
  enter,
  openShift,
  remark,
  TENANT,
  WANG,
  ZHAO,
} from './world.ts'

/** What was read from a log: the most in one piece, and all of it. */
interface Counted {
  most: number
  all: number
}

/** The log itself, with the rows counted that it hands out. */
function counting(log: Log, counted: Counted): Log {
  const counts =
    <A extends readonly unknown[], T>(read: (...args: A) => Promise<readonly T[]>) =>
    async (...args: A) => {
      const rows = await read(...args)
      counted.most = Math.max(counted.most, rows.length)
      counted.all += rows.length
      return rows
    }
  return {
    ...log,
    transact: (tenant, body) =>
      log.transact(tenant, (tx) =>
        body({
          ...tx,
          rows: counts(tx.rows),
          recordsAfter: counts(tx.recordsAfter),
          recordsOf: counts(tx.recordsOf),
          recordsAt: counts(tx.recordsAt),
          receipts: counts(tx.receipts),
          waiting: counts(tx.waiting),
        } satisfies LogTx),
      ),
  }
}

/** A supervisor's tablet that knows all there was; then `touches` more touches of one shift, as taps are. */
async function aHistoryOf(touches: number) {
  const world = await aWorld()
  const counted: Counted = { most: 0, all: 0 }
  const log = counting(world.log, counted)
  const house = { ...world.house, log }
  const tablet = new Device(house, 'tablet-1' as DeviceId, [WANG], 'own')
  await tablet.walk()
  await tablet.send(openShift('s1'))
  await tablet.walk()
  const touch = (count: number) =>
    world.log.transact(TENANT, async (tx) => {
      const [row] = await tx.rows((await tx.head()) - 1, await tx.head())
      for (let index = 0; index < count; index += 1) {
        const scope = { place: EAST_GATE, group: 'bins', people: [WANG] } as const
        const change = crypto.randomUUID() as ChangeId
        await tx.append({ ...row!, seq: await tx.raise(), change, before: scope })
      }
      const stored = await tx.record('s1' as RecordId)
      await tx.put(stored!.record, { place: EAST_GATE, group: 'bins', people: [WANG] }, await tx.head())
    })
  await touch(touches)
  return { world, house, counted, tablet, touch }
}

/** What one request of a device costs that was here `touches` touches ago, and of one that was never here. */
async function costOf(touches: number) {
  const { house, counted, tablet } = await aHistoryOf(touches)
  const cost = async (device: Device) => {
    await device.ask(device.request([], { limit: 1000 }))
    Object.assign(counted, { most: 0, all: 0 })
    await device.ask(device.request([], { limit: 1000 }))
    return { ...counted }
  }
  const again = await cost(tablet)
  const fresh = new Device(house, 'tablet-2' as DeviceId, [WANG], 'own')
  fresh.take(await fresh.ask(fresh.request([])))
  const first = await cost(fresh)
  Object.assign(counted, { most: 0, all: 0 })
  await tablet.ask(tablet.request([openShift('s2')]))
  return { again, first, push: { ...counted } }
}

test('INV-20 what one request reads does not grow with the history: page after a long time, first walk, push', async () => {
  const [long, longer] = [await costOf(12_000), await costOf(36_000)]
  expect(longer).toEqual(long)
  for (const { most, all } of Object.values(longer)) {
    expect(most).toBeLessThanOrEqual(250)
    expect(all).toBeLessThanOrEqual(5500)
  }
})

test('INV-8 a page that stops in the middle of a long history passes over nothing: what came and what left is told', async () => {
  const { world, tablet, touch } = await aHistoryOf(0)
  const zhao = new Device(world.house, 'zhao-1' as DeviceId, [ZHAO], 'own')
  const write = (id: string, place: string) =>
    world.server([{ record: id as RecordId, name: 'feedback.write', v: 1, args: remark(place) }], CHEN)
  const move = (id: string) => {
    const args = { place: { was: DOOR, now: 'building-2' } }
    return world.server([{ record: id as RecordId, name: 'feedback.edit', v: 1, args }], CHEN)
  }
  await world.server([enter('door-8' as RecordId, 'dwelling', 'building-2' as RecordId)])
  for (const id of ['left-1', 'left-2', 'left-3']) await write(id, DOOR)
  await zhao.walk()
  await move('left-1')
  await touch(7000)
  await write('came-1', DOOR)
  await move('left-2')
  await touch(7000)
  await move('left-3')
  await write('came-2', DOOR)
  for (const limit of [1, 2, 1000]) {
    const one = new Device(world.house, 'zhao-1' as DeviceId, [ZHAO], 'own')
    Object.assign(one, { stream: zhao.stream, cursor: zhao.cursor, scope: zhao.scope })
    for (const [id, record] of zhao.bases) one.bases.set(id, record)
    const replies = await one.walk(limit)
    expect(replies.length).toBeGreaterThan(2)
    expect(replies.flatMap(({ forget }) => forget)).toEqual(['left-1', 'left-2', 'left-3'])
    expect([...one.bases.keys()].filter((id) => /came|left/.test(id)).toSorted()).toEqual([
      'came-1',
      'came-2',
    ])
  }
  expect(tablet.bases.size).toBeGreaterThan(0)
})
