import Done from '~icons/lucide/circle-check'
import Open from '~icons/lucide/lock-open'
import Languages from '~icons/lucide/languages'
import Masks from '~icons/lucide/drama'
import Download from '~icons/lucide/smartphone'
import People from '~icons/lucide/users'
import { later } from '#ui/later.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { ThemeSwitch } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useStore } from '#ui/state/view.ts'
import { chooseLanguage } from '#ui/state/theme.ts'
import { useFormats, useLanguage, useWords } from '#ui/words.ts'

const OtherCompounds = later(
  async () => (await import('#ui/screens/compounds/OtherCompounds.tsx')).OtherCompounds,
)

/** How this device shows things, who is on it, and how to keep it at hand. */
export function ThisDevice() {
  const { common, today } = useWords()
  const { compoundName, demo, device, now } = useApp()
  const { moment } = useFormats()
  const language = useLanguage()
  const { readyOffline, lastOpened } = useStore(device)
  return (
    <nav class="today-device" aria-label={today.device.me}>
      {readyOffline && (
        <p class="today-ready">
          <Done class="icon" aria-hidden="true" />
          {today.device.readyOffline}
        </p>
      )}
      {lastOpened !== undefined && (
        <p class="today-ready">
          <Open class="icon" aria-hidden="true" />
          {today.device.lastOpened(moment(lastOpened, now()))}
        </p>
      )}
      {compoundName !== undefined && <OtherCompounds />}
      <span class="today-theme">
        <ThemeSwitch />
      </span>
      <Key
        look="quiet"
        icon={Languages}
        label={common.language.other}
        onPress={() => void chooseLanguage(language === 'zh' ? 'en' : 'zh')}
      />
      <Key look="quiet" icon={People} label={today.device.people} href="/people" />
      <Key look="quiet" icon={Download} label={today.device.install} href="/install" />
      {demo && <Key look="quiet" icon={Masks} label={today.device.change} href="/demo" />}
    </nav>
  )
}
