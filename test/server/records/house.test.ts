import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sealing } from '#device/sealing.ts'
import type { Epoch, RecordId } from '#domain/ids.ts'
import type { Scope } from '#domain/rights.ts'
import { heldId } from '#domain/held.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { countsOf } from '#domain/bins/tallies.ts'
import { actOnServer } from '#server/records/act.ts'
import { exchange } from '#server/records/exchange.ts'
import type { House } from '#server/records/house.ts'
import { aFolder } from '#test/support/folder.ts'
import { aLogFile } from '#test/support/logFile.ts'
import {
  aWorld,
  change,
  CHEN,
  DOOR,
  EAST_GATE,
  LI,
  openShift,
  remark,
  tap,
  TENANT,
  WANG,
  WEST_GATE,
  type World,
} from './world.ts'

async function aFile(folder: string) {
  const log = await aLogFile(join(folder, 'log.db'), 'epoch-1' as Epoch)
  if (!log.ok) throw new Error(log.refused)
  return log.value
}

function deviceSeals({ house }: World) {
  const keys = { get: async () => undefined, putIfNone: async (_: unknown, value: unknown) => value }
  return sealing({ server: { id: house.seals.key, raw: house.seals.publicKey }, keys, unlocked: () => true })
}

describe('on an SQLite file', () => {
  it('W2 W4 a server that is started again knows what it acknowledged', async () => {
    const folder = await aFolder()
    const first = await aFile(folder)
    const before = await aWorld(first)
    const tablet = before.device('tablet', [WANG])
    await tablet.walk()
    const request = tablet.request([openShift('s1'), tap('s1'), tap('s2')])
    const told = await tablet.ask(request)
    await first.close()

    const second = await aFile(folder)
    const after = { ...before.house, log: second }
    const caller = { tenant: TENANT, device: 'tablet' as never, kind: 'own' as const, people: [WANG] }
    const again = await exchange(after, caller, request)
    if ('refused' in again) throw new Error(again.refused)
    expect(again.outcomes.map(({ id, outcome }) => [id, outcome])).toEqual(
      told.outcomes.map(({ id, outcome }) => [id, outcome]),
    )
    expect(again.own).toEqual(told.own)
    await second.close()
  })

  it('W1 W3 W5 many devices at once: everything once, nothing in between', async () => {
    const log = await aFile(await aFolder())
    const world = await aWorld(log)
    const devices = Array.from({ length: 6 }, (_, index) => world.device(`tablet-${index}`, [WANG]))
    await devices[0]!.send(openShift('s1'))
    const replies = await Promise.all(
      devices.slice(1).flatMap((device) => {
        const request = device.request([tap('s1'), tap('s1')])
        return [device.ask(request), device.ask(request)]
      }),
    )
    expect(replies.every((reply) => reply.outcomes.every(({ outcome }) => outcome.is === 'applied'))).toBe(
      true,
    )
    const [rows, shift] = await log.transact(
      TENANT,
      async (tx) =>
        [await tx.rows(0, await tx.head()), (await tx.record('s1' as RecordId))?.record as Shift] as const,
    )
    expect(countsOf(shift).right).toBe(10)
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1))
    await log.close()
  })
})

describe('sealed bodies on their way in', () => {
  it('a body that a phone sealed is opened, folded and sent out again to those who may read it', async () => {
    const world = await aWorld()
    const phone = world.device('phone', [CHEN])
    const one = change('feedback.write', 'f1', remark(DOOR), { actor: CHEN })
    const body = await deviceSeals(world).toServer(TENANT, one.id, { at: one.at, args: one.args })
    const reply = await phone.send({ raw: { ...phone.envelope(one, 1), body } })
    expect(reply.own).toEqual([{ record: expect.objectContaining({ text: '三楼的灯不亮', no: 1 }) }])
  })

  it('W13 a body sealed for another change is held unreadable, with what came', async () => {
    const world = await aWorld()
    const phone = world.device('phone', [CHEN])
    const one = change('feedback.write', 'f1', remark(DOOR), { actor: CHEN })
    const body = await deviceSeals(world).toServer(TENANT, 'another', { at: one.at, args: one.args })
    const raw = { ...phone.envelope(one, 1), body }
    const reply = await phone.send({ raw })
    expect(reply.outcomes[0]?.outcome).toEqual({ is: 'held', why: 'unreadable' })
    expect(phone.bases.get(heldId(one.id))).toMatchObject({ author: CHEN, body: { raw } })
  })
})

describe('what the server does itself', () => {
  it('is all done or nothing of it, and says why', async () => {
    const world = await aWorld()
    const head = () => world.log.transact(TENANT, (tx) => tx.head())
    const before = await head()
    const open = { record: 's1' as RecordId, name: 'shift.open', v: 1, args: openShift('s1').args }
    const bad = { record: 's2' as RecordId, name: 'shift.open', v: 1, args: {} }
    expect(await actOnServer(world.house, TENANT, WANG, [open, bad])).toEqual({
      ok: false,
      refused: 'invalid',
    })
    expect(await head()).toBe(before)
    const missing = { record: 's3' as RecordId, name: 'shift.close', v: 1, args: {} }
    expect(await actOnServer(world.house, TENANT, WANG, [missing])).toEqual({
      ok: false,
      refused: 'recordMissing',
    })
  })

  it('asks for the rights of whoever it does it for', async () => {
    const world = await aWorld()
    const west = {
      record: 's1' as RecordId,
      name: 'shift.open',
      v: 1,
      args: openShift('s1', {}, WEST_GATE).args,
    }
    expect(await actOnServer(world.house, TENANT, LI, [west])).toEqual({ ok: false, refused: 'notAllowed' })
    const done = await actOnServer(world.house, TENANT, WANG, [west])
    expect(done).toMatchObject({ ok: true, value: [{ record: 's1', outcome: { is: 'applied' } }] })
  })

  it('W12 tells after a transaction which scopes it touched, and nothing when it touched none', async () => {
    const world = await aWorld()
    const heard: (readonly Scope[])[] = []
    const house: House = { ...world.house, moved: (_, touched) => heard.push(touched) }
    const caller = { tenant: TENANT, device: 'tablet' as never, kind: 'own' as const, people: [WANG] }
    const tablet = world.device('tablet', [WANG])
    await exchange(house, caller, tablet.request([openShift('s1')]))
    await exchange(house, caller, tablet.request([]))
    expect(heard).toEqual([[{ place: EAST_GATE, group: 'bins', people: [WANG] }]])
  })

  it('W14 tells which of the photos asked about are here', async () => {
    const world = await aWorld()
    const house: House = {
      ...world.house,
      photosHere: async (_, __, hashes) => hashes.filter((hash) => hash === 'b'),
    }
    const caller = { tenant: TENANT, device: 'tablet' as never, kind: 'own' as const, people: [WANG] }
    const tablet = world.device('tablet', [WANG])
    expect(await exchange(house, caller, tablet.request([], { photos: ['a', 'b'] }))).toMatchObject({
      photos: ['b'],
    })
  })
})
