import Next from '~icons/lucide/chevron-down'
import Door from '~icons/lucide/door-closed'
import Hand from '~icons/lucide/hand'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useWords } from '#ui/words.ts'
import { useMonthDay } from './useMonthDay.ts'

/** They want nobody before a day: it stands above what is known of the door. */
export function QuietPanel({ until }: { until: string }) {
  const words = useWords().rounds.door
  const monthDay = useMonthDay()
  return <Panel tone="alert" icon={Hand} title={words.quiet(monthDay(until))} text={words.quietText} />
}

/** In place of the answers: to go on is the great key, to knock all the same takes a word of why. */
export function QuietKeys(props: { onNext: () => void; onKnock: () => void; onOver: () => void }) {
  const words = useWords().rounds.door
  return (
    <div class="visit-keys">
      <div class="visit-keys-main">
        <Key look="primary" size="tall" icon={Next} label={words.next} onPress={props.onNext} />
      </div>
      <div class="visit-keys-more">
        <Key icon={Door} label={words.quietKnock} onPress={props.onKnock} />
        <Key look="quiet" label={words.quietOver} onPress={props.onOver} />
      </div>
    </div>
  )
}
