import '#domain/catalogue.ts'
import type { Answer } from '#device/asking.ts'
import type { Stretched } from '#device/pinKey.ts'
import { newVaultRoot, vaultCipher, type VaultRoot } from '#device/vaultCipher.ts'
import { imported, type PinLock, type PrivateHalf } from '#device/pinLock.ts'
import {
  closeShare,
  newDeviceKey,
  newVaultLock,
  openRoot,
  openVaultLock,
  sealRoot,
  unlockProof,
  vaultKek,
  type VaultLock,
  vaultLockOf,
} from '#device/vaultKeys.ts'
import type { PersonId } from '#domain/ids.ts'
import type { Disk } from '#store/disk.ts'
import { PERSONAL_V } from '#store/vault.ts'
import type { VaultKey } from '#store/vaultDisk.ts'
import { vaultKeys } from '#store/vaultKeys.ts'
import { moveUnder } from '#store/vaultMove.ts'
import type { Unlock, UnlockReply, UnlockSet } from '#wire/unlock.ts'
import { pinHere, type PinHere, type PinIs, type Rows } from './pinHere.ts'

export interface VaultParts {
  /** The disk that knows of no vault. */
  readonly below: Disk
  /** Where the key lies while it is at hand. */
  readonly key: VaultKey
  unlock(form: Unlock): Promise<Answer<UnlockReply>>
  set(form: UnlockSet): Promise<Answer<UnlockReply>>
  /** ISO instant. */
  now(): string
}

/**
 * `open`: everything is there. `closed`: what is personal is not, till the server has been asked with the right PIN.
 * `off`: this browser keeps no key, so what is personal lies under one that is in memory only: it comes from the server after each
 * PIN, and is nobody's to open as soon as the key leaves memory.
 */
export type VaultState = 'open' | 'closed' | 'off'

/** What became of a PIN. */
export interface Opening {
  readonly pin: PinIs
  readonly vault: VaultState
  /** Where the PIN is right: opens what its person wrote. */
  readonly privateKey: CryptoKey | undefined
}

/** The read vault of a device that several people use, each with a PIN. */
export interface ReadVault {
  /** With what lies here; waits for nobody. */
  openHere(person: PersonId, stretched: Stretched): Promise<Opening>
  /**
   * Asks the server for its share, and opens with it if it is closed. Makes what is missing: a pair for the person, a key for the
   * vault, which takes in what lay open; changes the key after somebody has left (`people`: who may still open it). Takes a pair that
   * lay behind the PIN alone behind the share too. A PIN that nothing here could check is shown to the server and never set.
   *
   * @param anew the PIN was set just now
   */
  openOnline(
    person: PersonId,
    stretched: Stretched,
    people: ReadonlySet<PersonId>,
    anew?: boolean,
  ): Promise<Opening>
  /** The key leaves memory. */
  close(): void
  /** What was lent for this person is given up: their next PIN has to be shown to the server. */
  giveUp(person: PersonId): Promise<void>
  /** Gives up what was lent for a time that is over, and closes where that opened it. */
  lapse(): Promise<VaultState>
}

/** A key changes long before it may not be used any more. */
const MANY_USES = 2 ** 31

