import type { Disk } from './disk.ts'

const PREFIX = 'device/'
const PAIR = `${PREFIX}pair`
const VISIT = `${PREFIX}visit`

interface Counted {
  readonly n: number
}

/** Whether a row of the keys is the device's own: it opens nothing that lies here, and stays when all else goes. */
export function isOfDevice(key: string | number): boolean {
  return typeof key === 'string' && key.startsWith(PREFIX)
}

/** The device's own pair, and how often it was heard of. `P` and `V` are the device's business. */
export function signingKeys<P, V extends Counted>(disk: Disk) {
  return {
    pair: (): Promise<P | undefined> => disk.read(['keys'], (tx) => tx.get<P>('keys', PAIR)),
    /** Puts it unless one is there; answers the one that stands: all tabs have the same. */
    putPair: (pair: P): Promise<P> =>
      disk.write(['keys'], async (tx) => {
        const there = await tx.get<P>('keys', PAIR)
        if (there !== undefined) return there
        tx.put('keys', PAIR, pair)
        return pair
      }),
    /** Puts it unless a later one is there, or this one under another mark; answers the one that stands. */
    putVisit: (visit: V): Promise<V> =>
      disk.write(['keys'], async (tx) => {
        const there = await tx.get<V>('keys', VISIT)
        if (there !== undefined && there.n >= visit.n) return there
        tx.put('keys', VISIT, visit)
        return visit
      }),
  }
}
