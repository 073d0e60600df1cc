/**
 * What a lock costs whoever is behind it, on a processor six times as slow as this one: from the last digit of a PIN to a resident
 * who can be read, in a compound of three thousand; and from an act to the disk, sealed beside open, in the same minute. How much of
 * the first the PIN itself takes, which is made costly on purpose, is measured beside it.
 */
import { pressTill } from './press.mjs'
import { quantile, ratio, rotated, spread } from './stats.mjs'

const SLOWER = 6
const ROUNDS = 7
const ACTS = 40
const PIN = '407158'
/** Between two digits, in milliseconds: few hands are quicker, and what is fetched meanwhile has this long. */
const HAND_MS = 300
const AIM = { unlock: 1200, ratio: 1.5 }

/** @param page on the origin of the product, with `lockInPage.ts` in it @param told what a phone is told when somebody joins on it */
export async function benchLock(page, told, say) {
  const { origin } = new URL(page.url())
  const inside = (act, ...args) => page.evaluate(([act, args]) => window.inPage[act](...args), [act, args])
  const brake = await page.context().newCDPSession(page)
  const slow = (rate) => brake.send('Emulation.setCPUThrottlingRate', { rate })
  const { count, home, name } = await inside('residents', told)

  say('Acts …')
  await slow(SLOWER)
  const side = (what, sealed) => () => inside('acts', told, what, sealed, ACTS)
  const acts = {}
  for (const what of ['tally', 'remark']) {
    await side(what, true)()
    await side(what, false)()
    acts[what] = await rotated(ROUNDS, [
      ['sealed', side(what, true)],
      ['open', side(what, false)],
    ])
  }
  const pin = []
  for (let round = 0; round < ROUNDS; round++) pin.push(await inside('pinCost'))

  say('Unlock …')
  await slow(1)
  await inside('become', told)
  await page.goto(`${origin}/`)
  // A slow phone finds out that it is slow when its PIN is set.
  await slow(SLOWER)
  for (let twice = 0; twice < 2; twice++) {
    await page.locator('.pad:not([aria-busy=true])').waitFor()
    for (const digit of PIN) await page.locator('.pad-key').filter({ hasText: digit }).click()
  }
  await page.locator('.nav').waitFor()
  await slow(1)
  await page.waitForFunction(everythingIsHere, count, { timeout: 120_000, polling: 500 })
  const unlocks = []
  for (let round = 0; round <= ROUNDS; round++) {
    await page.goto(`${origin}/doors/home/${home}`)
    await page.locator('.pad').waitFor()
    await slow(SLOWER)
    for (const digit of PIN.slice(0, -1)) {
      await page.locator('.pad-key').filter({ hasText: digit }).click()
      await page.waitForTimeout(HAND_MS)
    }
    unlocks.push(
      await page.evaluate(pressTill, { key: '.pad-key', text: PIN.at(-1), awaited: 'main', words: name }),
    )
    await slow(1)
  }
  // The first fetches what every later one has.
  unlocks.shift()

  const both = (of) =>
    Object.fromEntries(
      [0.5, 0.95].map((q) => {
        const [sealed, open] = ['sealed', 'open'].map((which) => of[which].map((times) => quantile(times, q)))
        return [
          `p${q * 100}`,
          { sealed: spread(sealed), open: spread(open), ratio: ratio(sealed, open), aim: AIM.ratio },
        ]
      }),
    )
  return {
    slower: SLOWER,
    rounds: ROUNDS,
    actsARound: ACTS,
    residents: count,
    unlock: { ms: spread(unlocks), aim: AIM.unlock },
    pinAlone: { ms: spread(pin.map(({ ms }) => ms)), passes: spread(pin.map(({ passes }) => passes)) },
    tallyToDurable: both(acts.tally),
    remarkToDurable: both(acts.remark),
  }
}

export function reportLock(got, print) {
  const of = ({ median, min, max }) => `${median} [${min}–${max}]`
  const line = (what, ours, other, ratio, aim) =>
    print([what.padEnd(40), ours.padEnd(22), other.padEnd(22), ratio.padEnd(20), aim].join(' '))
  line('at a sixth of this processor', 'ms', 'open, ms', 'ratio', 'aim')
  line(`last digit to ${got.residents} residents`, of(got.unlock.ms), '', '', `≤ ${got.unlock.aim}`)
  line(`  of it the PIN, ${got.pinAlone.passes.median} passes`, of(got.pinAlone.ms), '', '', '')
  for (const [what, times] of [
    ['tally to durable', got.tallyToDurable],
    ['remark to durable', got.remarkToDurable],
  ])
    for (const [q, { sealed, open, ratio: how, aim }] of Object.entries(times))
      line(`${what}, ${q}`, of(sealed), of(open), of(how), `≤ ${aim}`)
}

/*
 * What follows runs inside the page.
 */

/** The walk has come to its end, behind the vault. */
async function everythingIsHere() {
  const settled = (request) =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error))
    })
  const db = await settled(indexedDB.open('linbian'))
  const tx = db.transaction(['meta', 'vaultPages'])
  const [position, closed] = await Promise.all([
    settled(tx.objectStore('meta').get('position')),
    settled(tx.objectStore('vaultPages').count()),
  ])
  db.close()
  return closed > 0 && position?.walking === false && position.cursor !== ''
}
