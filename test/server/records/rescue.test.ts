import { describe, expect, it } from 'vitest'
import type { Change } from '#domain/change.ts'
import { type Held, heldId } from '#domain/held.ts'
import { type ChangeId, type DeviceId, derivedId, type Epoch, type PersonId } from '#domain/ids.ts'
import { readRescue, rescueText } from '#domain/rescueFile.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { countsOf } from '#domain/bins/tallies.ts'
import { takeRescue } from '#server/records/rescue.ts'
import type { Caller } from '#server/records/scope.ts'
import { aWorld, CHEN, change, inAct, LI, openShift, tap, TENANT, WANG, type World } from './world.ts'

const DEVICE = 'tablet' as DeviceId
const from = (people: readonly PersonId[] = [WANG], more: Partial<Caller> = {}): Caller => ({
  tenant: TENANT,
  device: DEVICE,
  kind: 'own',
  people,
  ...more,
})

function textOf(...changes: readonly (Change & { first?: string })[]): string {
  return rescueText(
    { tenant: TENANT, device: DEVICE, at: '2026-03-04T08:00:00.000Z' },
    changes.map(({ at, args, ...rest }) => ({ ...rest, body: { open: { at, args } } })),
  )
}

async function bring(world: World, text: string, caller = from()) {
  const read = readRescue(text)
  if (!read.ok) throw new Error(read.refused)
  const { held, ...rest } = await takeRescue(world.house, caller, CHEN, read.value)
  return { ...rest, held: Object.fromEntries(held) }
}

const stored = async <T>(world: World, id: string) =>
  (await world.log.transact(TENANT, (tx) => tx.record(id as never)))?.record as T | undefined
const rows = (world: World) => world.log.transact(TENANT, async (tx) => tx.rows(0, await tx.head()))
const taps = async (world: World) => countsOf((await stored<Shift>(world, 's1'))!).right

