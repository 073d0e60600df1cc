import { type Signing, signing, type SigningPair } from '#device/signing.ts'
import { COMPOUND_HEADER } from '#domain/severalCompounds.ts'
import type { Visit } from '#domain/signedRequest.ts'
import type { Disk } from '#store/disk.ts'
import { signingKeys } from '#store/signingKeys.ts'
import { besideOf } from './beside.ts'

const made = new WeakMap<Disk, Signing>()

/** What this device asks with: one for each disk, so that a moment is asked for once. */
export function signedOn(disk: Disk): Signing {
  const known = made.get(disk)
  if (known) return known
  const beside = besideOf(disk)
  const named = beside === undefined ? {} : { [COMPOUND_HEADER]: beside }
  const next = signing(signingKeys<SigningPair, Visit>(disk), fetch, named)
  made.set(disk, next)
  return next
}
