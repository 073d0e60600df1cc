import './organisation.css'
import Pencil from '~icons/lucide/pencil'
import Grid from '~icons/lucide/layout-grid'
import Printer from '~icons/lucide/printer'
import type { Called } from '#domain/organisation.ts'
import { type Holder, type Level, type OrganisationLine, organisationOn } from '#queries/organisation.ts'
import { ownNamesIn } from '#queries/ownNames.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useCalled } from '#ui/state/roleNames.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** `/people/organisation`: who is who. The lines stand beside each other, each from the top down; what has nobody says so. */
export function Organisation() {
  const { organisation: words } = useWords()
  const { ctx, today } = useApp()
  const { may } = useReader()
  const called = useCalled()
  const model = useView(ownNamesIn).model
  const { lines, people, held, vacant } = useView((view) => organisationOn(view, ctx.compound, today()))
  const office = may('setUp')
  return (
    <Screen title={words.title} sub={model ?? words.sub} back="/people">
      <div class="stack-wide">
        <p>{words.counts(people, held)}</p>
        {vacant > 0 && <Panel title={words.vacantTitle(vacant)} text={words.vacantText} />}
        <div class="org-lines">
          {lines.map((one) => (
            <LineOf key={one.line} {...one} called={called} />
          ))}
        </div>
        <Rows label={words.paper}>
          <Row
            lead={<Printer class="icon" aria-hidden="true" />}
            title={words.paper}
            sub={words.paperSub}
            href="/people/organisation/paper"
          />
        </Rows>
        {office && (
          <Rows label={words.office}>
            <Row
              lead={<Pencil class="icon" aria-hidden="true" />}
              title={words.namesTitle}
              href="/people/organisation/names"
            />
            <Row
              lead={<Grid class="icon" aria-hidden="true" />}
              title={words.gridsTitle}
              href="/people/organisation/grids"
            />
          </Rows>
        )}
      </div>
    </Screen>
  )
}

function LineOf({ line, levels, teams, called }: OrganisationLine & { called: (key: Called) => string }) {
  const { ledger } = useWords()
  return (
    <section class="org-line">
      <h2>{called(`${line}Line`)}</h2>
      <ol class="org-levels">
        {levels.map((level) => (
          <LevelOf
            key={level.role}
            {...level}
            title={called(level.role)}
            said={called(level.role) === called(`${line}Line`)}
          />
        ))}
        {teams.length > 0 && (
          <li class="org-level">
            <h3>{ledger.hands.teams}</h3>
            <ul class="org-seats">
              {teams.map(({ team, name, people }) => (
                <li key={team}>
                  <span class="org-where">{name ?? ledger.hands.team[team]}</span>
                  <span class="org-holders">
                    {people.map((one) => (
                      <b key={one.person}>{one.name}</b>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        )}
      </ol>
    </section>
  )
}

/** `said`: the line is called the same, and says it already. */
function LevelOf({ seats, title, said }: Level & { title: string; said: boolean }) {
  const { organisation: words, people } = useWords()
  return (
    <li class="org-level">
      {!said && <h3>{title}</h3>}
      <ul class="org-seats">
        {seats.map(({ place, where, holders }) => (
          <li key={place}>
            <span class="org-where">{where || people.whole}</span>
            <span class="org-holders">
              {holders.length === 0 ? (
                <span class="org-vacant">{words.vacant}</span>
              ) : (
                holders.map((one) => <HolderOf key={one.person} {...one} />)
              )}
            </span>
          </li>
        ))}
      </ul>
    </li>
  )
}

function HolderOf({ name, to, standsIn }: Holder) {
  const { organisation: words, people } = useWords()
  const { today } = useApp()
  const formats = useFormats()
  const said = [standsIn && words.standsIn, to && people.until(formats.date(to, today()))]
  return (
    <span class="org-holder">
      <b>{name}</b>
      {said.some(Boolean) && <span class="caption">{said.filter(Boolean).join('・')}</span>}
    </span>
  )
}
