import { useLocation, useRoute } from 'preact-iso'
import { useState } from 'preact/hooks'
import { seemsOnline } from '#device/connection.ts'
import type { Invitation, Invite as Asked } from '#device/office.ts'
import { teamOn } from '#queries/team.ts'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useStore, useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { InviteForm } from './InviteForm.tsx'
import { Made } from './Made.tsx'
import './invite.css'

/**
 * Brings one person in at a time. What was made is shown once: the server keeps no copy of it. `?person=` somebody of the team, who
 * comes in once more or gets another duty, and stays the person they are.
 */
export function Invite() {
  const { office } = useEntrance()
  const { today } = useApp()
  const { people: words } = useWords()
  const { route } = useLocation()
  const person = useRoute().query['person']
  const day = today()
  const team = useView((view) => teamOn(view, day))
  const who = team.find((one) => one.person === person)
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
  if (made)
    return (
      <Made
        {...made}
        onNext={() => {
          setMade(undefined)
          // The next one is somebody else.
          if (person !== undefined) route('/people/invite', true)
        }}
      />
    )
  // Without their name it would become an invitation for somebody new.
  if (person !== undefined && !who)
    return (
      <Screen close title={words.again.key} back="/people">
        <Empty title={words.again.gone} />
      </Screen>
    )
  return (
    <InviteForm
      key={person}
      who={who}
      team={team}
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
