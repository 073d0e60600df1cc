import type { Meeting } from '#domain/council/meeting.ts'
import { isLate, type Resolution } from '#domain/council/resolution.ts'
import { Row } from '#ui/parts/Rows.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { whoseTask } from './names.ts'

/** One resolution: what, who, until when; late ones say so. */
export function ResolutionRow({ resolution, own }: { resolution: Resolution; own?: boolean }) {
  const words = useWords()
  const { task } = words.council
  const formats = useFormats()
  const { today } = useReader()
  const day = useView((view) => view.get<Meeting>(resolution.meeting)?.day)
  const who = useView((view) => whoseTask(view, resolution, words, { public: false, day: today }))
  const late = isLate(resolution, today)
  return (
    <Row
      href={`/council/resolutions/${resolution.id}`}
      title={resolution.text}
      sub={[
        !own && who && task.whose(who),
        resolution.due === undefined ? task.byNone : task.by(formats.day(resolution.due, today)),
        own && day && task.from(formats.day(day, today)),
      ]
        .filter(Boolean)
        .join('・')}
      right={
        late ? (
          <Tag tone="overdue" label={task.late} />
        ) : resolution.state !== 'open' ? (
          <Tag tone="done" label={task.state[resolution.state]} />
        ) : undefined
      }
    />
  )
}
