import { ok, type Result, refused } from '#domain/result.ts'

/** How many tries from one address, and from everywhere, in how many milliseconds. */
export interface Limits {
  readonly perAddress: number
  readonly span: number
  readonly everywhere: number
  readonly everywhereSpan: number
}

const MINUTE = 60_000
/** Five wrong tries a minute from one address, a hundred in ten minutes from everywhere. */
export const GUESSING: Limits = { perAddress: 5, span: MINUTE, everywhere: 100, everywhereSpan: 10 * MINUTE }
/** Many households stand behind one address of their phone company; the office reads what is written. */
export const POSTING: Limits = {
  perAddress: 6,
  span: 10 * MINUTE,
  everywhere: 60,
  everywhereSpan: 60 * MINUTE,
}
/**
 * The same for answers to a survey: at a meeting a whole hall scans one code behind one address, and they must not take the
 * turn of somebody who has something to say. It keeps nobody from answering twice, and the office's screen says so.
 */
export const ANSWERING: Limits = {
  perAddress: 12,
  span: 10 * MINUTE,
  everywhere: 240,
  everywhereSpan: 60 * MINUTE,
}
/**
 * Words by which a resident asks what became of their matter: six letters of 32 are a thousand million, tried on one number. Who
 * mistypes there keeps nobody from coming in, and needs five addresses to keep others from asking.
 */
export const ASKING: Limits = {
  perAddress: 5,
  span: MINUTE,
  everywhere: 240,
  everywhereSpan: 10 * MINUTE,
}
/**
 * Codes of six digits, tried on one link: six an hour are 4,320 in the 30 days that it stands, four in a thousand of all there
 * are. Right ones do not count, and a firm whose browser was let in already is not kept out by a guesser.
 */
export const FIRM_CODES: Limits = {
  perAddress: 6,
  span: 60 * MINUTE,
  everywhere: 400,
  everywhereSpan: 60 * MINUTE,
}
/** Addresses remembered; the oldest goes first, so that a flood of addresses fills no memory. */
const ADDRESSES = 10_000

export interface Guesses {
  /** Counts a try before it is judged. `retryAfter` in seconds. */
  try(address: string): Result<undefined, 'tooOften'> & { readonly retryAfter?: number }
  /** The last try of this address was right: it does not count. */
  right(address: string): void
}

/**
 * Limits on guessing codes, secrets and passphrases. Kept in memory: a restart forgets, and costs the guesser more.
 *
 * @param shut called when somebody is refused for what came from everywhere; not again before nobody was for a whole span
 */
export function guesses(now: () => number, limits: Limits = GUESSING, shut?: () => void): Guesses {
  const { perAddress, span, everywhere: most, everywhereSpan } = limits
  const byAddress = new Map<string, number[]>()
  let everywhere: number[] = []
  let shutAt = -Infinity

  return {
    try(address) {
      const at = now()
      everywhere = everywhere.filter((one) => one > at - everywhereSpan)
      const own = (byAddress.get(address) ?? []).filter((one) => one > at - span)
      const until = Math.max(
        own.length >= perAddress ? (own[0] as number) + span : 0,
        everywhere.length >= most ? (everywhere[0] as number) + everywhereSpan : 0,
      )
      if (everywhere.length >= most) {
        if (at - shutAt > everywhereSpan) shut?.()
        shutAt = at
      }
      if (until > at) return { ...refused('tooOften'), retryAfter: Math.ceil((until - at) / 1000) }
      own.push(at)
      everywhere.push(at)
      byAddress.delete(address)
      byAddress.set(address, own)
      if (byAddress.size > ADDRESSES) byAddress.delete(byAddress.keys().next().value as string)
      return ok(undefined)
    },
    right(address) {
      // Only this one try: else a guesser with one good code could wash away all the wrong ones.
      const tried = byAddress.get(address)?.pop()
      const at = everywhere.lastIndexOf(tried as number)
      if (at >= 0) everywhere.splice(at, 1)
    },
  }
}

/** A household or a school shares an IPv6 network: its first 64 bits are one guesser. */
export function guesser(address: string | undefined): string {
  if (address === undefined) return 'unknown'
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const groups = head.split(':').filter((one) => one !== '')
  const known = tail === undefined ? groups : [...groups, ...Array.from({ length: 4 }, () => '0')]
  return known.slice(0, 4).join(':')
}
