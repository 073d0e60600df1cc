import { useState } from 'preact/hooks'
import { seemsOnline } from '#device/connection.ts'
import type { Invitation, Invite as Asked } from '#device/office.ts'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useStore } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { InviteForm } from './InviteForm.tsx'
import { Made } from './Made.tsx'
import './invite.css'

/** Brings one person in at a time. What was made is shown once: the server keeps no copy of it. */
export function Invite() {
  const { office } = useEntrance()
  const asking = useAsking()
  const [made, setMade] = useState<{ asked: Asked; where: string; invitation: Invitation }>()
  const [offline, setOffline] = useState(!seemsOnline())

  if (offline || asking.refused === 'noConnection') {
    return (
      <Offline
        onRetry={() => {
          asking.forget()
          setOffline(!seemsOnline())
        }}
      />
    )
  }
  if (made) return <Made {...made} onNext={() => setMade(undefined)} />
  return (
    <InviteForm
      busy={asking.busy}
      refusal={asking.refusal}
      onMake={async (asked, where) => {
        const invitation = await asking.ask(() => office.invite(asked))
        if (invitation) setMade({ asked, where, invitation })
      }}
    />
  )
}

function Offline({ onRetry }: { onRetry: () => void }) {
  const all = useWords()
  const words = all.people.offline
  const { moment } = useFormats()
  const now = useNow()
  const { lastGood } = useStore(useApp().status)
  return (
    <Screen
      close
      title={all.people.invite}
      back="/people"
      bar={
        <BottomBar>
          <Key look="primary" label={all.common.retry} onPress={onRetry} />
        </BottomBar>
      }
    >
      <Empty
        title={words.title}
        text={lastGood === undefined ? words.never : words.text(moment(lastGood, now))}
      />
    </Screen>
  )
}