export function readVault({ below, key, unlock, set, now }: VaultParts): ReadVault {
  const rows = vaultKeys<VaultLock, PinLock>(below)
  let root: VaultRoot | undefined
  let opener: PersonId | undefined
  /** Raised when it is closed: what was asked for before opens nothing afterwards. */
  let closings = 0
  /** Raised when what was lent is given up: an answer that was on its way then is not put beside it. */
  let givenUp = 0

  const have = (next: VaultRoot, by: PersonId) => {
    root = next
    opener = by
    key.box = vaultCipher(next)
  }
  const close = () => {
    closings += 1
    root = undefined
    opener = undefined
    key.box = undefined
  }
  const state = (): VaultState => (root ? 'open' : 'closed')

  /** What a person's half opens, if it is the key of today. */
  const rootOf = async ({ lock, mark }: Rows, half: PrivateHalf | undefined) => {
    const found = lock && half && (await openRoot(lock, await imported(half)))
    return found?.id === mark?.box ? found : undefined
  }
  const asked = async (person: PersonId, stretched: Stretched, isFirst: boolean, isRight: boolean) => {
    const proof = await unlockProof(stretched)
    const first = isFirst ? await set({ person, proof }) : await unlock({ person, proof })
    // What nobody has checked is not made the PIN of anybody.
    if (first.ok || !isRight) return first
    // A server that was put back does not know of it any more: who knows the PIN may say so again.
    if (first.refused === 'notLent') return set({ person, proof, was: proof })
    // The PIN was set anew while there was no network: an invitation allows it.
    return first.refused === 'codeWrong' ? set({ person, proof }) : first
  }
  /** Seals the key to everybody who has none, or an older one. */
  const share = async (to: VaultRoot, all: readonly { person: PersonId; lock: VaultLock }[]) =>
    rows.putLocks(
      await Promise.all(
        all
          .filter(({ lock }) => lock.root?.id !== to.id)
          .map(async ({ person, lock }) => ({
            person,
            lock: { ...lock, root: await sealRoot(to, lock.point) },
          })),
      ),
    )

  return {
    close,
    giveUp(person) {
      givenUp += 1
      return rows.dropShare(person)
    },
    async openHere(person, stretched) {
      const opening = closings
      const before = await rows.find(person, now())
      const { is, own, vaultHalf } = await pinHere(person, before, stretched)
      const privateKey = await keyOf(own?.half)
      const told = (): Opening => ({ pin: is, privateKey, vault: state() })
      const found = await rootOf(before, vaultHalf)
      if (!found || opening !== closings) return told()
      if (before.mark?.v !== PERSONAL_V) await moveUnder(below, vaultCipher(found), vaultCipher(found))
      if (opening === closings) have(found, person)
      return told()
    },
    async openOnline(person, stretched, people, anew = false) {
      const [opening, given] = [closings, givenUp]
      const deviceKey = await deviceKeyOf(rows)
      if (!deviceKey) {
        const next = newVaultRoot()
        await moveUnder(below, vaultCipher(next))
        if (opening === closings) have(next, person)
        return { pin: 'right', privateKey: undefined, vault: 'off' }
      }
      await rows.keepOnly(people)
      const before = await rows.find(person, now())
      const here = await pinHere(person, before, stretched)
      const isRight = anew || here.is === 'right'
      const lent = await asked(person, stretched, anew || (isRight && !before.lock), isRight)
      if (!lent.ok) {
        // Stopped, ended or locked out: what was lent before is not used either.
        if (['notLent', 'notAllowed', 'signInFirst'].includes(lent.refused)) {
          await rows.dropShare(person)
          if (opening === closings) close()
        }
        const wrong = lent.refused === 'codeWrong' ? 'wrong' : 'unchecked'
        const privateKey = await keyOf(here.own?.half)
        return { pin: isRight ? 'right' : wrong, privateKey, vault: state() }
      }
      const kek = await vaultKek(stretched, lent.value.share)
      const known = before.lock && (await openVaultLock(before.lock, deviceKey, kek))
      let found = await rootOf(before, known)
      const mine = await pairOf(deviceKey, kek, before, known, here.own)
      const box = await closeShare(deviceKey, person, lent.value.share)
      await rows.putLent(person, now(), {
        ...(mine.lock !== before.lock && { lock: mine.lock, pin: behindShare(before.pin, mine.lock) }),
        ...(given === givenUp && { share: { ...lent.value, box } }),
      })

      // Somebody who joins while another has it open.
      found ??= root?.id === before.mark?.box ? root : undefined
      const worn = before.rotate || (before.mark?.used ?? 0) >= MANY_USES || before.mark?.v !== PERSONAL_V
      if (!found || worn) {
        const next = newVaultRoot()
        // Everybody has it before anything lies under it: a death between the two costs a walk, and no row.
        await share(next, await rows.locks())
        await moveUnder(below, vaultCipher(next), found && vaultCipher(found))
        await rows.rotated()
        found = next
      } else await share(found, await rows.locks())
      if (opening === closings) have(found, person)
      return { pin: 'right', privateKey: await imported(mine.half), vault: state() }
    },
    async lapse() {
      const left = await rows.lapse(now())
      if (opener && !left.has(opener)) close()
      return state()
    },
  }
}

function keyOf(half: PrivateHalf | undefined): Promise<CryptoKey> | undefined {
  return half && imported(half)
}

/** Whoever's it is: the pair that lay behind the PIN alone, the one that the share opens, the one that an older share opened; or a new one. */
async function pairOf(
  deviceKey: CryptoKey,
  kek: CryptoKey,
  { pin, lock }: Rows,
  known: PrivateHalf | undefined,
  own: PinHere['own'],
): Promise<{ readonly lock: VaultLock; readonly half: PrivateHalf }> {
  if (lock && known && pin?.box === undefined) return { lock, half: known }
  if (!own) return newVaultLock(deviceKey, kek)
  return { lock: await vaultLockOf(deviceKey, kek, own.point, own.half), half: own.half }
}

/** What stands beside a PIN whose pair lies in the vault's lock: nothing that it could be tried on. */
function behindShare(pin: PinLock | undefined, { point }: VaultLock): PinLock | undefined {
  return pin && { v: 3, publicKey: point, cost: pin.cost }
}

/** Undefined where the browser cannot keep one. */
async function deviceKeyOf(
  rows: Pick<ReturnType<typeof vaultKeys>, 'putDeviceKey'>,
): Promise<CryptoKey | undefined> {
  try {
    const kept = await rows.putDeviceKey(await newDeviceKey())
    return kept instanceof CryptoKey ? kept : undefined
  } catch (error) {
    if (error instanceof DOMException && error.name === 'DataCloneError') return undefined
    throw error
  }
}
