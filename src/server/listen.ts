import { readFile } from 'node:fs/promises'
import { createServer as createPlain, type Server } from 'node:http'
import { createServer as createSecure } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { ok, type Result, refused } from '#domain/result.ts'
import type { Config } from './config.ts'

export type ListenRefusal = 'portTaken' | 'portForbidden' | 'hostUnknown' | 'certificate'

export interface Listening {
  /** The one that was given, or the one that was free for 0. */
  readonly port: number
  /** Takes no new connection and lets running requests end; cuts what still runs after `patience` milliseconds. */
  close(patience: number): Promise<void>
}

type Fetch = (request: Request, env: unknown) => Response | Promise<Response>

/** A batch over a poor line takes its time; a head does not. */
const REQUEST_TIMEOUT = 120_000
const HEAD_TIMEOUT = 15_000

export async function listen(
  fetch: Fetch,
  { port, host, tls }: Pick<Config, 'port' | 'host' | 'tls'>,
): Promise<Result<Listening, ListenRefusal>> {
  const server = await httpServer(fetch, tls)
  if (!server) return refused('certificate')
  server.requestTimeout = REQUEST_TIMEOUT
  server.headersTimeout = HEAD_TIMEOUT
  const refusal = await new Promise<ListenRefusal | undefined>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = REASONS[error.code ?? '']
      if (reason) resolve(reason)
      else reject(error)
    })
    server.listen(port, host, () => resolve(undefined))
  })
  if (refusal) return refused(refusal)
  return ok({ port: (server.address() as AddressInfo).port, close: (patience) => close(server, patience) })
}

const REASONS: Readonly<Record<string, ListenRefusal>> = {
  EADDRINUSE: 'portTaken',
  EACCES: 'portForbidden',
  EADDRNOTAVAIL: 'hostUnknown',
  ENOTFOUND: 'hostUnknown',
}

/** Undefined where the certificate or its key cannot be read or do not fit each other. */
async function httpServer(fetch: Fetch, tls: Config['tls']): Promise<Server | undefined> {
  if (!tls) return createAdaptorServer({ fetch, createServer: createPlain }) as Server
  try {
    const [cert, key] = await Promise.all([readFile(tls.cert), readFile(tls.key)])
    const serverOptions = { cert, key, minVersion: 'TLSv1.2' } as const
    return createAdaptorServer({ fetch, createServer: createSecure, serverOptions }) as Server
  } catch {
    return undefined
  }
}

function close(server: Server, patience: number): Promise<void> {
  return new Promise((resolve) => {
    // Browsers keep their connections for the next request; each is closed as soon as its last answer is out.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const cut = setTimeout(() => server.closeAllConnections(), patience)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(cut)
      resolve()
    })
  })
}
