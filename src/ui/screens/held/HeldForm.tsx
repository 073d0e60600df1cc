import Send from '~icons/lucide/cloud-upload'
import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import { sayBetter } from '#commands/deciding.ts'
import { kindOf } from '#domain/change.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import type { Asked, NotTaken } from '#queries/attention.ts'
import { isCorrection } from '#queries/heldActs.ts'
import { argsWith, fieldsOf, type HeldField } from '#queries/heldFields.ts'
import { placesToAppoint } from '#queries/team.ts'
import { FreeText } from '#ui/FreeText.tsx'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Heading } from '#ui/parts/Card.tsx'
import { Field, Select } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { choiceWord, whereIs } from './fieldWords.ts'

/** Held record → field → what stands in the form now; a field that is not in it is as it was written. */
type Edits = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** One form for whatever was not taken, made of what its verb takes. Kept as a draft at each input. */
export function HeldForm({ one, onBack }: { one: NotTaken | Asked; onBack: () => void }) {
  const { ctx } = useApp()
  const { common, held, sync } = useWords()
  const toast = useToast()
  const { route } = useLocation()
  const mine = one.is === 'notTaken'
  const draft = useDraft<Edits>('held.correct', one.record.id, {})
  const [unfit, setUnfit] = useState<readonly RecordId[]>([])
  const [busy, setBusy] = useState(false)
  const parts = one.act.filter(({ change }) => !isCorrection(change))

  const set = ({ of, name }: HeldField, value: unknown) =>
    draft.set({ ...draft.value, [of]: { ...draft.value[of], [name]: value } })
  const send = async () => {
    const said = parts.map((part) => ({ id: part.id, args: argsWith(part, draft.value[part.id] ?? {}) }))
    const wrong = said.filter(({ args }) => !args.ok).map(({ id }) => id)
    setUnfit(wrong)
    if (wrong.length > 0) return toast({ text: held.unfit })
    setBusy(true)
    const args = new Map(
      said.flatMap(({ id, args: { ok, ...rest } }) =>
        'value' in rest && ok ? [[id, rest.value] as const] : [],
      ),
    )
    const done = await sayBetter(ctx, [...one.act, ...one.before], args)
    setBusy(false)
    if (!done.ok)
      return toast({ text: done.refused === 'nothingToDo' ? held.decided : common.refused[done.refused] })
    await draft.drop()
    toast({ text: mine ? held.sent : held.taken })
    return route('/sync', true)
  }
  return (
    <Screen
      title={held.correcting}
      sub={mine ? held.correctText : held.officeAgainText}
      back={onBack}
      bar={
        <BottomBar>
          <Key
            look="primary"
            icon={Send}
            label={mine ? held.send : held.officeSend}
            busy={busy}
            busyLabel={common.saving}
            onPress={() => void send()}
          />
        </BottomBar>
      }
    >
      <div class="held stack-wide">
        {parts.map((part) => (
          <section key={part.id} class="stack">
            <Heading title={sync.kinds[kindOf(part.change.name)] ?? sync.kinds['other'] ?? ''} />
            {fieldsOf(part)
              .filter((field) => field.open)
              .map((field) => (
                <Input
                  key={field.name}
                  field={field}
                  value={valueIn(draft.value, field)}
                  wrong={unfit.includes(part.id)}
                  onChange={(value) => set(field, value)}
                />
              ))}
          </section>
        ))}
      </div>
    </Screen>
  )
}

function Input(props: {
  field: HeldField
  value: unknown
  wrong: boolean
  onChange: (value: unknown) => void
}) {
  const { field, value, wrong, onChange } = props
  const words = useWords()
  const { held } = words
  const places = usePlaces(field, value)
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const missing =
    wrong && !field.optional && (text === '' || isUnknown(field, text)) && field.kind !== 'yesNo'
  const label = held.field[field.name] ?? ''
  const shown = { label, ...(missing && { error: held.unfit }) }
  const choose = (options: readonly { value: string; label: string }[], now: string) => (
    <Select
      {...shown}
      value={options.some((one) => one.value === now) ? now : ''}
      options={options}
      none={held.none}
      onChange={(next) => onChange(next === '' ? undefined : next)}
    />
  )
  if (field.kind === 'choice')
    return choose(
      field.options.map((one) => ({ value: one, label: choiceWord(words, field.name, one) ?? one })),
      text,
    )
  if (field.kind === 'place') return choose(places, text)
  if (field.kind === 'yesNo')
    return (
      <Select
        {...shown}
        value={value === true ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: held.yes },
          { value: 'no', label: held.no },
        ]}
        onChange={(next) => onChange(next === 'yes')}
      />
    )
  if (field.kind === 'number')
    return (
      <Field
        {...shown}
        type="number"
        inputMode="numeric"
        value={text}
        onDraft={(next) => onChange(next === '' ? undefined : Number(next))}
      />
    )
  if (field.kind === 'day')
    return <Field {...shown} type="date" value={text} onDraft={(next) => onChange(next || undefined)} />
  const most = field.most === undefined ? {} : { maxLength: field.most }
  const onDraft = (next: string) => onChange(next === '' && field.optional ? undefined : next)
  return (field.most ?? 0) > 60 ? (
    <FreeText {...shown} {...most} value={text} onDraft={onDraft} />
  ) : (
    <Field {...shown} {...most} value={text} onDraft={onDraft} />
  )
}

/** Places of the sort that was written, by the way to them; the one that was written stays among them. */
function usePlaces({ kind }: HeldField, value: unknown): readonly { value: string; label: string }[] {
  return useView((view) => {
    if (kind !== 'place') return []
    const place = value as RecordId
    const what = view.get<Place>(place)?.what
    const choices = placesToAppoint(view, what === undefined ? undefined : [what])
    const all = choices.map((one) => ({
      value: one.place as string,
      label: one.where || whereIs(view, one.place),
    }))
    return what !== undefined || typeof value !== 'string' || value === ''
      ? all
      : [{ value, label: whereIs(view, place) || value }, ...all]
  })
}

function valueIn(edits: Edits, { of, name, value }: HeldField): unknown {
  const changed = edits[of]
  return changed && Object.hasOwn(changed, name) ? changed[name] : value
}

function isUnknown({ kind, options }: HeldField, value: string): boolean {
  return kind === 'choice' && !options.includes(value)
}
