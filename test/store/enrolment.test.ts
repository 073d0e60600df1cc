import { expect, test } from 'vitest'
import type { DeviceId, Epoch, PersonId, RecordId, StreamId, TenantId } from '#domain/ids.ts'
import { type Enrolled, enrol, enrolment } from '#store/enrolment.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { type Position, positionIn } from '#store/position.ts'
import { queueIn } from '#store/queue.ts'
import { markIn, putMark } from '#store/vault.ts'

const LIAO: Enrolled & { epoch: Epoch } = {
  tenant: 'wutong' as TenantId,
  compound: 'wutong-place' as RecordId,
  compoundName: '梧桐苑',
  device: 'tablet' as DeviceId,
  deviceKind: 'shared',
  person: 'liao' as PersonId,
  name: '廖姐',
  demo: false,
  serverKey: { id: 'k', raw: '' },
  epoch: 'life 1' as Epoch,
}
const TANG = { ...LIAO, person: 'tang' as PersonId, name: '老唐' }

/** A tablet on which 廖姐 has read a page, sent one thing and written another. */
async function aTablet(told = LIAO) {
  const disk = memoryDisk()
  await enrol(disk, told, 'stream 1' as StreamId)
  await disk.write(['meta', 'pages', 'sent', 'outbox'], async (tx) => {
    const position = (await positionIn(tx))!
    tx.put('meta', 'position', { ...position, acked: 1, cursor: 'c', scope: 's', walk: 3, resending: true })
    tx.put('pages', 1, { walk: 3, records: [{ id: 'resident' }] })
    tx.put('sent', 1, { change: { id: 'sent', actor: told.person }, ackedAt: '', first: 'f', again: true })
    tx.put('outbox', 2, { change: { id: 'waits', actor: told.person }, own: 'sealed' })
  })
  return disk
}
const positionOf = (disk: ReturnType<typeof memoryDisk>) =>
  disk.read(['meta'], positionIn) as Promise<Position>

test('who joins on a shared tablet leaves the first person’s unsent work as it is, to be sent from one', async () => {
  const disk = await aTablet()
  expect(await enrol(disk, TANG, 'stream 2' as StreamId)).toEqual({ ok: true, value: {} })
  expect(await enrolment(disk)).toMatchObject({ person: 'tang', device: 'tablet' })
  const position = await positionOf(disk)
  expect(position).toMatchObject({ stream: 'stream 2', acked: 0, walk: 3 })
  const queue = await disk.read(['sent', 'outbox'], (tx) => queueIn(tx, position.resending))
  expect(queue.map(({ change }) => [change.id, change.actor])).toEqual([
    ['sent', 'liao'],
    ['waits', 'liao'],
  ])
  expect(disk.snapshot().rows.pages.size).toBe(1)
})

test('W7 who joins anew on a device does not hide a restored server from it', async () => {
  const disk = await aTablet()
  await enrol(disk, { ...LIAO, epoch: 'life 2' as Epoch }, 'stream 2' as StreamId)
  // Neither its epoch nor its cursor: both tell.
  expect(await positionOf(disk)).toMatchObject({ epoch: 'life 1', cursor: 'c', scope: 's' })
})

test('what one person’s device has read is not left to another person’s', async () => {
  const disk = await aTablet()
  await enrol(disk, { ...TANG, device: 'phone' as DeviceId, deviceKind: 'own' }, 'stream 2' as StreamId)
  expect(disk.snapshot().rows.pages.size).toBe(0)
  expect(disk.snapshot().rows.outbox.size).toBe(1)
})

test('a device of another compound is refused and stays what it is', async () => {
  const disk = await aTablet()
  const before = disk.snapshot()
  const other = { ...TANG, tenant: 'lanting' as TenantId }
  expect(await enrol(disk, other, 'stream 2' as StreamId)).toEqual({ ok: false, refused: 'otherTenant' })
  expect(await enrol(disk, { ...other, demo: true }, 'stream 2' as StreamId)).toMatchObject({ ok: false })
  expect(disk.snapshot()).toEqual(before)
})

test('a demonstration gives way to another demonstration, with all that was invented', async () => {
  const disk = await aTablet({ ...LIAO, demo: true })
  const other = { ...TANG, demo: true, tenant: 'lanting' as TenantId }
  expect(await enrol(disk, other, 'stream 2' as StreamId)).toEqual({ ok: true, value: {} })
  expect(disk.snapshot().rows.outbox.size + disk.snapshot().rows.pages.size).toBe(0)
  expect(await positionOf(disk)).toMatchObject({ tenant: 'lanting', walk: 0, epoch: 'life 1' })
})

test('what opens the vault of one device is gone with all that lay in it when it becomes another', async () => {
  const disk = await aTablet()
  await disk.write(['meta', 'keys', 'vaultPages'], async (tx) => {
    putMark(tx, { v: 1, box: 'a key' })
    tx.put('keys', 'vault/device', 'D')
    tx.put('keys', 'liao', 'own key')
    tx.put('vaultPages', 1, new Uint8Array(40))
  })
  await enrol(disk, TANG, 'stream 2' as StreamId)
  expect(disk.snapshot().rows.vaultPages.size).toBe(1)
  await enrol(disk, { ...TANG, device: 'tablet 2' as DeviceId }, 'stream 3' as StreamId)
  const { rows } = disk.snapshot()
  expect([rows.vaultPages.size, [...rows.keys.keys()]]).toEqual([0, ['liao']])
  expect(await disk.read(['meta'], markIn)).toEqual({ v: 1 })
})
