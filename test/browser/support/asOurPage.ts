import type { Page } from '@playwright/test'
import { COMPOUND_HEADER } from '#domain/severalCompounds.ts'
import { SIGNED_HEADER } from '#domain/signedRequest.ts'

export interface Said {
  readonly status: number
  /** Base64. */
  readonly bytes: string
}

/**
 * One request as the page's own would be, past the product: with its cookie, and signed where the browser has a pair.
 *
 * @param beside the further compound of this browser that asks
 */
export async function asOurPage(page: Page, path: string, form?: unknown, beside = ''): Promise<Said> {
  const body = form === undefined ? undefined : JSON.stringify(form)
  return page.evaluate(
    async ([to, text, header, compound, named]) => {
      const disk = named ? `linbian-${named}` : 'linbian'
      const settled = <T>(request: IDBRequest<T>) =>
        new Promise<T>((done, failed) => {
          request.addEventListener('success', () => done(request.result))
          request.addEventListener('error', () => failed(request.error))
        })
      const utf8 = (said: string) => new TextEncoder().encode(said)
      const base64 = (bytes: ArrayBuffer) => {
        let binary = ''
        for (const byte of new Uint8Array(bytes)) binary += String.fromCharCode(byte)
        return btoa(binary)
      }
      const ownPair = async () => {
        const known = await indexedDB.databases()
        if (!known.some(({ name }) => name === disk)) return undefined
        const db = await settled(indexedDB.open(disk))
        const keys = db.transaction('keys').objectStore('keys')
        const [pair, visit] = await Promise.all([
          settled(keys.get('device/pair')),
          settled(keys.get('device/visit')),
        ])
        db.close()
        return pair && { ...pair, visit: visit ?? { n: 0, mark: 'none' } }
      }
      const method = text === undefined ? 'GET' : 'POST'
      const headers: Record<string, string> = text === undefined ? {} : { 'Content-Type': 'application/json' }
      if (named) headers[compound] = named
      const pair = await ownPair()
      if (pair) {
        const { moment } = await (await fetch('/api/moment')).json()
        const hash = text === undefined ? '-' : base64(await crypto.subtle.digest('SHA-256', utf8(text)))
        const once = crypto.randomUUID()
        const { n, mark } = pair.visit
        const said = ['linbian request v1', method, to, hash, moment, n, mark, once].join('\n')
        const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
        const signature = base64(await crypto.subtle.sign(algorithm, pair.privateKey, utf8(said)))
        headers[header] = ['1', moment, n, mark, once, pair.point, signature].join(' ')
      }
      const answer = await fetch(to, { method, headers, ...(text !== undefined && { body: text }) })
      return { status: answer.status, bytes: base64(await answer.arrayBuffer()) }
    },
    [path, body, SIGNED_HEADER, COMPOUND_HEADER, beside] as const,
  )
}

/** The same; what was answered, read. */
export async function answerTo<T>(page: Page, path: string, form?: unknown, beside?: string): Promise<T> {
  const { bytes } = await asOurPage(page, path, form, beside)
  return JSON.parse(Buffer.from(bytes, 'base64').toString('utf8')) as T
}
