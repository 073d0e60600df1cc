import { render } from 'preact'
import { App } from '#ui/App.tsx'
import type { As } from '../gallery/invented.ts'
import { inventedApp } from '../gallery/inventedApp.ts'
import { applyLooks } from '../gallery/looks.ts'
import { Gallery } from '../gallery/parts.tsx'
import { aRoot, closed, emptied } from './bare.ts'

/** Whose screen, when and in which state; see test/screens/gallery. */
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

/** The app at a path, on invented records in memory. What was here before is gone. */
export async function mounted(path: string, asked: Asked = {}): Promise<void> {
  await emptied(path)
  await shown(asked)
}

/** The same once more, as a page that is loaded again: what the browser keeps for the product is still there. */
export async function mountedAgain(path: string, asked: Asked = {}): Promise<void> {
  await closed()
  history.replaceState(null, '', path)
  await shown(asked)
}

async function shown(asked: Asked): Promise<void> {
  const words = wordsOf(asked)
  await applyLooks(words)
  const app = await inventedApp(words)
  render(<App app={app} />, aRoot())
}

/** Every part of a screen in every state. */
export async function mountedParts(asked: Asked & { readonly open?: 'dialog' | 'sheet' } = {}) {
  await emptied()
  await applyLooks(wordsOf(asked))
  render(<Gallery open={asked.open ?? null} />, aRoot())
}
