import { setTheme } from '#ui/state/theme.ts'
import { setLanguage } from '#ui/words.ts'

/** `theme=night&lang=en&text=200`: how the page is to be looked at. */
export async function applyLooks(asked: URLSearchParams): Promise<void> {
  const theme = asked.get('theme')
  setTheme(theme === 'night' || theme === 'sun' ? theme : 'day')
  await setLanguage(asked.get('lang') === 'en' ? 'en' : 'zh')
  const text = asked.get('text')
  document.documentElement.style.fontSize = text ? `${text}%` : ''
}
