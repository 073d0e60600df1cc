import type { PersonId } from '#domain/ids.ts'
import type { Disk, Read } from './disk.ts'

/** People's keys, kept in the same store as what they open, so that both vanish together. */
export function personKeys(disk: Disk) {
  return {
    get: (person: PersonId): Promise<unknown> => disk.read(['keys'], (tx) => tx.get('keys', person)),
    /** Puts the value unless one is there; answers the one that stands: two tabs end with the same key. */
    putIfNone: (person: PersonId, value: unknown): Promise<unknown> =>
      disk.write(['keys'], async (tx) => {
        const there = await tx.get<unknown>('keys', person)
        if (there !== undefined) return there
        tx.put('keys', person, value)
        return value
      }),
  }
}

/** A pair behind a PIN, and not a key that lies there for whoever opens the browser. */
export function isLock<L extends { readonly publicKey: string }>(kept: unknown): kept is L {
  return typeof kept === 'object' && kept !== null && 'publicKey' in kept
}

/** Whether somebody has set a PIN on this device. */
export async function hasPin(tx: Read, person: PersonId): Promise<boolean> {
  return isLock(await tx.get('keys', person))
}
