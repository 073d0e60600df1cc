import './danger-panel.css'
import CheckMark from '~icons/lucide/check'
import Phone from '~icons/lucide/phone'
import Warning from '~icons/lucide/triangle-alert'
import { callsFor, type Danger } from '#domain/danger.ts'
import { emergencyIn } from '#queries/settings.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'

/**
 * Above everything until somebody says that the call was made: an unsent emergency must never look like help is coming.
 * The keys are plain `tel:` links; they work without a network.
 */
export function DangerPanel(props: { dangers: readonly Danger[]; arrived: boolean; onMade: () => void }) {
  const { danger: words } = useWords()
  const numbers = useView(emergencyIn)
  const calls = callsFor(props.dangers, numbers)
  const [first] = props.dangers
  return (
    <section class="danger" role="alert">
      <h2 class="danger-title">
        <Warning class="icon" aria-hidden="true" />
        {props.arrived ? words.sure : words.title}
      </h2>
      <div class="danger-calls">
        {calls.map(({ call, number, label }, index) => {
          const name = label ?? words.calls[call]
          return (
            <a
              key={`${number} ${name}`}
              class={index === 0 ? 'key key-alert danger-call danger-first' : 'key key-secondary danger-call'}
              href={`tel:${number.replace(/[^\d+]/g, '')}`}
              aria-label={words.ring(name, number)}
            >
              <Phone class="icon" aria-hidden="true" />
              <span class="key-words">
                <b class="danger-number">{number}</b>
                <span class="key-sub">{name}</span>
              </span>
            </a>
          )
        })}
      </div>
      {first && <p class="danger-hint">{words.hints[first]}</p>}
      <Key look="quiet" wide icon={CheckMark} label={words.made} onPress={props.onMade} />
    </section>
  )
}
