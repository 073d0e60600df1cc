import { describe, expect, test } from 'vitest'
import { stretch } from '#device/pinKey.ts'
import { halfByPin, imported, newPinLock, type PinLock } from '#device/pinLock.ts'
import { sealing } from '#device/sealing.ts'
import type { PersonId, TenantId } from '#domain/ids.ts'
import { memorySeals } from '#server/sealing.ts'
import { type DraftKey, drafts } from '#store/drafts.ts'
import { locks } from '#store/locks.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { ownSentIn } from '#store/ownSent.ts'
import { keepPhoto, photoBytes } from '#store/photoBytes.ts'
import { personKeys } from '#store/personKeys.ts'
import { vaultKeys } from '#store/vaultKeys.ts'
import { photosOn } from '#test/support/aPhotoShelf.ts'

const tenant = 't' as TenantId
const zhou = 'zhou' as PersonId
const tang = 'tang' as PersonId
const NOW = '2026-11-24T18:00:00.000Z'
const INSIDE = { at: NOW, args: { text: '楼道灯坏了' } }
const remark = (author: PersonId): DraftKey => ({ author, form: 'feedback.capture', about: 'door' })

/** What a PIN opens before the server has lent anything. */
async function opens(lock: PinLock, pin: string): Promise<CryptoKey | undefined> {
  const half = await halfByPin(lock, await stretch(pin, lock.cost))
  return half && imported(half)
}

/** A shared tablet: its disk, its ciphers, and who is at it now. */
async function aTablet() {
  const server = await memorySeals()
  const disk = memoryDisk()
  const here = new Map<PersonId, CryptoKey>()
  const open = (unlocked: (person: PersonId) => boolean = (person) => here.has(person)) =>
    sealing({
      server: { id: server.key, raw: server.publicKey },
      keys: personKeys(disk),
      unlocked,
      privateKey: (person) => here.get(person),
    })
  const seals = open()
  const kept = drafts({ disk, seals, tenant, now: () => NOW })
  return { server, disk, here, open, seals, drafts: kept, locks: locks<PinLock>(disk) }
}

describe('a PIN', () => {
  test('opens what its owner wrote, also after a restart; another PIN opens nothing', async () => {
    const tablet = await aTablet()
    const { lock, privateKey } = await newPinLock('4071')
    await tablet.locks.put(zhou, lock)
    tablet.here.set(zhou, privateKey)
    await tablet.drafts.keep(remark(zhou), 1, { text: '三楼灯不亮' })

    const kept = (await tablet.locks.find(zhou))!
    expect(await opens(kept, '4072')).toBeUndefined()
    tablet.here.set(zhou, (await opens(kept, '4071'))!)
    expect(await tablet.drafts.open(remark(zhou))).toMatchObject({ content: { text: '三楼灯不亮' } })
  })

  test('is not needed to write: a locked tablet keeps what somebody who chose their name says, and only they read it', async () => {
    const tablet = await aTablet()
    const { lock, privateKey } = await newPinLock('4071')
    await tablet.locks.put(zhou, lock)
    await tablet.drafts.keep(remark(zhou), 1, { text: '锁着也能记' })
    expect(await tablet.drafts.open(remark(zhou))).toBeUndefined()
    expect(JSON.stringify(tablet.disk.snapshot())).not.toContain('锁着')
    tablet.here.set(tang, privateKey)
    expect(await tablet.drafts.open(remark(zhou))).toBeUndefined()
    tablet.here.set(zhou, privateKey)
    expect(await tablet.drafts.open(remark(zhou))).toMatchObject({ content: { text: '锁着也能记' } })
  })

  test('set later takes what was written before behind it, and nothing of it stays readable without it', async () => {
    const tablet = await aTablet()
    const without = tablet.open(() => true)
    const before = drafts({ disk: tablet.disk, seals: without, tenant, now: () => NOW })
    await before.keep(remark(zhou), 1, { text: '以前写的' })
    await before.keep(remark(tang), 1, { text: '别人写的' })
    const photo = { hash: 'a'.repeat(64), bytes: Uint8Array.of(1, 2, 3), at: NOW }
    await keepPhoto(photosOn(tablet.disk, without), photo, zhou)
    // Sent already, and its record is still to come.
    const sent = { change: { id: 'c1', actor: zhou }, own: await without.toAuthor(zhou, 'c1', INSIDE) }
    await tablet.disk.write(['meta'], async (tx) => tx.put('meta', 'ownSent', [sent]))

    const { lock, privateKey } = await newPinLock('4071')
    const next = sealing({
      server: { id: tablet.server.key, raw: tablet.server.publicKey },
      keys: { get: async () => lock, putIfNone: async () => lock },
      unlocked: () => true,
    })
    await tablet.locks.put(zhou, lock, {
      open: (id, own) => without.byAuthor(zhou, id, own),
      seal: (id, inside) => next.toAuthor(zhou, id, inside),
    })
    const again = tablet.open(() => true)
    expect(
      await again.byAuthor(zhou, 'x', await again.toAuthor(zhou, 'x', { at: NOW, args: 1 })),
    ).toBeUndefined()
    expect(await photoBytes(photosOn(tablet.disk, again), photo.hash)).toBeUndefined()
    const [kept] = await tablet.disk.read(['meta'], ownSentIn)
    expect(await again.byAuthor(zhou, 'c1', kept!.own)).toBeUndefined()
    tablet.here.set(zhou, privateKey)
    expect(await tablet.seals.byAuthor(zhou, 'c1', kept!.own)).toEqual(INSIDE)
    expect(await tablet.drafts.open(remark(zhou))).toMatchObject({ content: { text: '以前写的' } })
    expect(await photoBytes(photosOn(tablet.disk, tablet.seals), photo.hash)).toEqual(photo.bytes)
    tablet.here.set(tang, privateKey)
    expect(await tablet.drafts.open(remark(tang))).toMatchObject({ content: { text: '别人写的' } })
  })

  test('that is forgotten costs no words: the server opens them for their author, under the new pair they are read again', async () => {
    const tablet = await aTablet()
    await tablet.locks.put(zhou, (await newPinLock('4071')).lock)
    await tablet.drafts.keep(remark(zhou), 1, { text: '写到一半' })

    const anew = await newPinLock('9035')
    await tablet.locks.put(zhou, anew.lock)
    tablet.seals.keysMoved()
    tablet.here.set(zhou, anew.privateKey)
    expect(await tablet.drafts.open(remark(zhou))).toBeUndefined()
    const [lost, ...others] = await tablet.drafts.lost(zhou)
    expect(others).toEqual([])
    if (!lost || !('sealed' in lost.body)) throw new Error('a draft of before travels sealed')
    const opened = await tablet.server.open(tenant, lost.id as never, lost.body.key, lost.body.sealed)
    await tablet.drafts.found(zhou, [{ id: lost.id, inside: opened as { at: string; args: unknown } }])
    expect(await tablet.drafts.open(remark(zhou))).toMatchObject({ content: { text: '写到一半' } })
    expect(await tablet.drafts.lost(zhou)).toEqual([])
  })
})

