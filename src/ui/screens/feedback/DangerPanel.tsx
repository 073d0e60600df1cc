import CheckMark from '~icons/lucide/check'
import { callsFor, type Danger } from '#domain/ledger/danger.ts'
import { emergencyIn } from '#queries/settings.ts'
import { CallFirst } from '#ui/CallFirst.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'

/** Above everything until somebody says that the call was made: an unsent emergency must never look like help is coming. */
export function DangerPanel(props: { dangers: readonly Danger[]; arrived: boolean; onMade: () => void }) {
  const { danger: words } = useWords()
  const numbers = useView(emergencyIn)
  const [first] = props.dangers
  return (
    <CallFirst
      title={props.arrived ? words.sure : words.title}
      calls={callsFor(props.dangers, numbers)}
      hint={first && words.hints[first]}
    >
      <Key look="quiet" wide icon={CheckMark} label={words.made} onPress={props.onMade} />
    </CallFirst>
  )
}
