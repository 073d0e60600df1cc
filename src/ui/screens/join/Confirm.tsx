import Eye from '~icons/lucide/eye'
import Phone from '~icons/lucide/smartphone'
import Tablet from '~icons/lucide/tablet'
import { useEffect, useState } from 'preact/hooks'
import type { Answer } from '#device/asking.ts'
import { COUNTS_PATH } from '#device/compounds.ts'
import { dropKnock, keepKnock, type KeptKnock } from '#device/keptKnock.ts'
import type { Waiting as Waits } from '#device/invitations.ts'
import type { Enrolment, Look } from '#device/office.ts'
import type { PersonId } from '#domain/ids.ts'
import { offeredNames } from '#domain/invitation.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { ErrorPanel } from '#ui/parts/Empty.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { PASSPHRASE_LEAST } from '#ui/screens/setup/strength.ts'
import { keepAbove } from '#ui/state/above.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { Entry } from './Entry.tsx'
import { ByPin } from './ByPin.tsx'
import { Waiting } from './Waiting.tsx'
import { WhoIsHere } from './WhoIsHere.tsx'

const OTHER = ''

/** Who invites, to what, until when, and what it lets one see; after 加入 the inviter says yes. `kept`: it was pressed before. */
export function Confirm(props: {
  invitation: string
  look: Look
  kept: KeptKnock | undefined
  onOther: () => void
}) {
  const { invitation, look, kept, onOther } = props
  const all = useWords()
  const words = all.join.look
  const formats = useFormats()
  const { office, enrol, enter, keeps, inviterPin } = useEntrance()
  const asking = useAsking()
  const names = offeredNames(look.name)
  const [waiting, setWaiting] = useState<Waits>()
  const [pinOf, setPinOf] = useState<PersonId>()
  const [chosen, setChosen] = useState(
    kept ? (names.find((one) => one === kept.name) ?? OTHER) : (names[0] ?? OTHER),
  )
  const [own, setOwn] = useState(kept?.name ?? '')
  const [passphrase, setPassphrase] = useState('')
  const [cannotKeep, setCannotKeep] = useState(false)
  const name = (chosen === OTHER ? own : chosen).trim()
  const officer = look.role === 'officer'
  const above = look.role === 'overseer'
  const missing = PASSPHRASE_LEAST - Array.from(passphrase).length
  const why =
    name === ''
      ? words.nameMissing
      : officer && missing > 0
        ? `${words.passphrase}: ${all.setup.officer.short(missing)}`
        : undefined
  const kind = above ? words.above : look.deviceKind === 'own' ? words.own : words.shared

  const go = async () => {
    setCannotKeep(false)
    if (!(await keeps())) return setCannotKeep(true)
    if (look.inviterHere && inviterPin) setPinOf(look.inviterHere)
    else await knock(join)
  }
  const form = { key: invitation, name, deviceKind: look.deviceKind, ...(officer && { passphrase }) }
  const join = () => office.join(form)
  const joinByPin = async (inviter: string) => {
    const told = await office.join({ ...form, inviter })
    // The server knows another PIN of theirs, or none: the number does it.
    const isUnknown = !told.ok && (told.refused === 'codeWrong' || told.refused === 'notLent')
    return isUnknown ? join() : told
  }
  const knock = async (by: () => ReturnType<typeof join>) => {
    const told = await asking.ask(by)
    setPinOf(undefined)
    if (told && 'waiting' in told) {
      keepKnock({ key: invitation, name })
      setWaiting(told)
    } else if (told) await comeIn({ ok: true, value: told })
  }
  const comeIn = async (told: Answer<Enrolment>) => {
    setWaiting(undefined)
    // Who sees numbers only has nothing to keep here: their page comes from the server each time.
    const entered = await asking.ask(async () => (told.ok && !above ? enrol(told.value) : told))
    dropKnock(invitation)
    if (!entered) return
    if (above) keepAbove()
    enter(above ? COUNTS_PATH : '/')
  }
  useEffect(() => {
    if (kept && why === undefined) void knock(join)
  }, [])
  if (waiting)
    return (
      <Waiting
        who={look.invitedBy}
        first={waiting}
        join={join}
        onAnswered={(told) => void comeIn(told)}
        onStop={() => {
          dropKnock(invitation)
          setWaiting(undefined)
        }}
      />
    )
  if (pinOf)
    return (
      <ByPin
        person={pinOf}
        name={look.invitedBy}
        onProof={(proof) => knock(() => joinByPin(proof))}
        onNumber={() => void knock(join)}
        onStop={() => setPinOf(undefined)}
      />
    )
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
