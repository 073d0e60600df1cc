import { DatabaseAway } from './away.ts'

/**
 * First come, first served, each key apart.
 *
 * @param patience ms; who has waited longer is sent away when their turn comes, since nobody listens any more
 */
export function turns(patience = Infinity): <T>(key: string, body: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<void>>()
  return async (key, body) => {
    const asked = performance.now()
    const before = last.get(key)
    let end = () => {}
    const ended = new Promise<void>((resolve) => (end = resolve))
    last.set(key, ended)
    try {
      await before
      if (performance.now() - asked > patience) throw new DatabaseAway('waited too long')
      return await body()
    } finally {
      if (last.get(key) === ended) last.delete(key)
      end()
    }
  }
}
