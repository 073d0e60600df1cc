import { useState } from 'preact/hooks'
import type { Choose } from '#device/compounds.ts'
import type { TenantId } from '#domain/ids.ts'
import type { DeviceKind } from '#domain/rights.ts'
import { ErrorPanel } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { keepEntered } from '#ui/state/entered.ts'
import { useWords } from '#ui/words.ts'
import { Entry } from './Entry.tsx'
import { OfficerFields } from './OfficerFields.tsx'
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
  const [choose, setChoose] = useState<Choose['choose']>()
  const why = name.trim() === '' ? all.join.look.nameMissing : undefined

  const go = async (compound?: TenantId) => {
    if (why) return
    setCannotKeep(false)
    if (!(await keeps())) return setCannotKeep(true)
    const entered = await asking.ask<object | undefined>(async () => {
      const said = { name: name.trim(), passphrase, deviceKind, ...(compound && { compound }) }
      const told = await office.login(said)
      if (!told.ok) return told
      if ('choose' in told.value) {
        setChoose(told.value.choose)
        return { ok: true, value: undefined }
      }
      const { officePass: _, ...enrolment } = told.value
      return enrol(enrolment)
    })
    if (!entered) return
    // Nobody waits at the door for it; without an answer there is nothing to say.
    const me = await office.me()
    const before = me.ok ? me.value.entered?.[1] : undefined
    if (before) keepEntered(before)
    enter('/')
  }
  if (choose)
    return (
      <Entry title={words.choose} back="/">
        {asking.refusal && <ErrorPanel title={words.notYet} text={asking.refusal} />}
        <p>{words.chooseText}</p>
        <Rows label={words.choose}>
          {choose.map((one) => (
            <Row key={one.tenant} title={one.name} onPress={() => void go(one.tenant)} />
          ))}
        </Rows>
      </Entry>
    )
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
      <OfficerFields
        {...{ name, passphrase }}
        onName={setName}
        onPassphrase={setPassphrase}
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
