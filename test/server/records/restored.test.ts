import { describe, expect, it } from 'vitest'
import type { Change } from '#domain/change.ts'
import { type Held, heldId } from '#domain/held.ts'
import type { Epoch, PersonId, RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { countsOf } from '#domain/bins/tallies.ts'
import { type MemoryLog, memoryLog } from '#server/log/memory.ts'
import {
  aWorld,
  change,
  CHEN,
  COMPOUND,
  type Device,
  DOOR,
  EAST_GATE,
  join,
  LI,
  openShift,
  remark,
  tap,
  TENANT,
  WANG,
  WEST_GATE,
  type World,
} from './world.ts'

interface Restorable extends World {
  readonly memory: MemoryLog
  /** Puts an older state back and says so, as an operator does. */
  restore(snapshot: ReturnType<MemoryLog['snapshot']>): Promise<void>
}

async function aRestorableWorld(): Promise<Restorable> {
  const memory = memoryLog('epoch-1' as Epoch)
  const world = await aWorld(memory)
  return {
    ...world,
    memory,
    async restore(snapshot) {
      memory.restore(snapshot)
      await memory.setEpoch(world.house.startEpoch())
    },
  }
}

function stored<T extends Recorded>({ memory }: Restorable, id: string): Promise<T | undefined> {
  return memory.transact(TENANT, async (tx) => (await tx.record(id as RecordId))?.record as T | undefined)
}

/** What a device does when it hears of another epoch: a new stream, and its whole sent log again. */
async function sendAgain(device: Device, epoch: string, ...sent: readonly Change[]) {
  device.epoch = epoch as Epoch
  device.openStream()
  const reply = await device.ask(device.request(sent, { limit: 0 }))
  device.acked = reply.acked
  for (const { id, first } of reply.outcomes) device.firsts.set(id, first)
  return reply.outcomes.map(({ outcome }) => ('why' in outcome ? outcome.why : outcome.is))
}

describe('W7 a restored server', () => {
  it('W7 answers a request of another epoch with the new epoch only; nothing is taken, nothing is given', async () => {
    const world = await aRestorableWorld()
    const tablet = world.device('tablet', [WANG])
    await tablet.walk()
    const snapshot = world.memory.snapshot()
    await world.restore(snapshot)
    const reply = await tablet.ask(tablet.request([openShift('s1')]))
    expect(reply).toMatchObject({
      turn: 'epoch',
      epoch: 'epoch-2',
      acked: 0,
      outcomes: [],
      own: [],
      records: [],
      forget: [],
      parts: [],
    })
    expect(await stored(world, 's1')).toBeUndefined()
  })

  it('W7 asks a device whose acked is ahead to send again, and learns from its stamps that it was put back', async () => {
    const world = await aRestorableWorld()
    const tablet = world.device('tablet', [WANG])
    const snapshot = world.memory.snapshot()
    const open = openShift('s1')
    await tablet.send(open)
    // A walk that has not begun: only the device's own word tells.
    tablet.cursor = ''
    world.memory.restore(snapshot)
    expect(await tablet.ask(tablet.request([tap('s1')]))).toMatchObject({ turn: 'epoch', epoch: 'epoch-1' })

    tablet.openStream()
    const told = await tablet.ask(tablet.request([open], { limit: 0 }))
    expect(told).toMatchObject({ turn: 'epoch', epoch: 'epoch-2' })
    expect(await world.memory.epoch()).toBe('epoch-2')
    expect(await stored(world, 's1')).toBeUndefined()
    expect(await sendAgain(tablet, 'epoch-2', open)).toEqual(['applied'])
  })

  it('W7 a device that only claims to be ahead costs nobody else anything', async () => {
    const world = await aRestorableWorld()
    const tablet = world.device('tablet', [WANG])
    tablet.acked = 5
    expect(await tablet.ask(tablet.request([]))).toMatchObject({ turn: 'epoch', epoch: 'epoch-1' })
    expect(await world.memory.epoch()).toBe('epoch-1')
  })

  it('W7 finds out by a cursor ahead of it', async () => {
    const world = await aRestorableWorld()
    const office = world.device('office', [CHEN])
    const snapshot = world.memory.snapshot()
    await world.server([{ record: 's1' as RecordId, name: 'shift.open', v: 1, args: openShift('s1').args }])
    await office.walk()
    world.memory.restore(snapshot)
    expect(await office.ask(office.request([]))).toMatchObject({ turn: 'epoch', epoch: 'epoch-2' })
  })

  it('W7 finds out by a cursor that names a row which this log does not have, however long it has grown since', async () => {
    const world = await aRestorableWorld()
    const office = world.device('office', [CHEN])
    const snapshot = world.memory.snapshot()
    const open = (shift: string) =>
      world.server([{ record: shift as RecordId, name: 'shift.open', v: 1, args: openShift(shift).args }])
    await open('s1')
    await office.walk()
    world.memory.restore(snapshot)
    for (const shift of ['s2', 's3', 's4']) await open(shift)
    expect(await office.ask(office.request([]))).toMatchObject({ turn: 'epoch', epoch: 'epoch-2' })
  })

  it('W7 put back to before an epoch it began, it begins a later one than that', async () => {
    const world = await aRestorableWorld()
    const office = world.device('office', [CHEN])
    const snapshot = world.memory.snapshot()
    await world.restore(snapshot)
    office.epoch = await world.memory.epoch()
    await office.walk()
    world.memory.restore(snapshot)
    const reply = await office.ask(office.request([]))
    expect([reply.turn, reply.epoch > 'epoch-2']).toEqual(['epoch', true])
  })

  it('W7 a later epoch is greater, also when the clock was put back', async () => {
    const memory = memoryLog('epoch-9' as Epoch)
    const world = await aWorld(memory)
    const tablet = world.device('tablet', [WANG])
    tablet.epoch = 'epoch-9' as Epoch
    const snapshot = memory.snapshot()
    await world.server([{ record: 's1' as RecordId, name: 'shift.open', v: 1, args: openShift('s1').args }])
    await tablet.walk()
    memory.restore(snapshot)
    const reply = await tablet.ask(tablet.request([]))
    expect(reply.turn).toBe('epoch')
    expect(reply.epoch > 'epoch-9').toBe(true)
  })

  it('W7 everything acknowledged comes back from the device, once, and goes on', async () => {
    const world = await aRestorableWorld()
    const tablet = world.device('tablet', [WANG])
    const [open, one, two, three] = [openShift('s1'), tap('s1'), tap('s1'), tap('s1')]
    await tablet.send(open, one)
    const snapshot = world.memory.snapshot()
    await tablet.send(two, three)
    await world.restore(snapshot)
    expect(await sendAgain(tablet, 'epoch-2', open, one, two, three)).toEqual([
      'applied',
      'applied',
      'applied',
      'applied',
    ])
    expect(countsOf((await stored<Shift>(world, 's1'))!).right).toBe(3)
  })

  it('W7 what was applied is not judged again, with the stamp of its first life', async () => {
    const world = await aRestorableWorld()
    const tablet = world.device('tablet', [LI])
    const snapshot = world.memory.snapshot()
    const open = openShift('s1', { actor: LI })
    await tablet.send(open)
    await world.restore(snapshot)
    await world.server([{ record: LI as string as RecordId, name: 'member.end', v: 1, args: {} }])
    world.setClock('2026-04-20T01:00:00.000Z')
    const never = openShift('s2', { actor: LI })
    expect(await sendAgain(tablet, 'epoch-2', open, never)).toEqual(['applied', 'notAllowed'])
    expect(await stored(world, 's1')).toMatchObject({ receivedAt: '2026-03-04T01:00:00.000Z' })
    const row = await world.memory.transact(TENANT, (tx) => tx.row(open.id))
    expect(row).toMatchObject({ epoch: 'epoch-2', first: { epoch: 'epoch-1' } })
  })

  it('W7 what was held is held again, though its actor may by now', async () => {
    const world = await aRestorableWorld()
    const tablet = world.device('tablet', [LI])
    const snapshot = world.memory.snapshot()
    const west = openShift('s1', { actor: LI }, WEST_GATE)
    await tablet.send(west)
    await world.restore(snapshot)
    const appointment = { role: 'supervisor', place: COMPOUND, from: '2026-01-01' }
    await world.server([
      { record: LI as string as RecordId, name: 'member.appoint', v: 1, args: { appointment } },
    ])
    expect(await sendAgain(tablet, 'epoch-2', west)).toEqual(['notAllowed'])
    expect(await stored<Held>(world, heldId(west.id))).toMatchObject({ status: 'open', why: 'notAllowed' })
  })

  it('W7 a stamp vouches only for its own change and words', async () => {
    const world = await aRestorableWorld()
    const tablet = world.device('tablet', [LI])
    const snapshot = world.memory.snapshot()
    const open = openShift('s1', { actor: LI })
    await tablet.send(open)
    await world.restore(snapshot)
    const first = tablet.firsts.get(open.id)!
    const west = openShift('s2', { actor: LI }, WEST_GATE)
    const reworded = { ...openShift('s3', { actor: LI }, WEST_GATE), id: open.id }
    tablet.firsts.set(west.id, first)
    expect(await sendAgain(tablet, 'epoch-2', west, reworded)).toEqual(['notAllowed', 'notAllowed'])
  })

  it('W7 of two values the one with the higher mark stands, in whatever order they come back', async () => {
    const label = (was: string, now: string) =>
      change('place.edit', EAST_GATE, { label: { was, now } }, { actor: CHEN })
    for (const turned of [false, true]) {
      const world = await aRestorableWorld()
      const one = world.device('one', [CHEN])
      const other = world.device('other', [CHEN])
      const snapshot = world.memory.snapshot()
      const [first, second] = [label('east-gate', '东门'), label('东门', '大门')]
      await one.send(first)
      await other.send(second)
      await world.restore(snapshot)
      const again = [() => sendAgain(one, 'epoch-2', first), () => sendAgain(other, 'epoch-2', second)]
      for (const send of turned ? again.reverse() : again) await send()
      expect(await stored(world, EAST_GATE)).toMatchObject({ label: '大门' })
    }
  })

  it('W7 a new value stands over one that comes back later', async () => {
    const world = await aRestorableWorld()
    const one = world.device('one', [CHEN])
    const other = world.device('other', [CHEN])
    const snapshot = world.memory.snapshot()
    const old = change('place.edit', EAST_GATE, { label: { was: 'east-gate', now: '东门' } }, { actor: CHEN })
    await one.send(old)
    await world.restore(snapshot)
    other.epoch = 'epoch-2' as Epoch
    await other.send(
      change('place.edit', EAST_GATE, { label: { was: 'east-gate', now: '大门' } }, { actor: CHEN }),
    )
    await sendAgain(one, 'epoch-2', old)
    expect(await stored(world, EAST_GATE)).toMatchObject({ label: '大门' })
  })

  it('W7 what comes back before its record waits for it, and is not judged then either', async () => {
    const world = await aRestorableWorld()
    const one = world.device('one', [WANG])
    const other = world.device('other', [WANG])
    const snapshot = world.memory.snapshot()
    const [open, late] = [openShift('s1'), tap('s1')]
    await one.send(open)
    await other.send(late)
    await world.restore(snapshot)
    await world.server([{ record: WANG as string as RecordId, name: 'member.end', v: 1, args: {} }])
    expect(await sendAgain(other, 'epoch-2', late)).toEqual(['waits'])
    expect(await sendAgain(one, 'epoch-2', open)).toEqual(['applied'])
    expect(countsOf((await stored<Shift>(world, 's1'))!).right).toBe(1)
  })

  it('W7 the first stamp stays through every later restore', async () => {
    const world = await aRestorableWorld()
    const tablet = world.device('tablet', [WANG])
    const snapshot = world.memory.snapshot()
    const open = openShift('s1')
    await tablet.send(open)
    const lives = ['epoch-2', 'epoch-3']
    for (const epoch of lives) {
      await world.restore(snapshot)
      world.setClock('2026-04-01T01:00:00.000Z')
      expect(await sendAgain(tablet, epoch, open)).toEqual(['applied'])
    }
    const row = await world.memory.transact(TENANT, (tx) => tx.row(open.id))
    expect(row?.first).toMatchObject({ epoch: 'epoch-1', receivedAt: '2026-03-04T01:00:00.000Z' })
  })

  it('W7 a spoken number comes back with its record, and new ones go on a thousand higher', async () => {
    const world = await aRestorableWorld()
    const phone = world.device('phone', [CHEN])
    const snapshot = world.memory.snapshot()
    const write = (record: string) => change('feedback.write', record, remark(DOOR), { actor: CHEN })
    const one = write('f1')
    await phone.send(one)
    await world.restore(snapshot)
    await sendAgain(phone, 'epoch-2', write('f2'), one)
    expect([(await stored(world, 'f1'))?.no, (await stored(world, 'f2'))?.no]).toEqual([1, 1001])
  })

  it('W7 what is held since the restore, though it was applied before, is let go when its stamp comes', async () => {
    const world = await aRestorableWorld()
    const one = world.device('one', [LI])
    const twin = world.device('twin', [LI])
    const snapshot = world.memory.snapshot()
    const open = openShift('s1', { actor: LI })
    await one.send(open)
    await world.restore(snapshot)
    await world.server([{ record: LI as string as RecordId, name: 'member.end', v: 1, args: {} }])
    world.setClock('2026-04-20T01:00:00.000Z')
    expect(await sendAgain(twin, 'epoch-2', open)).toEqual(['notAllowed'])
    expect(await sendAgain(one, 'epoch-2', open)).toEqual(['notAllowed'])
    expect(await stored(world, 's1')).toMatchObject({ author: LI })
    expect(await stored(world, heldId(open.id))).toMatchObject({ status: 'released' })
  })

  it('W7 what could not be folded again, because another device’s step was missing, is let go when that comes', async () => {
    const world = await aRestorableWorld()
    const MA = 'ma' as PersonId
    await world.server([join(MA, { role: 'steward', place: COMPOUND, from: '2026-01-01' })])
    const [desk, hand] = [world.device('desk', [CHEN]), world.device('hand', [MA])]
    const snapshot = world.memory.snapshot()
    const { place, text, category, urgency } = remark(DOOR)
    const opened = {
      from: ['f1'],
      place,
      text,
      category,
      urgency,
      track: 'act_soon',
      firstReceiver: CHEN,
      before: [],
    }
    const open = change('order.open', 'o1', opened, { actor: CHEN })
    const close = change('order.close', 'o1', { photos: [] }, { actor: MA })
    const asked = change('order.callback', 'o1', { result: 'satisfied' }, { actor: CHEN })
    for (const [device, step] of [
      [desk, open],
      [hand, close],
      [desk, asked],
    ] as const)
      await device.send(step)
    await world.restore(snapshot)
    await world.server([join(MA, { role: 'steward', place: COMPOUND, from: '2026-01-01' })])

    expect(await sendAgain(desk, 'epoch-2', open, asked)).toEqual(['applied', 'wrongState'])
    expect(await sendAgain(hand, 'epoch-2', close)).toEqual(['applied'])
    expect(await stored(world, 'o1')).toMatchObject({
      status: 'done',
      events: [{ is: 'closed' }, { is: 'callback' }],
    })
    expect(await stored(world, heldId(asked.id))).toMatchObject({ status: 'released' })
  })

  it('W8 W7 what was taken with a mark has it again', async () => {
    const world = await aRestorableWorld()
    const tablet = world.device('tablet', [LI])
    await world.server([{ record: LI as string as RecordId, name: 'member.end', v: 1, args: {} }])
    const snapshot = world.memory.snapshot()
    const open = openShift('s1', { actor: LI })
    await tablet.send(open)
    expect(await stored(world, 's1')).toMatchObject({ lapsed: true })
    await world.restore(snapshot)
    expect(await sendAgain(tablet, 'epoch-2', open)).toEqual(['applied'])
    expect(await stored(world, 's1')).toMatchObject({ lapsed: true })
  })

  it('W7 a decision that comes back before what was decided on is not lost', async () => {
    const world = await aRestorableWorld()
    const tablet = world.device('tablet', [WANG])
    const office = world.device('office', [CHEN])
    const snapshot = world.memory.snapshot()
    const [bad, worse] = ['大门', '东门'].map((now) =>
      change('place.edit', EAST_GATE, { label: { was: 'east-gate', now } }),
    )
    await tablet.send(bad!, worse!)
    const release = change('held.release', heldId(bad!.id), {}, { actor: CHEN })
    const giveUp = change('held.giveUp', heldId(worse!.id), {}, { actor: CHEN })
    await office.send(release, giveUp)
    await world.restore(snapshot)
    expect(await sendAgain(office, 'epoch-2', release, giveUp)).toEqual(['waits', 'waits'])
    expect(await sendAgain(tablet, 'epoch-2', bad!, worse!)).toEqual(['notAllowed', 'notAllowed'])
    expect(await stored(world, heldId(bad!.id))).toMatchObject({ status: 'released', decided: { by: CHEN } })
    expect(await stored(world, heldId(worse!.id))).toMatchObject({ status: 'givenUp' })
    expect(await stored(world, EAST_GATE)).toMatchObject({ label: '大门' })
  })
})
