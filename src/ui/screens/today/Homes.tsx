import { useLayoutEffect, useState } from 'preact/hooks'
import type { TodayView } from '#queries/today.ts'
import { later } from '#ui/later.tsx'
import { BigNumber } from '#ui/parts/BigNumber.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import type { WindowsOf } from './Windows.tsx'

type Mine = NonNullable<TodayView['homes']>

/** 94 / 142 户: of the homes somebody lives in, those reached lately. */
function Count({ homes }: { homes: Mine }) {
  const { today } = useWords()
  const { number } = useFormats()
  const { lit, livedIn } = homes.progress
  return <BigNumber value={number(lit)} of={today.homes(number(livedIn))} below={today.lit(homes.litDays)} />
}

/** Its walls keep the room until the windows come. */
const Windows = later(
  async () => (await import('./Windows.tsx')).Windows,
  ({ width, height }: WindowsOf) => <svg width={width} height={height} aria-hidden="true" />,
)

/** Only the one of the two that the width of the page shows is drawn. */
function Drawing({ homes, large = false }: { homes: Mine; large?: boolean }) {
  const wide = useWide()
  if (!homes.building || wide !== large) return null
  return <Windows building={homes.building} width={large ? 190 : 106} height={large ? 480 : 164} />
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

export const Homes = { Count, Drawing }
