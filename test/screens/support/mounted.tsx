import { render } from 'preact'
import { vi } from 'vitest'
import { page } from 'vitest/browser'
import { App } from '#ui/App.tsx'
import type { As } from '#test/browser/gallery/invented.ts'
import { inventedApp } from '#test/browser/gallery/inventedApp.ts'
import { applyLooks } from '#test/browser/gallery/looks.ts'
import { Gallery } from '#test/browser/gallery/parts.tsx'
import { openTray } from '#ui/state/tray.ts'
import { atBottom } from './history.ts'

const PHONE = { width: 390, height: 844 }

/** Whose screen, when and in which state; see test/browser/gallery. */
export interface Asked {
  readonly as?: As
  /** The instant, as the product is told it. */
  readonly now?: string
  readonly device?: 'own' | 'shared'
  readonly theme?: 'day' | 'night' | 'sun'
  readonly lang?: 'zh' | 'en'
  /** Size of text, in percent. */
  readonly text?: number
  /** Further states: `left`, `beside`, `noted`, `closedForMe`, `odd`, `again`, `waiting`, `full`, `update`, `demo`. */
  readonly also?: readonly string[]
}

function wordsOf({ also = [], ...asked }: Asked): URLSearchParams {
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) words.set(name, String(value))
  for (const one of also) words.set(one, '')
  return words
}

let root: HTMLElement | undefined

/** A bare page: nothing of an earlier test is shown, kept or remembered. */
export async function emptied(): Promise<void> {
  vi.useRealTimers()
  if (root) render(null, root)
  root?.remove()
  root = undefined
  document.querySelectorAll('body > :not(script)').forEach((one) => one.remove())
  openTray(false)
  await atBottom()
  localStorage.clear()
  sessionStorage.clear()
  for (const { name = '' } of await indexedDB.databases()) indexedDB.deleteDatabase(name)
  for (const name of await caches.keys()) await caches.delete(name)
}

export async function aRoot(path: string): Promise<HTMLElement> {
  await emptied()
  await page.viewport(PHONE.width, PHONE.height)
  history.replaceState(null, '', path)
  root = document.createElement('div')
  root.id = 'app'
  document.body.append(root)
  return root
}

/** The app at a path, on invented records in memory. What was mounted before is gone. */
export async function mounted(path: string, asked: Asked = {}): Promise<void> {
  const on = await aRoot(path)
  const words = wordsOf(asked)
  await applyLooks(words)
  render(<App app={await inventedApp(words)} />, on)
}

/** Every part of a screen in every state. */
export async function mountedParts(asked: Asked & { readonly open?: 'dialog' | 'sheet' } = {}) {
  const on = await aRoot('/')
  await applyLooks(wordsOf(asked))
  render(<Gallery open={asked.open ?? null} />, on)
}
