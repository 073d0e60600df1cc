/**
 * What somebody at the doors waits for, on a processor six times as slow as this one: a letter of a search over 3,000 and over
 * 50,000 people beside a plain filter over prepared strings, and the first sight of a building of 1,188 homes beside a table
 * that was written by hand. Only the ratio travels from one machine to another. What moving the frame, opening the list and going
 * on in it take is told in milliseconds: by hand there is nothing like it.
 */
import { quantile, ratio, rotated, spread } from './stats.mjs'

const SLOWER = 6
const ROUNDS = 5
const ROSTER_ROWS = 50_000
const SEED = 20_240_310
const WORDS = [
  '1-2-1803',
  '2单元1803',
  '1803',
  '王秀英',
  '欧阳',
  'wangxiuying',
  'zhangsun',
  'wxy',
  'dan',
  '𠮷',
  '5678',
  '没有',
]

/** One building: six staircases, 33 floors, six doors. */
export function largeRoster() {
  const rows = [['楼栋', '单元', '楼层', '房号', '姓名', '联系电话']]
  for (let unit = 1; unit <= 6; unit++)
    for (let floor = 1; floor <= 33; floor++)
      for (let nth = 1; nth <= 6; nth++)
        rows.push(['1栋', `${unit}单元`, String(floor), String(floor * 100 + nth), '何桂英', ''])
  return rows
}

/**
 * @param page of somebody who has come in and may see the building of `largeRoster`, on the origin of the product
 * @param script of `searchInPage.ts`
 * @param importScript of `importInPage.ts`
 */
export async function benchDoors(page, script, importScript, say) {
  const origin = new URL(page.url()).origin
  const devtools = await page.context().newCDPSession(page)
  const slow = (rate) => devtools.send('Emulation.setCPUThrottlingRate', { rate })
  const search = {}
  await page.goto(`${origin}/api/health`)
  await page.evaluate(script)
  for (const people of [3_000, 50_000]) {
    say(`Search over ${people} people …`)
    const index = await page.evaluate(([seed, people]) => window.inPage.prepare(seed, people), [SEED, people])
    await slow(SLOWER)
    const side = (name) => () => page.evaluate(([name, words]) => window.inPage[name](words), [name, WORDS])
    await side('product')()
    await side('floor')()
    const times = await rotated(ROUNDS, [
      ['product', side('product')],
      ['floor', side('floor')],
    ])
    await slow(1)
    const both = (q) => {
      const [ours, raw] = [times.product, times.floor].map((rounds) => rounds.map((one) => quantile(one, q)))
      return { product: spread(ours), floor: spread(raw), ratio: ratio(ours, raw) }
    }
    search[people] = {
      letters: times.product[0].length,
      p50: both(0.5),
      p95: both(0.95),
      indexUnslowed: { all: Math.round(index.all), longestPortion: Math.round(index.portion) },
    }
  }

  say(`A roster of ${ROSTER_ROWS} rows …`)
  await page.evaluate(importScript)
  await page.evaluate((rows) => window.inPage.prepareRoster(rows), ROSTER_ROWS)
  const rates = await rotated(ROUNDS, [
    ['product', () => page.evaluate(() => window.inPage.importRate())],
    ['split', () => page.evaluate(() => window.inPage.splitRate())],
  ])

  say('A building of 1,188 homes …')
  await page.setViewportSize({ width: 1280, height: 800 })
  const product = async () => {
    await page.goto(origin)
    await page.locator('.nav a[href="/doors"]').waitFor()
    await slow(SLOWER)
    const got = await page.evaluate(seeBuilding)
    await slow(1)
    return got
  }
  const table = async () => {
    await page.goto(`${origin}/api/health`)
    await slow(SLOWER)
    const got = await page.evaluate(seeTable, windows)
    await slow(1)
    return got
  }
  const { windows } = await product()
  const seen = await rotated(ROUNDS, [
    ['product', product],
    ['table', table],
  ])
  const ms = (of) => of.map((one) => one.ms)

  say('Through the building and the list …')
  const through = []
  for (let round = 0; round < ROUNDS; round++) {
    await product()
    await slow(SLOWER)
    through.push(await page.evaluate(goThrough))
    await slow(1)
  }
  const all = (name) => through.flatMap((one) => one[name])
  const told = (name) => ({ p50: quantile(all(name), 0.5), p95: quantile(all(name), 0.95) })
  return {
    slower: SLOWER,
    rounds: ROUNDS,
    search,
    // Unslowed: in rows a second, from the bytes of a .csv to what each row would do, beside its text cut into cells.
    import: {
      rows: ROSTER_ROWS,
      product: spread(rates.product),
      split: spread(rates.split),
      ratio: ratio(rates.product, rates.split),
    },
    elevation: {
      windows,
      product: spread(ms(seen.product)),
      table: spread(ms(seen.table)),
      ratio: ratio(ms(seen.product), ms(seen.table)),
      frame: told('frame'),
      list: told('list'),
      scroll: told('scroll'),
    },
  }
}

/*
 * What follows runs inside the page.
 */

/** From the touch on 楼栋 to the frame in which its windows stand. */
function seeBuilding() {
  return new Promise((resolve) => {
    const began = performance.now()
    const look = new MutationObserver(() => {
      if (!document.querySelector('.facade')) return
      look.disconnect()
      requestAnimationFrame(() =>
        setTimeout(() =>
          resolve({
            ms: performance.now() - began,
            windows: document.querySelectorAll('.facade [role=gridcell], .facade .window').length,
          }),
        ),
      )
    })
    look.observe(document.body, { childList: true, subtree: true })
    document.querySelector('.nav a[href="/doors"]').click()
  })
}

/** Pages down through the floors, then the list of all doors, then on in it by screens. */
async function goThrough() {
  const timed = async (act) => {
    const began = performance.now()
    act()
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))
    return performance.now() - began
  }
  const frame = []
  for (const key of ['PageDown', 'PageDown', 'PageDown', 'PageUp', 'PageUp', 'PageDown']) {
    const window = document.querySelector('.facade [data-window][tabindex="0"]')
    window.focus()
    frame.push(
      await timed(() =>
        window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
      ),
    )
  }
  // Beside it stands the way to print, and the lamp-yellow one.
  const list = [await timed(() => document.querySelector('.doors-start button.key').click())]
  const scroll = []
  const main = document.querySelector('main')
  for (let n = 0; n < 10; n++) scroll.push(await timed(() => (main.scrollTop += 2_000)))
  return { frame, list, scroll }
}

/** As many cells with two lines of words, by hand. */
function seeTable(cells) {
  return new Promise((resolve) => {
    const began = performance.now()
    let html = '<table>'
    for (let row = 0; row * 36 < cells; row++) {
      html += '<tr>'
      for (let n = row * 36; n < Math.min(cells, row * 36 + 36); n++)
        html += `<td><a href="#${n}"><b>${n}</b><br>${n % 90}天</a></td>`
      html += '</tr>'
    }
    document.body.innerHTML = `${html}</table>`
    requestAnimationFrame(() => setTimeout(() => resolve({ ms: performance.now() - began })))
  })
}
