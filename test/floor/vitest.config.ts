import { defineConfig } from 'vitest/config'
import { isPackedForHere } from './oldChromium.ts'

if (!isPackedForHere)
  process.stderr.write(
    'Chromium 103 is only packed for Linux on x64: the floor is not tried on this machine.\n',
  )

/** The floor runs apart from the other tests: it needs the built product, and a browser of its own. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: isPackedForHere ? ['test/floor/*.spec.ts'] : [],
    passWithNoTests: !isPackedForHere,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
