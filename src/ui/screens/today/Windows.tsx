import { useMemo } from 'preact/hooks'
import type { RecordId } from '#domain/ids.ts'
import { type BuildingView, elevationOf } from '#queries/doors.ts'
import { freshnessOf } from '#queries/progress.ts'
import { readerOf } from '#queries/reader.ts'
import { Drawing } from '#ui/parts/facade/Drawing.tsx'
import type { FacadeUnit } from '#ui/parts/facade/model.ts'
import { lightOf } from '#ui/screens/doors/windows.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'

export interface WindowsOf {
  readonly building: RecordId
  readonly width: number
  readonly height: number
}

/** The building as a picture beside its figure: a few hundred windows, which come when the list stands. */
export function Windows({ building, width, height }: WindowsOf) {
  const { ctx, today } = useApp()
  const seen = useView((view) =>
    elevationOf(readerOf(view, ctx, today()), building, today(), freshnessOf(view, ctx.tenant)),
  )
  const units = useMemo(() => (seen ? unitsOf(seen) : []), [seen])
  return <Drawing units={units} width={width} height={height} />
}

/** No text, no marks that name a door. */
function unitsOf({ elevation, doors }: BuildingView): readonly FacadeUnit[] {
  return elevation.units.map((unit) => ({
    floors: unit.storeys.map((storey) => ({
      label: storey.label,
      windows: storey.doors.map((place) => {
        const door = place && doors.get(place.id)
        if (!door) return undefined
        return { key: door.id, label: door.label, light: lightOf(door), name: door.label }
      }),
    })),
  }))
}
