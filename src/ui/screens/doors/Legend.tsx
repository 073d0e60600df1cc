import type { Freshness } from '#domain/settings.ts'
import type { FacadeWindow, Light } from '#ui/parts/facade/model.ts'
import { CareMark, CountMark, WindowFace } from '#ui/parts/facade/Window.tsx'
import { useWords } from '#ui/words.ts'

interface LegendProps {
  /** Absent where the windows do not tell of visits. */
  readonly freshness: Freshness | undefined
  readonly open: boolean
  readonly care: boolean
}

/** What the windows say. A mark the reader never sees is not explained either. */
export function Legend({ freshness, open, care }: LegendProps) {
  const { legend } = useWords().doors
  if (!freshness && !open && !care) return null
  return (
    <ul class="doors-legend">
      {freshness && (
        <>
          <Sample light="lit" text={legend.lit(freshness.lit)} />
          <Sample light="half" text={legend.half(freshness.lit, freshness.half)} />
          <Sample light="dusk" text={legend.dusk} />
        </>
      )}
      {open && (
        <li>
          <CountMark count={1} />
          {legend.open}
        </li>
      )}
      {care && (
        <li>
          <CareMark />
          {legend.care}
        </li>
      )}
    </ul>
  )
}

function Sample({ light, text }: { light: Light; text: string }) {
  const window: FacadeWindow = { key: light, label: '', light, name: text }
  return (
    <li>
      <span class="doors-sample">
        <WindowFace window={window} />
      </span>
      {text}
    </li>
  )
}
