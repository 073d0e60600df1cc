import Warning from '~icons/lucide/triangle-alert'
import { useRef, useState } from 'preact/hooks'
import type { Done } from '#commands/context.ts'
import { editResident, enterResident, moveBack, moveOut, setUse } from '#commands/doors.ts'
import type { Place } from '#domain/places.ts'
import { AGE_BANDS, type AgeBand } from '#domain/resident.ts'
import type { Person } from '#queries/residents.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field, Select } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'

const PHONE = /^[+\d][\d\- ]{2,19}$/

/** What is known of one person: a name, an age band, a phone. Or nobody lives here at all. */
export function PersonSheet(props: {
  person: Person | 'new'
  dwelling: Place
  empty: boolean
  onClose: () => void
}) {
  const { person, dwelling, empty, onClose } = props
  const { doors: words, common } = useWords()
  const { ctx, today } = useApp()
  const toast = useToast()
  // What the form was filled with: a value somebody else writes meanwhile is kept beside it.
  const [seen] = useState(person)
  const known = seen === 'new' ? undefined : seen
  const [name, setName] = useState(known?.resident.name ?? '')
  const [phone, setPhone] = useState(known?.contact?.phone ?? '')
  const [ageBand, setAgeBand] = useState<AgeBand | undefined>(known?.resident.ageBand)
  const [wrong, setWrong] = useState<'name' | 'phone'>()
  const nameField = useRef<HTMLInputElement>(null)
  const phoneField = useRef<HTMLInputElement>(null)

  const close = (done: Done, said?: { text: string; undo: () => Promise<Done> }) => {
    if (!done.ok && done.refused !== 'nothingToDo') {
      toast({ text: common.refused[done.refused], icon: Warning })
      return
    }
    if (said) toast({ text: said.text, undo: { label: common.undo, onPress: () => void said.undo() } })
    onClose()
  }
  const save = async () => {
    if (name.trim() === '') {
      setWrong('name')
      nameField.current?.focus()
      return
    }
    if (phone.trim() !== '' && !PHONE.test(phone.trim())) {
      setWrong('phone')
      phoneField.current?.focus()
      return
    }
    const form = { name, phone, ageBand }
    close(known ? await editResident(ctx, known, form) : await enterResident(ctx, dwelling.id, form))
  }
  const gone = async () => {
    if (!known) return
    const { id, name: who } = known.resident
    close(await moveOut(ctx, id, today()), {
      text: words.home.movedOutDone(who),
      undo: () => moveBack(ctx, id),
    })
  }
  const use = async () => close(await setUse(ctx, dwelling, dwelling.use === 'vacant' ? 'livedIn' : 'vacant'))

  return (
    <Sheet
      open
      onClose={onClose}
      title={known ? words.home.editTitle : words.home.addTitle}
      close={common.close}
      bar={<Key look="primary" wide label={common.save} onPress={() => void save()} />}
    >
      <div class="stack">
        <Field
          label={words.home.name}
          value={name}
          onDraft={setName}
          inputRef={nameField}
          maxLength={20}
          error={wrong === 'name' && name.trim() === '' ? words.home.nameMissing : undefined}
        />
        <Select
          label={words.home.ageLabel}
          none={words.home.ageNone}
          value={ageBand ?? ''}
          options={AGE_BANDS.map((band) => ({ value: band, label: words.home.age[band] }))}
          onChange={(value) => setAgeBand(value === '' ? undefined : (value as AgeBand))}
        />
        <Field
          label={words.home.phoneLabel}
          value={phone}
          onDraft={setPhone}
          inputRef={phoneField}
          type="tel"
          maxLength={20}
          error={wrong === 'phone' ? words.home.phoneWrong : undefined}
        />
        {known && <Key look="quiet" label={words.home.movedOut} onPress={() => void gone()} />}
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
