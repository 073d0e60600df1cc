import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { lightOf } from '#ui/screens/doors/windows.ts'
import { Drawing as Building } from '#ui/parts/facade/Drawing.tsx'
import type { FacadeUnit } from '#ui/parts/facade/model.ts'
import type { BuildingView } from '#queries/doors.ts'
import type { TodayView } from '#queries/today.ts'
import { BigNumber } from '#ui/parts/BigNumber.tsx'
import { useFormats, useWords } from '#ui/words.ts'

type Mine = NonNullable<TodayView['homes']>

/** 94 / 142 户: of the homes somebody lives in, those reached lately. */
function Count({ homes }: { homes: Mine }) {
  const { today } = useWords()
  const { number } = useFormats()
  const { lit, livedIn } = homes.progress
  return <BigNumber value={number(lit)} of={today.homes(number(livedIn))} below={today.lit(homes.litDays)} />
}

/**
 * A building is hundreds of windows: only the one of the two that the width of the page shows is drawn, and its windows
 * come when the list stands. Its walls keep the room.
 */
function Drawing({ homes, large = false }: { homes: Mine; large?: boolean }) {
  const wide = useWide()
  const [listStands, setListStands] = useState(false)
  useEffect(() => setListStands(true), [])
  if (!homes.building || wide !== large) return null
  const units = listStands ? unitsOf(homes.building) : []
  return <Building units={units} width={large ? 190 : 106} height={large ? 480 : 164} />
}

/** As wide as `today.css` asks for before the building stands beside the list. */
function useWide(): boolean {
  const [query] = useState(() => matchMedia('(min-width: 64em)'))
  const [wide, setWide] = useState(query.matches)
  useLayoutEffect(() => {
    const again = () => setWide(query.matches)
    query.addEventListener('change', again)
    return () => query.removeEventListener('change', again)
  }, [query])
  return wide
}

/** The building as a picture: no text, no marks that name a door. */
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

export const Homes = { Count, Drawing }
