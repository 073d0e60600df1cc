import { rulingOf } from '#domain/council/councilLaw.ts'
import { isLate } from '#domain/council/resolution.ts'
import { apartFrom, type decidedOn } from '#queries/atCouncil.ts'
import { Row } from '#ui/parts/Rows.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useSeen } from '#ui/screens/feedback/seen.ts'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { whoseTask } from './names.ts'

/** What one sitting decided on a matter: the words, who has it until when, how it stands; before it sits, only that it will. */
export function DecidedRow({ decided }: { decided: ReturnType<typeof decidedOn>[number] }) {
  const words = useWords()
  const { council, atCouncil } = words
  const formats = useFormats()
  const { ctx } = useApp()
  const { reader, today } = useReader()
  const { meeting, item, resolution } = decided
  const apart = useSeen((view) => resolution && apartFrom(view, resolution))
  const ruling = rulingOf(item)
  const day = formats.day(meeting.day, today)
  const who = resolution && whoseTask(ctx.view, resolution, words, { public: reader.shared, day: today })
  const late = resolution && isLate(resolution, today)
  const state = apart
    ? atCouncil[apart.is]
    : late
      ? council.task.late
      : resolution && council.task.state[resolution.state]
  return (
    <Row
      href={resolution ? `/council/resolutions/${resolution.id}` : `/council/${meeting.id}?item=${item.id}`}
      title={resolution?.text ?? item.decision ?? item.title}
      sub={[
        ruling ? atCouncil.ruled(council.ruling[ruling], day) : atCouncil.planned(day),
        who && council.task.whose(who),
        resolution?.due !== undefined && council.task.by(formats.day(resolution.due, today)),
      ]
        .filter(Boolean)
        .join('・')}
      right={
        state && (
          <Tag
            label={state}
            tone={apart ? 'chase' : late ? 'overdue' : resolution?.state === 'open' ? 'plain' : 'done'}
          />
        )
      }
    />
  )
}
