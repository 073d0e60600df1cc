import type { Freshness } from '#domain/settings.ts'
import type { Door } from '#queries/doors.ts'
import type { FacadeWindow, Light } from '#ui/parts/facade/model.ts'
import { CareMark, CountMark, WindowFace } from '#ui/parts/facade/Window.tsx'
import { useWords } from '#ui/words.ts'

interface LegendProps {
  readonly freshness: Freshness
  /** What is drawn of the building. */
  readonly lights: ReadonlySet<Door['light']>
  readonly open: boolean
  readonly care: boolean
}

const UNLIT = [
  ['vacant', 'none'],
  ['notHome', 'hatched'],
  ['shop', 'shop'],
  ['stilt', 'stilt'],
] as const

/** What the windows say. A mark the reader never sees is not explained either. */
export function Legend({ freshness, lights, open, care }: LegendProps) {
  const { legend } = useWords().doors
  const glows = (['lit', 'half', 'dusk'] as const).some((one) => lights.has(one))
  const unlit = UNLIT.filter(([light]) => lights.has(light))
  if (!glows && unlit.length === 0 && !open && !care) return null
  return (
    <ul class="doors-legend">
      {glows && (
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
      {unlit.map(([light, drawn]) => (
        <Sample key={light} light={drawn} text={legend[light]} />
      ))}
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
