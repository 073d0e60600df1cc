import fc from 'fast-check'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Change } from '#domain/change.ts'
import type { ActId, ChangeId, Epoch, RecordId } from '#domain/ids.ts'
import { memoryLog } from '#server/log/memory.ts'
import { aFolder } from '#test/support/folder.ts'
import { aLogFile } from '#test/support/logFile.ts'
import { live, step } from './anyHistory.ts'
import { aWorld, EAST_GATE, TENANT, WANG } from './world.ts'

describe('whatever is sent', () => {
  it('W13 any JSON is answered or refused, never thrown at, and takes nothing', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    const before = await world.log.transact(TENANT, (tx) => tx.head())
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.string(), fc.jsonValue(), async (value, key, inner) => {
        await tablet.tell(value)
        await tablet.tell({ ...tablet.request([]), [key]: inner })
        await tablet.tell({ ...tablet.request([]), changes: [value, inner] })
      }),
      { numRuns: 300 },
    )
    expect(await world.log.transact(TENANT, (tx) => tx.head())).toBe(before)
  })

  it('W3 W5 W13 any changes get an outcome, never a throw, and the log has no gap', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        await live(memoryLog('epoch-1' as Epoch), steps)
      }),
      { numRuns: 100 },
    )
  })

  it('the same history on an SQLite file gives the same replies, rows and records', async () => {
    const folder = await aFolder()
    let files = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
        const file = await aLogFile(join(folder, `${(files += 1)}.db`), 'epoch-1' as Epoch)
        if (!file.ok) throw new Error(file.refused)
        try {
          expect(await live(file.value, steps)).toEqual(await live(memoryLog('epoch-1' as Epoch), steps))
        } finally {
          await file.value.close()
        }
      }),
      { numRuns: 15 },
    )
  })
})

describe('W3 any order of an act', () => {
  it('W3 an act with one bad change leaves no record of it, wherever the bad one stands', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    await tablet.walk()
    let acts = 0
    await fc.assert(
      fc.asyncProperty(fc.nat(4), async (bad) => {
        const act = `act-${(acts += 1)}` as ActId
        const changes = Array.from({ length: 5 }, (_, index): Change => ({
          id: `${act}-${index}` as ChangeId,
          record: `${act}-s${index}` as RecordId,
          name: 'shift.open',
          v: 1,
          actor: WANG,
          act,
          at: '2026-03-04T07:00:00.000Z',
          args: { place: index === bad ? 'nowhere' : EAST_GATE, day: '2026-03-04', window: 'morning' },
        }))
        const reply = await tablet.send(...changes)
        expect(reply.outcomes.map(({ outcome }) => outcome.is)).toEqual(changes.map(() => 'held'))
        const records = await world.log.transact(TENANT, (tx) =>
          Promise.all(changes.map((one) => tx.record(one.record))),
        )
        expect(records).toEqual(changes.map(() => undefined))
      }),
      { numRuns: 20 },
    )
  })
})
