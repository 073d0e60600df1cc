import { Client } from 'pg'

/** What one process tells the others. A hint may be lost, and nothing may rely on it (W12). */
export interface Hints {
  /** Never throws and never waits. At most 7,000 bytes. */
  send(hint: string): void
  close(): Promise<void>
}

const CHANNEL = 'linbian_hints'
const CONNECT_MS = 5000
/** Between two tries to listen again; longer each time, up to the last. */
const PAUSES_MS = [200, 1000, 5000, 30_000]
/** More than this waits for nobody: while the database is away hints are let go of. */
const WAITING = 100

/**
 * Hints by LISTEN and NOTIFY, over one connection of their own that is made again whenever it is lost. What is sent by
 * this process comes back to it as well.
 */
export function postgresHints(url: string, heard: (hint: string) => void): Hints {
  let client: Client | undefined
  let closed = false
  let tries = 0
  let again: NodeJS.Timeout | undefined
  let sending: Promise<void> | undefined
  const waiting: string[] = []

  const listen = async () => {
    const next = new Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: CONNECT_MS })
    let lost = false
    const onLost = () => {
      if (lost) return
      lost = true
      if (client === next) client = undefined
      void next.end().catch(() => undefined)
      if (closed) return
      again = setTimeout(() => void listen(), PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)])
      tries += 1
    }
    next.on('error', onLost)
    next.on('end', onLost)
    next.on('notification', ({ payload }) => {
      if (payload) heard(payload)
    })
    try {
      await next.connect()
      await next.query(`listen ${CHANNEL}`)
      if (closed || lost) return onLost()
      client = next
      tries = 0
      send()
    } catch {
      onLost()
    }
  }
  const send = () => {
    if (sending || !client || waiting.length === 0) return
    sending = client
      .query('select pg_notify($1, hint) from unnest($2::text[]) as hint', [CHANNEL, waiting.splice(0)])
      .then(
        () => undefined,
        () => undefined,
      )
      .finally(() => {
        sending = undefined
        send()
      })
  }
  void listen()
  return {
    send(hint) {
      if (closed || waiting.length >= WAITING) return
      waiting.push(hint)
      send()
    },
    async close() {
      closed = true
      clearTimeout(again)
      await sending
      await client?.end().catch(() => undefined)
    },
  }
}
