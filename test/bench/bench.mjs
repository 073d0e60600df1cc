/**
 * How quickly the product keeps, syncs and starts, each beside the least the same browser can do by hand. Only ratios
 * travel from one machine or day to another. No test depends on these figures.
 *
 *   npm run bench              a table
 *   npm run bench -- --json    the same as JSON
 *   npm run bench -- bins      what somebody at the bins waits for, on a slow processor; with --json on one line
 *   npm run bench -- doors     the same at the doors: search, a large building, and a roster of 50,000 rows
 *   npm run bench -- lock      what a lock costs: from a PIN to residents, an act sealed beside open, a change of person on a tablet
 *   npm run bench -- wall      the residents' page on a phone: Lighthouse in four categories, and its bytes without pictures
 */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { chromiumPath } from '../machine.mjs'
import { firstLoad } from '../size.mjs'
import { benchBins } from './bins.mjs'
import { roster, settle } from './compound.mjs'
import { benchChange, reportChange } from './change.mjs'
import { benchDoors, largeRoster } from './doors.mjs'
import { benchLock, reportLock } from './lock.mjs'
import { lighthouseOf, pageWeight } from './lighthouse.mjs'
import { startFloor, startProduct } from './serve.mjs'
import { quantile, ratio, rotated, spread } from './stats.mjs'

const ROUNDS = 7
const TAPS = 150
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const json = process.argv.includes('--json')
const root = new URL('../..', import.meta.url).pathname
const print = (text) => process.stdout.write(`${text}\n`)
const say = (text) => process.stderr.write(`${text}\n`)

