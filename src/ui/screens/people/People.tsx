import Tree from '~icons/lucide/network'
import Plus from '~icons/lucide/user-round-plus'
import { useEffect, useState } from 'preact/hooks'
import type { InvitationRow } from '#device/invitations.ts'
import type { PersonRow } from '#device/office.ts'
import { placeTree, type Place, whereOf } from '#domain/places.ts'
import { inForce } from '#domain/rights.ts'
import { ROLES } from '#domain/roles.ts'
import { teamOn } from '#queries/team.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Panel } from '#ui/parts/Card.tsx'
import { ErrorPanel } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { Copied, LongSilent } from './AboveAll.tsx'
import { Devices } from './Devices.tsx'
import { Invitations } from './Invitations.tsx'
import { Knocks } from './Knocks.tsx'
import { OfficePages } from './OfficePages.tsx'
import { Team } from './Team.tsx'
import { useInvitations } from './useInvitations.ts'
import { ThisPhone } from './ThisPhone.tsx'

interface Online {
  readonly people: readonly PersonRow[]
  readonly invitations: readonly InvitationRow[]
}

/** Who is here, as what and until when; for the office also which devices are silent and which invitations are open. */
export function People() {
  const { people: words, organisation } = useWords()
  const { today, person } = useApp()
  const { office } = useEntrance()
  const asking = useAsking()
  const [online, setOnline] = useState<Online>()
  const day = today()
  const team = useView((view) => teamOn(view, day))
  const tree = useView((view) => placeTree(view.all<Place>('place')))
  const officer = person.appointments.some(
    (one) => inForce(one, day) && ROLES[one.role].act.includes('setUp'),
  )

  const load = async () => {
    const people = await asking.ask(() => office.people())
    const sent = people && (await asking.ask(() => office.invitations()))
    if (people && sent) setOnline({ people: people.people, invitations: sent.invitations })
  }
  useEffect(() => {
    if (officer) void load()
  }, [officer])

  return (
    <Screen
      title={words.title}
      back="/"
      bar={
        officer && (
          <BottomBar>
            <Key look="primary" icon={Plus} label={words.invite} href="/people/invite" />
          </BottomBar>
        )
      }
    >
      {/* Where nothing in it can be pressed, the keyboard still has to reach the list to scroll it. */}
      <div class="people stack-wide" tabIndex={officer ? undefined : 0}>
        {officer && online && (
          <WhoKnocks
            rows={online.invitations}
            onHeard={(invitations) => setOnline({ ...online, invitations })}
            onLetIn={() => void load()}
          />
        )}
        {online && <Copied people={online.people} onChanged={() => void load()} />}
        {online && <LongSilent people={online.people} />}
        <Rows label={organisation.title}>
          <Row
            lead={<Tree class="icon" aria-hidden="true" />}
            title={organisation.title}
            sub={organisation.sub}
            href="/people/organisation"
          />
        </Rows>
        <Team rows={team} officer={officer} devices={online?.people} />
        {!officer && <p class="caption">{words.onlyOffice}</p>}
        {officer && asking.refused === 'noConnection' && <Panel title={words.offlineList} />}
        {officer && asking.refusal && asking.refused !== 'noConnection' && (
          <ErrorPanel title={words.title} text={asking.refusal} />
        )}
        <ThisPhone />
        {officer && <OfficePages />}
        {online && (
          <>
            <Devices people={online.people} onChanged={() => void load()} />
            <Invitations
              rows={online.invitations}
              whereOf={(place) => whereOf(place, tree)}
              onChanged={() => void load()}
            />
          </>
        )}
      </div>
    </Screen>
  )
}

function WhoKnocks(props: {
  rows: readonly InvitationRow[]
  onHeard: (rows: readonly InvitationRow[]) => void
  onLetIn: () => void
}) {
  useInvitations(props.onHeard)
  return <Knocks rows={props.rows} onChanged={props.onLetIn} />
}
