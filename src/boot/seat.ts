import type { PersonId } from '#domain/ids.ts'
import type { App } from '#ui/state/app.ts'

/** Who is at this device now, and what their PIN opened; empty while it is locked. */
export interface Seat {
  person?: PersonId | undefined
  privateKey?: CryptoKey | undefined
  /** Nobody could say yet whether their PIN is right: nothing of theirs opens, and they only write down what is before their eyes. */
  unchecked?: true | undefined
}

/** What depends on the moment of an app that is handed to the screens. */
export interface Extras extends Pick<App, 'takeUpdate' | 'lock' | 'setPin'> {
  /** What it shows; without it all that the device may show. */
  readonly view?: App['ctx']['view']
}
