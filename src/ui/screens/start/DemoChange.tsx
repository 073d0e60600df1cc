import { ErrorPanel } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useStore } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { DemoRoles } from './DemoRoles.tsx'

/**
 * Somebody else, on the same browser. The new person's device cannot send what this one has not sent yet, so that goes
 * first.
 */
export function DemoChange() {
  const { demo } = useWords()
  const { status, nudge } = useApp()
  const { unsent } = useStore(status)
  return (
    <Screen title={demo.change} back="/">
      {unsent > 0 ? (
        <ErrorPanel title={demo.sendFirst(unsent)} text={demo.sendFirstText}>
          <Key look="primary" label={demo.send} onPress={nudge} />
        </ErrorPanel>
      ) : (
        <div class="stack-wide">
          <p>{demo.changeLead}</p>
          <DemoRoles />
        </div>
      )}
    </Screen>
  )
}
