import { Buffer } from 'node:buffer'
import type { Locator, Page } from '@playwright/test'
import type { Chance } from '#test/sim/random.ts'
import { aPicture } from '#test/support/pictures.ts'
import type { Form } from './forms.ts'
import { lossOf, type Timeline, typesOn } from './typing.ts'
import type { Written } from './written.ts'

/** How long a draft may take to come back into its form, and how long one is waited for that must not come. */
const COMES_BACK = 8_000
const STAYS_AWAY = 1_200
/** Signs a text grows to before it is saved. */
const SHORTEST = 8
const SPREAD = 40

const PICTURE = { name: 'DSC_0001.JPG', mimeType: 'image/jpeg', buffer: Buffer.from(aPicture()) }

export interface Found {
  /** Typing that did not come back, ms. */
  readonly lossMs: number
  readonly findings: readonly string[]
}

/** Somebody who writes into one form for a whole life, kill after kill, and remembers what the screen said. */
export class Writer {
  readonly form: Form
  /** When its browser was killed last with this form open, ms since 1970. */
  fellAt = 0
  readonly #chance: Chance
  readonly #all: Written[]
  #now: Written | undefined
  #timeline: Timeline = []
  #phase: 'empty' | 'writing' | 'saving' = 'empty'
  /** The picture stood in the form. */
  #pictured = false

  constructor(form: Form, chance: Chance, all: Written[]) {
    this.form = form
    this.#chance = chance
    this.#all = all
  }

  /** After a start: what came back is held against what was there when the browser fell. */
  async returns(page: Page, origin: string): Promise<Found & { readonly field: Locator }> {
    const field = await this.form.open(page, origin)
    await field.waitFor()
    const expected = this.#phase === 'writing' ? (this.#timeline.at(-1)?.text ?? '') : ''
    const found = await this.#cameBack(field, expected)
    const judged = await this.#judge(page, found)
    if (found === '') this.#begin()
    else {
      this.#phase = 'writing'
      this.#timeline = [{ at: this.fellAt, text: found }]
    }
    return { ...judged, field }
  }

  async #cameBack(field: Locator, expected: string): Promise<string> {
    const until = Date.now() + (expected === '' ? STAYS_AWAY : COMES_BACK)
    for (;;) {
      const found = await field.inputValue()
      if (found !== '' || Date.now() > until) return found
      await field.page().waitForTimeout(50)
    }
  }

  async #judge(page: Page, found: string): Promise<Found> {
    const now = this.#now
    if (!now) return { lossMs: 0, findings: [] }
    const about = `${this.form.name}, ${now.sign}`
    if (this.#phase === 'empty')
      return { lossMs: 0, findings: found === '' ? [] : [`${about}: saved, and the draft is back: ${found}`] }
    if (this.#phase === 'saving' && found === '') {
      // Out of the form means saved: nobody would write it again.
      now.saved = true
      return { lossMs: 0, findings: [] }
    }
    const lossMs = lossOf(this.#timeline, found, this.fellAt)
    if (lossMs === undefined)
      return { lossMs: 0, findings: [`${about}: what came back never stood there: ${found}`] }
    const photos = this.form.photos?.(page)
    const lost = this.#pictured && photos !== undefined && (await photos.count()) === 0
    return { lossMs, findings: lost ? [`${about}: the picture did not come back`] : [] }
  }

  #begin(): void {
    const sign = `第${this.#all.length}${this.form.name.length}段`
    this.#now = { sign, form: this.form.name, text: '', saved: false }
    this.#all.push(this.#now)
    this.#timeline = [{ at: Date.now(), text: '' }]
    this.#phase = 'empty'
    this.#pictured = false
  }

  /** Writes, now and then takes a picture, saves, begins anew; until `stopped`. */
  async writes(page: Page, origin: string, field: Locator, stopped: () => boolean): Promise<void> {
    for (let at = field; !stopped();) {
      await this.types(page, at, SHORTEST + this.#chance.below(SPREAD), stopped)
      if (stopped()) return
      if (this.form.camera && this.#chance.once(3)) await this.photographs(page)
      if (this.form.lasts) continue
      await this.saves(page)
      at = await this.form.open(page, origin)
      await at.waitFor()
    }
  }

  async types(page: Page, field: Locator, most: number, stopped: () => boolean): Promise<void> {
    await field.focus()
    await page.keyboard.press('Control+End')
    if (this.#timeline.at(-1)?.text === '' && this.#now) {
      this.#timeline.push({ at: Date.now(), text: this.#now.sign })
      this.#phase = 'writing'
      await page.keyboard.insertText(this.#now.sign)
    }
    const length = this.#timeline.at(-1)?.text.length ?? 0
    await typesOn(page, this.#timeline, this.#chance, this.form.lasts ? length + most : most, stopped)
  }

  /** Opens the camera; what comes of it is up to the caller. */
  async opensCamera(page: Page) {
    const camera = this.form.camera?.(page)
    if (!camera) throw new Error(`${this.form.name} takes no pictures`)
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      camera.evaluate((input: HTMLInputElement) => input.click()),
    ])
    return chooser
  }

  async photographs(page: Page): Promise<void> {
    const chooser = await this.opensCamera(page)
    await chooser.setFiles(PICTURE)
    const photos = this.form.photos?.(page)
    if (!photos) return
    await photos.first().waitFor()
    this.#pictured = true
  }

  async saves(page: Page): Promise<void> {
    const now = this.#now
    if (!now) return
    now.text = this.#timeline.at(-1)?.text ?? ''
    this.#phase = 'saving'
    await this.form.save(page)
    now.saved = true
    this.#begin()
    // The screen goes on by itself; only then the next is begun.
    await page.waitForTimeout(this.#chance.below(400))
  }
}
