import type { Staircase } from '#domain/elevation.ts'
import type { BuildingView, Door } from '#queries/doors.ts'
import { WindowFace } from '#ui/parts/facade/Window.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useWords } from '#ui/words.ts'
import type { Filter } from './looking.ts'
import { passes, windowOf } from './windows.ts'

/** 列表看: the same doors as rows, floor by floor, an equal way to read the building. Here a filter does shorten. */
export function DoorList({
  view,
  units,
  filter,
}: {
  view: BuildingView
  units: readonly Staircase[]
  filter: Filter
}) {
  return (
    <div class="doors-list">
      {units.map((unit) =>
        unit.storeys.map((storey) => {
          const doors = storey.doors.flatMap((place) => {
            const door = place && view.doors.get(place.id)
            return door && passes(door, filter) ? [door] : []
          })
          if (doors.length === 0) return null
          const label = `${unit.label} ${storey.label}`
          return (
            <section key={storey.id}>
              <h2>{label}</h2>
              <Rows label={label}>
                {doors.map((door) => (
                  <DoorRow key={door.id} door={door} />
                ))}
              </Rows>
            </section>
          )
        }),
      )}
    </div>
  )
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
