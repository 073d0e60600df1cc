import CheckMark from '~icons/lucide/check'
import { useRoute } from 'preact-iso'
import { checkProgress, itemsOf } from '#domain/bins/checklist.ts'
import type { RecordId } from '#domain/ids.ts'
import { checksAt } from '#domain/bins/shift.ts'
import { shiftSheet } from '#queries/bins.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { ChecksRound } from './ChecksRound.tsx'
import { NotHere } from './NotHere.tsx'
import { ThemeOnPhone } from './ThemeOnPhone.tsx'

/** `/bins/:shift/leaving`: the same round once more, before one goes. */
export function LeavingChecks() {
  const id = useRoute().params['shift'] as RecordId
  const { bins, checks } = useWords()
  const { ctx } = useApp()
  const sheet = useView((view) => shiftSheet(view, ctx.tenant, id))
  if (!sheet) return <NotHere />
  const { shift, point } = sheet
  const open = shift.closedAt === undefined && shift.author === ctx.me
  const { seen, of } = checkProgress(checksAt(shift, 'leaving'), itemsOf(shift, 'leaving'))
  return (
    <Screen
      title={checks.title.leaving}
      sub={bins.shiftAt(bins.shortPoint(point), bins.window[shift.window])}
      back={`/bins/${id}`}
      right={<ThemeOnPhone />}
      bar={
        <BottomBar>
          {open && seen < of ? (
            <Key wide label={checks.leaving.later} href={`/bins/${id}/summary`} />
          ) : (
            <Key
              wide
              look="primary"
              icon={CheckMark}
              label={open ? checks.leaving.go : bins.summary.title}
              href={`/bins/${id}/summary`}
            />
          )}
        </BottomBar>
      }
    >
      {open ? (
        <div class="checks">
          <ChecksRound shift={id} when="leaving" />
        </div>
      ) : (
        <Empty title={checks.leaving.over} text={checks.leaving.overText} />
      )}
    </Screen>
  )
}
