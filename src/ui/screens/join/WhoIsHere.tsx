import Phone from '~icons/lucide/smartphone'
import Tablet from '~icons/lucide/tablet'
import { Panel } from '#ui/parts/Card.tsx'
import { useEntrance } from '#ui/office.ts'
import { useWords } from '#ui/words.ts'

/** On a browser that belongs to somebody already: whose it is, and what becomes of that. */
export function WhoIsHere() {
  const words = useWords().join.here
  const { here } = useEntrance()
  if (!here) return null
  const own = here.deviceKind === 'own'
  return (
    <Panel
      icon={own ? Phone : Tablet}
      title={own ? words.own(here.name, here.compoundName) : words.shared(here.name, here.compoundName)}
      text={own ? words.ownText : words.sharedText(here.name)}
    />
  )
}
