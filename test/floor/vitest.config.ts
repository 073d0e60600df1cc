import { defineConfig } from 'vitest/config'

/** The floor runs apart from the other tests: it needs the built product, and a browser of its own. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/floor/*.spec.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
