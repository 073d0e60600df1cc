/** What the office's list says of a device; instants are the server's. */
export interface Contact {
  readonly enrolledAt: string
  readonly lastContact?: string
  /** What it said it still had to send, at its last contact. */
  readonly unsent: number
  readonly revoked: boolean
}

export interface Silence {
  /** Whole days since it was heard of. */
  readonly days: number
  /** Somebody should look after it: it may hold what nobody else has. */
  readonly worrying: boolean
}

const DAY = 86_400_000

/**
 * How long a device has been silent. A day with something unsent is long, three days without are: it is about tablets
 * that lie in a drawer with work in them, not about how often people use them. `now`: ISO instant.
 */
export function silenceOf(device: Contact, now: string): Silence {
  const silent = Math.max(0, Date.parse(now) - Date.parse(device.lastContact ?? device.enrolledAt))
  const holds = device.unsent > 0 && silent > DAY
  return { days: Math.floor(silent / DAY), worrying: holds || (silent > 3 * DAY && !device.revoked) }
}

/** Those to look after first, then the longest silent; what the office has stopped last. */
export function bySilence<D extends Contact>(devices: readonly D[], now: string): readonly D[] {
  const heard = ({ lastContact, enrolledAt }: D) => Date.parse(lastContact ?? enrolledAt)
  const turn = (one: D) => (silenceOf(one, now).worrying ? 0 : one.revoked ? 2 : 1)
  return [...devices].sort((a, b) => turn(a) - turn(b) || heard(a) - heard(b))
}
