import './works.css'
import { useLocation } from 'preact-iso'
import { planWorks } from '#commands/works.ts'
import { FUNDS, type Fund } from '#domain/money/accountWords.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import { whereOf } from '#domain/places.ts'
import { centsOf } from '#domain/money/yuan.ts'
import { wishesFor } from '#queries/works.ts'
import { MoneyField } from '#ui/MoneyField.tsx'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Field, Select, TextArea } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useDoing } from '#ui/screens/plan/useDoing.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useRecordDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { Shots } from './Shots.tsx'
import { WishList } from './WishList.tsx'

interface Filled {
  readonly label: string
  readonly need: string
  readonly place: string
  readonly budget: string
  readonly fund: string
  readonly of: readonly string[]
  readonly photos: readonly string[]
}

const BLANK: Filled = { label: '', need: '', place: '', budget: '', fund: '', of: [], photos: [] }

/** Places that are nobody's home. */
const SHARED: readonly Place['what'][] = ['building', 'unit', 'space', 'binPoint']

/** `/works/new`: what, why, where, and whose voices it follows. */
export function WorksForm() {
  const words = useWords()
  const { works, accounts, common } = words
  const { ctx } = useApp()
  const { reader, may } = useReader()
  const { route } = useLocation()
  const doing = useDoing()
  const draft = useRecordDraft<Filled>('works.plan', ctx.compound, BLANK)
  const { value } = draft
  const change = (part: Partial<Filled>) => draft.set({ ...value, ...part })
  if (!may('enterMoney')) {
    return (
      <Screen title={works.add} back="/works">
        <Empty title={accounts.form.notYours} text={accounts.form.notYoursText} />
      </Screen>
    )
  }
  const places = reader
    .all<Place>('place')
    .filter((one) => SHARED.includes(one.what))
    .map((one) => ({ value: one.id as string, label: whereOf(one.id, reader.tree) }))
    .sort((a, b) => (a.label < b.label ? -1 : 1))
  const wishes = wishesFor(reader, ctx.view)
  const budget = value.budget.trim() === '' ? undefined : centsOf(value.budget)
  const why =
    value.label.trim() === ''
      ? works.form.missing
      : budget && !budget.ok
        ? accounts.form.wrong[budget.refused]
        : undefined

  const save = async () => {
    const id = value.id ?? (ctx.newId() as RecordId)
    const form = {
      place: (value.place || ctx.compound) as RecordId,
      label: value.label.trim(),
      need: value.need.trim() || undefined,
      budget: budget?.ok ? budget.value : undefined,
      fund: (value.fund || undefined) as Fund | undefined,
      voices: wishes.filter((one) => value.of.includes(one.of)).map(({ of, homes }) => ({ of, homes })),
      photos: value.photos,
    }
    const done = await doing.run(() => planWorks(draft.ctx, form, id), { text: works.saved })
    if (!done) return
    await draft.drop()
    route(`/works/${id}`, true)
  }
  return (
    <Screen
      title={works.add}
      back="/works"
      bar={
        <BottomBar>
          <Key
            look="primary"
            label={common.save}
            why={why}
            busy={doing.busy}
            busyLabel={common.saving}
            onPress={() => void save()}
          />
        </BottomBar>
      }
    >
      <div class="stack-wide works-form">
        <Field
          label={works.form.label}
          value={value.label}
          placeholder={works.form.labelHint}
          maxLength={30}
          onDraft={(label) => change({ label })}
        />
        <TextArea
          label={works.form.need}
          value={value.need}
          placeholder={works.form.needHint}
          rows={2}
          maxLength={300}
          onDraft={(need) => change({ need })}
        />
        <Select
          label={works.form.place}
          value={value.place}
          none={works.form.whole}
          options={places}
          onChange={(place) => change({ place })}
        />
        <MoneyField
          label={works.form.budget}
          value={value.budget}
          onDraft={(typed) => change({ budget: typed })}
        />
        <Select
          label={works.form.fund}
          value={value.fund}
          none={works.form.noFund}
          options={FUNDS.map((one) => ({ value: one, label: works.fund[one] }))}
          onChange={(fund) => change({ fund })}
        />
        <Shots
          label={works.form.before}
          alt={works.before}
          photos={value.photos}
          most={6}
          onChange={(photos) => change({ photos })}
        />
        {wishes.length > 0 && (
          <WishList
            title={works.form.voices}
            text={works.form.voicesText}
            wishes={wishes}
            picked={value.of}
            onChange={(of) => change({ of })}
          />
        )}
      </div>
    </Screen>
  )
}
