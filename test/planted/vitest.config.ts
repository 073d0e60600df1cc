import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BUGS } from './bugs.ts'
import { plant } from './plant.ts'

const root = join(import.meta.dirname, '../..')
const name = process.env['PLANTED']
/** Where the runs of one hunt keep what the modules of the product become: it is the same in two hundred of them. */
const modules = process.env['PLANTED_MODULES']
const bug = BUGS.find((one) => one.name === name)
if (name !== undefined && !bug) throw new Error(`no planted bug is called "${name}"`)

/** The product's own tests, over a source with a mistake in it; without one, as it is. */
export default defineConfig({
  root,
  define: { __BUILT__: JSON.stringify('2026-01-01T00:00:00.000Z') },
  plugins: bug ? [plant(bug, root)] : [],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    // As in the product's own: every kind is known.
    setupFiles: ['src/domain/catalogue.ts'],
    bail: bug ? 1 : 0,
    // With a mistake in it one file runs, and another mistake beside it; without one all of them, alone.
    maxWorkers: bug ? 1 : '100%',
    ...(modules !== undefined && { experimental: { fsModuleCache: true, fsModuleCachePath: modules } }),
    // As for the product itself: on a busy machine a test that only took long would pass for one that caught something.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
