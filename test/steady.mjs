/**
 * `npm test` again and again, each time where it is likely to go wrong: other zones, the clock just before and after a midnight
 * in Chengdu, a new year, a leap day, another year, and one core kept busy. Names every step that was red once.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'

/** `at`: what the clock says when the run begins, in Chengdu (UTC+8). */
const SURROUNDINGS = [
  { zone: 'UTC' },
  { zone: 'Asia/Shanghai' },
  { zone: 'America/Los_Angeles' },
  { zone: 'UTC', busy: true },
  { zone: 'UTC', at: '2026-12-08 23:59:30' },
  { zone: 'Asia/Shanghai', at: '2026-12-09 00:00:30' },
  { zone: 'UTC', at: '2027-01-01 09:00:00' },
  { zone: 'America/Los_Angeles', at: '2028-02-29 23:59:30' },
  { zone: 'UTC', at: '2028-07-19 10:00:00' },
  { zone: 'Asia/Shanghai', busy: true, at: '2027-12-31 23:59:30' },
]

/**
 * @param {number} times
 * @param {boolean} json one line of JSON and nothing else
 * @returns {Promise<boolean>} whether every run was green
 */
export async function steadily(times, json) {
  if (!Number.isInteger(times) || times < 1) throw new Error('--steady takes a whole number of runs')
  const red = []
  for (let run = 0; run < times; run += 1) {
    const where = SURROUNDINGS[run % SURROUNDINGS.length]
    const { code, text } = await tested(where)
    if (code === 0) continue
    const names = text
      .split('\n')
      .flatMap((line) => /^(?:RED | FAIL |\s+\d+\) ).*/.exec(line)?.[0].trim() ?? [])
    red.push({ run: run + 1, ...where, red: [...new Set(names)] })
    if (!json) process.stdout.write(text)
  }
  process.stdout.write(
    `${JSON.stringify({ proof: 'steady', runs: times, green: times - red.length, red })}\n`,
  )
  return red.length === 0
}

async function tested({ zone, at, busy }) {
  const company = busy ? spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }) : undefined
  const child = spawn('npm', ['test'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TZ: zone, ...(at && shifted(at)) },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (text += String(piece)))
  const [code] = await once(child, 'close')
  company?.kill()
  return { code, text }
}

/** The environment in which every program reads a clock that was put forward. The library is Debian's libfaketime. */
function shifted(at) {
  const files = execFileSync('sh', ['-c', 'ls /usr/lib/*/faketime/libfaketimeMT.so.1 2>/dev/null || true'])
  const library = String(files).split('\n')[0]
  if (!library)
    throw new Error(
      'Another clock needs libfaketime: install the Debian package with `apt-get install libfaketime`.',
    )
  const seconds = Math.round((Date.parse(`${at.replace(' ', 'T')}+08:00`) - Date.now()) / 1000)
  return { LD_PRELOAD: library, FAKETIME: `+${seconds}s`, FAKETIME_DONT_FAKE_MONOTONIC: '1' }
}
