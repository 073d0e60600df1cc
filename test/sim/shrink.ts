import type { Finding } from './history.ts'
import { FAULTS } from './swarm.ts'
import { type LiveOptions, live } from './world.ts'

export interface Shrunk {
  readonly off: readonly string[]
  readonly until: number
  readonly without: readonly number[]
  /** The steps that are left, as the trace tells them. */
  readonly trace: readonly string[]
  readonly findings: readonly Finding[]
}

/** A life is a list of steps with chance of their own, so steps can be left out: whole faults first, then the end, then pieces. */
export async function shrink(seed: number, steps: number, most = 200): Promise<Shrunk> {
  const wrong = new Set((await live(seed)).findings.map(({ is }) => is))
  const lives = { left: most }
  const fails = async (options: LiveOptions): Promise<boolean> => {
    lives.left -= 1
    return (
      (await live(seed, options).catch(() => undefined))?.findings.some(({ is }) => wrong.has(is)) ?? false
    )
  }

  const off = new Set<string>()
  for (const fault of FAULTS) if (await fails({ off: new Set([...off, fault]) })) off.add(fault)

  let [low, until] = [0, steps]
  while (until - low > 1) {
    const middle = (low + until) >> 1
    if (await fails({ off, until: middle })) until = middle
    else low = middle
  }

  const left = new Set(Array.from({ length: until }, (_, index) => index + 1))
  const without = () =>
    new Set(Array.from({ length: until }, (_, index) => index + 1).filter((at) => !left.has(at)))
  for (let size = until >> 1; size >= 1 && lives.left > 0; size >>= 1) {
    const all = [...left]
    for (let from = 0; from < all.length && lives.left > 0; from += size) {
      const piece = all.slice(from, from + size)
      for (const at of piece) left.delete(at)
      if (!(await fails({ off, until, without: without() }))) for (const at of piece) left.add(at)
    }
  }

  const trace: string[] = []
  const last = { off, until, without: without() }
  const { findings } = await live(seed, { ...last, trace: (line) => trace.push(line) })
  return { off: [...off], until, without: [...last.without], trace, findings }
}
