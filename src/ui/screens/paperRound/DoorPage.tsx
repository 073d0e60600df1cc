import './door-page.css'
import type { PaperFloor } from '#queries/doorSheet.ts'
import { Page } from '#ui/paper/Page.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { ON_PAPER } from './onPaper.ts'

/** More would not stand in two lines. */
const MOST_NAMES = 4

export interface DoorPageProps {
  /** 1栋 2单元 */
  readonly where: string
  readonly floors: readonly PaperFloor[]
  readonly page: number
  readonly of: number
  readonly names: boolean
}

/** One A4 page: a door a line with boxes to tick, who goes on which day above, who printed it below. */
export function DoorPage({ where, floors, page, of, names }: DoorPageProps) {
  const { discretion } = useWords()
  const { person } = useApp()
  const words = discretion.paper
  return (
    <Page
      title={words.title}
      sub={where}
      internal={names}
      says={names ? words.backNames : words.back}
      version={words.printedBy(person.name)}
      nth={page}
      of={of}
    >
      <ul class="door-page-blanks">
        <li>{words.day}</li>
        <li>{words.who}</li>
        <li>{words.from}</li>
      </ul>
      <p class="page-note">{words.how}</p>
      <table class="door-page-grid">
        <thead>
          <tr>
            <th scope="col">{words.door}</th>
            {names && (
              <th scope="col" class="door-page-names">
                {words.name}
              </th>
            )}
            {ON_PAPER.map((outcome) => (
              <th key={outcome} scope="col" class="door-page-box">
                {discretion.outcome[outcome]}
              </th>
            ))}
            <th scope="col" class="door-page-remark">
              {words.remark}
            </th>
          </tr>
        </thead>
        {floors.map((floor) => (
          <tbody key={floor.id}>
            <tr>
              <th scope="rowgroup" class="door-page-floor" colSpan={ON_PAPER.length + (names ? 3 : 2)}>
                {words.floor(floor.unit, floor.label)}
              </th>
            </tr>
            {floor.doors.map(({ door, names: people }) => (
              <tr key={door.id}>
                <th scope="row" class="door-page-door">
                  {door.label}
                </th>
                {names && <td class="door-page-names">{namesOf(people)}</td>}
                {ON_PAPER.map((outcome) => (
                  <td key={outcome} class="door-page-box">
                    <span class="door-page-tick" />
                  </td>
                ))}
                <td class="door-page-remark" />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Page>
  )
}

function namesOf(people: readonly string[]): string {
  const more = people.length - MOST_NAMES
  return people.slice(0, MOST_NAMES).join('、') + (more > 0 ? ` +${more}` : '')
}
