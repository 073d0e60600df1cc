import Hide from '~icons/lucide/eye-off'
import Show from '~icons/lucide/eye'
import { useState } from 'preact/hooks'
import type { Sheet } from '#domain/roster/sheets.ts'
import { Empty, ErrorPanel } from '#ui/parts/Empty.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { type Words, useWords } from '#ui/words.ts'
import { compoundOf } from './compoundOf.ts'
import type { StepProps } from './draft.ts'
import { PASSPHRASE_LEAST, strengthOf } from './strength.ts'
import { WizardFrame } from './WizardFrame.tsx'

interface OfficerStepProps extends StepProps {
  readonly sheets: readonly Sheet[]
  onDone(): void
}

/** Who begins, and the one act that makes the compound. */
export function OfficerStep({ draft, change, onBack, sheets, onDone }: OfficerStepProps) {
  const all = useWords()
  const words = all.setup.officer
  const { office, enrol, enter, keeps } = useEntrance()
  const asking = useAsking()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [shown, setShown] = useState(false)
  const [done, setDone] = useState(false)
  const [cannotKeep, setCannotKeep] = useState(false)
  const strength = strengthOf(passphrase, draft.officer)
  const verdict = passphrase === '' ? words.help : verdictIn(all, strength, passphrase)
  const weak = strength === 'short' || strength === 'simple'
  const why =
    draft.officer.trim() === ''
      ? words.nameMissing
      : passphrase === ''
        ? words.missing
        : weak
          ? verdict
          : again !== passphrase
            ? words.different
            : undefined

  const go = async () => {
    setCannotKeep(false)
    if (!(await keeps())) return setCannotKeep(true)
    const enrolment = await asking.ask(() =>
      office.setUp({
        ...compoundOf(draft, sheets, all),
        code: draft.code,
        officer: { name: draft.officer.trim(), passphrase },
        deviceKind: draft.deviceKind,
      }),
    )
    if (!enrolment) return
    await enrol(enrolment)
    onDone()
    setDone(true)
  }
  if (done) {
    return (
      <WizardFrame
        step={6}
        title={all.setup.done.title(draft.compound)}
        next={{ label: all.setup.done.invite, onPress: () => enter('/people/invite') }}
        aside={<Key size="tall" label={all.setup.done.today} onPress={() => enter('/')} />}
      >
        <Empty lit title={all.setup.done.title(draft.compound)} text={all.setup.done.text} />
      </WizardFrame>
    )
  }
  const type = shown ? 'text' : 'password'
  return (
    <WizardFrame
      step={5}
      title={words.title}
      onBack={onBack}
      next={{ label: words.go, why, busy: asking.busy, busyLabel: words.going, onPress: () => void go() }}
    >
      {cannotKeep && <ErrorPanel title={all.join.cannotKeep.title} text={all.join.cannotKeep.text} />}
      {asking.refusal && (
        <ErrorPanel title={words.notYet} text={asking.refusal}>
          {asking.refused === 'codeWrong' && (
            <Key label={all.setup.code.label} onPress={() => change({ step: 1 })} />
          )}
        </ErrorPanel>
      )}
      <Field
        label={words.name}
        placeholder={words.namePlaceholder}
        value={draft.officer}
        maxLength={20}
        onDraft={(officer) => change({ officer })}
      />
      <Field
        type={type}
        label={words.passphrase}
        help={verdict}
        error={passphrase !== '' && strength === 'simple' ? verdict : undefined}
        autoComplete="new-password"
        maxLength={200}
        value={passphrase}
        onDraft={setPassphrase}
      />
      <Field
        type={type}
        label={words.again}
        error={again !== '' && !passphrase.startsWith(again) ? words.different : undefined}
        autoComplete="new-password"
        maxLength={200}
        value={again}
        onDraft={setAgain}
      />
      <Key
        look="quiet"
        icon={shown ? Hide : Show}
        label={shown ? words.hide : words.show}
        pressed={shown}
        onPress={() => setShown(!shown)}
      />
      <p class="caption">{words.kept}</p>
      <Segmented
        shown
        look="answer"
        label={words.kind}
        value={draft.deviceKind}
        options={[
          { value: 'own', label: words.own },
          { value: 'shared', label: words.shared },
        ]}
        onChange={(deviceKind) => change({ deviceKind })}
      />
    </WizardFrame>
  )
}

function verdictIn({ setup }: Words, strength: ReturnType<typeof strengthOf>, passphrase: string): string {
  const words = setup.officer
  return strength === 'short'
    ? words.short(PASSPHRASE_LEAST - Array.from(passphrase).length)
    : words[strength]
}
