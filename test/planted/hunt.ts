/**
 * Lives seeds until one of them ends with a finding, and says on its last line what was found, where and how soon.
 * `run.ts` bundles this with a mistake in it and starts it; alone it lives the product as it is.
 */
import { parseArgs } from 'node:util'
import { live } from '#test/sim/world.ts'

/** What a hunt says. `broken`: what was planted is no code that could run, so it proves nothing. */
export interface Hunted {
  readonly found?: { readonly is: string; readonly what: string; readonly seed: number }
  readonly broken?: string
  readonly milliseconds: number
}

const { values } = parseArgs({ options: { from: { type: 'string' }, seeds: { type: 'string' } } })
const [from, seeds] = [Number(values.from), Number(values.seeds)]

// A mistake may drop what it began; what comes of that is for the checkers to see.
process.on('unhandledRejection', () => undefined)
const started = performance.now()
const hunted = await hunt()
process.stdout.write(
  `${JSON.stringify({ ...hunted, milliseconds: Math.round(performance.now() - started) })}\n`,
)
// What hangs in a life with a mistake in it must not keep the process.
process.exit(0)

async function hunt(): Promise<Omit<Hunted, 'milliseconds'>> {
  for (let seed = from; seed < from + seeds; seed += 1) {
    try {
      const [found] = (await live(seed)).findings
      if (found) return { found: { ...found, seed } }
    } catch (error) {
      const what = String(error)
      if (error instanceof ReferenceError || error instanceof SyntaxError) return { broken: what }
      return { found: { is: 'threw', what, seed } }
    }
  }
  return {}
}
