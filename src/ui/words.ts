import { useLayoutEffect, useState } from 'preact/hooks'
import { createStore } from 'zustand/vanilla'
import { type Formats, formatsIn } from './formats.ts'
import type { zh } from './words/zh/all.ts'
import { first } from './words/zh/first.ts'

export type Language = 'zh' | 'en'
export type Words = typeof zh

interface Spoken {
  readonly language: Language
  readonly words: Words
  readonly formats: Formats
}

const ALL: Readonly<Record<Language, () => Promise<Words>>> = {
  zh: async () => (await import('./words/zh/all.ts')).zh,
  en: async () => (await import('./words/en/all.ts')).en,
}
/** The words of the first screen; those of nearly everybody come with the start itself. */
const FIRST: Readonly<Record<Language, () => Promise<Partial<Words>>>> = {
  zh: async () => first,
  en: async () => (await import('./words/en/first.ts')).first,
}

const spoken = createStore<Partial<Spoken>>(() => ({}))
/** From the first screen that needs more than Today's words on, a language is loaded whole. */
let whole = false

/** Loads a language and speaks it from then on. To be awaited once before the first screen is drawn. */
export async function setLanguage(language: Language): Promise<void> {
  // Screens outside the first words are drawn behind `wholeLanguage`, so what is missing here is never read.
  const words = (await (whole ? ALL : FIRST)[language]()) as Words
  spoken.setState({ language, words, formats: formatsIn(language, words.common.dates) })
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

/** The words of every feature, from then on in each language that is chosen. */
export async function wholeLanguage(): Promise<void> {
  whole = true
  const { language } = spoken.getState()
  if (!language) return
  const words = await ALL[language]()
  if (spoken.getState().language === language && spoken.getState().words !== words) spoken.setState({ words })
}

/** All words of the language: `useWords().bins.right`. */
export function useWords(): Words {
  return useSpoken().words
}

/** Numbers, days and times as people say them. */
export function useFormats(): Formats {
  return useSpoken().formats
}

export function useLanguage(): Language {
  return useSpoken().language
}

function useSpoken(): Spoken {
  const [now, set] = useState(spoken.getState)
  useLayoutEffect(() => {
    set(spoken.getState())
    return spoken.subscribe(set)
  }, [])
  if (!now.words || !now.formats || !now.language)
    throw new Error('setLanguage comes before the first screen')
  return now as Spoken
}
