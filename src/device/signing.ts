import {
  MOMENT_PATH,
  NO_BODY,
  signedHeader,
  SIGNED_HEADER,
  signedText,
  type Visit,
  VISIT_HEADER,
} from '#domain/signedRequest.ts'
import { toBase64, utf8 } from './boxes.ts'

/** The pair of a device: scripts can sign with it and never read it. */
export interface SigningPair {
  readonly privateKey: CryptoKey
  /** The public half, raw uncompressed point of P-256, base64. */
  readonly point: string
}

/** Where the pair lies, and the visits. All tabs of a browser have the same. */
export interface SigningShelf {
  pair(): Promise<SigningPair | undefined>
  /** Puts it unless one is there; answers the one that stands. */
  putPair(pair: SigningPair): Promise<SigningPair>
  /** Puts it unless a later one is there; answers the one that stands. */
  putVisit(visit: Visit): Promise<Visit>
}

export interface Signing {
  /** As `fetch`, for our own addresses, with what shows that this device asks. Throws where the server is not to be reached. */
  readonly fetch: typeof fetch
  /** The same for who sends requests by other means; a body of such a request is not signed. */
  headers(method: string, path: string): Promise<Readonly<Record<string, string>>>
}

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const
const MARK_BYTES = 12
/** A moment is asked for anew after this, in milliseconds of any clock: the server takes one for longer. */
const FRESH = 10 * 60_000
/** Several requests wait for one moment: it has its own time, not that of one of them. */
const PATIENCE_MS = 20_000
const NOTHING = {}

/**
 * Signs what this device asks, so that a copy of its cookie is not this device. Where the browser cannot keep such a key
 * nothing is signed.
 *
 * @param also headers that each request carries, signed or not
 */
export function signing(
  shelf: SigningShelf,
  fetching: typeof fetch = fetch,
  also: Readonly<Record<string, string>> = {},
): Signing {
  let pairing: Promise<SigningPair | undefined> | undefined
  let visiting: Promise<Visit> | undefined
  let moment: { readonly asked: Promise<string | undefined>; readonly at: number } | undefined

  const pair = () => {
    pairing ??= pairOn(shelf)
    pairing.catch(() => (pairing = undefined))
    return pairing
  }
  const visit = () => {
    visiting ??= shelf.putVisit({ n: 0, mark: random() })
    visiting.catch(() => (visiting = undefined))
    return visiting
  }
  const momentNow = () => {
    const since = moment && Date.now() - moment.at
    if (!moment || since === undefined || since < 0 || since > FRESH) {
      const asked = askMoment(fetching)
      moment = { asked, at: Date.now() }
      asked.catch(() => (moment = undefined))
    }
    return moment.asked
  }

  const headersOf = async (
    method: string,
    path: string,
    body: BodyInit | null | undefined,
  ): Promise<Readonly<Record<string, string>>> => {
    const own = await pair()
    const now = own && (await momentNow())
    if (!own || now === undefined) return NOTHING
    const { pathname, search } = new URL(path, 'http://here')
    const said = { moment: now, visit: await visit(), once: random() }
    const text = signedText({ ...said, method, path: pathname + search, body: await hashed(body) })
    const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, own.privateKey, utf8(text))
    return {
      [SIGNED_HEADER]: signedHeader({
        ...said,
        key: own.point,
        signature: toBase64(new Uint8Array(signature)),
      }),
    }
  }
  /** The server counts on: from now on this device shows the next number. */
  const heard = async (next: string | null) => {
    const n = Number(next ?? 0)
    if (Number.isSafeInteger(n) && n > (await visit()).n) visiting = shelf.putVisit({ n, mark: random() })
    await visit()
  }

  const signed = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const path = input instanceof Request ? input.url : String(input)
    for (let again = false; ; again = true) {
      const coming = headersOf(init.method ?? 'GET', path, init.body)
      const headers = await orAborted(coming, init.signal)
      const answer = await fetching(path, {
        ...init,
        headers: { ...plain(init.headers), ...also, ...headers },
      })
      if (headers === NOTHING) return answer
      await heard(answer.headers.get(VISIT_HEADER))
      const other = answer.status === 409 && !again ? momentIn(await answer.clone().text()) : undefined
      if (other === undefined) return answer
      moment = { asked: Promise.resolve(other), at: Date.now() }
    }
  }
  return {
    fetch: signed,
    headers: async (method, path) => ({ ...also, ...(await headersOf(method, path, undefined)) }),
  }
}

/** Whoever asks waits no longer than they want to, also for what is asked before. Rejects with why. */
function orAborted<T>(coming: Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  if (!signal) return coming
  const over = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error)
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
  return Promise.race([coming, over])
}

/** Undefined where the browser cannot keep one. */
async function pairOn(shelf: SigningShelf): Promise<SigningPair | undefined> {
  const there = await shelf.pair()
  if (there) return there
  const made = await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify'])
  const raw = await crypto.subtle.exportKey('raw', made.publicKey)
  try {
    return await shelf.putPair({ privateKey: made.privateKey, point: toBase64(new Uint8Array(raw)) })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'DataCloneError') return undefined
    throw error
  }
}

/** Undefined from a server that knows of no signatures. @throws where it was not our server that answered, or nobody in time */
async function askMoment(fetching: typeof fetch): Promise<string | undefined> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS)
  try {
    const answer = await fetching(MOMENT_PATH, {
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'error',
      signal: patience.signal,
    })
    const said = (await answer.json()) as { moment?: unknown; refused?: unknown }
    if (typeof said.moment === 'string') return said.moment
    if (said.refused === 'notFound') return undefined
    throw new Error('signing: no moment')
  } finally {
    clearTimeout(timer)
  }
}

function momentIn(text: string): string | undefined {
  try {
    const { refused, moment } = JSON.parse(text) as { refused?: unknown; moment?: unknown }
    return refused === 'signAgain' && typeof moment === 'string' ? moment : undefined
  } catch {
    return undefined
  }
}

async function hashed(body: BodyInit | null | undefined): Promise<string> {
  if (body === undefined || body === null || body === '') return NO_BODY
  const bytes = await new Response(body).arrayBuffer()
  if (bytes.byteLength === 0) return NO_BODY
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

function plain(headers: HeadersInit | undefined): Record<string, string> {
  return Object.fromEntries(new Headers(headers))
}

function random(): string {
  return toBase64(crypto.getRandomValues(new Uint8Array(MARK_BYTES)))
}
