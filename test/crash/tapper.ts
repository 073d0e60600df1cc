import type { Page } from '@playwright/test'
import { type Shift } from '#domain/bins/shift.ts'
import { COUNTERS, type Counter, countsOf } from '#domain/bins/tallies.ts'
import type { Recorded } from '#domain/record.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Chance } from '#test/sim/random.ts'
import { bins } from '#ui/words/zh/bins.ts'
import { incident } from '#ui/words/zh/incident.ts'
import { CLEAN, type Verdict } from './judge.ts'
import { press } from './forms.ts'

/** The same key twice within 150 ms is a wet glove; a person is slower. */
const GLOVE = 160
const KINDS = ['overflow', 'not_debagged', 'bag_left_beside'] as const

interface Count {
  /** Touches of this key in all. */
  touched: number
  /** The highest number that stood there without a mark. */
  saved: number
}

/** Somebody at the bins: taps as people come, and notes what happened. */
export class Tapper {
  /** When its browser was killed last, ms since 1970. */
  fellAt = 0
  readonly #chance: Chance
  readonly #counts = new Map<Counter, Count>(COUNTERS.map((one) => [one, { touched: 0, saved: 0 }]))
  #shift: RecordId | undefined
  /** Incidents the screen called saved, and those it was asked to save. */
  #incidents = { saved: 0, asked: 0 }
  /** What was chosen and not saved yet. */
  #chosen: { readonly kind: string; readonly at: number } | undefined

  constructor(chance: Chance) {
    this.#chance = chance
  }

  get shift(): RecordId {
    if (this.#shift === undefined) throw new Error('no shift is open')
    return this.#shift
  }

  async opensShift(page: Page, origin: string): Promise<void> {
    await page.goto(`${origin}/bins`)
    await page.locator('.point').first().click()
    await press(page, bins.start.go)
    await page.waitForURL(/\/bins\/[^/]+$/)
    this.#shift = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '') as RecordId
  }

  /** After a start: no number below what was shown without a mark, none above what was touched. */
  async returns(page: Page, origin: string) {
    const findings: string[] = []
    let lossMs = 0
    if (this.#chosen) {
      await this.#toIncident(page, origin)
      const there = await this.#pressed(page, this.#chosen.kind)
      if (this.#incidents.asked > this.#incidents.saved) {
        // Out of the form means saved.
        if (!there) this.#incidents.saved += 1
        this.#incidents.asked = this.#incidents.saved
      } else if (!there) lossMs = this.fellAt - this.#chosen.at
      if (!there) this.#chosen = undefined
    }
    await page.goto(`${origin}/bins/${this.shift}`)
    await page.locator('.tally-main').waitFor()
    for (const [counter, { shown }] of await this.#read(page)) {
      const count = this.#of(counter)
      if (shown < count.saved) findings.push(`${counter}: ${shown} where ${count.saved} stood as saved`)
      if (shown > count.touched) findings.push(`${counter}: ${shown} of ${count.touched} touches`)
      count.touched = shown
      count.saved = shown
    }
    return { lossMs, findings }
  }

  async works(page: Page, origin: string, stopped: () => boolean): Promise<void> {
    while (!stopped()) {
      for (let n = 4 + this.#chance.below(12); n > 0 && !stopped(); n -= 1) await this.#taps(page)
      if (stopped()) return
      await this.#toIncident(page, origin)
      await this.#notes(page)
      await page.goto(`${origin}/bins/${this.shift}`)
      await page.locator('.tally-main').waitFor()
    }
  }

  async #taps(page: Page): Promise<void> {
    const counter = this.#chance.pick(COUNTERS)
    this.#of(counter).touched += 1
    await page.getByRole('button', { name: new RegExp(`^${bins.counter[counter]}，现在`) }).click()
    for (const [one, { saved }] of await this.#read(page)) {
      const count = this.#of(one)
      count.saved = Math.max(count.saved, saved)
    }
    await page.waitForTimeout(GLOVE)
  }

  async #notes(page: Page): Promise<void> {
    const kind = incident.type[this.#chance.pick(KINDS)]
    if (!(await page.getByRole('button', { name: kind, exact: true }).isVisible())) return
    if (!(await this.#pressed(page, kind))) {
      this.#chosen = { kind, at: Date.now() }
      await page.getByRole('button', { name: kind, exact: true }).click()
    }
    await page.waitForTimeout(this.#chance.below(600))
    this.#incidents.asked += 1
    await press(page, incident.save)
    await page.locator('.toast').filter({ hasText: incident.saved }).first().waitFor()
    this.#incidents.saved = this.#incidents.asked
    this.#chosen = undefined
  }

  async #toIncident(page: Page, origin: string): Promise<void> {
    await page.goto(`${origin}/bins/${this.shift}/incident`)
    await page.locator('.incident-kinds').first().waitFor()
    // A draft comes back a moment later.
    await page.waitForTimeout(500)
  }

  async #pressed(page: Page, kind: string): Promise<boolean> {
    const key = page.getByRole('button', { name: kind, exact: true })
    return (await key.getAttribute('aria-pressed')) === 'true'
  }

  async #read(page: Page): Promise<ReadonlyMap<Counter, { shown: number; saved: number }>> {
    const names = COUNTERS.map((one) => [one, bins.counter[one]] as const)
    const found = await page.evaluate(
      (keys) =>
        keys.map(([counter, name]) => {
          const block = document.querySelector(`button.tally[aria-label^="${name}，现在"]`)
          const shown = Number(block?.querySelector('.tally-number')?.textContent)
          const waits = block?.hasAttribute('data-waiting')
          const waiting = waits ? Number(block?.querySelector('.tally-plus b')?.textContent) : 0
          return [counter, { shown, saved: shown - waiting }] as const
        }),
      names,
    )
    return new Map(found)
  }

  #of(counter: Counter): Count {
    const found = this.#counts.get(counter)
    if (!found) throw new Error(counter)
    return found
  }

  /** In the end the office has every touch that was shown as saved, once. `shown`: the numbers on the screen at the end. */
  judge(records: readonly Recorded[]): Verdict {
    const shift = records.find((one) => one.id === this.shift) as Shift | undefined
    const findings: string[] = []
    for (const counter of COUNTERS) {
      const { saved } = this.#of(counter)
      const taps = shift ? countsOf(shift)[counter] : 0
      if (taps !== saved) findings.push(`${counter}: ${taps} at the server, ${saved} on the screen`)
    }
    const incidents = records.filter((one) => one.kind === 'incident').length
    if (incidents !== this.#incidents.saved)
      findings.push(`${incidents} incidents at the server, ${this.#incidents.saved} shown as saved`)
    return { ...CLEAN, savedLost: findings.length, findings }
  }
}
