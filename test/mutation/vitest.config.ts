import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** The room that is mutated: a rule of the domain has to be told by its own tests, and not by a whole server. */
const isServer = process.env['MUTATION_ROOM'] === 'server'

/** The tests that may kill a mutant: those of single rooms, in one process and without a browser. What takes a minute proves other things. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  define: { __BUILT__: JSON.stringify('2026-01-01T00:00:00.000Z') },
  test: {
    include: isServer
      ? ['test/{server,input}/**/*.test.ts']
      : ['test/{boot,commands,domain,models,queries,sheets,store,sync,ui}/**/*.test.{ts,tsx}'],
    // They want a PostgreSQL beside them.
    exclude: ['test/server/**/*{P,p}ostgres*.test.ts'],
    // As in the product's own: every kind is known.
    setupFiles: ['src/domain/catalogue.ts'],
    // A mutant that only takes longer is not found by that.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
