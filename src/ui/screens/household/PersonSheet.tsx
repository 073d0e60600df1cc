import Warning from '~icons/lucide/triangle-alert'
import { useRef, useState } from 'preact/hooks'
import type { Done } from '#commands/context.ts'
import { setUse } from '#commands/doors.ts'
import {
  bringResidentBack,
  editResident,
  enterResident,
  type PersonForm,
  retireResident,
} from '#commands/residents.ts'
import type { Place } from '#domain/places.ts'
import {
  AGE_BANDS,
  type AgeBand,
  type Owner,
  type Relation,
  RELATIONS,
  RESIDENCIES,
  type Residency,
} from '#domain/doors/resident.ts'
import type { Person } from '#queries/residents.ts'
import { NumberWarning } from '#ui/NumberWarning.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field, Select } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { NumberField } from './NumberField.tsx'

const PHONE = /^[+\d][\d\- ]{2,19}$/

/** What is known of one person, and whom to call. Or nobody lives here at all. No birthday, no number of any card. */
export function PersonSheet(props: {
  person: Person | 'new'
  dwelling: Place
  empty: boolean
  onClose: () => void
}) {
  const { person, dwelling, empty, onClose } = props
  const { doors: words, household, common } = useWords()
  const { today } = useApp()
  const toast = useToast()
  const [begun] = useState(() => filled(person === 'new' ? undefined : person))
  const draft = useDraft<Filled>(
    begun.known ? 'household.person' : 'household.newPerson',
    begun.known?.resident.id ?? dwelling.id,
    begun,
  )
  const { ctx } = draft
  const { known, form } = draft.value
  const [wrong, setWrong] = useState<'name' | 'phone' | 'kin'>()
  const fields = {
    name: useRef<HTMLInputElement>(null),
    phone: useRef<HTMLInputElement>(null),
    kin: useRef<HTMLInputElement>(null),
  }
  const set = (part: Partial<Form>) => draft.set({ ...draft.value, form: { ...form, ...part } })
  const { kin } = form

  const close = (done: Done, said?: { text: string; undo: () => Promise<Done> }) => {
    if (!done.ok && done.refused !== 'nothingToDo') {
      toast({ text: common.refused[done.refused], icon: Warning })
      return
    }
    if (said) toast({ text: said.text, undo: { label: common.undo, onPress: () => void said.undo() } })
    leave()
  }
  // Whoever is locked out finds it again; whoever closes it has thought better of it.
  const leave = () => {
    void draft.drop()
    onClose()
  }
  const save = async () => {
    const missing = wrongIn(form)
    if (missing) {
      setWrong(missing)
      fields[missing].current?.focus()
      return
    }
    close(known ? await editResident(ctx, known, form) : await enterResident(ctx, dwelling.id, form))
  }
  const retire = async () => {
    if (!known) return
    const { id, name } = known.resident
    close(await retireResident(ctx, id, household.move.retireReason), {
      text: household.move.retireDone(name),
      undo: () => bringResidentBack(ctx, id),
    })
  }
  const use = async () => close(await setUse(ctx, dwelling, dwelling.use === 'vacant' ? 'livedIn' : 'vacant'))
  const options = <V extends string>(all: readonly V[], said: Readonly<Record<V, string>>) =>
    all.map((value) => ({ value, label: said[value] }))

  return (
    <Sheet
      open
      onClose={leave}
      title={known ? words.home.editTitle : words.home.addTitle}
      text={household.never}
      close={common.close}
      bar={<Key look="primary" wide label={common.save} onPress={() => void save()} />}
    >
      <div class="stack">
        <Field
          label={words.home.name}
          value={form.name}
          onDraft={(name) => set({ name })}
          inputRef={fields.name}
          maxLength={20}
          error={wrong === 'name' && form.name.trim() === '' ? words.home.nameMissing : undefined}
        />
        <NumberWarning text={form.name} onMask={(name) => set({ name })} />
        <NumberField
          home={dwelling.id}
          of={`${known?.resident.id} phone form`}
          kept={known?.contact?.phone}
          label={words.home.phoneLabel}
          value={form.phone}
          onDraft={(phone) => set({ phone })}
          inputRef={fields.phone}
          type="tel"
          maxLength={20}
          error={wrong === 'phone' ? words.home.phoneWrong : undefined}
        />
        <NumberWarning text={form.phone} onMask={() => set({ phone: '' })} />
        <Select
          label={words.home.ageLabel}
          none={words.home.ageNone}
          value={form.ageBand ?? ''}
          options={options(AGE_BANDS, words.home.age)}
          onChange={(value) => set({ ageBand: (value || undefined) as AgeBand | undefined })}
        />
        <Select
          label={household.relationLabel}
          none={household.notKnown}
          value={form.relation ?? ''}
          options={options(RELATIONS, household.relation)}
          onChange={(value) => set({ relation: (value || undefined) as Relation | undefined })}
        />
        <Select
          label={household.residencyLabel}
          none={household.notKnown}
          value={form.residency ?? ''}
          options={options(RESIDENCIES, household.residency)}
          onChange={(value) => set({ residency: (value || undefined) as Residency | undefined })}
        />
        <Select
          label={household.ownerLabel}
          help={form.owner === 'elsewhere' ? household.ownerHelp : undefined}
          none={household.owner.no}
          value={form.owner ?? ''}
          options={options<Owner>(['livesHere', 'elsewhere'], household.owner)}
          onChange={(value) => set({ owner: (value || undefined) as Owner | undefined })}
        />
        <Field
          label={household.movedInLabel}
          type="date"
          max={today()}
          value={form.movedIn ?? ''}
          onDraft={(day) => set({ movedIn: day || undefined })}
        />
        <h3 class="person-kin">{household.kinTitle}</h3>
        {known?.wantsKin && <p>{household.kinAsk}</p>}
        <Field
          label={household.kinName}
          value={kin.name}
          onDraft={(name) => set({ kin: { ...kin, name } })}
          maxLength={20}
        />
        <Field
          label={household.kinRelation}
          value={kin.relation}
          onDraft={(relation) => set({ kin: { ...kin, relation } })}
          maxLength={10}
        />
        <NumberField
          home={dwelling.id}
          of={`${known?.resident.id} kin form`}
          kept={known?.contact?.kin?.phone}
          label={household.kinPhone}
          value={kin.phone}
          onDraft={(phone) => set({ kin: { ...kin, phone } })}
          inputRef={fields.kin}
          type="tel"
          maxLength={20}
          error={
            wrong === 'kin'
              ? kin.phone.trim() === ''
                ? household.kinPhoneMissing
                : words.home.phoneWrong
              : undefined
          }
        />
        {known && <Key look="quiet" label={household.move.retire} onPress={() => void retire()} />}
        {!known && empty && (
          <Key
            look="quiet"
            label={dwelling.use === 'vacant' ? words.home.markLived : words.home.markVacant}
            onPress={() => void use()}
          />
        )}
      </div>
    </Sheet>
  )
}

