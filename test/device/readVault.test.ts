import { describe, expect, test } from 'vitest'
import { asker } from '#device/asking.ts'
import { openVaultLock, vaultKek, type VaultLock } from '#device/vaultKeys.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { basesIn, putSingles } from '#store/bases.ts'
import { type Disk, DiskTrouble } from '#store/disk.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { firstPosition, positionIn, putPosition } from '#store/position.ts'
import { vaultDisk, type VaultKey } from '#store/vaultDisk.ts'
import { vaultKeys } from '#store/vaultKeys.ts'
import { SET_UNLOCK_PATH, UNLOCK_PATH, type UnlockReply } from '#wire/unlock.ts'
import { aCompound } from '#test/support/aServer.ts'
import { readVault } from '#boot/vault.ts'

const HOUR = 3600_000
/** What a PIN is after it was made costly; how costly is told in `locks.test.ts`. */
const pin = (digit: number) => new Uint8Array(32).fill(digit)

const remark = {
  id: 'f1' as RecordId,
  kind: 'feedback',
  v: 1,
  place: 'east' as RecordId,
  author: 'zhou' as PersonId,
  at: '2026-03-02T00:00:00.000Z',
  text: '三楼灯不亮',
}

/** A shared tablet of a real compound: two people have joined on it, and nobody has been asked for a PIN yet. */
async function aTablet() {
  const compound = await aCompound()
  const { server } = compound
  const browser = compound.browser()
  const role = { deviceKind: 'shared', role: 'supervisor' } as const
  const zhou = (await compound.joined({ ...role, name: '周桂芳' }, browser)).enrolment
  const tang = (await compound.joined({ ...role, name: '唐玉珍' }, browser)).enrolment
  const online = { is: true }
  const ask = asker((async (path: string, init: RequestInit) => {
    if (!online.is) throw new TypeError('no network')
    return browser.send(path, init)
  }) as typeof fetch)
  const clock = { is: server.clock.toISOString() }
  const below = memoryDisk()
  const { tenant, device } = zhou
  const first = firstPosition({ tenant, device, epoch: 'e' as never, stream: 's' as never })
  await below.write(['meta'], async (tx) => putPosition(tx, { ...first, cursor: 'c', scope: 's' }))

  /** The same profile after a restart, or a copy of it. */
  const started = (disk: Disk) => {
    const key: VaultKey = {}
    const vault = readVault({
      below: disk,
      key,
      unlock: (form) => ask<UnlockReply>(UNLOCK_PATH, form, ['share', 'lease']),
      set: (form) => ask<UnlockReply>(SET_UNLOCK_PATH, form, ['share', 'lease']),
      now: () => clock.is,
    })
    const shown = vaultDisk(disk, key)
    const reads = async () => (await shown.read(['pages', 'singles'], basesIn)).has(remark.id)
    const keeps = () => shown.write(['pages', 'singles'], (tx) => putSingles(tx, 1, [remark]))
    return { vault, reads, keeps, disk: shown }
  }
  const all = new Set([zhou.person, tang.person])
  const later = (ms: number) => {
    server.clock = new Date(server.clock.getTime() + ms)
    clock.is = new Date(Date.parse(clock.is) + ms).toISOString()
  }
  const { db } = compound.started.office
  return {
    ...compound,
    below,
    browser,
    zhou,
    tang,
    online,
    clock,
    db,
    started,
    all,
    later,
    ...started(below),
  }
}

/** Both have opened it once, with PINs 1 and 2; a remark lies in it; it is closed. */
async function aVault() {
  const tablet = await aTablet()
  const { vault, zhou, tang, all } = tablet
  await vault.openOnline(zhou.person, pin(1), all, true)
  vault.close()
  await vault.openOnline(tang.person, pin(2), all, true)
  await tablet.keeps()
  vault.close()
  return tablet
}

