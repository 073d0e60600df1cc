import CheckMark from '~icons/lucide/circle-check'
import Chevron from '~icons/lucide/chevron-right'
import { useState } from 'preact/hooks'
import type { ShiftSheet } from '#queries/bins.ts'
import { lookRound } from '#queries/checklist.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { ArrivalChecks } from './ArrivalChecks.tsx'

/** Where there is no room for the checks they are one row; it opens them. */
export function ChecksRow({ sheet }: { sheet: ShiftSheet }) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  const { seen, of, toFix } = sheet.progress
  // What an earlier round wanted put right, and nobody has answered yet.
  const again = useView(
    (view) =>
      lookRound(view, sheet.shift.id, 'arrival')?.again.filter((one) => one.said === undefined).length ?? 0,
  )
  const { checks } = words
  const said = [
    checks.seen(seen, of),
    toFix > 0 && checks.toFix(toFix),
    again > 0 && checks.again.count(again),
  ].filter((one) => one !== false)
  return (
    <div class="shift-checks-row">
      <button type="button" class="key key-quiet key-wide" onClick={() => setOpen(true)}>
        <CheckMark class="icon" aria-hidden="true" />
        <span>{checks.title.arrival}</span>
        <span class="shift-checks-state">
          {said.map((one, index) => (
            <span key={index}>{index < said.length - 1 ? `${one}・` : one}</span>
          ))}
        </span>
        <Chevron class="icon" aria-hidden="true" />
      </button>
      <Sheet
        open={open}
        onClose={() => setOpen(false)}
        title={checks.title.arrival}
        close={words.common.close}
      >
        <ArrivalChecks sheet={sheet} />
      </Sheet>
    </div>
  )
}