const executablePath = await chromiumPath()
if (!executablePath) {
  say('No Chromium was found: run `node test/machine.mjs`, or set CHROMIUM to the path of one.')
  process.exit(1)
}
say('Building the product …')
execFileSync('npm', ['run', 'build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })

const folder = await mkdtemp(join(tmpdir(), 'linbian-bench-'))
const open = (profile = 'profile') =>
  chromium.launchPersistentContext(join(folder, profile), {
    executablePath,
    args: FLAGS,
    bypassCSP: true,
    viewport: { width: 390, height: 844 },
  })
let product
let floor
try {
  if (process.argv.includes('wall')) {
    print(JSON.stringify({ machine: machine(), wall: await wall() }, null, json ? 0 : 2))
  } else await onTheDevice()
} finally {
  await product?.stop()
  floor?.stop()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** The residents' page of the demonstration: a week hangs on it. */
async function wall() {
  say("The residents' page …")
  const demo = await startProduct(join(folder, 'wall'), '--demo')
  try {
    const address = `${demo.origin}/gongshi`
    return { bytes: await pageWeight(address), lighthouse: await lighthouseOf(address, executablePath) }
  } finally {
    await demo.stop()
  }
}

async function onTheDevice() {
  product = await startProduct(join(folder, 'data'))
  const atDoors = process.argv.includes('doors')
  const atLock = process.argv.includes('lock')
  const rows = atDoors ? largeRoster() : roster(atLock ? 13 : undefined)
  const settled = await settle(product.origin, product.code, rows)
  // Nobody enters a PIN but where that is what is measured.
  const { told, cookie } = { ...settled, told: { ...settled.told, demo: !atLock } }
  const [name, value] = cookie.split('=')

  let context = await open()
  await context.addCookies([
    {
      name,
      value,
      url: product.origin,
      httpOnly: true,
      sameSite: 'Strict',
      expires: Date.now() / 1000 + 86_400,
    },
  ])
  const page = context.pages()[0]
  await page.goto(`${product.origin}/api/health`)
  const usual = new URL('inPage.ts', import.meta.url)
  await page.evaluate(await inPage(atLock ? new URL('lockInPage.ts', import.meta.url) : usual))
  const inside = (act, ...args) => page.evaluate(([act, args]) => window.inPage[act](...args), [act, args])

  if (atLock) {
    const lock = await benchLock(page, told, say)
    await context.close()
    const tablet = await open('tablet')
    await tablet.pages()[0].goto(`${product.origin}/api/health`)
    const change = await benchChange(tablet.pages()[0], settled.office, say)
    await tablet.close()
    if (json) print(JSON.stringify({ machine: machine(), lock, change }))
    else {
      reportLock(lock, print)
      reportChange(change, print)
    }
  } else if (process.argv.includes('bins')) {
    await inside('become', told)
    const got = await benchBins(page, say)
    await context.close()
    print(JSON.stringify({ machine: machine(), bins: got }, null, json ? 0 : 2))
  } else if (atDoors) {
    await inside('become', told)
    const [search, roster] = ['searchInPage.ts', 'importInPage.ts'].map((name) =>
      inPage(new URL(name, import.meta.url)),
    )
    const got = await benchDoors(page, await search, await roster, say)
    await context.close()
    print(JSON.stringify({ machine: machine(), doors: got }, null, json ? 0 : 2))
  } else await everything()

  async function everything() {
    say('First sync …')
    const records = await inside('allRecords', told)
    floor = await startFloor(records)
    await inside('productSync', told)
    const asked = `${floor.origin}/records`
    const syncs = await rotated(ROUNDS, [
      ['product', () => inside('productSync', told)],
      ['rows', () => inside('rawSync', asked, [])],
      ['indexed', () => inside('rawSync', asked, ['kind', 'place', 'id'])],
    ])

    say('Taps …')
    await inside('productTaps', told, TAPS)
    await inside('rawTaps', told.person, TAPS)
    const taps = await rotated(ROUNDS, [
      ['product', () => inside('productTaps', told, TAPS)],
      ['raw', () => inside('rawTaps', told.person, TAPS)],
    ])

    say('Start …')
    await inside('become', told)
    await page.close()
    const loaded = await firstVisit(context, product.origin)
    await floorVisit(context, floor.origin)
    await context.close()
    // Nobody answers any more: from here on both start from what they keep.
    await product.stop()
    floor.stop()
    const starts = await rotated(ROUNDS, [
      ['product', () => coldStart(product.origin, '.today-list li')],
      ['floor', () => coldStart(floor.origin, 'li')],
    ])

    const ms = syncs.product.map((one) => one.ms)
    const p = (q) => (rounds) => rounds.map((times) => quantile(times, q))
    const files = firstLoad()
    const weight = (of) => of.reduce((sum, { bytes }) => sum + bytes, 0)
    report({
      machine: { ...machine(), rounds: ROUNDS, tapsARound: TAPS },
      tap: {
        p50: {
          product: spread(p(0.5)(taps.product)),
          raw: spread(p(0.5)(taps.raw)),
          ratio: ratio(p(0.5)(taps.product), p(0.5)(taps.raw)),
          aim: 1.3,
        },
        p95: {
          product: spread(p(0.95)(taps.product)),
          raw: spread(p(0.95)(taps.raw)),
          ratio: ratio(p(0.95)(taps.product), p(0.95)(taps.raw)),
          aim: 1.3,
        },
      },
      firstSync: {
        records: syncs.product[0].records,
        requests: syncs.product[0].requests,
        product: spread(ms),
        raw: spread(syncs.rows),
        ratio: ratio(ms, syncs.rows),
        rawThreeIndexes: spread(syncs.indexed),
        ratioThreeIndexes: ratio(ms, syncs.indexed),
        aim: 0.4,
      },
      firstLoad: {
        bytes: weight(files),
        loadedBeforePaint: weight(files.filter(({ path }) => loaded.has(path))),
        more: [...loaded].filter((path) => !files.some((file) => file.path === path)),
        aim: 60_000,
        ceiling: 75_000,
      },
      coldStart: {
        product: spread(starts.product),
        floor: spread(starts.floor),
        ratio: ratio(starts.product, starts.floor),
        aim: 1.5,
      },
      wall: await wall(),
    })
  }
}

function machine() {
  return { cpu: cpus()[0]?.model, cores: availableParallelism(), node: process.version }
}

/** A file of this folder and the product it calls, as one script. */
async function inPage(file) {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root,
    build: {
      write: false,
      target: 'chrome99',
      lib: { entry: file.pathname, formats: ['iife'], name: 'inPage' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  return `${[built].flat()[0].output[0].code}; window.inPage = inPage`
}

/** Tells when a list stands on the screen: after the frame in which its first row came. Milliseconds from navigation. */
async function painted(page, row) {
  await page.addInitScript((row) => {
    const seen = new MutationObserver(() => {
      if (!document.querySelector(row)) return
      seen.disconnect()
      const files = () =>
        performance.getEntriesByType('resource').map((one) => new URL(one.name).pathname.slice(1))
      requestAnimationFrame(() =>
        setTimeout(() => Object.assign(window, { painted: performance.now(), files: files() })),
      )
    })
    seen.observe(document, { childList: true, subtree: true })
  }, row)
}

/** The enrolled volunteer's first visit. Answers the files that were asked for before Today's list stood. */
async function firstVisit(context, origin) {
  // Records first: Today of an empty book has no list.
  const sync = await context.newPage()
  await sync.goto(origin)
  await sync.waitForSelector('.today-list li', { timeout: 60_000 })
  await sync.waitForFunction(
    async () => {
      const worker = (await navigator.serviceWorker.ready).active
      if (!worker) return false
      const { port1, port2 } = new MessageChannel()
      const told = new Promise((resolve) => {
        port1.addEventListener('message', ({ data }) => resolve(data))
        port1.start()
      })
      worker.postMessage({ type: 'IS_STORED' }, [port2])
      return told
    },
    undefined,
    { timeout: 60_000, polling: 500 },
  )
  await sync.close()
  const page = await context.newPage()
  await painted(page, '.today-list li')
  await page.goto(origin)
  await page.waitForFunction(() => window.painted)
  const files = await page.evaluate(() => window.files)
  await page.close()
  return new Set(files.filter((path) => /^assets\/.*\.(js|css)$/.test(path)))
}

async function floorVisit(context, origin) {
  const page = await context.newPage()
  await page.goto(origin)
  await page.waitForFunction(() => document.title === 'kept')
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await page.close()
}

/** A new browser process each time. */
async function coldStart(origin, row) {
  const context = await open()
  try {
    const page = context.pages()[0]
    await painted(page, row)
    await page.goto(origin, { waitUntil: 'commit' })
    await page.waitForFunction(() => window.painted, undefined, { timeout: 30_000 })
    return await page.evaluate(() => window.painted)
  } finally {
    await context.close()
  }
}

function report(got) {
  if (json) return print(JSON.stringify(got, null, 2))
  const of = ({ median, min, max }) => `${median} [${min}–${max}]`
  const line = (what, ours, raw, ratio, aim) =>
    print([what.padEnd(34), ours.padEnd(22), raw.padEnd(22), ratio.padEnd(20), aim].join(' '))
  line('', 'product ms', 'by hand ms', 'ratio', 'aim')
  for (const q of ['p50', 'p95']) {
    const tap = got.tap[q]
    line(`tap to durable, ${q}`, of(tap.product), of(tap.raw), of(tap.ratio), `≤ ${tap.aim}`)
  }
  const sync = got.firstSync
  line(`first sync, ${sync.records} records`, of(sync.product), of(sync.raw), of(sync.ratio), `≤ ${sync.aim}`)
  line('  by hand with three indexes', '', of(sync.rawThreeIndexes), of(sync.ratioThreeIndexes), '')
  line(
    'cold start without a network',
    of(got.coldStart.product),
    of(got.coldStart.floor),
    of(got.coldStart.ratio),
    `≤ ${got.coldStart.aim}`,
  )
  line("residents' page, gzipped bytes", String(got.wall.bytes), '', '', '')
  const { scores, aim, missing } = got.wall.lighthouse
  if (missing) print(missing)
  for (const [category, score] of Object.entries(scores ?? {}))
    line(`  Lighthouse, phone, ${category}`, String(score), '', '', `≥ ${aim}`)
  line('first JS and CSS, gzipped bytes', String(got.firstLoad.bytes), '', '', `≤ ${got.firstLoad.aim}`)
}
