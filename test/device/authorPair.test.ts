import { describe, expect, test } from 'vitest'
import { asker } from '#device/asking.ts'
import { stretch } from '#device/pinKey.ts'
import { imported, newPinLock, type PinLock } from '#device/pinLock.ts'
import { sealing } from '#device/sealing.ts'
import {
  newVaultLock,
  openRoot,
  openShare,
  openVaultLock,
  sealRoot,
  vaultKek,
  type VaultLock,
} from '#device/vaultKeys.ts'
import type { PersonId } from '#domain/ids.ts'
import type { Disk } from '#store/disk.ts'
import { locks } from '#store/locks.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { personKeys } from '#store/personKeys.ts'
import { firstPosition, putPosition } from '#store/position.ts'
import type { VaultKey } from '#store/vaultDisk.ts'
import { vaultKeys } from '#store/vaultKeys.ts'
import { SET_UNLOCK_PATH, UNLOCK_PATH, type UnlockReply } from '#wire/unlock.ts'
import { aCompound } from '#test/support/aServer.ts'
import { type Opening, readVault } from '#boot/vault.ts'

const HOUR = 3600_000
const PIN = '4071'
const WRITTEN = { at: '2026-03-02T00:00:00.000Z', args: { text: '三楼灯不亮' } }

/** A shared tablet of a real compound, on which somebody has just chosen a PIN and written something. */
async function aTablet() {
  const compound = await aCompound()
  const { server } = compound
  const browser = compound.browser()
  const role = { deviceKind: 'shared', role: 'supervisor' } as const
  const { person, tenant, device, serverKey } = (await compound.joined({ ...role, name: '周桂芳' }, browser))
    .enrolment
  const online = { is: true }
  const ask = asker((async (path: string, init: RequestInit) => {
    if (!online.is) throw new TypeError('no network')
    return browser.send(path, init)
  }) as typeof fetch)
  const clock = { is: server.clock.toISOString() }
  const disk = memoryDisk()
  const first = firstPosition({ tenant, device, epoch: 'e' as never, stream: 's' as never })
  await disk.write(['meta'], async (tx) => putPosition(tx, { ...first, cursor: 'c', scope: 's' }))

  const vaultOn = (below: Disk) => {
    const key: VaultKey = {}
    const answers = ['share', 'lease', 'serverTime']
    return readVault({
      below,
      key,
      unlock: (form) => ask<UnlockReply>(UNLOCK_PATH, form, answers),
      set: (form) => ask<UnlockReply>(SET_UNLOCK_PATH, form, answers),
      now: () => clock.is,
    })
  }
  const vault = vaultOn(disk)
  const { lock, stretched, privateKey } = await newPinLock(PIN)
  await locks<PinLock>(disk).put(person, lock)
  const sealsFor = (by: CryptoKey | undefined) =>
    sealing({
      server: { id: serverKey.id, raw: serverKey.raw },
      keys: personKeys(disk),
      unlocked: () => true,
      privateKey: () => by,
    })
  const own = await sealsFor(privateKey).toAuthor(person, 'c1', WRITTEN)
  /** What the author reads again of it with what their PIN has opened. */
  const reads = ({ privateKey: by }: Pick<Opening, 'privateKey'>) => sealsFor(by).byAuthor(person, 'c1', own)
  const stretchedOf = async (pin: string) => stretch(pin, (await kept())!.cost)
  const kept = () => locks<PinLock>(disk).find(person)
  const all = new Set<PersonId>([person])
  const opens = async (pin: string, on: Disk = disk) => vaultOn(on).openHere(person, await stretchedOf(pin))
  const shows = async (pin: string) => vaultOn(disk).openOnline(person, await stretchedOf(pin), all)
  const later = (ms: number) => {
    server.clock = new Date(server.clock.getTime() + ms)
    clock.is = new Date(Date.parse(clock.is) + ms).toISOString()
  }
  /** The first contact after the PIN was chosen. */
  const meets = () => vault.openOnline(person, stretched, all, true)
  const { db } = compound.started.office
  return { disk, person, online, clock, later, kept, reads, opens, shows, meets, db }
}

