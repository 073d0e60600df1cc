import { expect, test } from 'vitest'
import type { ChangeId, DeviceId, Epoch, PersonId, RecordId, StreamId, TenantId } from '#domain/ids.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { sealed } from '#store/outbox.ts'
import { firstPosition, putPosition } from '#store/position.ts'
import { readRescue } from '#domain/rescueFile.ts'
import { unsentText } from '#store/rescue.ts'
import { secondCopy } from '#store/secondCopy.ts'
import { aShelf } from '#test/support/aVolunteer.ts'
import { plainSeals } from '#test/support/plainSeals.ts'

const tenant = 'tenant' as TenantId

async function aDevice(...names: string[]) {
  const disk = memoryDisk()
  const rows = await Promise.all(
    names.map((name) =>
      sealed(plainSeals, tenant, {
        id: name as ChangeId,
        record: 'record' as RecordId,
        name: 'unknown.kind',
        v: 1,
        actor: 'wang' as PersonId,
        at: '2026-11-24T08:00:00Z',
        args: {},
      }),
    ),
  )
  await disk.write(['meta', 'outbox'], async (tx) => {
    putPosition(
      tx,
      firstPosition({ tenant, device: 'device' as DeviceId, stream: 's' as StreamId, epoch: 'e' as Epoch }),
    )
    for (const row of rows) void tx.append('outbox', row)
  })
  return disk
}

const NOW = '2026-11-24T09:00:00Z'

function fileIn(text: string | undefined) {
  const read = readRescue(text ?? '')
  if (!read.ok) throw new Error(read.refused)
  return { ...read.value, ids: read.value.changes.map((one) => (one as { id: string }).id) }
}

test('the rescue file has everything unsent, in order, without the author’s own way into it', async () => {
  const text = await unsentText(await aDevice('b', 'a'), aShelf(), NOW)
  const file = fileIn(text)
  expect(file).toMatchObject({ tenant, device: 'device', at: NOW, count: 2, damaged: [], ids: ['b', 'a'] })
  expect(Object.keys((file.changes[0] as { body: object }).body)).toEqual(['sealed', 'alg', 'key'])
  expect(text).not.toContain('"own"')
})

test('there is no rescue file where nothing is unsent', async () => {
  expect(await unsentText(await aDevice(), aShelf(), NOW)).toBeUndefined()
})

test.each(['closed', 'not there'])('the second copy makes the file when the disk is %s', async (how) => {
  const disk = await aDevice('b', 'a')
  const shelf = aShelf()
  await secondCopy(disk, shelf).follow()
  disk.close()
  const file = fileIn(await unsentText(how === 'closed' ? disk : undefined, shelf, NOW))
  expect(file).toMatchObject({ tenant, device: 'device', ids: ['b', 'a'] })
})

test('what only one of the two has is in the file once, and nothing is in it twice', async () => {
  const disk = await aDevice('b', 'a')
  const shelf = aShelf()
  await secondCopy(disk, shelf).follow()
  const other = await aDevice('b', 'c')
  expect(fileIn(await unsentText(other, shelf, NOW)).ids).toEqual(['b', 'c', 'a'])
})

test('what was acknowledged is not unsent, also while its copy still lies there', async () => {
  const disk = await aDevice('b', 'a')
  const shelf = aShelf()
  await secondCopy(disk, shelf).follow()
  await disk.write(['outbox', 'sent'], async (tx) => {
    for (const { key, value } of await tx.range<{ change: object }>('outbox')) {
      tx.delete('outbox', key)
      void tx.append('sent', { change: value.change, ackedAt: NOW, first: '' })
    }
  })
  expect(await unsentText(disk, shelf, NOW)).toBeUndefined()
})
