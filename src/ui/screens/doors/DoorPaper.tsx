import './tick-paper.css'
import Printer from '~icons/lucide/printer'
import Warning from '~icons/lucide/triangle-alert'
import { useLocation } from 'preact-iso'
import { useMemo } from 'preact/hooks'
import { printPage } from '#device/print.ts'
import { whereOf } from '#domain/places.ts'
import { buildingsOf } from '#queries/buildings.ts'
import { elevations } from '#queries/doors.ts'
import type { FacadeCell } from '#ui/parts/facade/model.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Header } from '#ui/parts/Header.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Screen } from '#ui/Screen.tsx'
import { usePaperZoom } from '#ui/usePaperZoom.ts'
import { useWords } from '#ui/words.ts'
import { type PaperPage, paperPages } from './paperPages.ts'
import { useReader } from './useReader.ts'

/** What a page has for its floors, and no row is higher than a thumb. */
const ROOM = 860
const HIGHEST = 44

/** `/doors/print`: a building on A4 to go round with a pencil. Door numbers and empty boxes; no word about anybody. */
export function DoorPaper() {
  const { doorPaper: words, common } = useWords()
  const { reader } = useReader()
  const { query } = useLocation()
  const toast = useToast()
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
  return (
    <Screen
      title={words.title}
      header={
        <div class="tick-paper-screen">
          <Header title={words.title} sub={words.sub} back="/doors" leave={common.back} />
        </div>
      }
      bar={
        <BottomBar>
          <Key
            look="primary"
            icon={Printer}
            label={words.print}
            onPress={() => {
              if (!printPage()) toast({ text: words.inside, icon: Warning })
            }}
          />
        </BottomBar>
      }
    >
      <Pages title={`${compound} ${whereOf(building.id, reader.tree)}`.trim()} pages={pages} />
    </Screen>
  )
}

/** The pages as a whole, smaller where the screen is smaller. */
function Pages({ title, pages }: { title: string; pages: readonly PaperPage[] }) {
  const { box, zoom } = usePaperZoom()
  return (
    // Whoever has no pointer reads on by keys: nothing else on the pages takes the focus.
    <div ref={box} class="tick-paper-box" role="region" aria-label={title} tabIndex={0}>
      <div class="tick-paper" style={{ zoom }}>
        {pages.map((page, index) => (
          <Page key={index} title={title} page={page} nth={index + 1} of={pages.length} />
        ))}
      </div>
    </div>
  )
}

function Page({ title, page, nth, of }: { title: string; page: PaperPage; nth: number; of: number }) {
  const { doorPaper: words } = useWords()
  const { units, rows, ofMore, doors } = page
  const sub = [
    words.units(units[0]?.label ?? '', units.at(-1)?.label ?? ''),
    ofMore && words.floors(rows.at(-1)?.label ?? '', rows[0]?.label ?? ''),
    doors && words.doors(...doors),
  ].filter(Boolean)
  return (
    <section class="tick-page">
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
        {of > 1 && <span>{words.page(nth, of)}</span>}
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
