/**
 * The tests of a change: all that it is likely to break, and of each deep proof a share on fixed seeds (that of the rights is
 * among the unit tests). `npm run proof` has the whole of each. Ends with 1 where anything is red.
 */
import { runSteps } from './steps.mjs'

const STEPS = [
  { name: 'types', run: 'npm run -s types' },
  { name: 'lint', run: 'npm run -s lint' },
  { name: 'build', run: 'npm run -s build' },
  { name: 'format', run: 'npm run -s format' },
  { name: 'dead', run: 'npm run -s dead' },
  { name: 'size', run: 'npm run -s size', after: ['build'] },
  { name: 'unit', run: 'npm run -s unit', alone: true },
  { name: 'canary', run: 'npm run -s canary -- --seed 1 --json', after: ['build'] },
  { name: 'screens', run: 'npm run -s test:screens' },
  { name: 'unit on PostgreSQL', run: 'ENGINE=postgres npx vitest run test/server/log test/server/people' },
  { name: 'simulator', run: 'npm run -s sim -- --seeds 20 --from 1 --cores 1 --json' },
  { name: 'seeded faults', run: 'npm run -s sim -- --planted --part 1/60 --cores 1 --json' },
  { name: 'fuzz', run: 'npm run -s fuzz -- --requests 200 --seed 1 --json' },
  {
    name: 'crash',
    run: 'npm run -s crash -- --server-kills 4 --browser-kills 1 --seed 1 --json',
    after: ['build'],
  },
  { name: 'browser', run: 'npm run -s test:browser', after: ['build'], alone: true },
]

const results = await runSteps(STEPS)
const red = results.filter(({ code }) => code !== 0)
for (const { name, code } of red)
  process.stdout.write(`RED  ${name}${code === -1 ? ' (not run: what it needs is red)' : ''}\n`)
process.exitCode = red.length > 0 ? 1 : 0
