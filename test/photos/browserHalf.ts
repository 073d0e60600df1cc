import { request as ask, type IncomingMessage } from 'node:http'
import { createRequire, register } from 'node:module'
import { pathToFileURL } from 'node:url'

/**
 * What the product's upload code finds in a browser and not in Node: the browser's half of the tus client, and the one
 * request object it stands on. Every request has a connection of its own, so that a cut strikes that request.
 */
export function withBrowserHalf(cookie: () => string | undefined): void {
  const browserHalf = pathToFileURL(
    createRequire(import.meta.url).resolve('tus-js-client/lib.es5/browser/index.js'),
  ).href
  const hook = `export async function resolve(name, context, next) {
    return next(name === 'tus-js-client' ? ${JSON.stringify(browserHalf)} : name, context)
  }`
  register(`data:text/javascript,${encodeURIComponent(hook)}`)
  Object.assign(globalThis, { XMLHttpRequest: requestOver(cookie) })
}

function requestOver(cookie: () => string | undefined) {
  return class {
    readonly upload: { onprogress?: (event: unknown) => void } = {}
    onload?: () => void
    onerror?: (event: unknown) => void
    status = 0
    responseText = ''
    #headers: Record<string, string> = {}
    #method = ''
    #url = ''
    #answer: IncomingMessage | undefined

    open(method: string, url: string): void {
      this.#method = method
      this.#url = url
    }

    setRequestHeader(name: string, value: string): void {
      this.#headers[name] = value
    }

    getResponseHeader(name: string): string | null {
      const value = this.#answer?.headers[name.toLowerCase()]
      return typeof value === 'string' ? value : null
    }

    getAllResponseHeaders(): string {
      return ''
    }

    abort(): void {
      this.#answer?.destroy()
    }

    send(body: Blob | null): void {
      void this.#send(body)
    }

    async #send(body: Blob | null): Promise<void> {
      const bytes = body && Buffer.from(await body.arrayBuffer())
      const own = cookie()
      const headers = {
        ...this.#headers,
        'Content-Length': String(bytes?.length ?? 0),
        ...(own !== undefined && { Cookie: own }),
      }
      let over = false
      const broken = () => {
        if (over) return
        over = true
        this.onerror?.({})
      }
      const sent = ask(this.#url, { method: this.#method, headers, agent: false }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', broken)
        answer.on('close', () => {
          if (!answer.complete) return broken()
          if (over) return
          over = true
          this.#answer = answer
          this.status = answer.statusCode ?? 0
          this.responseText = Buffer.concat(chunks).toString()
          this.onload?.()
        })
      })
      sent.on('error', broken)
      sent.end(bytes ?? undefined)
    }
  }
}
