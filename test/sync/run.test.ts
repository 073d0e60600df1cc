import { expect, test } from 'vitest'
import type { ChangeId, DeviceId, Epoch, PersonId, RecordId, StreamId, TenantId } from '#domain/ids.ts'
import { openBook } from '#store/book.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import type { OutboxRow } from '#store/outbox.ts'
import { firstPosition, putPosition } from '#store/position.ts'
import { round } from '#sync/run.ts'
import { openStatus } from '#sync/status.ts'
import type { SyncRequest } from '#wire/messages.ts'

const PAGES = ['', 'page 1', 'page 2', 'page 3'] as const

/** A device whose first walk has three pages, and a server that tells what it was asked. */
async function aWalk(onPost: (asked: SyncRequest, nth: number) => Promise<void> = async () => undefined) {
  const disk = memoryDisk()
  await disk.write(['meta'], async (tx) =>
    putPosition(
      tx,
      firstPosition({
        tenant: 'compound-a' as TenantId,
        device: 'phone' as DeviceId,
        stream: 'stream-1' as StreamId,
        epoch: 'epoch-1' as Epoch,
      }),
    ),
  )
  const asked: SyncRequest[] = []
  const taken: string[] = []
  let ids = 0
  const post = async (body: string) => {
    const request = JSON.parse(body) as SyncRequest
    asked.push(request)
    await onPost(request, asked.length)
    const at = PAGES.indexOf(request.cursor as (typeof PAGES)[number])
    const last = at === PAGES.length - 1
    for (const { n, id } of request.changes as { n: number; id: string }[])
      if (n === taken.length + 1) taken.push(id)
    const reply = {
      protocol: 1,
      request: request.request,
      epoch: 'epoch-1',
      scope: 'all',
      parts: [],
      acked: taken.length,
      outcomes: taken.slice(request.acked).map((id, index) => ({
        n: request.acked + index + 1,
        id,
        outcome: { is: 'applied' },
        first: 'first',
      })),
      own: [],
      from: request.cursor,
      to: last ? request.cursor : PAGES[at + 1],
      records: at === 0 ? [] : [{ id: `door ${at}`, kind: 'place', v: 1 }],
      forget: [],
      more: !last,
      photos: [],
      serverTime: '2026-03-04T01:00:00.000Z',
    }
    return { status: 200, text: JSON.stringify(reply) }
  }
  const book = openBook()
  const ends = {
    disk,
    book,
    status: openStatus(),
    device: 'own',
    newId: () => `id-${(ids += 1)}`,
    post,
  } as const
  return { disk, book, asked, sync: () => round(ends) }
}

test('W1 while a page is put away the next one is on its way, and each is asked for once', async () => {
  const { book, asked, sync } = await aWalk()
  expect(await sync()).toBe('done')
  expect(asked.map(({ cursor }) => cursor)).toEqual([...PAGES])
  expect([...book.bases()].map(({ id }) => id)).toEqual(['door 1', 'door 2', 'door 3'])
})

test('W1 what was asked for ahead does not count when somebody has tapped meanwhile', async () => {
  const row: OutboxRow = {
    change: {
      id: 'tap' as ChangeId,
      record: 'shift' as RecordId,
      name: 'shift.tally',
      v: 1,
      actor: 'wang' as PersonId,
      body: { open: { at: '2026-03-04T01:00:00.000Z', args: {} } },
    },
  }
  const walk = await aWalk(async (_, nth) => {
    if (nth === 3) await walk.disk.write(['outbox'], async (tx) => void tx.append('outbox', row))
  })
  const { book, asked, sync, disk } = walk
  expect(await sync()).toBe('done')
  expect(asked.filter(({ changes }) => changes.length > 0)).toHaveLength(1)
  expect(await disk.read(['outbox'], (tx) => tx.range('outbox'))).toEqual([])
  expect([...book.bases()].map(({ id }) => id)).toEqual(['door 1', 'door 2', 'door 3'])
})

test('W1 the push pointer goes back with the reply: what the server has not taken is sent again in the same round', async () => {
  const row = (id: string): OutboxRow => ({
    change: {
      id: id as ChangeId,
      record: 'shift' as RecordId,
      name: 'shift.tally',
      v: 1,
      actor: 'wang' as PersonId,
      body: { open: { at: '2026-03-04T01:00:00.000Z', args: {} } },
    },
  })
  const { disk, asked, sync } = await aWalk(async (request, nth) => {
    // The server has room for one now.
    if (nth === 1) request.changes.splice(1)
  })
  await disk.write(['outbox'], async (tx) => {
    for (const id of ['first', 'second', 'third']) void tx.append('outbox', row(id))
  })
  expect(await sync()).toBe('done')
  const sent = asked.map(({ changes }) => changes.map((one) => (one as { n: number }).n))
  expect(sent.slice(0, 3)).toEqual([[1], [2, 3], []])
})
