import { render } from 'preact'
import { commands, page } from 'vitest/browser'
import { openTray } from '#ui/state/tray.ts'
import { realInstant } from './clock.ts'
import { atBottom } from './history.ts'
import { beginLife, endLife } from './life.ts'
import { historySettled } from './page.ts'

const PHONE = { width: 390, height: 844 }

let root: HTMLElement | undefined

/** Ends the app that is here. What it kept stays. */
export async function closed(): Promise<void> {
  await endLife(() => {
    if (root) render(null, root)
  })
  // A sheet that went with the app takes its entry out of the history; src/ui/parts/backCloses.ts counts on that.
  await historySettled()
  root = undefined
  for (const one of document.querySelectorAll('body > :not(script)')) one.remove()
  openTray(false)
}

/** What an app is shown in. */
export function aRoot(): HTMLElement {
  root = document.createElement('div')
  root.id = 'app'
  document.body.append(root)
  beginLife()
  return root
}

function dropped(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.deleteDatabase(name)
    asked.addEventListener('success', () => resolve())
    asked.addEventListener('error', () => reject(asked.error))
  })
}

/** A bare page at a path: nothing of what was here before is shown, kept or remembered. */
export async function emptied(path = '/'): Promise<void> {
  await closed()
  await atBottom()
  history.replaceState(null, '', path)
  localStorage.clear()
  sessionStorage.clear()
  for (const { name = '' } of await indexedDB.databases()) await dropped(name)
  for (const name of await caches.keys()) await caches.delete(name)
  await commands.forgetCookies()
  realInstant()
  document.documentElement.style.fontSize = ''
  await page.viewport(PHONE.width, PHONE.height)
}
