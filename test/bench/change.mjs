/**
 * What a shared tablet takes of a change of person, without a network, on a processor six times as slow as this one: from the key that
 * leaves it to the screen that asks who comes next, and from their last digit to their Today. What hands take in between is theirs.
 */
import { pressTill } from './press.mjs'
import { spread } from './stats.mjs'

const SLOWER = 6
const ROUNDS = 8
const PEOPLE = ['周明珍', '李德福']
const PIN = '4071'
const HAND_MS = 300
const AIM = 2000
const LEAVE = '.frame-passed-on > .key'
const WHO = '.lock-card'
const TODAY = '.today-list li'

/** @param page on the origin of the product, in a browser nobody has joined on */
export async function benchChange(page, office, say) {
  const { origin } = new URL(page.url())
  const brake = await page.context().newCDPSession(page)
  const slow = (rate) => brake.send('Emulation.setCPUThrottlingRate', { rate })
  const pad = page.locator('.pad:not([aria-busy=true])')
  const press = (digit) => page.locator('.pad-key').filter({ hasText: digit }).click()

  say('A tablet …')
  await page.setViewportSize({ width: 1280, height: 800 })
  for (const name of PEOPLE) {
    const { id, link } = await office.invite({ name, role: 'supervisor', deviceKind: 'shared' })
    await page.goto(new URL(link, origin).href)
    await page.locator('.bottom-bar .key-primary').click()
    await office.letIn(id, (await page.locator('.big-digits b').textContent()).replaceAll(/\D/g, ''))
    // A slow tablet finds out that it is slow when a PIN is set.
    await pad.waitFor()
    await slow(SLOWER)
    for (let twice = 0; twice < 2; twice++) {
      await pad.waitFor()
      for (const digit of PIN) await press(digit)
    }
    await page.locator(TODAY).first().waitFor()
    await slow(1)
  }
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.evaluate(pressTill, { key: LEAVE, awaited: WHO })

  say('Changes …')
  await page.context().setOffline(true)
  const opened = []
  const left = []
  for (let round = 0; round <= ROUNDS; round++) {
    await page
      .locator(WHO)
      .filter({ hasText: PEOPLE[round % PEOPLE.length] })
      .click()
    await pad.waitFor()
    await slow(SLOWER)
    for (const digit of PIN.slice(0, -1)) {
      await press(digit)
      await page.waitForTimeout(HAND_MS)
    }
    opened.push(await page.evaluate(pressTill, { key: '.pad-key', text: PIN.at(-1), awaited: TODAY }))
    await page.waitForTimeout(HAND_MS)
    left.push(await page.evaluate(pressTill, { key: LEAVE, awaited: WHO }))
    await slow(1)
  }
  // The first fetches what every later one has.
  for (const times of [opened, left]) times.shift()
  return {
    slower: SLOWER,
    rounds: ROUNDS,
    ms: spread(opened.map((ms, round) => ms + left[round])),
    opened: spread(opened),
    left: spread(left),
    aim: AIM,
  }
}

export function reportChange(got, print) {
  const of = ({ median, min, max }) => `${median} [${min}–${max}]`
  print(`change of person on a tablet, of the tablet  ${of(got.ms)} ms, aim ≤ ${got.aim}`)
  print(`  left to who is next ${of(got.left)} ms, last digit to Today ${of(got.opened)} ms`)
}
