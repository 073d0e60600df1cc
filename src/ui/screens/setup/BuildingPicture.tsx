import { useState } from 'preact/hooks'
import type { DrawnBuilding } from '#domain/drawnBuilding.ts'
import { MiniMap } from '#ui/parts/facade/MiniMap.tsx'
import { WindowFace } from '#ui/parts/facade/Window.tsx'
import { useWords } from '#ui/words.ts'
import { facadeOf } from './drawing.ts'

/** On a tablet the whole building fits below its floor; on a phone the page scrolls. */
function roomBelow(): number {
  return innerWidth < 1024 ? 460 : Math.max(300, innerHeight - 370)
}

/** One floor large enough to press, and the whole building live below it. */
export function BuildingPicture(props: {
  drawn: DrawnBuilding
  onNotHomes: (keys: readonly string[]) => void
}) {
  const { drawn, onNotHomes } = props
  const words = useWords().setup.buildings
  const [floor, setFloor] = useState(1)
  const units = facadeOf(drawn, words)
  const first = Math.max(0, drawn.floors - floor)
  const shown = Math.min(floor, drawn.floors)
  const press = (key: string) =>
    onNotHomes(
      drawn.notHomes.includes(key) ? drawn.notHomes.filter((one) => one !== key) : [...drawn.notHomes, key],
    )

  return (
    <>
      <section class="card card-pad setup-floor">
        <div class="between">
          <h2>{words.floor(shown)}</h2>
          <span class="caption">{words.tap}</span>
        </div>
        <div class="setup-windows">
          {units.map((unit, index) => (
            <div key={index} class="setup-unit">
              {unit.floors[first]?.windows.map(
                (window) =>
                  window && (
                    <button
                      key={window.key}
                      type="button"
                      class="facade-window setup-window"
                      aria-label={window.name}
                      onClick={() => press(window.key)}
                    >
                      <WindowFace window={window} />
                    </button>
                  ),
              )}
            </div>
          ))}
        </div>
      </section>
      <div class="setup-building">
        <MiniMap
          units={units}
          width={Math.min(420, Math.max(120, 24 + drawn.units * drawn.doors * 46))}
          height={Math.min(roomBelow(), 44 + drawn.floors * 24)}
          first={first}
          count={1}
          onMove={(row) => setFloor(drawn.floors - row)}
          words={{ name: words.whole, up: words.upper, down: words.lower }}
        />
      </div>
    </>
  )
}
