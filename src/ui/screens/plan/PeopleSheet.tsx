import './plan.css'
import Nobody from '~icons/lucide/user-round-x'
import type { ComponentChildren } from 'preact'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { peopleFor, rotaOf } from '#queries/rota.ts'
import { Avatar } from '#ui/parts/Avatar.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'

/** Who may stand there, each one press. */
export function PeopleSheet(props: {
  title: string
  at: { readonly point: RecordId; readonly day: string }
  current: PersonId | undefined
  onChoose: (person: PersonId | undefined) => void
  onClose: () => void
  children?: ComponentChildren
}) {
  const words = useWords()
  const { rota, mine } = words.plan
  const { ctx, today } = useApp()
  const people = useView((view) => peopleFor(view, rotaOf(view, ctx.tenant, today()), props.at))
  return (
    <Sheet open onClose={props.onClose} title={props.title} close={words.common.close}>
      {people.length === 0 ? (
        <Empty title={rota.noPeople} text={rota.noPeopleText}>
          <Key look="primary" label={rota.invite} href="/people/invite" />
        </Empty>
      ) : (
        <div class="stack">
          {props.children}
          <Rows>
            {people.map(({ person, name, supervisor }) => (
              <Row
                key={person}
                lead={<Avatar name={name} />}
                title={name}
                sub={supervisor ? mine.stands : mine.standsIn}
                current={person === props.current}
                onPress={() => props.onChoose(person)}
              />
            ))}
            <Row
              lead={
                <span class="plan-nobody">
                  <Nobody class="icon" aria-hidden="true" />
                </span>
              }
              title={rota.nobodyRow}
              sub={rota.nobodyRowSub}
              current={props.current === undefined}
              onPress={() => props.onChoose(undefined)}
            />
          </Rows>
        </div>
      )}
    </Sheet>
  )
}
