import { quantile, spread } from './stats.mjs'

/** Words as they are typed at the bins, letter by letter: pinyin, initials, Chinese, English, and one that nobody knows. */
const WORDS = [
  'liulianke',
  'gutou',
  'llk',
  '榴莲壳',
  '饮料瓶子',
  '吃剩的榴莲壳',
  'battery',
  'niulian',
  '量子计算机',
  'zhi',
]

/**
 * How long a key press takes on which bin, from the letter to the answer that stands in the page laid out, with the processor
 * slowed down. In milliseconds, each round on its own; without the frame that the browser still waits for.
 *
 * @param page an open page of the product at `/which-bin`, of somebody who is enrolled
 * @param slower how many times slower than this machine
 */
export async function whichBinKeystrokes(page, { rounds = 7, slower = 6 } = {}) {
  await page.locator('.which input').waitFor()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower })
  try {
    const times = []
    // The first round warms up and is not told.
    for (let round = 0; round <= rounds; round += 1) times.push(await page.evaluate(typed, WORDS))
    const told = times.slice(1)
    return {
      keys: told[0].length,
      slower,
      p50: spread(told.map((one) => quantile(one, 0.5))),
      p95: spread(told.map((one) => quantile(one, 0.95))),
      most: spread(told.map((one) => Math.max(...one))),
    }
  } finally {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await devtools.detach()
  }
}

/** Runs in the page. The field is filled as a keyboard fills it; what is drawn follows in the same turn of promises. */
async function typed(words) {
  const field = document.querySelector('.which input')
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
  const key = async (text) => {
    const began = performance.now()
    write.call(field, text)
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    // Preact draws in a promise of its own; the next but one has seen it.
    await Promise.resolve().then(() => undefined)
    document.querySelector('.which').getBoundingClientRect()
    return performance.now() - began
  }
  const times = []
  for (const word of words) {
    await key('')
    for (let length = 1; length <= word.length; length += 1) {
      times.push(await key(word.slice(0, length)))
      await new Promise((done) => setTimeout(done))
    }
  }
  return times
}