describe('wrong tries', () => {
  test('are counted on the disk before anybody knows whether the PIN was right: a restart gives none back', async () => {
    const tablet = await aTablet()
    await tablet.locks.put(zhou, (await newPinLock('4071')).lock)
    for (const wrong of [1, 2, 3]) expect(await tablet.locks.tried(zhou, NOW)).toEqual({ wrong, at: NOW })
    const again = locks<PinLock>(memoryDisk.from(tablet.disk.snapshot()))
    expect(await again.tries(zhou, NOW)).toEqual({ wrong: 3, at: NOW })
    await again.right(zhou, NOW)
    expect(await again.tries(zhou, NOW)).toMatchObject({ wrong: 0 })
  })

  test('do not hide when the PIN was right the last time, which is told at the next right one, under another lock too', async () => {
    const tablet = await aTablet()
    await tablet.locks.put(zhou, (await newPinLock('4071')).lock)
    const LATER = '2026-11-25T10:00:00.000Z'
    expect(await tablet.locks.right(zhou, NOW)).toBeUndefined()
    await tablet.locks.tried(zhou, LATER)
    const pin = await tablet.locks.find(zhou)
    await vaultKeys<unknown, PinLock>(tablet.disk).putLent(zhou, LATER, { pin: { ...pin!, v: 3 } })
    expect(await tablet.locks.tries(zhou, LATER)).toMatchObject({ wrong: 1 })
    expect(await tablet.locks.right(zhou, LATER)).toBe(NOW)
    expect(await tablet.locks.right(zhou, LATER)).toBe(LATER)
  })

  test('by a clock that was set back since are as if the last one was now', async () => {
    const tablet = await aTablet()
    await tablet.locks.put(zhou, (await newPinLock('4071')).lock)
    await tablet.locks.tried(zhou, NOW)
    const earlier = '2026-11-24T10:00:00.000Z'
    expect(await tablet.locks.tries(zhou, earlier)).toEqual({ wrong: 1, at: earlier })
    expect(await tablet.locks.tries(zhou, NOW)).toEqual({ wrong: 1, at: earlier })
  })

  test('of somebody without a PIN are not counted', async () => {
    const tablet = await aTablet()
    expect(await tablet.locks.people()).toEqual(new Set())
    expect(await tablet.locks.tried(tang, NOW)).toMatchObject({ wrong: 0 })
  })
})
