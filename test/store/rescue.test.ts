import { expect, test } from 'vitest'
import type { ChangeId, DeviceId, Epoch, PersonId, RecordId, StreamId, TenantId } from '#domain/ids.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { sealed } from '#store/outbox.ts'
import { firstPosition, putPosition } from '#store/position.ts'
import { rescueText } from '#store/rescue.ts'
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

test('the rescue file has everything unsent, in order, without the author’s own way into it', async () => {
  const text = await rescueText(await aDevice('b', 'a'), '2026-11-24T09:00:00Z')
  const file = JSON.parse(text ?? '')
  expect(file).toMatchObject({
    linbian: 'unsent',
    v: 1,
    tenant,
    device: 'device',
    at: '2026-11-24T09:00:00Z',
  })
  expect(file.changes.map(({ id }: { id: string }) => id)).toEqual(['b', 'a'])
  expect(Object.keys(file.changes[0].body)).toEqual(['sealed', 'alg', 'key'])
  expect(text).not.toContain('"own"')
})

test('there is no rescue file where nothing is unsent', async () => {
  expect(await rescueText(await aDevice(), '2026-11-24T09:00:00Z')).toBeUndefined()
})
