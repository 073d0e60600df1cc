import { useState } from 'preact/hooks'
import type { DeviceKind } from '#domain/rights.ts'
import { ErrorPanel } from '#ui/parts/Empty.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { useWords } from '#ui/words.ts'
import { Entry } from './Entry.tsx'
import { WhoIsHere } from './WhoIsHere.tsx'

/** An officer on another browser. */
export function SignIn() {
  const all = useWords()
  const words = all.join.signIn
  const { office, enrol, enter, keeps, here } = useEntrance()
  const asking = useAsking()
  const [name, setName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [deviceKind, setDeviceKind] = useState<DeviceKind>(here?.deviceKind ?? 'own')
  const [cannotKeep, setCannotKeep] = useState(false)
  const why = name.trim() === '' ? all.join.look.nameMissing : undefined

  const go = async () => {
    if (why) return
    setCannotKeep(false)
    if (!(await keeps())) return setCannotKeep(true)
    const entered = await asking.ask(async () => {
      const told = await office.login({ name: name.trim(), passphrase, deviceKind })
      return told.ok ? enrol(told.value) : told
    })
    if (entered) enter('/')
  }
  return (
    <Entry
      title={words.title}
      back="/"
      bar={
        <Key
          look="primary"
          label={words.go}
          why={why}
          busy={asking.busy}
          busyLabel={words.going}
          onPress={() => void go()}
        />
      }
    >
      <WhoIsHere />
      {cannotKeep && <ErrorPanel title={all.join.cannotKeep.title} text={all.join.cannotKeep.text} />}
      {asking.refusal && <ErrorPanel title={words.notYet} text={asking.refusal} />}
      <Field label={words.name} autoComplete="username" value={name} maxLength={20} onDraft={setName} />
      <Field
        type="password"
        label={words.passphrase}
        autoComplete="current-password"
        value={passphrase}
        maxLength={200}
        onDraft={setPassphrase}
        onEnter={() => void go()}
      />
      {!here && (
        <Segmented
          shown
          look="answer"
          label={all.setup.officer.kind}
          value={deviceKind}
          options={[
            { value: 'own', label: all.setup.officer.own },
            { value: 'shared', label: all.setup.officer.shared },
          ]}
          onChange={setDeviceKind}
        />
      )}
    </Entry>
  )
}
