/**
 * Finds what the browser tests need, or gets it: a Chromium, and glyphs for Chinese. Says in one sentence what it could
 * not get. What only one tool needs is got when that tool asks. Plain JavaScript, so that nothing has to be built before it runs.
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

function run(command, args, options = {}) {
  return execFileSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    ...options,
  }).trim()
}

function attempt(act) {
  try {
    return act()
  } catch {
    return undefined
  }
}

/** Path of a Chromium: the environment's, the distribution's, or one that the browser driver has downloaded. */
export async function chromiumPath() {
  const asked = process.env['CHROMIUM']
  if (asked) return existsSync(asked) ? asked : undefined
  for (const name of NAMES) {
    const found = attempt(() => run('sh', ['-c', `command -v ${name}`]))
    if (found) return found
  }
  const { chromium } = await import('@playwright/test')
  const own = chromium.executablePath()
  return own && existsSync(own) ? own : undefined
}

function hasChineseGlyphs() {
  const fonts = attempt(() => run('fc-list', [':lang=zh', 'family']))
  return fonts !== undefined && fonts !== ''
}

function canInstall() {
  return process.getuid?.() === 0 && attempt(() => run('sh', ['-c', 'command -v apt-get'])) !== undefined
}

function install(packages) {
  process.stdout.write(`Installing Debian packages for the tests: ${packages.join(' ')}\n`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  attempt(() => run('apt-get', ['update', '-qq'], { env, stdio: 'ignore' }))
  attempt(() =>
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      env,
      stdio: 'ignore',
    }),
  )
}

/** Path of a strace that may trace; it is got where it can be. */
export function stracePath() {
  const works = () => attempt(() => run('strace', ['-o', '/dev/null', 'true'])) !== undefined
  if (!works() && canInstall()) install(['strace'])
  return works() ? attempt(() => run('sh', ['-c', 'command -v strace'])) : undefined
}

async function prepare() {
  const wanted = []
  if (!(await chromiumPath())) wanted.push('chromium')
  if (!hasChineseGlyphs()) wanted.push('fonts-wqy-microhei', 'fontconfig')
  if (wanted.length > 0 && canInstall()) install(wanted)
  if (!(await chromiumPath()))
    attempt(() => run('npx', ['playwright', 'install', 'chromium'], { stdio: 'ignore' }))

  const missing = []
  if (!(await chromiumPath())) missing.push(['a Chromium', 'chromium'])
  if (!hasChineseGlyphs()) missing.push(['a font with Chinese glyphs', 'fonts-wqy-microhei fontconfig'])
  if (missing.length === 0) return
  const [things, packages] = [0, 1].map((part) => missing.map((one) => one[part]))
  process.stderr.write(
    `The tests need ${things.join(' and ')}, which could not be installed here: type \`sudo apt-get install ${packages.join(' ')}\`, or set CHROMIUM to the path of a Chromium you have, and run them again.\n`,
  )
  process.exitCode = 1
}

// By its name: inside a bundle every file has the bundle's address.
if (basename(process.argv[1] ?? '') === 'machine.mjs') await prepare()
