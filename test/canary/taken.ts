import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import type { Role } from '#domain/roles.ts'
import { readSheets } from '#sheets/readSheets.ts'
import { letIn } from '#test/browser/support/letIn.ts'
import { goTo } from '#test/browser/support/historySettled.ts'
import { sent } from '#test/browser/support/onDisk.ts'
import { Profile } from '#test/browser/support/profile.ts'
import type { SharedTablet } from '#test/browser/support/sharedTablet.ts'
import { zh } from '#ui/words/zh/all.ts'

const { exports, discretion } = zh
const DESK = { width: 1280, height: 800 }

/** Every table that somebody of this role may take away, with all that may stand in it, as the files that come down. */
export async function takenBy(here: SharedTablet, role: Role): Promise<readonly string[]> {
  const profile = (await Profile.make(DESK)).answers()
  try {
    const page = await profile.open((await here.invites({ name: role, role, deviceKind: 'own' })).link)
    await letIn(page, here.asks)
    await expect(page.locator('.nav')).toBeVisible()
    await sent(page)
    await goTo(page, `${here.origin}/exports`)
    const links = page.locator('a[href^="/exports/lists/"]')
    await expect(links.first()).toBeVisible()
    const lists = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')!))
    const files: string[] = []
    for (const list of lists) {
      await goTo(page, here.origin + list)
      files.push(await saved(page))
    }
    return files
  } finally {
    await profile.remove()
  }
}

/** The roster, as the office takes it away. */
export async function rosterTaken(page: Page, origin: string): Promise<string> {
  await goTo(page, `${origin}/doors/export`)
  await page.getByLabel(discretion.export.note).fill('要看得见')
  return fileAfter(page, discretion.export.go)
}

async function saved(page: Page): Promise<string> {
  await page.getByText(zh.paper.internal, { exact: true }).click()
  const note = page.getByLabel(exports.note)
  if (await note.isVisible()) await note.fill('要看不见')
  return fileAfter(page, exports.save)
}

async function fileAfter(page: Page, name: string): Promise<string> {
  const key = page.getByRole('button', { name, exact: true })
  const [file] = await Promise.all([page.waitForEvent('download'), key.click()])
  const bytes = await readFile(await file.path())
  const read = await readSheets(new Uint8Array(bytes).slice().buffer)
  if (!read.ok) throw new Error(read.refused)
  return JSON.stringify(read.value)
}
