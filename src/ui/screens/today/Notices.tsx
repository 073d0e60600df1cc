import Clock from '~icons/lucide/clock-alert'
import Empty from '~icons/lucide/circle-off'
import Full from '~icons/lucide/hard-drive'
import Fresh from '~icons/lucide/sparkles'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { useStore } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { later } from '#ui/later.tsx'
import { ClosedForMe } from './ClosedForMe.tsx'

const RosterNews = later(async () => (await import('#ui/RosterNews.tsx')).RosterNews)
const HandedOver = later(async () => (await import('#ui/HandedOver.tsx')).HandedOver)

/** What this device has to say for itself; nothing on a good day. */
export function Notices() {
  const app = useApp()
  const { device: says } = useWords().today
  const device = useStore(app.device)
  const { wiped } = useStore(app.status)
  return (
    <>
      {wiped && <Panel icon={Empty} title={says.emptied} text={says.emptiedText} />}
      {device.update !== 'none' && (
        <Panel tone="lamp" icon={Fresh} title={says.update} text={says.updateText}>
          <Key label={says.takeUpdate} onPress={() => app.takeUpdate()} />
        </Panel>
      )}
      {device.room.is === 'scarce' && <Panel icon={Full} title={says.scarce} text={says.scarceText} />}
      {device.room.is === 'textOnly' && (
        <Panel tone="alert" icon={Full} title={says.textOnly} text={says.textOnlyText} />
      )}
      <RosterNews />
      <HandedOver />
      <ClosedForMe />
      {device.clock && <Panel tone="alert" icon={Clock} title={says.clock} text={says.clockText} />}
    </>
  )
}
