import { expect, test } from 'vitest'
import type { Epoch, RecordId, TenantId } from '#domain/ids.ts'
import { SERVER } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import type { LogTx } from '#server/log/log.ts'
import { memoryLog } from '#server/log/memory.ts'
import { placesAt } from '#server/records/places.ts'

const TENANT = 'compound-a' as TenantId

function aPlace(id: string, parent?: string): Place {
  return {
    id: id as RecordId,
    kind: 'place',
    v: 1,
    place: id as RecordId,
    author: SERVER,
    at: '2026-03-04T01:00:00.000Z',
    what: 'building',
    key: id,
    label: id,
    order: 1,
    ...(parent !== undefined && { parent: parent as RecordId }),
  }
}

function aLog() {
  const log = memoryLog('epoch-1' as Epoch)
  const write = async (tx: LogTx, place: Place) =>
    tx.put(place, { place: place.id, group: 'site', people: [] }, await tx.raise())
  return {
    log,
    enter: (place: Place) => log.transact(TENANT, (tx) => write(tx, place)),
    write,
    seen: () =>
      log.transact(TENANT, async (tx) => [...(await placesAt(log, TENANT, tx)).places.keys()].sort()),
    isBelow: (place: string, above: string) =>
      log.transact(TENANT, async (tx) => {
        const { tree } = await placesAt(log, TENANT, tx)
        return tree.below(place as RecordId, above as RecordId)
      }),
  }
}

test('W1 every transaction sees the places that came before it', async () => {
  const { enter, seen, isBelow } = aLog()
  expect(await seen()).toEqual([])
  await enter(aPlace('one'))
  expect(await seen()).toEqual(['one'])
  await enter(aPlace('two'))
  expect(await seen()).toEqual(['one', 'two'])
  expect(await isBelow('two', 'one')).toBe(false)
  await enter(aPlace('two', 'one'))
  expect(await isBelow('two', 'one')).toBe(true)
})

test('W1 a place whose transaction was undone is seen by nobody else', async () => {
  const { log, enter, write, seen } = aLog()
  await enter(aPlace('one'))
  const undone = log.transact(TENANT, async (tx) => {
    await placesAt(log, TENANT, tx)
    await write(tx, aPlace('two'))
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await seen()).toEqual(['one'])
  await enter(aPlace('three'))
  expect(await seen()).toEqual(['one', 'three'])
})

test('W7 a log that was put back is read anew', async () => {
  const { log, enter, seen } = aLog()
  await enter(aPlace('one'))
  const backup = log.snapshot()
  await enter(aPlace('two'))
  expect(await seen()).toEqual(['one', 'two'])
  log.restore(backup)
  expect(await seen()).toEqual(['one'])
  await enter(aPlace('three'))
  expect(await seen()).toEqual(['one', 'three'])
  await log.setEpoch('epoch-2' as Epoch)
  expect(await seen()).toEqual(['one', 'three'])
})
