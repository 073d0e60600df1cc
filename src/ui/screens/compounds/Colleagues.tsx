import { useState } from 'preact/hooks'
import type { Colleague } from '#device/compounds.ts'
import { Avatar } from '#ui/parts/Avatar.tsx'
import { Heading } from '#ui/parts/Card.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { ErrorPanel } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { ANOTHER_YEAR } from '#ui/formats.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** Officers of the other compounds who may be asked into this one: their account is good for all, so that nobody is two people. */
export function Colleagues(props: { colleagues: readonly Colleague[]; here: string; onAsked: () => void }) {
  const { colleagues: words } = useWords().compounds
  const [meant, setMeant] = useState<Colleague>()
  if (props.colleagues.length === 0) return null
  return (
    <section class="stack">
      <Heading title={words.title(props.here)} />
      <Rows label={words.title(props.here)}>
        {props.colleagues.map((one) => (
          <Row
            key={one.person}
            lead={<Avatar name={one.name} />}
            title={one.name}
            sub={words.of(one.of)}
            onPress={() => setMeant(one)}
          />
        ))}
      </Rows>
      {meant && (
        <AskSheet
          colleague={meant}
          here={props.here}
          onAsked={props.onAsked}
          onClose={() => setMeant(undefined)}
        />
      )}
    </section>
  )
}

function AskSheet(props: { colleague: Colleague; here: string; onAsked: () => void; onClose: () => void }) {
  const { person, name, to } = props.colleague
  const formats = useFormats()
  const { common, compounds } = useWords()
  const words = compounds.colleagues
  const { office } = useEntrance()
  const asking = useAsking()
  const toast = useToast()
  const go = async () => {
    if (!(await asking.ask(() => office.askColleague(person)))) return
    toast({ text: words.done(name) })
    props.onClose()
    props.onAsked()
  }
  return (
    <Sheet
      open
      onClose={props.onClose}
      title={words.ask(name, props.here)}
      close={common.close}
      bar={
        <Key
          look="primary"
          label={words.go}
          busy={asking.busy}
          busyLabel={words.going}
          onPress={() => void go()}
        />
      }
    >
      <div class="stack">
        <p>{words.text(name)}</p>
        <p>{to === undefined ? words.always : words.until(formats.date(to, ANOTHER_YEAR))}</p>
        {asking.refusal && <ErrorPanel title={words.notYet} text={asking.refusal} />}
      </div>
    </Sheet>
  )
}
