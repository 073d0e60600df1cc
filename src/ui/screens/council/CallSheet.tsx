import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import { callMeeting, idOfCall } from '#commands/council.ts'
import { MEETING_KINDS, type MeetingKind } from '#domain/council/meeting.ts'
import { meetings } from '#queries/council.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field, Select } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Stepper } from '#ui/parts/Stepper.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { useKeep } from './useKeep.ts'

interface Filled {
  readonly meetingKind: MeetingKind
  readonly day: string
  readonly time: string
  readonly placeText: string
  readonly circle: string
  readonly expected: number
}

/** Calls a sitting: today, at the hour, the place and with as many as the last one. */
export function CallSheet({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const { council, common } = words
  const { ctx } = useApp()
  const { reader, today } = useReader()
  const { route } = useLocation()
  const keep = useKeep()
  const [last] = meetings(reader)
  const draft = useDraft<Filled>('council.call', ctx.compound, {
    meetingKind: 'weekly',
    day: today,
    time: last?.time ?? '19:30',
    placeText: last?.placeText ?? council.form.placeUsual,
    circle: last?.circle ?? '',
    expected: last?.expected ?? 0,
  })
  const { value } = draft
  const [busy, setBusy] = useState(false)
  const set = (part: Partial<Filled>) => draft.set({ ...value, ...part })
  const call = async () => {
    setBusy(true)
    const circle = value.circle.trim()
    const form = {
      ...value,
      circle: circle === '' ? undefined : circle,
      expected: value.expected === 0 ? undefined : value.expected,
    }
    const id = idOfCall(ctx, form)
    const there = ctx.view.get(id) !== undefined
    const done = there || (await keep(callMeeting(draft.ctx, form), council.called))
    setBusy(false)
    if (!done) return
    await draft.drop()
    onClose()
    route(`/council/${id}`)
  }
  const wrong = !/^\d{4}-\d\d-\d\d$/.test(value.day) || !/^\d\d:\d\d$/.test(value.time)
  return (
    <Sheet
      open
      onClose={onClose}
      title={council.call}
      close={common.close}
      bar={
        <Key
          look="primary"
          wide
          label={council.callGo}
          why={wrong ? council.form.day : undefined}
          busy={busy}
          busyLabel={common.saving}
          onPress={() => void call()}
        />
      }
    >
      <div class="stack">
        <Select
          label={council.form.kind}
          value={value.meetingKind}
          options={MEETING_KINDS.map((one) => ({ value: one, label: council.kind[one] }))}
          onChange={(next) => set({ meetingKind: next as MeetingKind })}
        />
        <div class="council-two">
          <Field label={council.form.day} type="date" value={value.day} onDraft={(day) => set({ day })} />
          <Field label={council.form.time} type="time" value={value.time} onDraft={(time) => set({ time })} />
        </div>
        <Field
          label={council.form.place}
          value={value.placeText}
          maxLength={40}
          onDraft={(placeText) => set({ placeText })}
        />
        <Field
          label={council.form.circle}
          value={value.circle}
          maxLength={12}
          onDraft={(circle) => set({ circle })}
        />
        <Stepper
          label={council.form.expected}
          value={value.expected}
          unit={council.people}
          less={common.fewer}
          more={common.add}
          onChange={(expected) => set({ expected })}
        />
      </div>
    </Sheet>
  )
}
