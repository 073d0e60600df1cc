import { setTheme } from '#ui/state/theme.ts'
import { setLanguage } from '#ui/words.ts'

/** `?theme=night&lang=en&text=200`: how the page is to be looked at. */
export async function looksFromAddress(): Promise<URLSearchParams> {
  const asked = new URLSearchParams(location.search)
  const theme = asked.get('theme')
  setTheme(theme === 'night' || theme === 'sun' ? theme : 'day')
  await setLanguage(asked.get('lang') === 'en' ? 'en' : 'zh')
  const text = asked.get('text')
  if (text) document.documentElement.style.fontSize = `${text}%`
  return asked
}
