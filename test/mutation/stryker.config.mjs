import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * What is mutated, by the rooms of the house. The screens are for the browser, and what starts a server, is a page or a script of a
 * demonstration has no rule in it.
 */
export const GROUPS = {
  domain: [
    'src/domain/**/*.ts',
    '!src/domain/whichBin/*.ts',
    '!src/domain/catalogue.ts',
    '!src/domain/kindsAtHand.ts',
  ],
  queries: ['src/queries/**/*.ts'],
  commands: ['src/commands/**/*.ts'],
  sync: ['src/sync/**/*.ts', 'src/store/**/*.ts', 'src/wire/**/*.ts'],
  server: ['src/server/{log,records,people,erasure,audit,roster}/**/*.ts'],
}

export default {
  testRunner: 'vitest',
  plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: true },
  // Types are not looked at: no version of it knows this compiler. A mutant that is no program dies in the tests.
  disableTypeChecks: false,
  // It would read a configuration with the old compiler's own functions: it finds none.
  tsconfigFile: 'none',
  coverageAnalysis: 'perTest',
  // What runs once when a file is read belongs to no test: each such mutant would want all of them. `planted` has those that count.
  ignoreStatic: true,
  mutator: { excludedMutations: ['StringLiteral'] },
  concurrency: 2,
  incremental: true,
  timeoutMS: 10_000,
  timeoutFactor: 2,
  dryRunTimeoutMinutes: 15,
  reporters: [],
  fileLogLevel: 'off',
  logLevel: 'error',
  allowEmpty: true,
  cleanTempDir: 'always',
  // Beside the checkout: whoever looks through it meanwhile finds no second one.
  tempDirName: join(tmpdir(), 'linbian-mutation'),
  ignorePatterns: ['dist', 'test-results', 'playwright-report', '/docs', '/public', 'test/browser/**/*.png'],
}
