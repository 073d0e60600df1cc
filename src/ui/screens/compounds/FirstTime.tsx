import { useState } from 'preact/hooks'
import type { TenantId } from '#domain/ids.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { ErrorPanel } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useAsking } from '#ui/office.ts'
import { OfficerFields } from '#ui/screens/join/OfficerFields.tsx'
import type { Several } from '#ui/several.ts'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'

/** The first time in another compound on this phone: its officer says who they are there. */
export function FirstTime(props: {
  several: Several
  into: { readonly tenant: TenantId; readonly name: string }
  onClose: () => void
}) {
  const { several, into } = props
  const all = useWords()
  const words = all.compounds
  const { demo, person } = useApp()
  const asking = useAsking()
  const [name, setName] = useState(person.name)
  const [passphrase, setPassphrase] = useState('')
  const why =
    name.trim() === '' ? all.join.look.nameMissing : passphrase === '' ? words.passphraseMissing : undefined

  const go = async () => {
    if (why) return
    if (await asking.ask(() => several.enter(into.tenant, name.trim(), passphrase))) several.goTo(into.tenant)
  }
  return (
    <Sheet
      open
      onClose={props.onClose}
      title={words.goTo(into.name)}
      close={all.common.close}
      bar={
        <Key
          look="primary"
          label={words.enter}
          why={why}
          busy={asking.busy}
          busyLabel={all.join.signIn.going}
          onPress={() => void go()}
        />
      }
    >
      <div class="stack">
        <p>{words.enterText}</p>
        {!demo && <p>{words.pinThere}</p>}
        {asking.refusal && <ErrorPanel title={all.join.signIn.notYet} text={asking.refusal} />}
        <OfficerFields
          {...{ name, passphrase }}
          onName={setName}
          onPassphrase={setPassphrase}
          onEnter={() => void go()}
        />
      </div>
    </Sheet>
  )
}
