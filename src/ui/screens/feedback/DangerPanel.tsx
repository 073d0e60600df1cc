import './danger-panel.css'
import CheckMark from '~icons/lucide/check'
import Warning from '~icons/lucide/triangle-alert'
import { callsFor, type Danger } from '#domain/danger.ts'
import { emergencyIn } from '#queries/settings.ts'
import { CallKeys } from '#ui/CallKeys.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'

/** Above everything until somebody says that the call was made: an unsent emergency must never look like help is coming. */
export function DangerPanel(props: { dangers: readonly Danger[]; arrived: boolean; onMade: () => void }) {
  const { danger: words } = useWords()
  const numbers = useView(emergencyIn)
  const [first] = props.dangers
  return (
    <section class="danger" role="alert">
      <h2 class="danger-title">
        <Warning class="icon" aria-hidden="true" />
        {props.arrived ? words.sure : words.title}
      </h2>
      <CallKeys calls={callsFor(props.dangers, numbers)} />
      {first && <p class="danger-hint">{words.hints[first]}</p>}
      <Key look="quiet" wide icon={CheckMark} label={words.made} onPress={props.onMade} />
    </section>
  )
}
