import { useState } from 'preact/hooks'
import { holdPass } from '#device/officePass.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { ErrorPanel } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { Screen } from '#ui/Screen.tsx'
import { OfficerFields } from '#ui/screens/join/OfficerFields.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'

/** Four digits open the tablet; what the office may do with people, invitations and lists asks for more. */
export function PassphraseAgain() {
  const all = useWords()
  const words = all.lock.office
  const { ctx, person } = useApp()
  const { office } = useEntrance()
  const asking = useAsking()
  const [name, setName] = useState(person.name)
  const [passphrase, setPassphrase] = useState('')
  const [other, setOther] = useState(false)

  const go = async () => {
    setOther(false)
    const told = await asking.ask(() =>
      office.login({ name: name.trim(), passphrase, deviceKind: ctx.deviceKind }),
    )
    if (!told) return
    // Whoever stands here acts as themselves: another's passphrase opens nothing for them.
    if ('choose' in told || told.person !== ctx.me || told.officePass === undefined) setOther(true)
    else holdPass(told.officePass)
  }
  return (
    <Screen
      title={words.title}
      back="/"
      bar={
        <BottomBar>
          <Key
            look="primary"
            label={all.join.signIn.go}
            busy={asking.busy}
            busyLabel={all.join.signIn.going}
            onPress={() => void go()}
          />
        </BottomBar>
      }
    >
      <div class="stack">
        <p>{words.text}</p>
        {other && <ErrorPanel title={all.join.signIn.notYet} text={words.other(person.name)} />}
        {asking.refusal && <ErrorPanel title={all.join.signIn.notYet} text={asking.refusal} />}
        <OfficerFields
          {...{ name, passphrase }}
          onName={setName}
          onPassphrase={setPassphrase}
          onEnter={() => void go()}
        />
      </div>
    </Screen>
  )
}