describe('a file of unsent changes that somebody carried to the office', () => {
  it('W2 is taken in, then the device syncs after all, then it is taken in again: nothing is doubled', async () => {
    const world = await aWorld()
    const all = [openShift('s1'), tap('s1'), tap('s1')]
    expect(await bring(world, textOf(...all))).toEqual({ taken: 3, here: 0, held: {} })
    expect(await taps(world)).toBe(2)

    const tablet = world.device('tablet', [WANG])
    const reply = await tablet.send(...all, tap('s1'))
    expect(reply.outcomes.map(({ outcome }) => outcome.is)).toEqual([
      'applied',
      'applied',
      'applied',
      'applied',
    ])
    expect(await taps(world)).toBe(3)

    expect(await bring(world, textOf(...all))).toEqual({ taken: 0, here: 3, held: {} })
    expect(await taps(world)).toBe(3)
  })

  it('W2 the device syncs first, and only then its file comes: nothing is doubled', async () => {
    const world = await aWorld()
    const all = [openShift('s1'), tap('s1'), tap('s1')]
    const tablet = world.device('tablet', [WANG])
    await tablet.send(all[0]!, all[1]!)
    expect(await bring(world, textOf(...all))).toEqual({ taken: 1, here: 2, held: {} })
    const reply = await tablet.send(all[2]!)
    expect([reply.acked, reply.outcomes.map(({ outcome }) => outcome.is)]).toEqual([3, ['applied']])
    expect(await taps(world)).toBe(2)
  })

  it('the rights of each author are judged as they are when it arrives; nobody acts for a person who is not on the device', async () => {
    const world = await aWorld()
    const mine = openShift('s1', { actor: LI })
    const others = openShift('s2', { actor: WANG })
    const noRight = openShift('s3', { actor: LI }, 'west-gate' as never)
    expect(await bring(world, textOf(mine, others, noRight), from([LI]))).toEqual({
      taken: 1,
      here: 0,
      held: { notAllowed: 2 },
    })
    expect(await stored<Held>(world, heldId(others.id))).toMatchObject({ why: 'notAllowed', author: WANG })
  })

  it('W3 an act is taken whole or held whole', async () => {
    const world = await aWorld()
    const bad = change('shift.tally', 's1', { counter: 'nonsense' })
    const text = textOf(...inAct('act-1', openShift('s1'), bad), openShift('s2'))
    expect(await bring(world, text)).toEqual({ taken: 1, here: 0, held: { actHeld: 1, invalid: 1 } })
  })

  it('W13 a damaged line is kept as it came, and leaves the true change its id', async () => {
    const world = await aWorld()
    const all = [openShift('s1'), tap('s1'), tap('s1')]
    const text = textOf(...all)
    const cut = text.slice(0, -40)
    expect(await bring(world, cut)).toEqual({ taken: 2, here: 0, held: { unreadable: 1 } })
    const line = cut.split('\n').at(-1)!
    expect(await stored<Held>(world, heldId(derivedId<ChangeId>('damaged', line)))).toMatchObject({
      why: 'unreadable',
      body: { raw: line },
      author: WANG,
    })
    // The same piece again is the same piece; the whole file brings what was missing.
    expect(await bring(world, cut)).toEqual({ taken: 0, here: 3, held: {} })
    expect(await bring(world, text)).toEqual({ taken: 1, here: 2, held: {} })
    expect(await taps(world)).toBe(2)
  })

  it('W13 what is no change at all is kept too', async () => {
    const world = await aWorld()
    const text = rescueText({ tenant: TENANT, device: DEVICE, at: '' }, [
      '什么',
      7,
      null,
      { id: '' },
      { n: 3 },
    ])
    expect(await bring(world, text)).toEqual({ taken: 0, here: 0, held: { unreadable: 5 } })
  })

  it('W7 what a device brings that this database does not know is held for the office', async () => {
    const world = await aWorld()
    const text = textOf(openShift('s1'))
    expect(await bring(world, text, from([], { unknown: true, revoked: true }))).toMatchObject({
      held: { unknownDevice: 1 },
    })
  })

  it('W7 a first stamp that is ahead of the database starts another epoch, and what was folded before is folded again', async () => {
    const before = await aWorld()
    const opening = openShift('s1')
    const tablet = before.device('tablet', [WANG])
    await tablet.send(opening)
    const first = tablet.firsts.get(opening.id)!

    const after = await aWorld()
    expect(await bring(after, textOf({ ...opening, first }))).toEqual({ taken: 1, here: 0, held: {} })
    expect(await after.log.epoch()).toBe('epoch-2' as Epoch)
    const [row] = (await rows(after)).filter(({ change }) => change === opening.id)
    expect(row).toMatchObject({ first: { epoch: 'epoch-1' } })
  })

  it('many are taken in several transactions, in order; who brought them is noted once', async () => {
    const world = await aWorld()
    const all = [openShift('s1'), ...Array.from({ length: 450 }, () => tap('s1'))]
    expect(await bring(world, textOf(...all))).toEqual({ taken: 451, here: 0, held: {} })
    expect(await taps(world)).toBe(450)
    const notes = await world.log.transact(TENANT, (tx) => tx.recordsOf('rescue'))
    expect(notes).toMatchObject([{ author: CHEN, device: DEVICE, count: 451, kind: 'rescue' }])
  })

  it('an empty file is noted and takes nothing; nobody but the server writes such a note', async () => {
    const world = await aWorld()
    expect(await bring(world, textOf())).toEqual({ taken: 0, here: 0, held: {} })
    const args = { place: 'compound', device: DEVICE, count: 0 }
    const reply = await world
      .device('office', [CHEN])
      .send(change('rescue.bring', 'r1', args, { actor: CHEN }))
    expect(reply.outcomes).toMatchObject([{ outcome: { is: 'held', why: 'notAllowed' } }])
  })
})
