import { describe, expect, test } from 'vitest'
import { newVaultRoot, vaultCipher } from '#device/vaultCipher.ts'
import type { RecordId } from '#domain/ids.ts'
import { basesIn, forget, putPage, putSingles } from '#store/bases.ts'
import { type Disk, type Table, TABLES, type Write } from '#store/disk.ts'
import { type MemoryDisk, memoryDisk } from '#store/memoryDisk.ts'
import { opened, type OutboxRow, sealed } from '#store/outbox.ts'
import { firstPosition, positionIn, putPosition } from '#store/position.ts'
import { dropVault, markIn, PERSONAL_V, putMark } from '#store/vault.ts'
import { vaultDisk, type VaultKey } from '#store/vaultDisk.ts'
import { moveUnder } from '#store/vaultMove.ts'
import { diskContract } from '#test/contracts/disk.ts'
import { plainSeals } from '#test/support/plainSeals.ts'

/** The tables of a vault stand where the contract has its most used ones, so that every case runs over closed rows. */
const INSTEAD: Partial<Record<Table, Table>> = {
  meta: 'singles',
  singles: 'meta',
  outbox: 'pages',
  pages: 'outbox',
}
const other = (table: Table): Table => INSTEAD[table] ?? table

function renamed(disk: Disk): Disk {
  const calls = (tx: Write): Write => ({
    get: (table, key) => tx.get(other(table), key),
    range: (table, range) => tx.range(other(table), range),
    put: (table, key, value) => tx.put(other(table), key, value),
    append: (table, value) => tx.append(other(table), value),
    delete: (table, key) => tx.delete(other(table), key),
  })
  return {
    read: (tables, body) => disk.read(tables.map(other), (tx) => body(calls(tx as Write))),
    write: (tables, body) => disk.write(tables.map(other), (tx) => body(calls(tx))),
    watch: (table, moved) => disk.watch(other(table), moved),
    close: disk.close,
  }
}

const aBox = () => vaultCipher(newVaultRoot())

describe('a disk with a vault', () => {
  // The mark of a vault lies in `meta`, where the contract counts rows of a table that nobody wrote to.
  const cases = diskContract.filter(({ title }) => title !== 'keeps a table apart from the others')
  for (const { title, run } of cases) {
    test(title, () =>
      run(async () => {
        const below = memoryDisk()
        const key: VaultKey = { box: aBox() }
        await below.write(['meta'], async (tx) => putMark(tx, { v: 1, box: key.box!.id }))
        const on = (disk: MemoryDisk) => renamed(vaultDisk(disk, key))
        const disk = on(below)
        return { disk, anotherTab: () => on(below.tab()), end: async () => disk.close() }
      }),
    )
  }
})

describe('a disk that nobody gave a vault', () => {
  for (const { title, run } of diskContract) {
    test(title, () =>
      run(async () => {
        const below = memoryDisk()
        const disk = vaultDisk(below, {})
        return { disk, anotherTab: () => vaultDisk(below.tab(), {}), end: async () => disk.close() }
      }),
    )
  }
})

const CANARIES = ['金丝雀阿姨', '13900001111', '三楼灯不亮']

function record(id: string, kind: string, text = '') {
  const base = { v: 1, place: 'east', author: 'zhou', at: '2026-11-24T08:00:00.000Z' }
  return { ...base, id: id as RecordId, kind, text } as never
}
const resident = record('r1', 'resident', CANARIES[0])
const phone = record('r2', 'contact', CANARIES[1])
const remark = record('f1', 'feedback', CANARIES[2])
const place = record('p1', 'place', '东门')
const shift = record('s1', 'shift')

/** A tablet whose vault is open: places and shifts, residents, phones and remarks. */
async function aTablet() {
  const below = memoryDisk()
  const ids = { tenant: 'a', device: 'tablet', epoch: 'epoch-1', stream: 'stream-1' } as never
  await below.write(['meta'], async (tx) =>
    putPosition(tx, { ...firstPosition(ids), cursor: 'c', scope: 's' }),
  )
  const box = aBox()
  const key: VaultKey = { box }
  const disk = vaultDisk(below, key)
  await moveUnder(below, box)
  const fill = (on: Disk) =>
    on.write(['pages', 'singles'], async (tx) => {
      await putPage(tx, 1, [place, resident, shift, phone])
      await putSingles(tx, 1, [remark, record('s2', 'shift')])
    })
  const ids_ = async (on: Disk = disk) =>
    [...(await on.read(['pages', 'singles'], basesIn)).keys()].toSorted().join(' ')
  return { below, box, key, disk, fill, ids: ids_ }
}

