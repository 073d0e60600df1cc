import { clock } from '#device/clock.ts'
import { stretch } from '#device/pinKey.ts'
import type { PinLock } from '#device/pinLock.ts'
import { unlockProof, type VaultLock } from '#device/vaultKeys.ts'
import { mayTry, PAUSE_AFTER } from '#domain/tries.ts'
import type { Disk } from '#store/disk.ts'
import { locks } from '#store/locks.ts'
import { vaultKeys } from '#store/vaultKeys.ts'
import type { InviterPin } from '#ui/office.ts'
import { canTell, pinHere } from './pinHere.ts'

/**
 * On a shared tablet the inviter says yes by their own PIN. It is tried as at the lock, and counted there; what goes to the server
 * shows only that it was entered.
 *
 * @param below where no vault is known
 */
export function inviterPin(disk: Disk, below: Disk): InviterPin {
  const pins = locks<PinLock>(disk)
  const rows = vaultKeys<VaultLock, PinLock>(below)
  return {
    now: clock.now,
    tries: (person) => pins.tries(person, clock.now()),
    async proof(person, pin) {
      const now = clock.now()
      if (mayTry(await pins.tries(person, now), now).is !== 'yes') return undefined
      const kept = await pins.find(person)
      if (!kept) return undefined
      const before = await rows.find(person, now)
      const stretched = await stretch(pin, kept.cost)
      // Where nothing here can tell, the server does, and counts.
      if (!canTell(before)) return unlockProof(stretched)
      const { wrong } = await pins.tried(person, now)
      const { is } = await pinHere(person, before, stretched)
      if (is === 'wrong') {
        if (wrong >= PAUSE_AFTER) await rows.dropShare(person)
        return undefined
      }
      if (is === 'right') await pins.right(person, now)
      return unlockProof(stretched)
    },
  }
}
