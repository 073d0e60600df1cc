import CheckMark from '~icons/lucide/check'
import Mixed from '~icons/lucide/shuffle'
import Note from '~icons/lucide/notebook-pen'
import Warning from '~icons/lucide/triangle-alert'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { recordHaul, withdrawHaul } from '#commands/hauls.ts'
import { HAUL_LIMITS, lastAt } from '#domain/bins/haul.ts'
import { amountOf } from '#domain/amount.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { binsAt, haulChoices, mixedNoteOf } from '#queries/hauls.ts'
import { sheetAt } from '#queries/sheet.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useRecordDraft } from '#ui/state/draft.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { ChoiceKey } from './ChoiceKey.tsx'
import { HaulsAmount, UNIT_WORDS } from './HaulsAmount.tsx'
import { type Hauling, useAmountText } from './haulText.ts'
import { StreamKeys } from './StreamKeys.tsx'

const EMPTY: Hauling = { amount: '', unit: 'litre', clock: '', mixed: false, noted: false }

/** Which stream, how much, when: what is wrong is said at its field when somebody wants to save. */
export function HaulsForm(props: {
  shift: Shift
  frame: Pick<Parameters<typeof Screen>[0], 'title' | 'sub' | 'back' | 'right'>
  children: ComponentChildren
}) {
  const { shift, frame, children } = props
  const words = useWords()
  const formats = useFormats()
  const { ctx, now } = useApp()
  const toast = useToast()
  const amountText = useAmountText()
  const draft = useRecordDraft<Hauling>('bins.haul', shift.id, EMPTY)
  const { stream, unit, clock, mixed, noted } = draft.value
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const bins = useView((view) => binsAt(view, shift.place))
  const mixedNote = useView((view) => mixedNoteOf(sheetAt(view, shift.place, shift.day, shift.window)))

  const change = (next: Partial<Hauling>) => draft.set({ ...draft.value, ...next })
  const amount = amountOf(draft.value.amount, HAUL_LIMITS[unit], UNIT_WORDS[unit])
  const text = stream && amount.ok ? amountText(stream, amount.value, unit) : undefined
  const hauledAt = clock === '' ? undefined : lastAt(clock, now())
  const tooEarly = clock !== '' && hauledAt === undefined

  const save = async () => {
    setAsked(true)
    if (!stream || !amount.ok || tooEarly) return
    setBusy(true)
    const done = await recordHaul(draft.ctx, {
      id: draft.value.id,
      shift: shift.id,
      stream,
      amount: amount.value,
      unit,
      mixed,
      hauledAt,
      noted,
    })
    setBusy(false)
    const [haul] = done.ok ? done.value : []
    if (!haul) {
      if (!done.ok) toast({ text: words.common.refused[done.refused], icon: Warning })
      return
    }
    await draft.drop()
    setAsked(false)
    toast({
      text: words.hauls.saved(`${words.bins.stream[stream]} ${text?.plain}`),
      undo: {
        label: words.common.undo,
        onPress: () => void withdrawHaul(ctx, haul.record, words.hauls.takenBack),
      },
    })
  }
  return (
    <Screen
      {...frame}
      bar={
        <BottomBar>
          <Key
            look="primary"
            wide
            icon={CheckMark}
            label={words.hauls.save}
            why={
              !stream
                ? words.hauls.whichFirst
                : draft.value.amount === ''
                  ? words.hauls.amountFirst
                  : undefined
            }
            busy={busy}
            busyLabel={words.common.saving}
            onPress={() => void save()}
          />
        </BottomBar>
      }
    >
      <div class="hauls">
        <div class="stack-wide">
          <StreamKeys title={words.hauls.which} value={stream} onPress={(one) => change({ stream: one })} />
          <HaulsAmount
            value={draft.value}
            choices={stream ? haulChoices(bins, stream) : []}
            about={text?.about ?? text?.plain}
            error={asked && !amount.ok ? words.hauls.wrong[amount.refused] : undefined}
            onChange={change}
          />
          <Field
            type="time"
            label={words.hauls.when}
            value={clock === '' ? formats.time(now()) : clock}
            error={tooEarly ? words.hauls.later : undefined}
            onDraft={(next) => change({ clock: next })}
          />
          <div class="stack">
            <ChoiceKey
              icon={Mixed}
              label={words.hauls.mixed}
              chosen={mixed}
              onPress={() => change({ mixed: !mixed, noted: false })}
            />
            {mixed &&
              (mixedNote ? (
                <p class="caption">{words.hauls.mixedNoted(formats.time(mixedNote.at))}</p>
              ) : (
                <ChoiceKey
                  icon={Note}
                  label={words.hauls.mixedNote}
                  chosen={noted}
                  onPress={() => change({ noted: !noted })}
                />
              ))}
          </div>
        </div>
        {children}
      </div>
    </Screen>
  )
}
