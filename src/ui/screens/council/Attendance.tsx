import { editMeeting } from '#commands/council.ts'
import type { PersonId } from '#domain/ids.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import { teamOn } from '#queries/team.ts'
import { nameOf } from '#queries/feedback.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field, Select } from '#ui/parts/Field.tsx'
import { Stepper } from '#ui/parts/Stepper.tsx'
import { PhotoKey } from '#ui/PhotoKey.tsx'
import { signMeeting } from '#commands/council.ts'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { useCounting } from './useCounting.ts'
import { useKeep } from './useKeep.ts'

/** Who came: with a vote and without are counted apart; kept at each press. */
export function Attendance({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const words = useWords()
  const formats = useFormats()
  const { council, common } = words
  const { ctx } = useApp()
  const { today } = useReader()
  const keep = useKeep()
  const team = useView((view) => teamOn(view, today)).filter((one) => !one.away)
  const people = [
    ...(meeting.chair && !team.some((one) => one.person === meeting.chair)
      ? [{ value: meeting.chair as string, label: nameOf(ctx.view, meeting.chair) || common.somebody }]
      : []),
    ...team.map((one) => ({ value: one.person as string, label: one.name })),
  ]
  const count = useCounting<'expected' | 'present' | 'guests'>(meeting.id, meeting, (was, field, now) =>
    editMeeting(ctx, { ...meeting, [field]: was[field] }, { [field]: now }),
  )
  return (
    <Sheet
      open
      onClose={onClose}
      title={council.attendance}
      text={council.attendanceText}
      close={common.close}
    >
      <div class="stack">
        <Lost record={meeting} />
        {(['expected', 'present', 'guests'] as const).map((field) => (
          <Stepper
            key={field}
            label={council[field]}
            value={count.value(field)}
            unit={council.people}
            less={common.fewer}
            more={common.add}
            onChange={(next) => count.set(field, next)}
          />
        ))}
        {(['chair', 'secretary'] as const).map((field) => (
          <Select
            key={field}
            label={council[field]}
            none={council.nobody}
            value={meeting[field] ?? ''}
            options={people}
            onChange={(next) =>
              void keep(
                editMeeting(ctx, meeting, { [field]: next === '' ? undefined : (next as never) }),
                council.keptField,
              )
            }
          />
        ))}
        <Field
          label={council.ends}
          type="time"
          value={meeting.ends ?? ''}
          onDraft={(ends) => {
            if (/^\d\d:\d\d$/.test(ends)) void keep(editMeeting(ctx, meeting, { ends }))
          }}
        />
        <PhotoKey
          look="row"
          label={council.signed}
          onTaken={(hash) => void keep(signMeeting(ctx, meeting.id, [hash]), council.signedKept)}
        />
        {meeting.signed.length > 0 && (
          <p class="caption">{council.signedCount(formats.number(meeting.signed.length))}</p>
        )}
      </div>
    </Sheet>
  )
}

/** What two wrote differently: which value lost, under whose name it was found. */
export function Lost({ record }: { record: Pick<Meeting, 'lost'> }) {
  const { council, common } = useWords()
  const { ctx } = useApp()
  const { lost } = record
  if (!lost || (typeof lost.value !== 'string' && typeof lost.value !== 'number')) return null
  const said = String(lost.value)
  const rulings: Readonly<Record<string, string>> = council.ruling
  const value = rulings[said] ?? (nameOf(ctx.view, said as PersonId) || said)
  return (
    <Panel
      tone="alert"
      title={council.other(
        nameOf(ctx.view, lost.by) || common.somebody,
        council.fields[lost.field] ?? lost.field,
        value,
      )}
    />
  )
}
