import { describe, expect, it } from 'vitest'
import type { ChangeId, Epoch, StreamId, TenantId } from '#domain/ids.ts'
import { memoryLog } from '#server/log/memory.ts'
import { logContract } from '#test/contracts/log.ts'

describe('the log in memory', () => {
  logContract(async () => memoryLog('epoch-1' as Epoch))

  it('becomes again what it was when a snapshot was taken', async () => {
    const log = memoryLog('epoch-1' as Epoch)
    const tenant = 'tenant-a' as TenantId
    const stream = 'stream-1' as StreamId
    await log.transact(tenant, (tx) => tx.receipt(stream, 1, 'c1' as ChangeId))
    const snapshot = log.snapshot()
    await log.transact(tenant, async (tx) => {
      await tx.receipt(stream, 2, 'c2' as ChangeId)
      await tx.raise()
    })
    await log.setEpoch('epoch-2' as Epoch)
    log.restore(snapshot)
    expect(await log.epoch()).toBe('epoch-1')
    expect(await log.transact(tenant, async (tx) => [await tx.acked(stream), await tx.head()])).toEqual([
      1, 0,
    ])
  })
})
