import Eye from '~icons/lucide/eye'
import Phone from '~icons/lucide/smartphone'
import Tablet from '~icons/lucide/tablet'
import { useState } from 'preact/hooks'
import type { Look } from '#device/office.ts'
import { offeredNames } from '#domain/invitation.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { ErrorPanel } from '#ui/parts/Empty.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { PASSPHRASE_LEAST } from '#ui/screens/setup/strength.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { Entry } from './Entry.tsx'
import { WhoIsHere } from './WhoIsHere.tsx'

const OTHER = ''

/** Who invites, to what, until when, and what it lets one see; 加入 uses it up. */
export function Confirm(props: { invitation: string; look: Look; onOther: () => void }) {
  const { invitation, look, onOther } = props
  const all = useWords()
  const words = all.join.look
  const formats = useFormats()
  const { office, enrol, enter, keeps } = useEntrance()
  const asking = useAsking()
  const names = offeredNames(look.name)
  const [chosen, setChosen] = useState(names[0] ?? OTHER)
  const [own, setOwn] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [cannotKeep, setCannotKeep] = useState(false)
  const name = (chosen === OTHER ? own : chosen).trim()
  const officer = look.role === 'officer'
  const missing = PASSPHRASE_LEAST - Array.from(passphrase).length
  const why =
    name === ''
      ? words.nameMissing
      : officer && missing > 0
        ? `${words.passphrase}: ${all.setup.officer.short(missing)}`
        : undefined
  const kind = look.deviceKind === 'own' ? words.own : words.shared

  const go = async () => {
    setCannotKeep(false)
    if (!(await keeps())) return setCannotKeep(true)
    const form = { key: invitation, name, deviceKind: look.deviceKind, ...(officer && { passphrase }) }
    const entered = await asking.ask(async () => {
      const told = await office.join(form)
      return told.ok ? enrol(told.value) : told
    })
    if (entered) enter('/')
  }
  return (
    <Entry
      title={words.title(look.compoundName)}
      bar={
        <>
          <Key size="tall" label={words.notMe} onPress={onOther} />
          <Key
            look="primary"
            label={words.go}
            why={why}
            busy={asking.busy}
            busyLabel={words.going}
            onPress={() => void go()}
          />
        </>
      }
    >
      <WhoIsHere />
      {cannotKeep && <ErrorPanel title={all.join.cannotKeep.title} text={all.join.cannotKeep.text} />}
      {asking.refusal && <ErrorPanel title={all.join.code.notYet} text={asking.refusal} />}
      <p class="entry-lead">{words.invitedBy(look.invitedBy)}</p>
      <Rows>
        <Row title={all.people.roles[look.role]} sub={words.as} />
        <Row title={look.placeLabel || all.people.whole} sub={words.where} />
        <Row
          title={look.to === undefined ? words.noEnd : formats.date(look.to, look.from)}
          sub={words.until}
        />
      </Rows>
      <Panel icon={Eye} title={words.sees} text={all.people.sees[look.role]} />
      <Panel icon={look.deviceKind === 'own' ? Phone : Tablet} title={kind.title} text={kind.text} />
      <Segmented
        shown
        look="chips"
        label={words.name}
        value={chosen}
        options={[...names, OTHER].map((value) => ({
          value,
          label: value === OTHER ? words.otherName : value,
        }))}
        onChange={setChosen}
      />
      {chosen === OTHER && <Field label={words.nameLabel} value={own} maxLength={20} onDraft={setOwn} />}
      {officer && (
        <Field
          type="password"
          label={words.passphrase}
          help={words.passphraseHelp}
          autoComplete="new-password"
          value={passphrase}
          maxLength={200}
          onDraft={setPassphrase}
        />
      )}
      <p class="caption">{words.unused}</p>
    </Entry>
  )
}
