import Plus from '~icons/lucide/plus'
import { useEffect, useState } from 'preact/hooks'
import type { Compounds as Told } from '#device/compounds.ts'
import type { TenantId } from '#domain/ids.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Panel } from '#ui/parts/Card.tsx'
import { ErrorPanel } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { Screen } from '#ui/Screen.tsx'
import { useHeld } from '#ui/useHeld.ts'
import { useWords } from '#ui/words.ts'
import { Colleagues } from './Colleagues.tsx'
import { FirstTime } from './FirstTime.tsx'

/** `/people/compounds`: which compounds of the community this officer looks after, and how one gets into another. */
export function Compounds() {
  const { compounds: words } = useWords()
  const { office, here } = useEntrance()
  const { several, held } = useHeld()
  const asking = useAsking()
  const [told, setTold] = useState<Told>()
  const [first, setFirst] = useState<{ readonly tenant: TenantId; readonly name: string }>()
  const look = () => void asking.ask(() => office.compounds()).then((said) => said && setTold(said))
  useEffect(look, [])
  const isHeld = (tenant: TenantId) => held.some((one) => one.tenant === tenant)
  const others = told?.compounds.filter((one) => !one.here) ?? []
  return (
    <Screen
      title={words.title}
      sub={told?.community ?? words.sub}
      back="/people"
      bar={
        told && (
          <BottomBar>
            <Key look="primary" icon={Plus} label={words.add} href="/people/compounds/new" />
          </BottomBar>
        )
      }
    >
      <div class="stack-wide">
        {(told || several) && (
          <Rows label={words.title}>
            <Row
              title={told?.compounds.find((one) => one.here)?.name ?? here?.compoundName}
              sub={words.here}
              current
            />
            {!several &&
              others.map(({ tenant, name }) => <Row key={tenant} title={name} sub={words.elsewhere} />)}
          </Rows>
        )}
        {several &&
          held.map(({ beside, tenant, name, unsent }) => (
            <Panel
              key={beside ?? ''}
              title={name ?? told?.compounds.find((one) => one.tenant === tenant)?.name ?? words.nameless}
              text={unsent === undefined ? words.closed : unsent > 0 ? words.unsent(unsent) : words.held}
            >
              <Key wide label={words.go} onPress={() => several.goTo(beside)} />
            </Panel>
          ))}
        {several &&
          others
            .filter(({ tenant }) => !isHeld(tenant))
            .map((one) => (
              <Panel key={one.tenant} title={one.name} text={words.firstTime}>
                <Key wide label={words.go} onPress={() => setFirst(one)} />
              </Panel>
            ))}
        {!several && others.length > 0 && <Panel title={words.howTitle} text={words.how(location.origin)} />}
        <Colleagues
          colleagues={told?.colleagues ?? []}
          here={told?.compounds.find((one) => one.here)?.name ?? ''}
          onAsked={look}
        />
        {asking.refusal && <ErrorPanel title={words.notToBeSeen} text={asking.refusal} />}
      </div>
      {several && first && <FirstTime several={several} into={first} onClose={() => setFirst(undefined)} />}
    </Screen>
  )
}
