import './outcome-keys.css'
import Clock from '~icons/lucide/calendar-clock'
import Empty from '~icons/lucide/door-open'
import No from '~icons/lucide/hand'
import Note from '~icons/lucide/sticky-note'
import Phone from '~icons/lucide/phone'
import type { VisitOutcome } from '#domain/doors/visit.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import type { Icon } from '#ui/parts/icon.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useWords } from '#ui/words.ts'

/** The five answers that are rarer than 见到了 and 没人在, in the order they are met. */
export const OTHERS: readonly (readonly [VisitOutcome, Icon])[] = [
  ['appointment', Clock],
  ['phone', Phone],
  ['refused', No],
  ['vacant', Empty],
  ['leftNote', Note],
]

/** 别的…: one more tap. */
export function OtherOutcomes(props: {
  open: boolean
  door: string
  onClose: () => void
  onChoose: (outcome: VisitOutcome) => void
}) {
  const { doors: words, common } = useWords()
  return (
    <Sheet
      open={props.open}
      onClose={props.onClose}
      title={words.round.otherTitle(props.door)}
      close={common.close}
    >
      <div class="outcome-keys">
        {OTHERS.map(([outcome, icon]) => (
          <Key
            key={outcome}
            icon={icon}
            label={words.outcome[outcome]}
            onPress={() => props.onChoose(outcome)}
          />
        ))}
      </div>
    </Sheet>
  )
}
