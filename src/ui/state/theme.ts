import { createStore } from 'zustand/vanilla'
import { type Language, setLanguage } from '#ui/words.ts'
import { keep, kept } from './kept.ts'
import { useStore } from './view.ts'

export type Theme = 'day' | 'sun' | 'night'

const theme = createStore<{ readonly theme: Theme }>(() => ({ theme: 'day' }))

/** Paints the kept theme and loads the kept language; before the first screen. */
export async function startLooks(): Promise<void> {
  const last = kept('theme')
  setTheme(last === 'sun' || last === 'night' ? last : 'day')
  await setLanguage(kept('language') === 'en' ? 'en' : 'zh')
}

export function useTheme(): Theme {
  return useStore(theme).theme
}

export function setTheme(next: Theme): void {
  document.documentElement.dataset['theme'] = next
  keep('theme', next)
  theme.setState({ theme: next })
}

export async function chooseLanguage(language: Language): Promise<void> {
  await setLanguage(language)
  keep('language', language)
}
