import Lock from '~icons/lucide/lock'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'

/** Whether this phone stands behind a PIN, and the way to one. A tablet's people each have theirs. */
export function ThisPhone() {
  const { thisPhone } = useWords().people
  const { ctx, lock, setPin } = useApp()
  if (ctx.deviceKind !== 'own' || !(lock ?? setPin)) return null
  return (
    <Panel icon={Lock} title={thisPhone.title} text={lock ? thisPhone.locked : thisPhone.open}>
      {lock && <Key wide label={thisPhone.lock} onPress={lock} />}
      {setPin && <Key wide label={thisPhone.set} onPress={setPin} />}
    </Panel>
  )
}
