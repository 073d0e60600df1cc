import { describe, expect, it } from 'vitest'
import type { ChangeId, DeviceId, Epoch, PersonId, RecordId, StreamId, TenantId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import type { Part } from '#domain/rights.ts'
import { type Asked, type Given, take } from '#store/apply.ts'
import { basesIn } from '#store/bases.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import type { OutboxRow, SentRow } from '#store/outbox.ts'
import { ownSentIn } from '#store/ownSent.ts'
import { putMark } from '#store/vault.ts'
import { vaultDisk } from '#store/vaultDisk.ts'
import { wipe } from '#store/wipe.ts'
import { firstPosition, type Position, positionIn, putPosition } from '#store/position.ts'

const ME = 'wang' as PersonId
const EAST = 'east' as RecordId
const WEST = 'west' as RecordId
const at = (place: RecordId): Part => ({ place, group: 'bins' })

function incident(id: string, place = EAST, text = ''): Recorded & { readonly text: string } {
  const by = 'somebody' as PersonId
  return {
    id: id as RecordId,
    kind: 'incident',
    v: 1,
    place,
    author: by,
    at: '2026-03-04T00:00:00.000Z',
    text,
  }
}

function pending(id: string, record = 'a record'): OutboxRow {
  const body = { open: { at: '2026-03-04T01:00:00.000Z', args: { reason: '记错了' } } }
  const change = {
    id: id as ChangeId,
    record: record as RecordId,
    name: 'incident.withdraw',
    v: 1,
    actor: ME,
  }
  return { change: { ...change, body } }
}

/** A device in the middle of its life, which reads the bins of two points under scope `both`. */
async function aDevice(more: Partial<Position> = {}) {
  const disk = vaultDisk(memoryDisk(), {})
  const ids = { tenant: 'a' as TenantId, device: 'phone' as DeviceId, epoch: 'epoch-1' as Epoch }
  const first = firstPosition({ ...ids, stream: 'stream-1' as StreamId })
  const parts = [at(EAST), at(WEST)]
  const position = { ...first, scope: 'both', parts, cursor: 'cursor 1', walk: 1, acked: 2, ...more }
  await disk.write(['meta'], async (tx) => putPosition(tx, position))
  const asked: Asked = { ...position, upTo: position.acked, unsent: 0 }
  const given: Given = {
    epoch: position.epoch,
    scope: 'both',
    parts,
    acked: position.acked,
    outcomes: [],
    own: [],
    to: 'cursor 2',
    records: [],
    forget: [],
    more: false,
    serverTime: '2026-03-04T02:00:00.000Z',
  }
  let streams = 1
  return {
    disk,
    asked,
    given,
    takes: (reply: Partial<Given> = {}, request: Partial<Asked> = {}) =>
      take(
        disk,
        { ...asked, ...request },
        { ...given, ...reply },
        'own',
        () => `stream-${(streams += 1)}` as StreamId,
      ),
    writes: (...rows: OutboxRow[]) =>
      disk.write(['outbox'], async (tx) => {
        for (const row of rows) void tx.append('outbox', row)
      }),
    /** Behind a key that is not at hand. */
    locks: () => disk.write(['meta'], async (tx) => putMark(tx, { v: 1, box: 'a key' })),
    position: async () => (await disk.read(['meta'], positionIn))!,
    bases: async () => new Map(await disk.read(['pages', 'singles'], basesIn)),
    outbox: async () =>
      (await disk.read(['outbox'], (tx) => tx.range<OutboxRow>('outbox'))).map(
        ({ value }) => value.change.id,
      ),
    sent: async () =>
      (await disk.read(['sent'], (tx) => tx.range<SentRow>('sent'))).map(({ value }) => value),
    /** Everything that lies in the rows, whether anybody would read it or not. */
    async raw() {
      const rows = await disk.read(['pages', 'singles'], async (tx) => [
        ...(await tx.range('pages')),
        ...(await tx.range('singles')),
      ])
      return JSON.stringify(rows)
    },
  }
}

const applied = (n: number, id: string) =>
  ({ n, id: id as ChangeId, outcome: { is: 'applied' }, first: `first of ${id}` }) as const

describe('a reply is taken whole, or not at all', () => {
  const elsewhere = {
    stream: 'another stream' as StreamId,
    epoch: 'epoch-0' as Epoch,
    acked: 1,
    cursor: 'cursor 0',
  }
  for (const [what, was] of Object.entries(elsewhere)) {
    it(`W1 not when its request had another ${what} than the disk has now`, async () => {
      const device = await aDevice()
      const before = await device.position()
      const reply = { records: [incident('a')], acked: 2 }
      expect(await device.takes(reply, { [what]: was })).toEqual({ is: 'dropped' })
      expect(await device.takes({ ...reply, turn: 'fork' }, { [what]: was })).toEqual({ is: 'dropped' })
      expect(await device.takes({ ...reply, turn: 'epoch' }, { [what]: was })).toEqual({ is: 'dropped' })
      expect(await device.position()).toEqual(before)
      expect((await device.bases()).size).toBe(0)
    })
  }

  it('W1 the second of two tabs that asked the same finds the cursor moved, and takes nothing', async () => {
    const device = await aDevice()
    expect(await device.takes({ records: [incident('a', EAST, 'newer')], to: 'cursor 3' })).toMatchObject({
      is: 'taken',
    })
    expect(await device.takes({ records: [incident('a', EAST, 'older')], to: 'cursor 2' })).toEqual({
      is: 'dropped',
    })
    expect((await device.position()).cursor).toBe('cursor 3')
    expect(await device.raw()).toContain('newer')
  })

  it('W2 what somebody else sent under this stream is not passed over: the next request still shows our own row', async () => {
    const device = await aDevice()
    await device.writes(pending('third'))
    expect(await device.takes({ acked: 9 }, { unsent: 1, upTo: 3 })).toEqual({ is: 'goOn', after: 3 })
  })

  it('W1 push first: while something of ours is unsent or not taken, nothing of it is applied', async () => {
    const device = await aDevice()
    await device.writes(pending('third'))
    const reply = { records: [incident('a')] }
    expect(await device.takes(reply, { unsent: 1 })).toEqual({ is: 'goOn', after: 2 })
    expect(await device.takes(reply, { upTo: 3 })).toEqual({ is: 'goOn', after: 2 })
    expect((await device.bases()).size).toBe(0)
    expect((await device.position()).cursor).toBe('cursor 1')
  })
})

describe('an acknowledgement', () => {
  it('W2 names the change: of another one under its number the device opens a new stream and keeps its own', async () => {
    const device = await aDevice()
    await device.writes(pending('mine'))
    // Written while the request was on its way, in a profile that was cloned: the other clone had its number.
    expect(await device.takes({ acked: 3, outcomes: [applied(3, 'of my clone')] })).toEqual({ is: 'turned' })
    expect(await device.outbox()).toEqual(['mine'])
    expect(await device.position()).toMatchObject({ stream: 'stream-2', acked: 0, cursor: 'cursor 1' })
  })

  it('W7 moves the row into the sent log with its first stamp, in the transaction that raises the count', async () => {
    const device = await aDevice()
    await device.writes(pending('third'), pending('fourth'))
    expect(await device.takes({ acked: 3, outcomes: [applied(3, 'third')] })).toMatchObject({ is: 'taken' })
    expect(await device.outbox()).toEqual(['fourth'])
    expect(await device.sent()).toMatchObject([{ change: { id: 'third' }, first: 'first of third' }])
    expect((await device.position()).acked).toBe(3)
  })
})

describe('another scope', () => {
  it('W8 what no part covers goes at once, also with own changes pending on it', async () => {
    const device = await aDevice()
    await device.takes({ records: [incident('east one'), incident('west one', WEST)] })
    await device.writes(pending('on it', 'west one'))
    const next = { scope: 'east', parts: [at(EAST)], to: 'walk 2' }
    const taken = await device.takes(next, { cursor: 'cursor 2' })
    expect(taken).toMatchObject({ is: 'taken', step: { forget: ['west one'] } })
    expect([...(await device.bases()).keys()]).toEqual(['east one'])
    expect(await device.raw()).not.toContain('west one')
    expect(await device.outbox()).toEqual(['on it'])
  })

  it('W8 at the end of a walk what did not come goes, except records with own changes pending on them', async () => {
    const device = await aDevice()
    const old = [incident('comes'), incident('gone'), incident('written on')]
    await device.takes({ records: old })
    await device.writes(pending('mine', 'written on'))
    await device.takes({ scope: 'anew', to: 'walk 2' }, { cursor: 'cursor 2' })
    const page = { scope: 'anew', records: [incident('comes')], to: 'end' }
    expect(await device.takes({ ...page, more: true }, { cursor: 'walk 2' })).toMatchObject({ is: 'taken' })
    expect((await device.bases()).size).toBe(3)
    const taken = await device.takes({ scope: 'anew', to: 'end' }, { cursor: 'end' })
    expect(taken).toMatchObject({ is: 'taken', step: { forget: ['gone'] }, position: { walking: false } })
    expect([...(await device.bases()).keys()].sort()).toEqual(['comes', 'written on'])
    expect(await device.raw()).not.toContain('gone')
  })

  it('W15 W8 whoever is erased goes with the word that says so, before the walk would find out, also with own changes pending', async () => {
    const device = await aDevice()
    await device.takes({ records: [incident('stays'), incident('erased')] })
    await device.writes(pending('mine', 'erased'))
    const erased = ['erased' as RecordId, 'never here' as RecordId]
    const taken = await device.takes({ scope: 'anew', erased, to: 'walk 2' }, { cursor: 'cursor 2' })
    expect(taken).toMatchObject({ is: 'taken', step: { forget: erased } })
    expect([...(await device.bases()).keys()]).toEqual(['stays'])
    expect(await device.raw()).not.toContain('"erased"')
    expect(await device.outbox()).toEqual(['mine'])
  })

  it('W8 own states that come with the turn are there before the walk brings them', async () => {
    const device = await aDevice()
    await device.writes(pending('mine', 'own one'))
    const own = [{ record: incident('own one') }]
    await device.takes({ scope: 'anew', acked: 3, outcomes: [applied(3, 'mine')], own, to: 'walk 2' })
    expect([...(await device.bases()).keys()]).toEqual(['own one'])
  })
})

describe('what is to be forgotten', () => {
  it('INV-14 is gone from the rows themselves: from a page among others, from a single, from both', async () => {
    const device = await aDevice({ walking: true })
    const words = [incident('stays', EAST, 'kept words'), incident('goes', EAST, 'secret words')]
    await device.takes({ records: words })
    await device.takes(
      { records: [incident('goes', EAST, 'later words')], to: 'cursor 3' },
      { cursor: 'cursor 2' },
    )
    expect(await device.raw()).toContain('later words')
    await device.takes({ forget: ['goes' as RecordId], to: 'cursor 4' }, { cursor: 'cursor 3' })
    expect(await device.raw()).not.toMatch(/goes|secret|later/)
    expect(await device.raw()).toContain('kept words')
  })
})

describe('a device whose vault is locked', () => {
  const remark = { ...incident('f1', EAST, '三楼灯不亮'), kind: 'feedback' }

  it('W1 sends and is acknowledged; of what is its own it takes what is not personal, and the cursor stays', async () => {
    const device = await aDevice()
    await device.locks()
    await device.writes(pending('c1'), pending('c2'))
    const taken = await device.takes(
      {
        acked: 4,
        outcomes: [applied(3, 'c1'), applied(4, 'c2')],
        own: [{ record: { ...incident('a'), kind: 'haul' } }, { record: incident('i') }, { record: remark }],
        records: [incident('b'), remark],
      },
      { upTo: 4 },
    )
    expect(taken).toMatchObject({ is: 'taken', step: { records: [{ id: 'a' }] } })
    expect(await device.outbox()).toEqual([])
    expect(await device.position()).toMatchObject({ acked: 4, cursor: 'cursor 1', walk: 1 })
    expect([...(await device.bases()).keys()]).toEqual(['a'])
    expect(await device.raw()).not.toContain('三楼')
  })

  describe('keeps what its author wrote and it sent, in the way its author can read', () => {
    const mine: OutboxRow = { ...pending('mine', 'f1'), own: 'sealed to me', at: '2026-03-04T01:00:00.000Z' }
    const answer = { acked: 3, outcomes: [applied(3, 'mine')], own: [{ record: remark }] }
    async function sentLocked() {
      const device = await aDevice()
      await device.locks()
      await device.writes(mine)
      await device.takes(answer, { upTo: 3 })
      const kept = () => device.disk.read(['meta'], ownSentIn)
      const opens = () => device.disk.write(['meta'], async (tx) => tx.delete('meta', 'vault'))
      return { ...device, kept, opens }
    }

    it('till the record comes', async () => {
      const device = await sentLocked()
      expect(await device.kept()).toEqual([mine])
      await device.opens()
      const next = { acked: 3, records: [incident('another')], more: true }
      await device.takes(next, { acked: 3, upTo: 3 })
      expect(await device.kept()).toEqual([mine])
      const rest = { acked: 3, records: [remark], more: true, to: 'cursor 3' }
      await device.takes(rest, { acked: 3, upTo: 3, cursor: 'cursor 2' })
      expect(await device.kept()).toEqual([])
      expect([...(await device.bases()).keys()].sort()).toEqual(['another', 'f1'])
    })

    it('INV-7 and says so to the book, which goes on showing it', async () => {
      const device = await aDevice()
      await device.locks()
      await device.writes(mine)
      const taken = await device.takes(answer, { upTo: 3 })
      expect(taken).toMatchObject({ step: { acknowledged: new Set(['mine']), kept: new Set(['mine']) } })
    })

    it('till all has come, also where the record has not; the book hears that it is over', async () => {
      const device = await sentLocked()
      await device.opens()
      const taken = await device.takes({ acked: 3 }, { acked: 3, upTo: 3 })
      expect(taken).toMatchObject({ is: 'taken', step: { known: ['f1'] } })
      expect(await device.kept()).toEqual([])
    })

    it('W8 W15 not under another scope, nor where the record is to be forgotten or somebody is erased, also while it is locked', async () => {
      const narrower = await sentLocked()
      const scope = { acked: 3, scope: 'east', parts: [at(EAST)], to: 'walk' }
      const taken = await narrower.takes(scope, { acked: 3, upTo: 3 })
      expect(taken).toMatchObject({ step: { known: ['f1'] } })
      expect(await narrower.kept()).toEqual([])

      const forgotten = await sentLocked()
      await forgotten.takes({ acked: 3, own: [{ forget: 'f1' as RecordId }] }, { acked: 3, upTo: 3 })
      expect(await forgotten.kept()).toEqual([])

      const erased = await sentLocked()
      await erased.takes({ acked: 3, erased: ['somebody' as RecordId] }, { acked: 3, upTo: 3 })
      expect(await erased.kept()).toEqual([])
    })

    it('also what came with the turn to another scope under which it may be read, and over a walk anew under the old one', async () => {
      const device = await aDevice()
      await device.locks()
      await device.writes(mine)
      const wider = { ...answer, scope: 'more', to: 'walk' }
      await device.takes(wider, { upTo: 3 })
      expect(await device.disk.read(['meta'], ownSentIn)).toEqual([mine])

      const anew = await aDevice({ scope: '', cursor: '' })
      await anew.locks()
      await anew.writes(mine)
      await anew.takes(answer, { upTo: 3, cursor: '' })
      expect(await anew.disk.read(['meta'], ownSentIn)).toEqual([mine])
    })

    it('INV-14 not on a device that is emptied', async () => {
      const device = await sentLocked()
      await wipe(device.disk)
      expect(await device.kept()).toEqual([])
    })

    it('not what the server did not take, nor what its author could not read anyway', async () => {
      const device = await aDevice()
      await device.locks()
      await device.writes(mine, pending('without a way', 'f1'))
      const held = { ...applied(3, 'mine'), outcome: { is: 'held', why: 'wrongState' } } as const
      const outcomes: Given['outcomes'] = [held, applied(4, 'without a way')]
      await device.takes({ ...answer, acked: 4, outcomes }, { upTo: 4 })
      expect(await device.disk.read(['meta'], ownSentIn)).toEqual([])
    })
  })

  it('W8 under another scope loses what nobody can judge, and walks when it is opened', async () => {
    const device = await aDevice()
    await device.locks()
    await device.disk.write(['vaultPages', 'vaultSingles'], async (tx) => {
      tx.put('vaultPages', 1, new Uint8Array(40))
      tx.put('vaultSingles', 'f1', new Uint8Array(40))
    })
    await device.takes({ scope: 'east', parts: [at(EAST)], to: 'walk' })
    expect(await device.position()).toMatchObject({ scope: 'east', walking: true, walk: 2, cursor: 'walk' })
    const left = await device.disk.read(['vaultPages', 'vaultSingles'], async (tx) => [
      ...(await tx.range('vaultPages')),
      ...(await tx.range('vaultSingles')),
    ])
    expect(left).toEqual([])
    await device.takes(
      { more: false, records: [incident('b')], scope: 'east', to: 'end' },
      { cursor: 'walk' },
    )
    expect(await device.position()).toMatchObject({ walking: true, cursor: 'walk' })
  })
})
