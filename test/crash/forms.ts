import type { Locator, Page } from '@playwright/test'
import { common } from '#ui/words/zh/common.ts'
import { doors } from '#ui/words/zh/doors.ts'
import { feedback } from '#ui/words/zh/feedback.ts'

/** A form of the product that somebody writes into. */
export interface Form {
  readonly name: string
  /** From anywhere: opens it, answers its field. What was left in it comes back a moment later. */
  open(page: Page, origin: string): Promise<Locator>
  /** Presses the key; resolves when the screen says that it is kept. */
  save(page: Page): Promise<void>
  /** Absent where it has no place for a picture. */
  readonly camera?: (page: Page) => Locator
  /** The pictures that stand in it. */
  readonly photos?: (page: Page) => Locator
  /** It is never saved by the robot. */
  readonly lasts?: true
}

/** A key, whether it does something or leads somewhere. */
export const press = (page: Page, name: string) =>
  page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('link', { name, exact: true }))
    .first()
    .click()

const said = (page: Page, text: string) => page.locator('.toast').filter({ hasText: text }).first().waitFor()

/** What a resident said at a door. */
export function remark(door: string): Form {
  return {
    name: 'a remark',
    async open(page, origin) {
      await page.goto(`${origin}/feedback/new?at=${door}`)
      return page.getByLabel(feedback.capture.words)
    },
    async save(page) {
      const kind = page.getByRole('button', { name: feedback.capture.keys.lighting, exact: true })
      if ((await kind.getAttribute('aria-pressed')) !== 'true') await kind.click()
      await press(page, common.save)
      await said(page, feedback.capture.saved)
    },
    camera: (page) => page.locator('.said input[type=file]'),
    photos: (page) => page.locator('.said-photos figure'),
  }
}

/** A few words with a visit. */
export function visit(door: string): Form {
  return {
    name: 'a visit',
    async open(page, origin) {
      await page.goto(`${origin}/doors/home/${door}`)
      await press(page, doors.home.record)
      return page.getByLabel(doors.home.noteLabel)
    },
    async save(page) {
      await page.getByRole('dialog').getByRole('button', { name: doors.outcome.met, exact: true }).click()
      await page.locator('.toast').filter({ hasText: doors.outcome.met }).first().waitFor()
    },
  }
}

/** 记一笔 under a remark that is here already. */
export function note(id: string): Form {
  return {
    name: 'a note under a remark',
    async open(page, origin) {
      await page.goto(`${origin}/feedback/${id}`)
      await press(page, feedback.detail.note)
      return page.getByLabel(feedback.detail.noteWords)
    },
    async save(page) {
      await page.getByRole('dialog').getByRole('button', { name: common.save, exact: true }).click()
      await said(page, common.save)
    },
    camera: (page) => page.getByRole('dialog').locator('input[type=file]'),
  }
}

/** A word for the next shift; it is handed over once in a life, so this one is only written. */
export function wordForTheNext(shift: string): Form {
  return {
    name: 'a word for the next shift',
    async open(page, origin) {
      await page.goto(`${origin}/bins/${shift}/summary`)
      return page.locator('.summary textarea')
    },
    save: async () => undefined,
    lasts: true,
  }
}
