import type { Log, LogTx } from '#server/log/log.ts'

/** The server was killed between two writes. */
export class Fell extends Error {}

/** A log that falls at the n-th step inside transactions: nothing of the transaction stays. */
export function falling() {
  let left = Infinity
  let count = 0
  const step = () => {
    if (left === Infinity) return
    left -= 1
    if (left > 0) return
    left = Infinity
    count += 1
    throw new Fell()
  }
  return {
    get count() {
      return count
    },
    soon(steps: number) {
      left = steps
    },
    over: (log: Log): Log => ({
      ...log,
      transact: (tenant, body) =>
        log.transact(tenant, async (tx) => {
          if (left === Infinity) return body(tx)
          const value = await body(stepping(tx, step))
          step()
          return value
        }),
    }),
  }
}

/** Every call of a transaction is a step. */
function stepping(tx: LogTx, step: () => void): LogTx {
  const stepped = { ...tx } as Record<string, (...all: never[]) => unknown>
  for (const [name, call] of Object.entries(stepped)) {
    stepped[name] = async (...all) => {
      step()
      return call(...all)
    }
  }
  return stepped as unknown as LogTx
}
