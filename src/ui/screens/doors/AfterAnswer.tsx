import Check from '~icons/lucide/check'
import Down from '~icons/lucide/chevron-down'
import Pencil from '~icons/lucide/pencil'
import { QUIET_MONTHS } from '#domain/doors/visit.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useWords } from '#ui/words.ts'
import { RetryKeys } from './RetryKeys.tsx'

/** Somebody was reached: is the roster right, was there a remark, does somebody need help. Whatever is pressed last goes on. */
export function ReachedKeys(props: {
  onUnchanged: () => void
  onChanged: () => void
  onNext: () => void
  remark: string
  help: string
}) {
  const words = useWords().rounds.door
  return (
    <div class="visit-keys">
      <p class="visit-ask">{words.confirm}</p>
      <div class="visit-keys-main">
        <Key look="primary" size="tall" icon={Check} label={words.unchanged} onPress={props.onUnchanged} />
        <Key size="tall" icon={Pencil} label={words.changed} onPress={props.onChanged} />
      </div>
      <div class="visit-keys-more">
        <Key label={words.remark} href={props.remark} />
        <Key label={words.help} href={props.help} />
        <Key look="quiet" icon={Down} label={words.next} onPress={props.onNext} />
      </div>
    </div>
  )
}

/** 不方便: how long nobody comes. */
export function RefusedKeys(props: { onQuiet: (months: number) => void; onNext: () => void }) {
  const words = useWords().rounds.door
  return (
    <div class="visit-keys">
      <p class="visit-ask">{words.quietAsk}</p>
      <div class="visit-keys-more">
        {QUIET_MONTHS.map((months) => (
          <Key key={months} label={words.quietFor[months] ?? ''} onPress={() => props.onQuiet(months)} />
        ))}
      </div>
      <Key look="primary" icon={Down} label={words.quietNone} onPress={props.onNext} />
    </div>
  )
}

/** 换个时间: which one. */
export function AppointedKeys(props: {
  at: string | undefined
  onChoose: (at: string) => void
  onNext: () => void
}) {
  const words = useWords().rounds.door
  return (
    <div class="visit-keys">
      <p class="visit-ask">{words.when}</p>
      <RetryKeys value={props.at} onChoose={props.onChoose} />
      <Key look="primary" icon={Down} label={words.next} onPress={props.onNext} />
    </div>
  )
}
