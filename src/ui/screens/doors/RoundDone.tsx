import type { Staircase } from '#domain/doors/elevation.ts'
import type { BuildingView } from '#queries/doors.ts'
import { type Round, toComeBackTo } from '#queries/round.ts'
import { Empty } from '#ui/parts/Empty.tsx'
import { Drawing } from '#ui/parts/facade/Drawing.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Rows } from '#ui/parts/Rows.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import { DoorRow } from './DoorList.tsx'
import { roundUnit } from './windows.ts'

/** The last door: the building as it is lit now, and who to go back to. */
export function RoundDone({ unit, view, round }: { unit: Staircase; view: BuildingView; round: Round }) {
  const { doors: words, rounds } = useWords()
  const { day } = useFormats()
  const back = toComeBackTo(round)
  const quiet = round.past.length - round.way.length
  if (round.past.length === 0) return <Empty title={words.round.noDoors} />
  const today = [...round.found.values()][0]?.at ?? ''
  return (
    <div class="stack-wide">
      <Empty
        title={words.round.doneTitle(unit.label)}
        text={words.round.doneText(back.length)}
        picture={
          <Drawing units={[roundUnit(view, unit, round, undefined, words, rounds.door)]} width={110} />
        }
      >
        <Key look="primary" label={words.round.toBuilding} href="/doors" />
      </Empty>
      {quiet > 0 && <p class="caption">{rounds.door.quietCount(quiet)}</p>}
      {back.length > 0 && (
        <Rows>
          {back.map(({ door, visit }) => {
            const shown = view.doors.get(door.id)
            if (!shown) return null
            const when =
              visit.retryAt && `${day(visit.retryAt.slice(0, 10), today)} ${visit.retryAt.slice(11)}`
            const sub = `${words.outcome[visit.outcome]}${when ? `・${words.round.back(when)}` : ''}`
            return <DoorRow key={door.id} door={shown} sub={sub} />
          })}
        </Rows>
      )}
    </div>
  )
}
