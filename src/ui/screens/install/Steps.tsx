import { type Words, useWords } from '#ui/words.ts'
import type { Browser } from '#device/browser.ts'
import { PhonePicture, type Shows } from './PhonePicture.tsx'

export type Family = keyof Words['install']['families']

/** Cousins share their menus; whoever is not drawn gets the general pictures. */
export function shownFor({ family, system }: Browser): Family {
  if (system === 'ios') return 'safari'
  switch (family) {
    case 'huawei':
    case 'honor':
      return 'huawei'
    case 'uc':
    case 'quark':
      return 'uc'
    case 'chrome':
    case 'samsung':
      return 'chrome'
    case 'xiaomi':
    case 'oppo':
    case 'vivo':
    case 'qq':
    case 'edge':
      return family
    default:
      return 'other'
  }
}

/** Where each browser keeps its menu. */
const MENU: Readonly<Record<Family, Shows>> = {
  huawei: 'menuBottom',
  xiaomi: 'menuBottom',
  oppo: 'menuBottom',
  vivo: 'menuBottom',
  qq: 'menuBottom',
  uc: 'menuBottom',
  chrome: 'menuTop',
  edge: 'menuBottom',
  safari: 'share',
  other: 'menuBottom',
}

/** Three pictures with a sentence each: what to press in this browser. */
export function Steps({ family }: { family: Family }) {
  const words = useWords().install
  const pictures: readonly Shows[] = [MENU[family], 'pick', 'home']
  return (
    <ol class="pictures">
      {words.steps[family].map((step, index) => (
        <li key={index}>
          <PhonePicture shows={pictures[index] ?? 'home'} row={words.pickRow} />
          <span>{step}</span>
        </li>
      ))}
    </ol>
  )
}
