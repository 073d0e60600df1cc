import { expect, test } from 'vitest'
import { newVaultRoot, vaultCipher } from '#device/vaultCipher.ts'
import type { ChangeId, DeviceId, Epoch, PersonId, RecordId, StreamId, TenantId } from '#domain/ids.ts'
import { openBook } from '#store/book.ts'
import { basesIn, putSingles } from '#store/bases.ts'
import { TABLES } from '#store/disk.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import type { OutboxRow } from '#store/outbox.ts'
import { firstPosition, putPosition } from '#store/position.ts'
import { dropVault, PERSONAL_V, putMark } from '#store/vault.ts'
import { vaultDisk, type VaultKey } from '#store/vaultDisk.ts'
import { round } from '#sync/run.ts'
import { isFetching, openStatus, type Status } from '#sync/status.ts'
import type { SyncRequest } from '#wire/messages.ts'

const PAGES = ['', 'page 1', 'page 2', 'page 3'] as const

/** A device whose first walk has three pages, and a server that tells what it was asked. */
async function aWalk(onPost: (asked: SyncRequest, nth: number) => Promise<void> = async () => undefined) {
  const disk = vaultDisk(memoryDisk(), {})
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
  return { disk, book, asked, status: ends.status, sync: () => round(ends) }
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

test('W1 behind a locked vault a round sends everything and ends; opened it goes on where it was', async () => {
  const { disk, book, asked, sync } = await aWalk()
  await disk.write(['meta'], async (tx) => putMark(tx, { v: 1 }))
  expect(await sync()).toBe('done')
  const row: OutboxRow = {
    change: {
      id: 'remark' as ChangeId,
      record: 'remark' as RecordId,
      name: 'feedback.record',
      v: 1,
      actor: 'wang' as PersonId,
      body: { open: { at: '2026-03-04T01:00:00.000Z', args: {} } },
    },
  }
  await disk.write(['outbox'], async (tx) => void tx.append('outbox', row))
  expect(await sync()).toBe('done')
  expect(asked.map(({ limit }) => limit)).toEqual([0, 0])
  expect(await disk.read(['outbox'], (tx) => tx.range('outbox'))).toEqual([])
  expect([...book.bases()]).toEqual([])

  await disk.write(TABLES, dropVault)
  expect(await sync()).toBe('done')
  expect([...book.bases()].map(({ id }) => id)).toEqual(['door 1', 'door 2', 'door 3'])
})

test('W8 until the first walk has ended, also where the network is gone before, what could be read here counts as on its way', async () => {
  let cut = true
  const seen: Status[] = []
  const { status, sync } = await aWalk(async (_, nth) => {
    if (nth === 3 && cut) throw new Error('no way there')
  })
  status.subscribe((now) => seen.push(now))
  expect(isFetching(status.getState())).toBe(false)
  expect(await sync()).toBe('noLink')
  expect(seen.every(isFetching)).toBe(true)
  expect(status.getState()).toMatchObject({ link: 'none', complete: false, come: 1 })
  cut = false
  expect(await sync()).toBe('done')
  expect(status.getState()).toMatchObject({ link: 'good', complete: true, come: 3 })
  expect(isFetching(status.getState())).toBe(false)
})

/** A phone behind a PIN that holds two residents, and a server that takes both away and says that one of them was erased. */
async function behindPin() {
  const box = vaultCipher(newVaultRoot())
  const key: VaultKey = { box }
  const disk = vaultDisk(memoryDisk(), key)
  const ids = { tenant: 'compound-a', device: 'phone', stream: 'stream-1', epoch: 'epoch-1' } as never
  const at = { ...firstPosition(ids), scope: 'all', cursor: 'before', walk: 1 }
  const people = ['her', 'him'].map((id) => ({ id, kind: 'resident', v: 1, name: `name of ${id}` }) as never)
  await disk.write(['meta'], async (tx) => {
    putPosition(tx, at)
    putMark(tx, { v: PERSONAL_V, box: box.id })
  })
  await disk.write(['singles', 'meta'], (tx) => putSingles(tx, 1, people))
  const book = openBook()
  const load = async () => book.load((await disk.read(['pages', 'singles'], basesIn)).values(), [])
  const told: unknown[] = []
  let ids_ = 0
  const post = async (body: string) => {
    const { request, limit, cursor, acked } = JSON.parse(body) as SyncRequest
    const isTold = limit > 0 && cursor === 'before'
    const reply = {
      protocol: 1,
      request,
      epoch: 'epoch-1',
      scope: 'all',
      parts: [],
      acked,
      outcomes: [],
      own: [],
      from: cursor,
      to: isTold ? 'after' : cursor,
      records: [],
      forget: isTold ? ['her', 'him'] : [],
      erased: isTold ? ['her'] : [],
      more: limit === 0,
      photos: [],
      serverTime: '2026-03-04T01:00:00.000Z',
    }
    return { status: 200, text: JSON.stringify(reply) }
  }
  const sync = () =>
    round({
      disk,
      book,
      status: openStatus(),
      device: 'own',
      newId: () => `id-${(ids_ += 1)}`,
      post,
      forgets: async (gone) => void told.push(...gone.map((one) => (one as { name?: string }).name)),
    })
  return { key, box, book, load, told, sync }
}

test('W15 behind a locked vault the word that somebody is erased waits; once it is opened their name is there to be taken out, and only theirs', async () => {
  const { key, box, book, load, told, sync } = await behindPin()
  key.box = undefined
  await load()
  expect(await sync()).toBe('done')
  expect([told, [...book.bases()]]).toEqual([[], []])
  key.box = box
  await load()
  expect([...book.bases()].map(({ id }) => id)).toEqual(['her', 'him'])
  expect(await sync()).toBe('done')
  expect(told).toEqual(['name of her'])
  expect([...book.bases()]).toEqual([])
})
