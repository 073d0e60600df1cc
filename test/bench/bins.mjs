/**
 * What somebody at the bins waits for, on a processor six times as slow as this one: from a touch to its number on the
 * screen, from a touch to the disk, from a letter to the answer. Touches stand beside single adds to a bare IndexedDB in the
 * same page, the same minute and under the same brake: only the ratio travels from one machine to another.
 */
import { quantile, ratio, rotated, spread } from './stats.mjs'
import { whichBinKeystrokes } from './whichBin.mjs'

const SLOWER = 6
const ROUNDS = 5
const TAPS = 30
/** Two touches of one key this far apart are two touches and no bounce (milliseconds). */
const APART = 170
/** @param page of a supervisor who has come in, on the origin of the product */
export async function benchBins(page, say) {
  const origin = page.url()
  await page.addInitScript(watchDisk)
  await page.goto(new URL('/bins', origin).href)
  await page.locator('.points-keys label').first().click()
  await page.locator('.bottom-bar .key-primary').click()
  await page.locator('.tally-main').waitFor()
  const brake = await page.context().newCDPSession(page)
  const slow = (rate) => brake.send('Emulation.setCPUThrottlingRate', { rate })

  say('Touches …')
  await slow(SLOWER)
  const taps = () => page.evaluate(touchAndWait, [TAPS, APART])
  const adds = () => page.evaluate(addAndWait, [TAPS, APART])
  await taps()
  await adds()
  const touched = await rotated(ROUNDS, [
    ['product', taps],
    ['raw', adds],
  ])

  say('Which bin …')
  await slow(1)
  await page.goto(new URL('/which-bin', origin).href)
  const whichBin = await whichBinKeystrokes(page, { rounds: ROUNDS, slower: SLOWER })

  const side = (q, of) => touched.product.map((times) => quantile(times.map(of), q))
  const raw = (q) => touched.raw.map((times) => quantile(times, q))
  const both = (of) =>
    Object.fromEntries(
      [0.5, 0.95].map((q) => [
        `p${q * 100}`,
        { product: spread(side(q, of)), raw: spread(raw(q)), ratio: ratio(side(q, of), raw(q)) },
      ]),
    )
  return {
    slower: SLOWER,
    rounds: ROUNDS,
    tapsARound: TAPS,
    tapToDurable: both((one) => one.durable),
    tapToNumber: both((one) => one.number),
    whichBin,
  }
}

/*
 * What follows runs inside the page.
 */

/** Notes when a change is on the disk: the transaction that has the outbox in it is complete. */
function watchDisk() {
  const open = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function transaction(stores, mode, ...rest) {
    const tx = open.call(this, stores, mode, ...rest)
    if (mode === 'readwrite' && [stores].flat().includes('outbox'))
      tx.addEventListener('complete', () => window.durable?.(performance.now()))
    return tx
  }
}

/** Touches the big key; for each the milliseconds until the disk has it and until the number is painted. */
async function touchAndWait([count, apart]) {
  const key = document.querySelector('.tally-main')
  const number = key.querySelector('.tally-number')
  const box = key.getBoundingClientRect()
  const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2, bubbles: true, pointerId: 1 }
  const times = []
  for (let nth = 0; nth < count; nth++) {
    const next = String(Number(number.textContent) + 1)
    const kept = new Promise((resolve) => (window.durable = resolve))
    const painted = new Promise((resolve) => {
      const seen = new MutationObserver(() => {
        if (number.textContent !== next) return
        seen.disconnect()
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
      })
      seen.observe(number, { childList: true, characterData: true, subtree: true })
    })
    const began = performance.now()
    key.dispatchEvent(new PointerEvent('pointerdown', { ...at, button: 0 }))
    key.dispatchEvent(new PointerEvent('pointerup', { ...at, button: 0 }))
    const [durable, shown] = await Promise.all([kept, painted])
    times.push({ durable: durable - began, number: shown - began })
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, began + apart - performance.now())))
  }
  window.durable = undefined
  return times
}

/** The least that a browser can do: one small row, strict, in a database of its own. */
async function addAndWait([count, apart]) {
  const db = await new Promise((resolve, reject) => {
    const request = indexedDB.open(`raw ${crypto.randomUUID()}`, 1)
    request.addEventListener('upgradeneeded', () =>
      request.result.createObjectStore('rows', { autoIncrement: true }),
    )
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
  const times = []
  for (let nth = 0; nth < count; nth++) {
    const began = performance.now()
    await new Promise((resolve, reject) => {
      const tx = db.transaction('rows', 'readwrite', { durability: 'strict' })
      tx.objectStore('rows').add({ counter: 'right', at: new Date().toISOString() })
      tx.addEventListener('complete', resolve)
      tx.addEventListener('abort', () => reject(tx.error))
    })
    times.push(performance.now() - began)
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, began + apart - performance.now())))
  }
  db.close()
  return times
}
