import { asker } from '#device/asking.ts'
import { clock } from '#device/clock.ts'
import type { Stretched } from '#device/pinKey.ts'
import type { PinLock } from '#device/pinLock.ts'
import { everyVisible } from '#device/timers.ts'
import type { VaultLock } from '#device/vaultKeys.ts'
import type { PersonId } from '#domain/ids.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { Disk } from '#store/disk.ts'
import type { VaultKey } from '#store/vaultDisk.ts'
import { vaultKeys } from '#store/vaultKeys.ts'
import { SET_UNLOCK_PATH, UNLOCK_PATH, type UnlockReply } from '#wire/unlock.ts'
import { canTell } from './pinHere.ts'
import type { Opening, ReadVault, VaultState } from './vault.ts'

export interface SeatVaultParts {
  /** Where no vault is known. */
  readonly below: Disk
  readonly vaultKey: VaultKey
  /** What the server is asked with. */
  readonly fetching: typeof fetch
  readonly deviceKind: DeviceKind
  /** Who may still open it. */
  people(): readonly PersonId[]
  /** What the server's answer made of it, or the end of its window, while somebody is at the device. */
  moved(state: VaultState): void
  /** What the server said of a PIN that nothing here could check when its person came in. */
  checked(person: PersonId, is: 'right' | 'wrong', privateKey: CryptoKey | undefined): void
}

export interface SeatVault {
  /** Fetches the ciphers before a PIN asks for them. Never throws. */
  ready(): void
  /** Whether a PIN of somebody can be told right from wrong here, without the server. */
  canTell(person: PersonId): Promise<boolean>
  /** With what is at hand. */
  open(person: PersonId, stretched: Stretched): Promise<Opening>
  /** By the server's answer, for as long as somebody waits at a pad. */
  openSoon(person: PersonId, stretched: Stretched): Promise<Opening>
  /** The PIN was set just now. */
  begin(person: PersonId, stretched: Stretched): void
  /** What has to be asked for; `moved` tells of it. Not before whoever came in sees what they came for. */
  ask(): void
  close(): void
  /** After wrong PINs, and when a shift at a tablet is over: the next PIN has to be shown to the server. */
  giveUp(person: PersonId): Promise<void>
  /**
   * The server was heard of. What is closed is asked for again, and whoever is in at a phone of theirs is lent the next days
   * without being asked; on a tablet a shift is as long as it is.
   */
  contact(): void
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** Whoever stands at a pad with a line that does not answer is let in without. */
const SOON = 4 * SECOND
/** Without these it is not our server that answers. */
const REPLY: readonly (keyof UnlockReply)[] = ['share', 'lease', 'serverTime']

/** Who is in, and what their PIN opens again when the server answers. */
interface In {
  readonly person: PersonId
  readonly stretched: Stretched
  isRight: boolean
  /** The PIN was set just now, and the server does not know of it yet. */
  anew: boolean
  asking: boolean
  told: boolean
  /** Not before this moment, by `performance.now`. */
  again: number
}

/** The read vault of a device that is locked and opened by its people. The ciphers come with the first PIN. */
export function seatVault({
  fetching,
  below,
  vaultKey,
  deviceKind,
  people,
  moved,
  checked,
}: SeatVaultParts): SeatVault {
  const ask = asker(fetching)
  const rows = vaultKeys<VaultLock, PinLock>(below)
  let coming: Promise<ReadVault> | undefined
  let here: ReadVault | undefined
  let state: VaultState = 'closed'
  let inside: In | undefined
  /** Somebody stands at the pad. */
  let isWaited = false

  const vault = async () => {
    coming ??= import('./vault.ts').then(({ readVault }) =>
      readVault({
        below,
        key: vaultKey,
        unlock: (form) => ask<UnlockReply>(UNLOCK_PATH, form, REPLY, isWaited ? SOON : undefined),
        set: (form) => ask<UnlockReply>(SET_UNLOCK_PATH, form, REPLY, isWaited ? SOON : undefined),
        now: clock.now,
      }),
    )
    coming.catch(() => (coming = undefined))
    return (here = await coming)
  }
  const lapse = async () => {
    if (!here || state !== 'open') return void (await rows.lapse(clock.now()))
    const next = await here.lapse()
    if (next !== state) moved((state = next))
  }
  void lapse()
  everyVisible(MINUTE, () => void lapse())

  /** Somebody else may be at the device by the time it answers, or nobody. */
  const askFor = async (who: In) => {
    const before = state
    const told = (next: VaultState) => {
      if (who !== inside) return
      state = next
      // Said at first, and when it is another.
      if (before !== next || !who.told) moved(next)
      who.told = true
    }
    who.asking = true
    try {
      const it = await vault()
      const all = new Set([...people(), who.person])
      const opening = await it.openOnline(who.person, who.stretched, all, who.anew)
      if (opening.vault === 'open') who.anew = false
      if (who !== inside) return
      if (!who.isRight && opening.pin !== 'unchecked') {
        who.isRight = opening.pin === 'right'
        checked(who.person, opening.pin, opening.privateKey)
      }
      told(opening.vault)
    } catch {
      // Its ciphers are not here yet, or the disk does not answer: whoever knows their PIN is let in all the same.
      told(state)
    } finally {
      who.asking = false
      // What is closed is asked for at each contact.
      if (state === 'open') who.again = performance.now() + HOUR
    }
  }

  const whoIs = (person: PersonId, stretched: Stretched, anew = false): In => ({
    person,
    stretched,
    isRight: false,
    anew,
    asking: false,
    told: false,
    again: 0,
  })
  const entered = async (
    person: PersonId,
    stretched: Stretched,
    open: (it: ReadVault) => Promise<Opening>,
  ): Promise<Opening> => {
    const who = whoIs(person, stretched)
    inside = who
    state = 'closed'
    let opening: Opening = { pin: 'unchecked', vault: 'closed', privateKey: undefined }
    // A contact meanwhile asks for nothing beside it: of two keys made at once one would be on the disk and the other at hand.
    who.asking = true
    try {
      opening = await open(await vault())
    } catch {
      // Its ciphers are not here yet, or the disk does not answer.
    } finally {
      who.asking = false
    }
    if (inside !== who) return opening
    state = opening.vault
    who.isRight = opening.pin === 'right'
    if (opening.pin === 'wrong') inside = undefined
    return opening
  }

  return {
    ready: () => void vault().catch(() => undefined),
    async canTell(person) {
      return canTell(await rows.find(person, clock.now()))
    },
    open: (person, stretched) => entered(person, stretched, (it) => it.openHere(person, stretched)),
    openSoon: (person, stretched) =>
      entered(person, stretched, async (it) => {
        isWaited = true
        try {
          const opening = await it.openOnline(person, stretched, new Set([...people(), person]))
          if (opening.vault !== 'closed' && inside) inside.again = performance.now() + HOUR
          return opening
        } finally {
          isWaited = false
        }
      }),
    begin(person, stretched) {
      inside = whoIs(person, stretched, true)
      inside.isRight = true
      state = 'closed'
    },
    ask() {
      if (!inside || inside.asking) return
      if (performance.now() >= inside.again) return void askFor(inside)
      // The server has answered at the pad.
      inside.told = true
      moved(state)
    },
    close() {
      inside = undefined
      here?.close()
      vaultKey.box = undefined
      state = 'closed'
    },
    giveUp: async (person) => (here ? here.giveUp(person) : rows.dropShare(person)),
    contact() {
      if (!inside || inside.asking || performance.now() < inside.again) return
      if (state === 'closed' || (state === 'open' && deviceKind === 'own')) void askFor(inside)
    },
  }
}
