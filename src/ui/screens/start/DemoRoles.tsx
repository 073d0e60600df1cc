import './demo-roles.css'
import { useState } from 'preact/hooks'
import type { Role } from '#domain/roles.ts'
import { ErrorPanel } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { useWords } from '#ui/words.ts'

/** Those who do most of the work first. */
const ROLES_SHOWN = [
  'gridWorker',
  'supervisor',
  'steward',
  'manager',
  'officer',
  'floorLead',
  'owners',
  'party',
] as const satisfies readonly Role[]

/** One key for each role of the demonstration; a press makes this browser a new device of somebody who has it. */
export function DemoRoles() {
  const { demo, people, join } = useWords()
  const { office, enrol, enter, keeps } = useEntrance()
  const { ask, busy, refusal } = useAsking()
  const [chosen, setChosen] = useState<Role>()
  const [cannotKeep, setCannotKeep] = useState(false)

  const go = async (role: Role) => {
    setChosen(role)
    setCannotKeep(false)
    if (!(await keeps())) return setCannotKeep(true)
    const inside = await ask(async () => {
      const entered = await office.enterDemo(role)
      return entered.ok ? enrol(entered.value) : entered
    })
    if (inside) enter('/')
  }
  return (
    <>
      {cannotKeep && <ErrorPanel title={join.cannotKeep.title} text={join.cannotKeep.text} />}
      {refusal && <ErrorPanel title={demo.notYet} text={refusal} />}
      <div class="demo-roles">
        {ROLES_SHOWN.map((role) => (
          <Key
            key={role}
            size="tall"
            wide
            label={people.roles[role]}
            sub={demo.does[role]}
            busy={busy && chosen === role}
            busyLabel={demo.entering}
            onPress={() => void go(role)}
          />
        ))}
      </div>
    </>
  )
}
