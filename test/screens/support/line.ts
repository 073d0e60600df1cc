import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { type Plugin, runnerImport } from 'vite'
import type * as Servers from './server.ts'

/** Addresses that are the server's, not the page's. */
const OURS = /^\/(api|gongshi\/counts)\b/

interface Line {
  there?: Servers.Demonstration | undefined
  isCut: boolean
  /** Of requests that are not answered yet, also of those that wait for news. */
  readonly open: Set<Socket>
  readonly failures: string[]
  /** Not with the configuration: the demonstration brings pictures along, which only a bundler reads. */
  servers?: Promise<typeof Servers>
}

/** The configuration is read twice, by the runner and by the server of the page: there is one line all the same. */
const all = globalThis as { linbianLine?: Line }
const at: Line = (all.linbianLine ??= { isCut: false, open: new Set(), failures: [] })

/** Leads what the page asks of the product's server to the demonstration of the file that runs. */
export function line(): Plugin {
  return {
    name: 'linbian-line',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (OURS.test(request.url ?? '')) carry(request, response)
        else next()
      })
    },
  }
}

function carry(request: IncomingMessage, response: ServerResponse): void {
  const { socket } = request
  if (!at.there || at.isCut) return void socket.destroy()
  at.open.add(socket)
  response.once('close', () => at.open.delete(socket))
  at.there.listener(request, response)
}

function breakOff(): void {
  for (const socket of at.open) socket.destroy()
  at.open.clear()
}

/** Cut, nobody gets through and running talks break off, as of a server that cannot be reached. */
export function cut(wanted: boolean): void {
  at.isCut = wanted
  if (wanted) breakOff()
}

/** Another server, on a demonstration that begins at this instant. */
export async function anotherServer(instant: string): Promise<void> {
  at.servers ??= runnerImport<typeof Servers>(new URL('server.ts', import.meta.url).pathname).then(
    ({ module }) => module,
  )
  const { Demonstration } = await at.servers
  breakOff()
  await at.there?.remove()
  at.there = await Demonstration.from(instant, ({ route, error }) =>
    at.failures.push(`${route}: ${String(error)}`),
  )
  at.isCut = false
}

/** What failed in the server since this was asked last. */
export function failed(): readonly string[] {
  return at.failures.splice(0)
}
