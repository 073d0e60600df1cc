import Phone from '~icons/lucide/smartphone'
import Tablet from '~icons/lucide/tablet'
import { useRoute } from 'preact-iso'
import { useState } from 'preact/hooks'
import type { Invitation, Invite } from '#device/office.ts'
import { mayExport } from '#queries/exports.ts'
import { Heading, Panel } from '#ui/parts/Card.tsx'
import { Empty, ErrorPanel } from '#ui/parts/Empty.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Made } from '#ui/screens/invite/Made.tsx'
import '#ui/screens/invite/invite.css'
import { useApp } from '#ui/state/app.ts'
import { Held } from './Held.tsx'
import { Looked } from './Looked.tsx'
import { LostPack } from './LostPack.tsx'
import { contact, deviceName, type Saying, standing, whose } from './says.ts'
import { Steps } from './Steps.tsx'
import { type Lost, useLost } from './useLost.ts'
import { useSaying } from './useSaying.ts'

/** `/people/devices/:id/lost`: what somebody who has it could see, what has to be done, whom to tell. */
export function LostDevice() {
  const say = useSaying()
  const { lost: words } = say.words
  const { ctx } = useApp()
  const { reader, may } = useReader()
  const { lost, gone, asking, load } = useLost(useRoute().params['id'] ?? '')
  const [packing, setPacking] = useState(false)
  const [made, setMade] = useState<{ asked: Invite; where: string; invitation: Invitation }>()

  // On a tablet of several people its officer has said their passphrase; what cannot be counted there is said.
  const office = may('setUp') && (reader.shared || mayExport(reader, ctx.compound))
  if (!office || gone)
    return (
      <Screen title={words.title} back="/people">
        <Empty title={gone && office ? words.notHere : words.notYours} />
      </Screen>
    )
  if (made) return <Made {...made} onNext={() => setMade(undefined)} />
  if (lost && packing) return <LostPack lost={lost} say={say} onBack={() => setPacking(false)} />
  return (
    <Screen title={words.title} back="/people">
      <div class="stack-wide" tabIndex={0}>
        {!lost && asking.refused === 'noConnection' && <Panel title={words.offline} />}
        {!lost && asking.refusal && asking.refused !== 'noConnection' && (
          <ErrorPanel title={words.title} text={asking.refusal} />
        )}
        {lost && (
          <>
            <Which lost={lost} say={say} />
            <Held lost={lost} say={say} />
            <Steps
              lost={lost}
              say={say}
              onStopped={() => void load()}
              onInvited={(asked, where, invitation) => setMade({ asked, where, invitation })}
              onPack={() => setPacking(true)}
            />
            <Looked lost={lost} say={say} />
          </>
        )}
      </div>
    </Screen>
  )
}

function Which({ lost, say }: { lost: Lost; say: Saying }) {
  const { lost: words } = say.words
  const { device } = lost
  const [first, ...rest] = standing(say, lost)
  const Drawing = device.deviceKind === 'own' ? Phone : Tablet
  return (
    <section class="stack">
      <Heading title={words.which} />
      <Rows>
        <Row
          lead={<Drawing class="icon" aria-hidden="true" />}
          title={deviceName(say, device)}
          sub={[words[device.deviceKind], ...contact(say, device)].map((line) => (
            <div key={line}>{line}</div>
          ))}
        />
        {whose(say, device).map(({ name, duties }) => (
          <Row key={name} title={name} sub={duties} />
        ))}
      </Rows>
      <Panel tone={device.wipedAt === undefined ? 'alert' : 'plain'} title={first ?? ''}>
        {rest.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Panel>
    </section>
  )
}
