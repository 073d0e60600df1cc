import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below what a system gives to whoever only asks: a client of another test would sit on a server's port now and then. */
const FIRST = 10_000
const LAST = 32_000

/** A port of this machine on which nobody listens. */
export async function aPort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST))
    if (await isFree(port)) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  const trial = createServer().listen(port)
  try {
    await once(trial, 'listening')
  } catch {
    return false
  }
  trial.close()
  await once(trial, 'close')
  return true
}
