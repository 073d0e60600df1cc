import Meal from '~icons/lucide/cooking-pot'
import Flag from '~icons/lucide/flag'
import Stairs from '~icons/lucide/footprints'
import Heart from '~icons/lucide/heart'
import Hospital from '~icons/lucide/hospital'
import Bulb from '~icons/lucide/lightbulb'
import Phone from '~icons/lucide/phone'
import Medicine from '~icons/lucide/pill'
import Shopping from '~icons/lucide/shopping-basket'
import Teach from '~icons/lucide/smartphone'
import Loud from '~icons/lucide/volume-2'
import type { Care, Need } from '#domain/doors/care.ts'
import type { Icon } from '#ui/parts/icon.ts'
import { Tag } from '#ui/parts/Tag.tsx'
import { useWords } from '#ui/words.ts'

const ICONS: Readonly<Record<Need, Icon>> = {
  speakUp: Loud,
  stairs: Stairs,
  shopping: Shopping,
  hospitalEscort: Hospital,
  medicine: Medicine,
  meal: Meal,
  phoneHelp: Teach,
  lightBulb: Bulb,
  callFirst: Phone,
}

/** Why somebody is looked after and what helps, as far as the reader may read it; `brief` leaves what helps out. */
export function HomeTags({
  care,
  open = 0,
  brief,
}: {
  care?: Pick<Care, 'tags' | 'needs'> | undefined
  open?: number
  brief?: boolean
}) {
  const { doors: words } = useWords()
  if (!care && open === 0) return null
  return (
    <p class="home-tags">
      {care?.tags.map((tag) => (
        <Tag key={tag} icon={Heart} label={words.tags[tag]} />
      ))}
      {!brief && care?.needs.map((need) => <Tag key={need} icon={ICONS[need]} label={words.needs[need]} />)}
      {open > 0 && <Tag tone="chase" icon={Flag} label={words.openCount(open)} />}
    </p>
  )
}