describe('the read vault', () => {
  test('takes in what lay open on the device when the first PIN is set', async () => {
    const tablet = await aTablet()
    await tablet.keeps()
    expect(JSON.stringify(tablet.below.snapshot().rows.singles.get(remark.id))).toContain(remark.text)
    expect((await tablet.vault.openOnline(tablet.zhou.person, pin(1), tablet.all, true)).vault).toBe('open')
    expect(tablet.below.snapshot().rows.singles.size).toBe(0)
    expect(await tablet.reads()).toBe(true)
    tablet.vault.close()
    expect(await tablet.reads()).toBe(false)
  })

  test('opens without a network for each of its people, after a restart too; for a wrong PIN it stays closed', async () => {
    const tablet = await aVault()
    tablet.online.is = false
    const again = tablet.started(memoryDisk.from(tablet.below.snapshot()))
    expect((await again.vault.openHere(tablet.zhou.person, pin(9))).vault).toBe('closed')
    expect(await again.reads()).toBe(false)
    expect((await again.vault.openHere(tablet.zhou.person, pin(1))).vault).toBe('open')
    expect(await again.reads()).toBe(true)
    again.vault.close()
    expect((await again.vault.openHere(tablet.tang.person, pin(2))).vault).toBe('open')
    expect(await again.reads()).toBe(true)
  })

  test('SEC-23 outside its window the right PIN opens nothing, on the device or on a copy of it; the server opens it again', async () => {
    const tablet = await aVault()
    const copy = tablet.below.snapshot()
    tablet.later(12 * HOUR)
    tablet.online.is = false
    expect((await tablet.vault.openHere(tablet.zhou.person, pin(1))).vault).toBe('closed')
    const elsewhere = tablet.started(memoryDisk.from(copy))
    expect((await elsewhere.vault.openHere(tablet.zhou.person, pin(1))).vault).toBe('closed')
    expect(await elsewhere.reads()).toBe(false)
    // What was lent is not only refused: it is gone.
    const keys = [...tablet.below.snapshot().rows.keys.keys()].map(String)
    expect(keys.filter((key) => key.startsWith('vault/share/'))).toEqual([])

    tablet.online.is = true
    expect((await tablet.vault.openOnline(tablet.zhou.person, pin(1), tablet.all)).vault).toBe('open')
    expect(await tablet.reads()).toBe(true)
  })

  test('SEC-23 a copy that is taken outside the window opens for none of all four-digit PINs, whatever its clock says', async () => {
    const tablet = await aVault()
    tablet.later(12 * HOUR)
    await tablet.vault.lapse()
    const copy = memoryDisk.from(tablet.below.snapshot())
    tablet.clock.is = '2026-03-01T00:00:00.000Z'
    tablet.online.is = false
    const { vault } = tablet.started(copy)
    for (let guess = 0; guess < 256; guess += 1)
      expect((await vault.openHere(tablet.zhou.person, pin(guess))).vault).toBe('closed')
    // Without the share there is nothing that a PIN could be tried on: one guess at the share is one in 2^256.
    const kept = vaultKeys<VaultLock>(copy)
    const { lock, deviceKey } = await kept.find(tablet.zhou.person, tablet.clock.is)
    const kek = await vaultKek(pin(1), Buffer.alloc(32).toString('base64'))
    expect(await openVaultLock(lock!, deviceKey as CryptoKey, kek)).toBeUndefined()
  })

  test('SEC-26 a clock that is set back gives no more time than there was', async () => {
    const tablet = await aVault()
    tablet.online.is = false
    const lent = tablet.clock.is
    tablet.later(12 * HOUR)
    expect((await tablet.vault.openHere(tablet.zhou.person, pin(1))).vault).toBe('closed')
    tablet.clock.is = lent
    expect((await tablet.vault.openHere(tablet.zhou.person, pin(1))).vault).toBe('closed')

    tablet.online.is = true
    await tablet.vault.openOnline(tablet.zhou.person, pin(1), tablet.all)
    tablet.vault.close()
    tablet.later(11 * HOUR)
    await tablet.vault.lapse()
    tablet.online.is = false
    tablet.clock.is = lent
    expect((await tablet.vault.openHere(tablet.zhou.person, pin(1))).vault).toBe('open')
    // What was left is left, and no more, however often it is set back.
    tablet.later(HOUR / 2)
    await tablet.vault.lapse()
    tablet.clock.is = lent
    expect(await tablet.vault.lapse()).toBe('open')
    tablet.later(HOUR / 2)
    expect(await tablet.vault.lapse()).toBe('closed')
  })

  test('a clock that ran ahead and was put right costs one contact', async () => {
    const tablet = await aVault()
    const right = tablet.clock.is
    tablet.later(400 * 24 * HOUR)
    expect((await tablet.vault.openHere(tablet.zhou.person, pin(1))).vault).toBe('closed')
    tablet.clock.is = right
    expect((await tablet.vault.openOnline(tablet.zhou.person, pin(1), tablet.all)).vault).toBe('open')
    tablet.later(11 * HOUR)
    expect(await tablet.vault.lapse()).toBe('open')
    tablet.later(HOUR)
    expect(await tablet.vault.lapse()).toBe('closed')
  })

  test('closes by the server’s clock too, where the device’s own stands still', async () => {
    const tablet = await aVault()
    const { person } = tablet.zhou
    tablet.online.is = false
    expect((await tablet.vault.openHere(person, pin(1))).vault).toBe('open')
    await tablet.below.write(['meta'], async (tx) => {
      const position = (await positionIn(tx))!
      const serverTime = new Date(Date.parse(tablet.clock.is) + 13 * HOUR).toISOString()
      putPosition(tx, { ...position, serverTime })
    })
    expect(await tablet.vault.lapse()).toBe('closed')
    expect(await tablet.reads()).toBe(false)
  })

  test('closes in time on a full disk too, which takes no word of it', async () => {
    const tablet = await aVault()
    const room = { is: true }
    const { vault, reads } = tablet.started({
      ...tablet.below,
      write: (tables, body) =>
        room.is ? tablet.below.write(tables, body) : Promise.reject(new DiskTrouble('full')),
    })
    tablet.online.is = false
    expect((await vault.openHere(tablet.zhou.person, pin(1))).vault).toBe('open')
    room.is = false
    tablet.later(11 * HOUR)
    expect([await vault.lapse(), await reads()]).toEqual(['open', true])
    tablet.later(HOUR)
    expect([await vault.lapse(), await reads()]).toEqual(['closed', false])
  })

  test('opens on no other device, though PIN and share are right', async () => {
    const tablet = await aVault()
    const copy = memoryDisk.from(tablet.below.snapshot())
    const other = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ])
    await copy.write(['keys'], async (tx) => tx.put('keys', 'vault/device', other))
    const elsewhere = tablet.started(copy)
    expect((await elsewhere.vault.openHere(tablet.zhou.person, pin(1))).vault).toBe('closed')
    // Online it makes a key of its own; what lay under the other one is gone, and is walked anew.
    expect((await elsewhere.vault.openOnline(tablet.zhou.person, pin(1), tablet.all)).vault).toBe('open')
    expect(await elsewhere.reads()).toBe(false)
    expect(await copy.read(['meta'], positionIn)).toMatchObject({ cursor: '', scope: '' })
  })

  test('SEC-25 what was lent is given up after wrong tries: the right PIN has to be shown to the server', async () => {
    const tablet = await aVault()
    await tablet.vault.giveUp(tablet.zhou.person)
    tablet.online.is = false
    expect((await tablet.vault.openHere(tablet.zhou.person, pin(1))).vault).toBe('closed')
    expect((await tablet.vault.openHere(tablet.tang.person, pin(2))).vault).toBe('open')
    tablet.vault.close()
    tablet.online.is = true
    expect((await tablet.vault.openOnline(tablet.zhou.person, pin(9), tablet.all)).vault).toBe('closed')
    expect((await tablet.vault.openOnline(tablet.zhou.person, pin(1), tablet.all)).vault).toBe('open')
  })

  test('of whoever has left opens for them no more, and its key is changed without the others’ PINs', async () => {
    const tablet = await aVault()
    const { vault, below, zhou, tang } = tablet
    const before = (await below.read(['meta'], (tx) => tx.get<{ box: string }>('meta', 'vault')))!.box
    await vault.openOnline(tang.person, pin(2), new Set([tang.person]))
    const after = (await below.read(['meta'], (tx) => tx.get<{ box: string }>('meta', 'vault')))!.box
    expect(after).not.toBe(before)
    expect(await tablet.reads()).toBe(true)
    vault.close()
    tablet.online.is = false
    expect((await vault.openHere(zhou.person, pin(1))).vault).toBe('closed')
    expect((await vault.openHere(tang.person, pin(2))).vault).toBe('open')
    expect(await tablet.reads()).toBe(true)
  })

  test('of a device that the office has stopped gives up what was lent as soon as somebody asks', async () => {
    const tablet = await aVault()
    expect((await tablet.vault.openHere(tablet.zhou.person, pin(1))).vault).toBe('open')
    await tablet.officer.post('/api/devices/revoke', { device: tablet.zhou.device })
    expect((await tablet.vault.openOnline(tablet.zhou.person, pin(1), tablet.all)).vault).toBe('closed')
    tablet.online.is = false
    expect((await tablet.vault.openHere(tablet.zhou.person, pin(1))).vault).toBe('closed')
  })

  test('who joins while it is closed makes a new key, which the others have too; everything is walked anew', async () => {
    const tablet = await aTablet()
    const { vault, zhou, tang, all } = tablet
    await vault.openOnline(zhou.person, pin(1), all, true)
    await tablet.keeps()
    vault.close()
    expect((await vault.openOnline(tang.person, pin(2), all, true)).vault).toBe('open')
    expect(await tablet.reads()).toBe(false)
    expect(await tablet.below.read(['meta'], positionIn)).toMatchObject({ cursor: '', scope: '' })
    await tablet.keeps()
    vault.close()
    tablet.online.is = false
    expect((await vault.openHere(zhou.person, pin(1))).vault).toBe('open')
    expect(await tablet.reads()).toBe(true)
  })

  test('who joins while it is open is given the key that there is', async () => {
    const tablet = await aTablet()
    const { vault, zhou, tang, all } = tablet
    await vault.openOnline(tang.person, pin(2), all, true)
    await vault.openOnline(zhou.person, pin(1), all, true)
    await tablet.keeps()
    vault.close()
    for (const [person, digit] of [
      [zhou.person, 1],
      [tang.person, 2],
    ] as const) {
      expect((await vault.openHere(person, pin(digit))).vault).toBe('open')
      expect(await tablet.reads()).toBe(true)
      vault.close()
    }
  })

  test('opens with a PIN that was set anew after an invitation, and with the old one no more', async () => {
    const tablet = await aVault()
    const { vault, zhou, tang, all } = tablet
    tablet.later(1000)
    await tablet.joined({ person: zhou.person, deviceKind: 'shared', role: 'supervisor' }, tablet.browser)
    expect((await vault.openOnline(zhou.person, pin(3), all, true)).vault).toBe('open')
    vault.close()
    tablet.online.is = false
    expect((await vault.openHere(zhou.person, pin(1))).vault).toBe('closed')
    expect((await vault.openHere(zhou.person, pin(3))).vault).toBe('open')
    vault.close()
    expect((await vault.openHere(tang.person, pin(2))).vault).toBe('open')
  })

  test('closed while the server was asked is not opened by its answer', async () => {
    const tablet = await aVault()
    const asking = tablet.vault.openOnline(tablet.zhou.person, pin(1), tablet.all)
    tablet.vault.close()
    expect((await asking).vault).toBe('closed')
    expect(await tablet.reads()).toBe(false)
  })

  test('whose server was put back to before the PINs opens with them all the same', async () => {
    const tablet = await aVault()
    await tablet.db.deleteFrom('vault_shares').execute()
    expect((await tablet.vault.openOnline(tablet.zhou.person, pin(1), tablet.all)).vault).toBe('open')
  })
})
