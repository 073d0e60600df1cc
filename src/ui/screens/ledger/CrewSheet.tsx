import Check from '~icons/lucide/check'
import { useState } from 'preact/hooks'
import { keepCrew } from '#commands/crews.ts'
import type { PersonId } from '#domain/ids.ts'
import { crewCandidates, type CrewRow } from '#queries/crews.ts'
import { Avatar } from '#ui/parts/Avatar.tsx'
import { Heading } from '#ui/parts/Card.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useAct } from '#ui/screens/feedback/act.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useRoleNames } from '#ui/state/roleNames.ts'
import { useWords } from '#ui/words.ts'

/** One team: its name, and a ✓ at each of its people. */
export function CrewSheet({ row, onClose }: { row: CrewRow; onClose: () => void }) {
  const { crews: words, ledger, common } = useWords()
  const roles = useRoleNames()
  const { ctx, today } = useApp()
  const act = useAct()
  // What stood there when the sheet was opened: what another changed meanwhile is theirs.
  const [shown] = useState(row.crew)
  const [name, setName] = useState(shown?.name ?? '')
  const [people, setPeople] = useState<readonly PersonId[]>(shown?.people ?? [])
  // Who was in it stands first, and stays where they are while one presses.
  const before = new Set(shown?.people)
  const candidates = [...useView((view) => crewCandidates(view, today()))].sort(
    (a, b) => Number(before.has(b.person)) - Number(before.has(a.person)),
  )
  const usual = ledger.hands.team[row.team]
  const press = (who: PersonId) =>
    setPeople(people.includes(who) ? people.filter((one) => one !== who) : [...people, who])
  const save = async () => {
    if (await act(keepCrew(ctx, ctx.compound, row.team, shown, { name, people }), words.saved)) onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.edit(row.name ?? usual)}
      close={common.close}
      bar={<Key look="primary" wide label={common.save} onPress={() => void save()} />}
    >
      <div class="stack">
        <Heading title={words.people} />
        {candidates.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <Rows label={words.people}>
            {candidates.map((one) => {
              const inIt = people.includes(one.person)
              return (
                <Row
                  key={one.person}
                  lead={<Avatar name={one.name} />}
                  title={one.name}
                  sub={[inIt && words.inIt, one.duties[0] && roles[one.duties[0].role]]
                    .filter(Boolean)
                    .join('・')}
                  right={inIt && <Check class="icon" aria-hidden="true" />}
                  current={inIt}
                  onPress={() => press(one.person)}
                />
              )
            })}
          </Rows>
        )}
        <Field
          label={words.name}
          help={words.nameHelp(usual)}
          value={name}
          maxLength={12}
          onDraft={setName}
        />
      </div>
    </Sheet>
  )
}
