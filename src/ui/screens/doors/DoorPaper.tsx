import './tick-paper.css'
import { useLocation } from 'preact-iso'
import { useMemo } from 'preact/hooks'
import { whereOf } from '#domain/places.ts'
import { buildingsOf } from '#queries/buildings.ts'
import { elevations } from '#queries/doors.ts'
import type { FacadeCell } from '#ui/parts/facade/model.ts'
import { Empty } from '#ui/parts/Empty.tsx'
import { PaperScreen } from '#ui/paper/PaperScreen.tsx'
import { useTaken } from '#ui/paper/useTaken.ts'
import { Screen } from '#ui/Screen.tsx'
import { useWords } from '#ui/words.ts'
import { type PaperPage, paperPages } from './paperPages.ts'
import { useReader } from './useReader.ts'

/** What a page has for its floors, and no row is higher than a thumb. */
const ROOM = 860
const HIGHEST = 44

/** `/doors/print`: a building on A4 to go round with a pencil. Door numbers and empty boxes; no word about anybody. */
export function DoorPaper() {
  const { doorPaper: words } = useWords()
  const { reader } = useReader()
  const { query } = useLocation()
  const taken = useTaken()
  const building = buildingsOf(reader).find((one) => one.id === query['building'])
  const elevation = building && elevations(reader.tree, building.id)
  const pages = useMemo(() => (elevation ? paperPages(elevation) : []), [elevation])
  if (!building || pages.length === 0) {
    return (
      <Screen title={words.title} back="/doors">
        <Empty title={words.none} text={words.noneText} />
      </Screen>
    )
  }
  const compound = reader.tree.path(building.id).find((one) => one.what === 'compound')?.label ?? ''
  const title = `${compound} ${whereOf(building.id, reader.tree)}`.trim()
  return (
    <PaperScreen
      title={words.title}
      sub={words.sub}
      back="/doors"
      beforePrint={() => taken({ what: 'paper', note: `${words.title} ${title}` })}
    >
      <div class="tick-paper">
        {pages.map((page, index) => (
          <Page key={index} title={title} page={page} nth={index + 1} of={pages.length} />
        ))}
      </div>
    </PaperScreen>
  )
}

function Page({ title, page, nth, of }: { title: string; page: PaperPage; nth: number; of: number }) {
  const { doorPaper: words, paper } = useWords()
  const { units, rows, ofMore, doors } = page
  const sub = [
    words.units(units[0]?.label ?? '', units.at(-1)?.label ?? ''),
    ofMore && words.floors(rows.at(-1)?.label ?? '', rows[0]?.label ?? ''),
    doors && words.doors(...doors),
  ].filter(Boolean)
  return (
    <section class="page tick-page">
      <header class="tick-page-head">
        <div>
          <h2 class="tick-page-title">{title}</h2>
          <p>{sub.join('，')}</p>
        </div>
        <p class="tick-page-fill">
          {words.date}
          <span />
          {words.who}
          <span />
        </p>
      </header>
      <table
        class="tick-page-wall"
        style={{ '--high': `${Math.min(HIGHEST, Math.floor(ROOM / rows.length))}px` }}
      >
        <thead>
          <tr>
            <th scope="col">{words.floor}</th>
            {units.map((unit, index) => (
              <th key={index} scope="colgroup" colSpan={unit.columns}>
                {unit.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {row.units.map((cells, unit) =>
                cells.map((cell, column) => (
                  <Cell key={`${unit} ${column}`} cell={cell} first={column === 0} />
                )),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <footer class="tick-page-foot">
        <span>{words.how}</span>
        {of > 1 && <span>{paper.page(nth, of)}</span>}
      </footer>
    </section>
  )
}

function Cell({ cell, first }: { cell: FacadeCell; first: boolean }) {
  if (cell === 'more') return null
  const looks = first ? 'tick-page-first' : undefined
  if (!cell) return <td class={looks} />
  const { window, rows } = cell
  return (
    <td class={looks} rowSpan={rows}>
      <span class="tick-page-door">
        {window.label}
        {window.light === 'none' && <span class="tick-page-tick" />}
      </span>
    </td>
  )
}
