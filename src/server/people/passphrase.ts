import { hash, verify } from '@node-rs/argon2'
import { PASSPHRASE_LENGTH } from '#wire/office.ts'

/** Argon2id (the package's 2) with 19 MiB and two passes: about 25 ms here, years for a list of guesses. */
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassphrase(passphrase: string): Promise<string> {
  return hash(passphrase.normalize('NFKC'), OPTIONS)
}

/** Of no passphrase: an unknown name costs as long as a wrong passphrase. */
const NOBODY = hash('nobody', OPTIONS)

/** Answers whether it fits; `kept` is undefined for an unknown name. */
export async function fitsPassphrase(kept: string | undefined, passphrase: string): Promise<boolean> {
  const fits = await verify(kept ?? (await NOBODY), passphrase.normalize('NFKC'))
  return fits && kept !== undefined
}

export function isShort(passphrase: string): boolean {
  return Array.from(passphrase.normalize('NFKC')).length < PASSPHRASE_LENGTH
}
