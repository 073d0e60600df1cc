import Leave from '~icons/lucide/footprints'
import { checkProgress, itemsOf } from '#domain/bins/checklist.ts'
import { checksAt, type Shift } from '#domain/bins/shift.ts'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useWords } from '#ui/words.ts'

/** Before the hand-over: the way to the last look round, and how far it is. */
export function LeavingRow({ shift }: { shift: Shift }) {
  const { checks } = useWords()
  const { seen, of, toFix } = checkProgress(checksAt(shift, 'leaving'), itemsOf(shift, 'leaving'))
  const state = [checks.seen(seen, of), toFix > 0 && checks.toFix(toFix)].filter(Boolean).join('・')
  return (
    <Rows>
      <Row
        href={`/bins/${shift.id}/leaving`}
        lead={<Leave class="icon" aria-hidden="true" />}
        title={checks.leaving.row}
        sub={state}
      />
    </Rows>
  )
}
