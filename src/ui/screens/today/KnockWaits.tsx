import Door from '~icons/lucide/door-open'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { useStore } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'

/** Somebody whom I invited stands before the door with their number. The yes needs the network, and so does this line. */
export function KnockWaits() {
  const { knock: words } = useWords().officeDay
  const { knocks = 0, link } = useStore(useApp().status)
  if (knocks === 0 || link === 'none') return null
  return (
    <Panel tone="lamp" icon={Door} title={words.title(knocks)} text={words.text}>
      <Key label={words.go} href="/people" />
    </Panel>
  )
}
