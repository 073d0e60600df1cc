/** How often a device was heard of, as the server counts, and a random mark that the device made for this number. */
export interface Visit {
  readonly n: number
  readonly mark: string
}

/** What a device's key signs of a request. None of it has a space or a line break. */
export interface SignedRequest {
  /** In capitals. */
  readonly method: string
  /** With what follows the question mark. */
  readonly path: string
  /** SHA-256 of the body, base64; `-` where there is none, or where its bytes have a name of their own (photos). */
  readonly body: string
  /** The server's word for now, of the last minutes: no device's clock is asked. */
  readonly moment: string
  readonly visit: Visit
  /** Random, for this request alone. */
  readonly once: string
}

/** What stands in the header beside method, path and body, which the server sees for itself. */
export interface RequestSignature extends Pick<SignedRequest, 'moment' | 'visit' | 'once'> {
  /** The public half: a raw uncompressed point of P-256, base64. */
  readonly key: string
  /** ECDSA with SHA-256, r ‖ s, base64. */
  readonly signature: string
}

export const SIGNED_HEADER = 'Linbian-Signed'
/** With an answer: the number of the next visit. */
export const VISIT_HEADER = 'Linbian-Visit'
export const MOMENT_PATH = '/api/moment'
export const NO_BODY = '-'

const VERSION = '1'
const WORD = /^[A-Za-z0-9+/=._-]{1,100}$/
const MOST_VISITS = 2 ** 31 - 1

export function signedText({ method, path, body, moment, visit, once }: SignedRequest): string {
  return ['linbian request v1', method, path, body, moment, visit.n, visit.mark, once].join('\n')
}

export function signedHeader({ moment, visit, once, key, signature }: RequestSignature): string {
  return [VERSION, moment, visit.n, visit.mark, once, key, signature].join(' ')
}

/** Undefined for what no device of ours would write. */
export function readSigned(header: string): RequestSignature | undefined {
  const words = header.split(' ')
  const [version, moment, n, mark, once, key, signature] = words
  if (version !== VERSION || words.length !== 7 || !words.every((word) => WORD.test(word))) return undefined
  const number = Number(n)
  if (!Number.isSafeInteger(number) || number < 0 || number > MOST_VISITS) return undefined
  return { moment: moment!, visit: { n: number, mark: mark! }, once: once!, key: key!, signature: signature! }
}