/** Everything that lies in the rows, bytes as the letters they would be. */
function lying(disk: MemoryDisk): string {
  const { rows } = disk.snapshot()
  const text = (value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : JSON.stringify(value)
  return TABLES.flatMap((table) => [...rows[table]].map(([key, value]) => `${key} ${text(value)}`)).join('\n')
}

describe('what is personal', () => {
  test('lies closed, and what a locked tablet needs lies open beside it', async () => {
    const tablet = await aTablet()
    await tablet.fill(tablet.disk)
    expect(await tablet.ids()).toBe('f1 p1 r1 r2 s1 s2')
    const raw = lying(tablet.below)
    for (const canary of CANARIES) expect(raw).not.toContain(canary)
    expect(raw).toContain('东门')

    tablet.key.box = undefined
    expect(await tablet.ids()).toBe('p1 s1 s2')
    expect(await tablet.ids(vaultDisk(tablet.below.tab(), { box: aBox() }))).toBe('p1 s1 s2')
  })

  test('goes up by a kind: what lay open of it is closed by the next opening, under the same key', async () => {
    const tablet = await aTablet()
    const text = '桶边有人骂人'
    const page = { walk: 1, records: [place, record('i1', 'incident', text)] }
    await tablet.below.write(['pages', 'meta'], async (tx) => {
      putMark(tx, { v: 1, box: tablet.box.id })
      void tx.append('pages', page)
    })
    expect(await tablet.ids()).toBe('i1 p1')
    await moveUnder(tablet.below, tablet.box, tablet.box)
    expect(lying(tablet.below)).not.toContain(text)
    expect(await tablet.ids()).toBe('i1 p1')
    expect(await tablet.below.read(['meta'], markIn)).toMatchObject({ v: PERSONAL_V, box: tablet.box.id })
  })

  test('is not written without the key; what is not goes on, and costs nothing of what is closed', async () => {
    const tablet = await aTablet()
    await tablet.fill(tablet.disk)
    tablet.key.box = undefined
    const write = (body: (tx: Write) => Promise<void>) => tablet.disk.write(['pages', 'singles'], body)
    await expect(write((tx) => putSingles(tx, 1, [remark]))).rejects.toThrow(/locked/)
    await expect(write((tx) => putPage(tx, 1, [place, phone]))).rejects.toThrow(/locked/)
    await write((tx) => putSingles(tx, 1, [record('s3', 'shift')]))
    await write((tx) => forget(tx, new Set(['p1', 's1', 's2'] as RecordId[])))
    expect(await tablet.ids()).toBe('s3')
    tablet.key.box = tablet.box
    expect(await tablet.ids()).toBe('f1 r1 r2 s3')
  })

  test('is forgotten with its rows while the vault is open', async () => {
    const tablet = await aTablet()
    await tablet.fill(tablet.disk)
    await tablet.disk.write(['pages', 'singles'], (tx) => forget(tx, new Set(['r1', 'f1'] as RecordId[])))
    expect(await tablet.ids()).toBe('p1 r2 s1 s2')
    await tablet.disk.write(['pages', 'singles'], (tx) =>
      forget(tx, new Set(['r2', 'p1', 's1'] as RecordId[])),
    )
    const { rows } = tablet.below.snapshot()
    expect([rows.vaultPages.size, rows.vaultSingles.size, rows.pages.size]).toEqual([0, 0, 0])
  })

  test('says to a transaction that it is locked, also in a worker that never had the key', async () => {
    const tablet = await aTablet()
    const told = (disk: Disk) => disk.read(['meta'], async (tx) => tx.locked)
    expect(await told(tablet.disk)).toBe(false)
    expect(await told(vaultDisk(tablet.below.tab(), {}))).toBe(true)
    expect(await told(vaultDisk(memoryDisk(), {}))).toBeUndefined()
  })

  test('what was begun under a key that another tab has changed is taken back, and done under the one of now', async () => {
    const tablet = await aTablet()
    await tablet.fill(tablet.disk)
    const next = aBox()
    await moveUnder(tablet.below, next, tablet.box)
    // This page still has the key of before: for it the vault is locked.
    await expect(tablet.fill(tablet.disk)).rejects.toThrow(/locked/)
    const single = (id: string) =>
      tablet.disk.write(['singles'], async (tx) => {
        const seen = tx.locked
        await tx.get('singles', id)
        return seen
      })
    expect(await single('r1')).toBe(true)
    tablet.key.box = next
    expect([await single('r1'), await single('r1')]).toEqual([false, false])
    await tablet.fill(tablet.disk)
    expect(await tablet.ids()).toBe('f1 p1 r1 r2 s1 s2')
    // And where there is no vault any more, a row lies as it is.
    await tablet.below.write([...TABLES], dropVault)
    await tablet.fill(tablet.disk)
    expect(lying(tablet.below)).toContain(CANARIES[0])
  })

  test('what only asks whether it is locked is done again too, where another tab has changed the key meanwhile', async () => {
    const tablet = await aTablet()
    await tablet.fill(tablet.disk)
    const next = aBox()
    await moveUnder(tablet.below, next, tablet.box)
    const pages = await tablet.below.read(['pages'], (tx) => tx.range('pages'))
    const told: unknown[] = []
    // Where it is locked, the closed half of a page stays: it may hold what nobody here meant.
    await tablet.disk.write(['pages'], async (tx) => {
      told.push(tx.locked)
      for (const { key } of pages) tx.delete('pages', key)
    })
    expect(told).toEqual([false, true])
    expect(tablet.below.snapshot().rows.vaultPages.size).toBe(1)
  })

  test('an act that lies sealed already asks the disk nothing about the vault', async () => {
    const tablet = await aTablet()
    await tablet.fill(tablet.disk)
    const asked: string[] = []
    const counting = (disk: Disk): Disk => ({
      ...disk,
      write: (tables, body) =>
        disk.write(tables, (tx) =>
          body({
            ...tx,
            get: (table, key) => {
              asked.push(`${table} ${String(key)}`)
              return tx.get(table, key)
            },
          }),
        ),
    })
    const disk = vaultDisk(counting(tablet.below), tablet.key)
    const append = () =>
      disk.write(['outbox'], async (tx) => void tx.append('outbox', { change: { id: 'c' } }))
    await append()
    expect(asked).toEqual(['meta vault'])
    await append()
    expect(asked).toEqual(['meta vault'])
    // Words for whoever comes next are closed: then it is asked whether their key is still the one of now.
    await disk.write(
      ['outbox'],
      async (tx) => void tx.append('outbox', { change: { id: 'd' }, inside: { at: '', args: {} } }),
    )
    expect(asked).toEqual(['meta vault', 'meta vault'])
  })

  test('SEC-31 is closed under a key so often and no more; then it is as if the key were not at hand', async () => {
    const tablet = await aTablet()
    await tablet.fill(tablet.disk)
    expect(await tablet.below.read(['meta'], markIn)).toMatchObject({ used: 2 })
    await tablet.below.write(['meta'], async (tx) => putMark(tx, { v: 1, box: tablet.box.id, used: 2 ** 32 }))
    await expect(tablet.fill(tablet.disk)).rejects.toThrow(/locked/)
    const next = aBox()
    await moveUnder(tablet.below, next, tablet.box)
    tablet.key.box = next
    expect(await tablet.ids()).toBe('f1 p1 r1 r2 s1 s2')
  })
})

describe('moving under a key', () => {
  test('what a device had in clear is closed in one transaction, and none of it lies open afterwards', async () => {
    const tablet = await aTablet()
    const below = memoryDisk()
    await tablet.fill(below)
    expect(lying(below)).toContain(CANARIES[0])
    await moveUnder(below, tablet.box)
    for (const canary of CANARIES) expect(lying(below)).not.toContain(canary)
    expect(await tablet.ids(vaultDisk(below, tablet.key))).toBe('f1 p1 r1 r2 s1 s2')
  })

  test('a death in the middle leaves everything as it was', async () => {
    const tablet = await aTablet()
    const clear = memoryDisk()
    await tablet.fill(clear)
    const image = clear.snapshot()
    for (let dies = 0; ; dies += 1) {
      const below = memoryDisk.from(image, {
        before: ({ index }) => {
          if (index === dies) throw new Error('killed')
        },
      })
      const end = await moveUnder(below, tablet.box).then(
        () => 'moved',
        () => 'killed',
      )
      const again = memoryDisk.from(below.snapshot())
      expect(await tablet.ids(vaultDisk(again, tablet.key))).toBe('f1 p1 r1 r2 s1 s2')
      if (end === 'moved') break
    }
  })

  test('the key is changed without losing a row; the old one opens nothing any more', async () => {
    const tablet = await aTablet()
    await tablet.fill(tablet.disk)
    const next = aBox()
    await moveUnder(tablet.below, next, tablet.box)
    expect(await tablet.ids()).toBe('p1 s1 s2')
    expect(await tablet.ids(vaultDisk(tablet.below, { box: next }))).toBe('f1 p1 r1 r2 s1 s2')
    expect(await tablet.below.read(['meta'], positionIn)).toMatchObject({ cursor: 'c', scope: 's' })
  })

  test('what lay under a key that nobody has goes, and everything is walked anew', async () => {
    const tablet = await aTablet()
    await tablet.fill(tablet.disk)
    const next = aBox()
    await moveUnder(tablet.below, next)
    expect(await tablet.ids(vaultDisk(tablet.below, { box: next }))).toBe('p1 s1 s2')
    expect(await tablet.below.read(['meta'], positionIn)).toMatchObject({ cursor: '', scope: '' })
  })
})

describe('the words of a shift', () => {
  const NOTE = '红袄子那位又骂人'
  const FINDING = '桶盖被老周踢坏'
  const handedOver = (other: object = {}) =>
    ({
      ...(record('s9', 'shift') as object),
      day: '2026-11-24',
      note: NOTE,
      findings: { lid: { photos: [], note: FINDING } },
      ...other,
    }) as never
  const puts = (on: Disk, one: never) =>
    on.write(['pages', 'singles'], async (tx) => putSingles(tx, 1, [one]))
  const shiftOn = async (on: Disk) => (await on.read(['pages', 'singles'], basesIn)).get('s9' as RecordId)

  test.each([
    [
      'a page',
      async (on: Disk) => on.write(['pages', 'singles'], (tx) => putPage(tx, 1, [place, handedOver()])),
    ],
    ['a row', async (on: Disk) => puts(on, handedOver())],
  ])('SEC-22 of %s lie closed; the shift itself lies open, and is whole with the key', async (_, fill) => {
    const tablet = await aTablet()
    await fill(tablet.disk)
    for (const word of [NOTE, FINDING]) expect(lying(tablet.below)).not.toContain(word)
    expect(await shiftOn(tablet.disk)).toEqual(handedOver())
    tablet.key.box = undefined
    const { note: _note, findings: _findings, ...bare } = handedOver() as Record<string, unknown>
    expect(await shiftOn(tablet.disk)).toEqual(bare)
  })

  test('wait while the tablet is locked: the shift goes on, and its words are the last that came with the key', async () => {
    const tablet = await aTablet()
    await puts(tablet.disk, handedOver())
    tablet.key.box = undefined
    await puts(tablet.disk, handedOver({ note: '锁着时来的', day: '2026-11-25' }))
    expect(lying(tablet.below)).not.toContain('锁着时来的')
    expect(await shiftOn(tablet.disk)).toMatchObject({ day: '2026-11-25' })
    tablet.key.box = tablet.box
    expect(await shiftOn(tablet.disk)).toMatchObject({ day: '2026-11-25', note: NOTE })
  })

  test('of an app of before are closed by the next opening, also under another key', async () => {
    const tablet = await aTablet()
    await tablet.below.write(['pages', 'meta'], async (tx) => {
      putMark(tx, { v: 2, box: tablet.box.id })
      void tx.append('pages', { walk: 1, records: [place, handedOver()] })
    })
    const next = aBox()
    await moveUnder(tablet.below, next, tablet.box)
    tablet.key.box = next
    expect(lying(tablet.below)).not.toContain(NOTE)
    expect(await shiftOn(tablet.disk)).toEqual(handedOver())
  })

  test('that are not sent yet are read by whoever comes next with their PIN, and lie open for nobody', async () => {
    const tablet = await aTablet()
    const change = { id: 'c1', record: 's9', actor: 'zhou', name: 'shift.close', v: 1, at: 'then' } as never
    const row = await sealed(
      plainSeals,
      'a' as never,
      { ...(change as object), args: { note: NOTE } } as never,
    )
    await tablet.disk.write(['outbox'], async (tx) => void tx.append('outbox', { ...row, own: undefined }))
    const read = async (on: Disk = tablet.disk) => {
      const [first] = await on.read(['outbox'], (tx) => tx.range<OutboxRow>('outbox'))
      return opened(plainSeals, first!.value)
    }
    const { inside, ...kept } = row
    expect(inside).toMatchObject({ args: { note: NOTE } })
    const { rows } = tablet.below.snapshot()
    expect(
      JSON.stringify([...rows.outbox].map(([, one]) => ({ ...(one as object), change: kept.change.id }))),
    ).not.toContain(NOTE)
    expect(await read()).toMatchObject({ args: { note: NOTE } })

    const next = aBox()
    await moveUnder(tablet.below, next, tablet.box)
    tablet.key.box = undefined
    expect(await read()).toBeUndefined()
    tablet.key.box = next
    expect(await read()).toMatchObject({ args: { note: NOTE } })
  })
})
