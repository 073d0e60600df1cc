import type { ComponentChildren } from 'preact'
import type { Called, Line } from '#domain/organisation.ts'
import type { Level, OrganisationLine, Seat } from '#queries/organisation.ts'
import { useCalled } from '#ui/state/roleNames.ts'
import { ANOTHER_YEAR } from '#ui/formats.ts'
import { useFormats, useWords } from '#ui/words.ts'

interface LinesOnPaperProps {
  lines: readonly OrganisationLine[]
  internal: boolean
}

/**
 * The party's levels beside those of the grid, both committees beside each other, the property with its teams. Tables break
 * over pages row by row, on every printer.
 */
export function LinesOnPaper({ lines, internal }: LinesOnPaperProps) {
  const called = useCalled()
  const cells = (line: Line) =>
    cellsOf(
      lines.find((one) => one.line === line)!,
      called,
      internal,
    )
  const beside = (left: Line, right: Line) => (
    <Beside heads={[called(`${left}Line`), called(`${right}Line`)]} columns={[cells(left), cells(right)]} />
  )
  const property = cells('property')
  return (
    <>
      {beside('party', 'grid')}
      {beside('residents', 'owners')}
      <Beside heads={[called('propertyLine')]} columns={property.map((one) => [one])} />
    </>
  )
}

/** A heading stands over one column, or alone over all. */
function Beside({
  heads,
  columns,
}: {
  heads: readonly string[]
  columns: readonly (readonly ComponentChildren[])[]
}) {
  const span = heads.length === 1 ? columns.length : 1
  const rows = Math.max(...columns.map((one) => one.length))
  return (
    <table class="org-paper">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="colgroup" colSpan={span}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: rows }, (_, row) => (
          <tr key={row}>
            {columns.map((column, at) => (
              <td key={at}>{column[row]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** From the top down; the teams of a line come last. */
function cellsOf(
  { line, levels, teams }: OrganisationLine,
  called: (key: Called) => string,
  internal: boolean,
): readonly ComponentChildren[] {
  const cells = levels.map((level) => (
    <LevelOnPaper
      key={level.role}
      level={level}
      title={called(level.role) === called(`${line}Line`) ? undefined : called(level.role)}
      internal={internal}
    />
  ))
  return teams.length === 0
    ? cells
    : [...cells, <TeamsOnPaper key="teams" teams={teams} internal={internal} />]
}

function LevelOnPaper(props: { level: Level; title: string | undefined; internal: boolean }) {
  const { people } = useWords()
  return (
    <>
      {props.title && <b>{props.title}</b>}
      {props.level.seats.map((seat) => (
        <p key={seat.place}>
          <span>{seat.where || people.whole}</span> <SeatOnPaper seat={seat} internal={props.internal} />
        </p>
      ))}
    </>
  )
}

function SeatOnPaper({ seat: { holders }, internal }: { seat: Seat; internal: boolean }) {
  const { organisation: words, people } = useWords()
  const formats = useFormats()
  if (holders.length === 0) return <i>{words.vacant}</i>
  if (!internal) return <>{words.holders(holders.length)}</>
  const said = holders.map(({ name, to, standsIn }) => {
    const more = [standsIn && words.standsIn, to && people.until(formats.date(to, ANOTHER_YEAR))]
    return more.some(Boolean) ? `${name}（${more.filter(Boolean).join('・')}）` : name
  })
  return <b>{formats.list(said)}</b>
}

function TeamsOnPaper({ teams, internal }: { teams: OrganisationLine['teams']; internal: boolean }) {
  const { ledger, organisation: words } = useWords()
  const formats = useFormats()
  return (
    <>
      <b>{ledger.hands.teams}</b>
      {teams.map(({ team, name, people }) => (
        <p key={team}>
          <span>{name ?? ledger.hands.team[team]}</span>{' '}
          {internal ? <b>{formats.list(people.map((one) => one.name))}</b> : words.holders(people.length)}
        </p>
      ))}
    </>
  )
}