describe('what somebody wrote, behind their PIN', () => {
  test('lies behind the PIN alone till the server has been met, and opens without a network', async () => {
    const { online, opens, reads, kept } = await aTablet()
    online.is = false
    expect((await kept())?.box).toBeDefined()
    expect(await reads(await opens(PIN))).toEqual(WRITTEN)
    expect(await opens('4072')).toMatchObject({ pin: 'wrong', privateKey: undefined })
  })

  test('then lies behind the server’s share too: inside its window it opens without a network, and a wrong PIN is told', async () => {
    const { disk, online, opens, reads, meets, kept } = await aTablet()
    expect(await meets()).toMatchObject({ pin: 'right', vault: 'open' })
    expect(await kept()).toMatchObject({ v: 3 })
    online.is = false
    const restarted = memoryDisk.from(disk.snapshot())
    const opening = await opens(PIN, restarted)
    expect(opening).toMatchObject({ pin: 'right', vault: 'open' })
    expect(await reads(opening)).toEqual(WRITTEN)
    expect(await opens('4072', restarted)).toMatchObject({
      pin: 'wrong',
      vault: 'closed',
      privateKey: undefined,
    })
  })

  test('SEC-23 outside its window nothing on the disk, nor on a copy, says which PIN is right, and the right one opens nothing', async () => {
    const { disk, person, online, clock, later, opens, meets, kept } = await aTablet()
    await meets()
    const copy = disk.snapshot()
    later(12 * HOUR)
    online.is = false
    for (const pin of [PIN, '4072', '0000', '9999']) {
      expect(await opens(pin)).toEqual({ pin: 'unchecked', vault: 'closed', privateKey: undefined })
      expect(await opens(pin, memoryDisk.from(copy))).toEqual({
        pin: 'unchecked',
        vault: 'closed',
        privateKey: undefined,
      })
    }
    // No box is left that is closed with the PIN alone.
    expect(Object.keys((await kept())!).sort()).toEqual(['cost', 'publicKey', 'v'])
    const { lock, deviceKey } = await vaultKeys<VaultLock>(disk).find(person, clock.is)
    const stretched = await stretch(PIN, (await kept())!.cost)
    const guessed = await vaultKek(stretched, Buffer.alloc(32, 7).toString('base64'))
    expect(await openVaultLock(lock!, deviceKey as CryptoKey, guessed)).toBeUndefined()
  })

  test('SEC-23 outside its window the server tells a wrong PIN and opens with the right one; one that nobody checked is never set', async () => {
    const { later, opens, shows, reads, meets, db } = await aTablet()
    await meets()
    later(12 * HOUR)
    expect(await shows('4072')).toMatchObject({ pin: 'wrong', vault: 'closed', privateKey: undefined })
    const opening = await shows(PIN)
    expect(opening).toMatchObject({ pin: 'right', vault: 'open' })
    expect(await reads(opening)).toEqual(WRITTEN)
    expect(await opens(PIN)).toMatchObject({ pin: 'right' })

    later(12 * HOUR)
    await db.deleteFrom('vault_shares').execute()
    expect(await shows('4072')).toMatchObject({ pin: 'unchecked' })
    expect(await db.selectFrom('vault_shares').select('person').execute()).toEqual([])
  })

  test('stays theirs where the server was put back to before the PIN, as long as what was lent lies here', async () => {
    const { opens, shows, reads, meets, db, online } = await aTablet()
    await meets()
    await db.deleteFrom('vault_shares').execute()
    const opening = await shows(PIN)
    expect(opening).toMatchObject({ pin: 'right', vault: 'open' })
    expect(await reads(opening)).toEqual(WRITTEN)
    online.is = false
    expect(await reads(await opens(PIN))).toEqual(WRITTEN)
  })

  test('of an app of before, whose vault had a pair of its own: both open, and from the next contact on by one', async () => {
    const { disk, person, clock, opens, shows, reads, meets, kept, online } = await aTablet()
    const behindPin = (await kept())!
    await meets()
    // As it lay there: the pair behind the PIN alone, and the vault's key sealed to another one.
    const rows = vaultKeys<VaultLock, PinLock>(disk)
    const { deviceKey, share } = await rows.find(person, clock.is)
    const lent = (await openShare(deviceKey as CryptoKey, person, share!.box))!
    const kek = await vaultKek(await stretch(PIN, behindPin.cost), lent)
    const ours = (await rows.find(person, clock.is)).lock!
    const root = (await openRoot(
      ours,
      await imported((await openVaultLock(ours, deviceKey as CryptoKey, kek))!),
    ))!
    const { lock } = await newVaultLock(deviceKey as CryptoKey, kek)
    await rows.putLocks([{ person, lock: { ...lock, root: await sealRoot(root, lock.point) } }])
    await locks<PinLock>(disk).put(person, behindPin)

    online.is = false
    const before = await opens(PIN)
    expect(before).toMatchObject({ pin: 'right', vault: 'open' })
    expect(await reads(before)).toEqual(WRITTEN)
    online.is = true
    expect(await reads(await shows(PIN))).toEqual(WRITTEN)
    expect(await kept()).not.toHaveProperty('box')
    online.is = false
    const after = await opens(PIN)
    expect(after).toMatchObject({ pin: 'right', vault: 'open' })
    expect(await reads(after)).toEqual(WRITTEN)
    expect(await disk.read(['meta'], (tx) => tx.get('meta', 'vault'))).toMatchObject({ box: root.id })
  })
})
