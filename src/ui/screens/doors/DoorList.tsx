import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { RecordId } from '#domain/ids.ts'
import { named, type ListedDoor } from '#queries/doorList.ts'
import type { Door } from '#queries/doors.ts'
import type { Reader } from '#queries/reader.ts'
import { Nothing } from '#ui/Nothing.tsx'
import { WindowFace } from '#ui/parts/facade/Window.tsx'
import { Row } from '#ui/parts/Rows.tsx'
import { useWords } from '#ui/words.ts'
import { doorFrom, HEIGHTS, lineAt, listedOf, type ListItem } from './listed.ts'
import { windowOf } from './windows.ts'
import './door-list.css'

/** Where somebody asks to be brought; asked again it is another one. */
export interface Bring {
  readonly to: { readonly building: RecordId; readonly unit?: RecordId }
}

interface DoorListProps {
  readonly reader: Reader
  readonly doors: readonly ListedDoor[]
  readonly bring: Bring | undefined
  /** The building at the top is another one now. */
  readonly onBuilding: (building: RecordId) => void
}

/** Lines beyond what is seen, so that a finger or a screen reader that goes on finds the next one there. */
const SPARE = 6

/**
 * 列表看: the doors of all buildings as lines, floor by floor, an equal way to read them. Here a filter does shorten. Of tens of
 * thousands only those in sight are drawn; the whole is told to a screen reader.
 */
export function DoorList({ reader, doors, bring, onBuilding }: DoorListProps) {
  const { doors: words } = useWords()
  const listed = useMemo(() => listedOf(doors), [doors])
  const box = useRef<HTMLDivElement>(null)
  const seen = useSeen(box)
  const [active, setActive] = useState(1)
  const wanted = useRef<number | undefined>(undefined)
  const { items, tops } = listed
  const first = lineAt(listed, seen.from)
  const last = lineAt(listed, seen.to)
  const here = items[first]?.at.building.id
  const roving = items[active]?.is === 'door' ? active : 1

  useEffect(() => {
    if (here !== undefined) onBuilding(here)
  }, [here])

  const bringTo = (line: number, focus: boolean) => {
    const list = box.current
    const mark = list?.querySelector<HTMLElement>('.door-list-mark')
    if (!mark) return
    if (focus) wanted.current = line
    setActive(line)
    const top = tops[line]!
    // A line that is in sight already stays where it is.
    if (focus && top > seen.from + HEIGHTS.floor && tops[line + 1]! < seen.to) return
    mark.style.top = `${top}rem`
    mark.scrollIntoView({ block: focus && top > seen.from ? 'end' : 'start' })
  }

  useLayoutEffect(() => {
    if (!bring) return
    const { building, unit } = bring.to
    const line = items.findIndex(
      ({ at }) => at.building.id === building && (unit === undefined || at.unitId === unit),
    )
    if (line >= 0) bringTo(line, false)
  }, [bring])

  useLayoutEffect(() => {
    const line = wanted.current
    const link = line !== undefined && box.current?.querySelector<HTMLElement>(`[data-line="${line}"]`)
    if (!link) return
    wanted.current = undefined
    link.focus({ preventScroll: true })
  })

  const onKeyDown = (event: KeyboardEvent) => {
    const from = Number((event.target as HTMLElement).dataset['line'])
    const page = Math.max(1, Math.floor((seen.to - seen.from) / HEIGHTS.door) - 2)
    const by = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -items.length,
      End: items.length,
    }[event.key]
    if (by === undefined || Number.isNaN(from)) return
    event.preventDefault()
    bringTo(doorFrom(listed, from, by), true)
  }

  if (items.length === 0) return <Nothing title={words.list.none} text={words.list.noneText} />
  const from = Math.max(0, first - SPARE)
  const to = Math.min(items.length, last + SPARE + 1)
  const lines = Array.from({ length: to - from }, (_, nth) => from + nth)
  // Where the focus is stays, wherever somebody scrolls.
  if (roving < from || roving >= to) lines.push(roving)
  const top = items[first]!
  return (
    <div
      class="door-list"
      role="grid"
      aria-label={words.list.name}
      aria-rowcount={items.length + 1}
      aria-colcount={4}
      onKeyDown={onKeyDown}
    >
      <p class="door-list-here" aria-hidden="true">
        {/* A floor that begins here says itself in the line below. */}
        {[top.at.building.label, top.at.unit, top.is === 'floor' ? '' : top.at.floor].join(' ').trim()}
      </p>
      <div class="spoken" role="row" aria-rowindex={1}>
        {(['door', 'who', 'visited', 'more'] as const).map((one) => (
          <span key={one} role="columnheader">
            {words.list[one]}
          </span>
        ))}
      </div>
      <div class="door-list-lines" role="rowgroup" ref={box} style={{ height: `${tops[items.length]}rem` }}>
        {lines.map((line) => (
          <Line
            key={line}
            item={items[line]!}
            line={line}
            top={tops[line]!}
            reader={reader}
            roving={line === roving}
            onFocus={setActive}
          />
        ))}
        <span class="door-list-mark" aria-hidden="true" />
      </div>
    </div>
  )
}

