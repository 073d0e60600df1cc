import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { PersonId, RecordId } from '#domain/ids.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { Tries } from '#domain/tries.ts'
import type { PersonHere } from '#queries/peopleHere.ts'
import type { App } from './state/app.ts'

/** What a locked device can do: let somebody in, or write down for them what they say without showing anything. */
export interface Keeper {
  readonly compoundName: string
  readonly deviceKind: DeviceKind
  /** They have a passphrase: where a PIN is forgotten it lets them in. */
  readonly isOfficer: boolean
  /** Who joined a moment ago, or was here before there were PINs, and has none. */
  readonly mustSet: PersonId | undefined
  people(): readonly PersonHere[]
  withPin(): Promise<ReadonlySet<PersonId>>
  tries(person: PersonId): Promise<Tries>
  /**
   * Counts the try first, then looks; what is not so is a wrong PIN. Where nothing can say whether it is right, its person is let in to write
   * down what is before their eyes, and to nothing of before.
   */
  unlock(person: PersonId, pin: string): Promise<boolean>
  /** Who came in like that, and whose PIN the server did not know. */
  readonly wasWrong: PersonId | undefined
  /** Sets a PIN and lets its person in. */
  setPin(person: PersonId, pin: string): Promise<void>
  /** In without a PIN: on a device where nobody ever set one, or has to. */
  later: (() => void) | undefined
  /** To write something down, and nothing else, in somebody's name. */
  closedFor(person: PersonId, also?: readonly RecordId[]): App
  now(): string
}

export const KeeperContext = createContext<Keeper | undefined>(undefined)

export function useKeeper(): Keeper {
  const keeper = useContext(KeeperContext)
  if (!keeper) throw new Error('a screen of a locked device stands inside KeeperContext')
  return keeper
}
