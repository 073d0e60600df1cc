import { halfByPin, type PinLock, type PrivateHalf } from '#device/pinLock.ts'
import type { Stretched } from '#device/pinKey.ts'
import { openShare, openVaultLock, vaultKek, type VaultLock } from '#device/vaultKeys.ts'
import type { PersonId } from '#domain/ids.ts'
import type { VaultRows } from '#store/vaultKeys.ts'

/** What lies on this device about a person, their PIN and the vault. */
export type Rows = VaultRows<VaultLock, PinLock>

/** `unchecked`: nothing here can say it, and the server has not been asked, or did not answer. */
export type PinIs = 'right' | 'wrong' | 'unchecked'

export interface PinHere {
  readonly is: PinIs
  /** Where it is right: the pair to which everything is sealed that its person writes. */
  readonly own?: { readonly point: string; readonly half: PrivateHalf }
  /** Where the server has lent its share and this opened it: the half to which the vault's key is sealed. */
  readonly vaultHalf?: PrivateHalf
}

/** Whether a PIN could be told right from wrong on this device now. */
export function canTell({ pin, share, lock, deviceKey }: Rows): boolean {
  return (
    pin?.box !== undefined || (share !== undefined && lock !== undefined && deviceKey instanceof CryptoKey)
  )
}

/** Tries a PIN on what lies here. */
export async function pinHere(person: PersonId, rows: Rows, stretched: Stretched): Promise<PinHere> {
  const { pin, lock, share: lent, deviceKey } = rows
  const half = pin && (await halfByPin(pin, stretched))
  if (pin?.box !== undefined && !half) return { is: 'wrong' }
  const byPin: PinHere =
    pin && half ? { is: 'right', own: { point: pin.publicKey, half } } : { is: 'unchecked' }
  if (!lent || !lock || !(deviceKey instanceof CryptoKey)) return byPin
  const share = await openShare(deviceKey, person, lent.box)
  if (share === undefined) return byPin
  const vaultHalf = await openVaultLock(lock, deviceKey, await vaultKek(stretched, share))
  if (half) return { ...byPin, ...(vaultHalf && { vaultHalf }) }
  return vaultHalf ? { is: 'right', own: { point: lock.point, half: vaultHalf }, vaultHalf } : { is: 'wrong' }
}
