import { useState } from 'preact/hooks'
import type { DrawnBuilding } from '#domain/doors/drawnBuilding.ts'
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
  const [up, setUp] = useState(0)
  const units = facadeOf(drawn, words)
  const rows = units[0]?.floors ?? []
  const first = Math.max(0, rows.length - 1 - up)
  // The upper floor of double homes has no doors: its windows are those of the floor below.
  const row = rows[first]?.windows.length === 0 ? first + 1 : first
  const press = (key: string) =>
    onNotHomes(
      drawn.notHomes.includes(key) ? drawn.notHomes.filter((one) => one !== key) : [...drawn.notHomes, key],
    )

  return (
    <>
      <section class="card card-pad setup-floor">
        <div class="between">
          <h2>{words.floor(Number(rows[row]?.label))}</h2>
          <span class="caption">{words.tap}</span>
        </div>
        <div class="setup-windows">
          {units.map((unit, index) => (
            <div key={index} class="setup-unit">
              {unit.floors[row]?.windows.map((window) =>
                window?.light === 'shop' || window?.light === 'stilt' ? (
                  <span key={window.key} class="facade-window setup-window">
                    <span class="spoken">{window.name}</span>
                    <WindowFace window={window} />
                  </span>
                ) : (
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
                  )
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
          height={Math.min(roomBelow(), 44 + rows.length * 24)}
          first={first}
          count={1}
          onMove={(to) => setUp(rows.length - 1 - to)}
          words={{ name: words.whole, up: words.upper, down: words.lower }}
        />
      </div>
    </>
  )
}
