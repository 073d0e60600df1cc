import './theme-on-phone.css'
import { ThemeSwitch } from '#ui/Screen.tsx'
import { useLanguage } from '#ui/words.ts'

/** Day, sun or night in one tap, without its word where words are long; from 600 up the key stands beside the sync pill instead. */
export function ThemeOnPhone() {
  const language = useLanguage()
  return (
    <span class="theme-on-phone">
      <ThemeSwitch bare={language === 'en'} />
    </span>
  )
}
