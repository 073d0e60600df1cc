/**
 * How the residents' page does by Lighthouse, on a phone, in four categories, and how many bytes it is without its pictures.
 * Lighthouse and what it needs are some 190 MB: too much to be installed with the product. It is fetched by the registry's own
 * client when this is asked for, at one exact version, and if it cannot be fetched that is said and the rest goes on.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'

const VERSION = '12.8.2'
const AIM = 95
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']
const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']

const run = promisify(execFile)

/** On a busy machine a recording fails now and then: it is made again. */
const ATTEMPTS = 3

/**
 * @param address of the page
 * @param chromium path of the browser
 * @returns scores of a hundred and what lowered them, or why there are none
 */
export async function lighthouseOf(address, chromium) {
  const folder = await mkdtemp(join(tmpdir(), 'linbian-lighthouse-'))
  const about = { version: VERSION, aim: AIM }
  try {
    for (let left = ATTEMPTS - 1; ; left -= 1)
      try {
        return { ...about, ...(await measured(address, chromium, folder)) }
      } catch (error) {
        if (left > 0) continue
        const why = String(error.stderr || error.message)
          .trim()
          .split('\n')
          .slice(-3)
          .join(' ')
        return { ...about, missing: `Lighthouse ${VERSION} could not be fetched or run: ${why}` }
      }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function measured(address, chromium, folder) {
  const path = join(folder, 'report.json')
  await run(
    'npx',
    [
      '--yes',
      `lighthouse@${VERSION}`,
      address,
      '--quiet',
      '--output=json',
      `--output-path=${path}`,
      `--only-categories=${CATEGORIES.join(',')}`,
      '--form-factor=mobile',
      `--chrome-flags=${FLAGS.join(' ')}`,
    ],
    {
      cwd: folder,
      // Nothing is told to anybody, and nothing that comes with it is run while it is fetched.
      env: { ...process.env, CHROME_PATH: chromium, CI: '1', npm_config_ignore_scripts: 'true' },
      maxBuffer: 1 << 26,
    },
  )
  const { categories, audits } = JSON.parse(await readFile(path, 'utf8'))
  const scores = Object.fromEntries(
    CATEGORIES.map((one) => [one, Math.round((categories[one].score ?? 0) * 100)]),
  )
  const lowered = CATEGORIES.flatMap((one) =>
    categories[one].auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${one}: ${audits[id].title} ${audits[id].displayValue ?? ''}`.trim()),
  )
  return { scores, lowered, reached: Object.values(scores).every((one) => one >= AIM) }
}

/** Bytes of a page as they travel, without its pictures: its text and whatever styles or scripts it names. */
export async function pageWeight(address) {
  const html = await (await fetch(address)).text()
  const files = [...html.matchAll(/<(?:link[^>]+rel="?stylesheet"?[^>]+href|script[^>]+src)="([^"]+)"/g)]
  const bodies = await Promise.all(
    files.map(async ([, path]) => (await fetch(new URL(path, address))).arrayBuffer()),
  )
  const packed = [Buffer.from(html), ...bodies.map((one) => Buffer.from(one))].map(
    (one) => gzipSync(one, { level: 9 }).length,
  )
  return packed.reduce((sum, one) => sum + one, 0)
}
