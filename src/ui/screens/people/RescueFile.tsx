import Inbox from '~icons/lucide/inbox'
import { useRef, useState } from 'preact/hooks'
import type { Rescued } from '#device/office.ts'
import type { PersonId } from '#domain/ids.ts'
import { nameOf } from '#queries/feedback.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Panel } from '#ui/parts/Card.tsx'
import { Empty, ErrorPanel } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { openTray } from '#ui/state/tray.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** The office takes in a file of what a device could not send, and says what became of each entry. */
export function RescueFile() {
  const { rescue } = useWords()
  const { nudge } = useApp()
  const { office } = useEntrance()
  const asking = useAsking()
  const input = useRef<HTMLInputElement>(null)
  const [brought, setBrought] = useState<Rescued>()

  const bring = async (file: File | undefined) => {
    if (!file) return
    setBrought(undefined)
    const answer = await asking.ask(() => office.bringRescue(file))
    if (!answer) return
    setBrought(answer)
    nudge()
  }
  return (
    <Screen
      title={rescue.title}
      back="/people"
      bar={
        <BottomBar>
          <Key
            look="primary"
            icon={Inbox}
            label={brought ? rescue.other : rescue.choose}
            busy={asking.busy}
            busyLabel={rescue.taking}
            onPress={() => input.current?.click()}
          />
        </BottomBar>
      }
    >
      <div class="stack-wide">
        <input
          autocomplete="off"
          ref={input}
          class="spoken"
          type="file"
          tabIndex={-1}
          aria-label={rescue.choose}
          accept=".txt,.json,text/plain,application/json"
          onChange={(event) => {
            void bring(event.currentTarget.files?.[0])
            // The same file can be chosen again.
            event.currentTarget.value = ''
          }}
        />
        {asking.refusal && (
          <ErrorPanel
            title={rescue.notTaken}
            text={asking.refused === 'noConnection' ? rescue.offline : asking.refusal}
          />
        )}
        {brought ? (
          <Brought brought={brought} />
        ) : (
          !asking.refusal && <Empty title={rescue.title} text={rescue.how} />
        )}
      </div>
    </Screen>
  )
}

function Brought({ brought }: { brought: Rescued }) {
  const { rescue, sync } = useWords()
  const { moment, list } = useFormats()
  const now = useNow()
  const names = useView((view) =>
    brought.people.map((person: PersonId) => nameOf(view, person)).filter(Boolean),
  )
  const { taken, here, held, missing, writtenAt } = brought
  const when = Number.isNaN(Date.parse(writtenAt)) ? '' : moment(writtenAt, now)
  const waiting = held.reduce((sum, { count }) => sum + count, 0)
  return (
    <div class="stack" role="status">
      <Panel
        tone="lamp"
        title={rescue.taken(taken)}
        text={rescue.from(list(names) || rescue.unknownDevice, when)}
      >
        {here > 0 && <p>{rescue.here(here)}</p>}
      </Panel>
      {waiting > 0 && (
        <Panel tone="alert" title={rescue.held(waiting)}>
          {held.map(({ why, count }) => (
            <p key={why}>{rescue.heldWhy(count, sync.asked[why])}</p>
          ))}
          <Key wide label={rescue.decide} onPress={() => openTray(true)} />
        </Panel>
      )}
      {missing > 0 && <Panel tone="alert" title={rescue.missing(missing)} />}
      <p class="caption">{rescue.keepDevice}</p>
    </div>
  )
}