/** What stands in the form, and what it was filled with: a value somebody else writes meanwhile is kept beside it. */
interface Filled {
  readonly known?: Person | undefined
  readonly form: Form
}

function filled(known: Person | undefined): Filled {
  return { known, form: formOf(known) }
}

type Form = PersonForm & { readonly kin: NonNullable<PersonForm['kin']> }

function formOf(known: Person | undefined): Form {
  const { resident, contact } = known ?? {}
  const kin = contact?.kin
  return {
    name: resident?.name ?? '',
    phone: contact?.phone ?? '',
    ageBand: resident?.ageBand,
    relation: resident?.relation,
    residency: resident?.residency,
    owner: resident?.owner,
    movedIn: resident?.movedIn,
    kin: { name: kin?.name ?? '', relation: kin?.relation ?? '', phone: kin?.phone ?? '' },
  }
}

function wrongIn({ name, phone, kin }: Form): 'name' | 'phone' | 'kin' | undefined {
  if (name.trim() === '') return 'name'
  if (phone.trim() !== '' && !PHONE.test(phone.trim())) return 'phone'
  const named = kin.name.trim() !== '' || kin.relation.trim() !== '' || kin.phone.trim() !== ''
  return named && !PHONE.test(kin.phone.trim()) ? 'kin' : undefined
}
