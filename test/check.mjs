/** The inner loop: types, lint, format, and the unit tests of what differs from the last commit, two at a time. */
import { execFileSync } from 'node:child_process'
import { runSteps } from './steps.mjs'

const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).split('\n').filter(Boolean)
const changed = [
  ...git('diff', '--name-only', '--diff-filter=d', 'HEAD'),
  ...git('ls-files', '--others', '--exclude-standard'),
]
const sources = changed.filter((path) => /^(src|test)\/.*\.tsx?$/.test(path))

const results = await runSteps([
  { name: 'types', run: 'npm run -s types' },
  { name: 'lint', run: 'npm run -s lint' },
  { name: 'format', run: 'npm run -s format' },
  ...(sources.length > 0
    ? [{ name: 'unit', run: `npx vitest related --run --passWithNoTests ${sources.join(' ')}` }]
    : []),
])
process.exitCode = results.some(({ code }) => code !== 0) ? 1 : 0