interface LineProps {
  readonly item: ListItem
  readonly line: number
  readonly top: number
  readonly reader: Reader
  readonly roving: boolean
  readonly onFocus: (line: number) => void
}

function Line({ item, line, top, reader, roving, onFocus }: LineProps) {
  const { doors: words } = useWords()
  const at = { top: `${top}rem`, height: `${HEIGHTS[item.is]}rem` }
  if (item.is === 'floor')
    return (
      <div class="door-list-floor" role="row" aria-rowindex={line + 2} style={at}>
        <span role="columnheader" aria-colspan={4}>
          {item.where}
        </span>
      </div>
    )
  const door = named(reader, item.at.door)
  const window = windowOf(door, words, false, 'all')
  const more = [
    door.care && words.filter.care,
    door.used === 'rented' && words.filter.rented,
    door.open > 0 && words.openCount(door.open),
  ].filter(Boolean)
  return (
    <div class="door-list-line" role="row" aria-rowindex={line + 2} style={at}>
      <span role="rowheader" class="door-list-door">
        <a
          class="door-list-link"
          href={`/doors/home/${door.id}`}
          data-line={line}
          tabIndex={roving ? 0 : -1}
          onFocus={() => onFocus(line)}
          aria-label={`${item.at.building.label} ${window.name}`}
        >
          <span class="door-list-window">
            <WindowFace window={window} />
          </span>
        </a>
      </span>
      <span role="gridcell" class="door-list-who">
        {door.name ?? `${door.unit} ${door.label}`}
      </span>
      <span role="gridcell" class="spoken">
        {window.sub}
      </span>
      <span role="gridcell" class="door-list-more">
        {more.join('・')}
      </span>
    </div>
  )
}

/** Which stretch of the list is in sight, in rem from its beginning, whatever scrolls around it. */
function useSeen(box: { readonly current: HTMLElement | null }): {
  readonly from: number
  readonly to: number
} {
  const [seen, setSeen] = useState({ from: 0, to: 60 })
  useLayoutEffect(() => {
    const look = () => {
      if (!box.current) return
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const { top } = box.current.getBoundingClientRect()
      const within = box.current.closest('main')?.getBoundingClientRect()
      const high = Math.max(within?.top ?? 0, 0)
      const low = Math.min(within?.bottom ?? innerHeight, innerHeight)
      const next = { from: Math.max(0, (high - top) / rem), to: Math.max(0, (low - top) / rem) }
      setSeen((before) => (before.from === next.from && before.to === next.to ? before : next))
    }
    look()
    addEventListener('scroll', look, { capture: true, passive: true })
    const watcher = new ResizeObserver(look)
    if (box.current) watcher.observe(box.current)
    watcher.observe(document.documentElement)
    return () => {
      removeEventListener('scroll', look, { capture: true })
      watcher.disconnect()
    }
  }, [box])
  return seen
}

/** One home as a row with its window. */
export function DoorRow({
  door,
  title,
  sub,
}: {
  door: Door
  title?: string | undefined
  sub?: string | undefined
}) {
  const { doors: words } = useWords()
  const window = windowOf(door, words, false, 'all')
  return (
    <Row
      href={`/doors/home/${door.id}`}
      lead={
        <span class="doors-row-window">
          <WindowFace window={window} />
        </span>
      }
      title={
        <>
          <span class="spoken">{window.name}</span>
          <span aria-hidden="true">{title ?? door.name ?? `${door.unit} ${door.label}`}</span>
        </>
      }
      sub={<span aria-hidden="true">{sub ?? (door.open > 0 ? words.openCount(door.open) : door.unit)}</span>}
    />
  )
}
