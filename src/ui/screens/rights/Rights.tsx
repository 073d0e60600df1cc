import './rights.css'
import { useState } from 'preact/hooks'
import type { Role } from '#domain/roles.ts'
import { roleRights } from '#queries/roleRights.ts'
import { Select } from '#ui/parts/Field.tsx'
import { Screen } from '#ui/Screen.tsx'
import { ROLES_OFFERED } from '#ui/screens/people/roles.ts'
import { useRoleNames } from '#ui/state/roleNames.ts'
import { useWords } from '#ui/words.ts'

/** `/people/rights`: who may see what, and who may do what, in words, out of the one table that the server keeps to. */
export function Rights() {
  const { rights: words } = useWords()
  const roles = useRoleNames()
  const [role, setRole] = useState<Role>('gridWorker')
  const { everywhere, below, notOnShared, never, does } = roleRights(role)
  return (
    <Screen title={words.title} back="/people">
      <div class="rights" tabIndex={0}>
        <p>{words.lead}</p>
        <Select
          label={words.role}
          value={role}
          onChange={(next) => setRole(next as Role)}
          options={ROLES_OFFERED.map((value) => ({ value, label: roles[value] }))}
        />
        <Said title={words.below} lines={below.map((group) => words.sees[group])} note={words.own} />
        <Said title={words.everywhere} lines={everywhere.map((group) => words.sees[group])} />
        <Said title={words.may} lines={does.map((act) => words.does[act])} />
        <Said
          title={words.never}
          lines={never.map((group) => words.sees[group])}
          note={never.length === 0 ? words.neverNone : undefined}
        />
        <Said title={words.notOnShared} lines={notOnShared.map((group) => words.sees[group])} />
      </div>
    </Screen>
  )
}

function Said(props: { title: string; lines: readonly string[]; note?: string | undefined }) {
  const { title, lines, note } = props
  return (
    <section class="stack">
      <h2>{title}</h2>
      {lines.length > 0 && (
        <ul class="rights-lines">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {note !== undefined && <p class="caption">{note}</p>}
    </section>
  )
}
