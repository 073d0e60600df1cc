import { useState } from 'preact/hooks'
import type { Sheet } from '#domain/roster/sheets.ts'
import { Empty, ErrorPanel } from '#ui/parts/Empty.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { compoundOf } from '#ui/screens/setup/compoundOf.ts'
import type { StepProps } from '#ui/screens/setup/draft.ts'
import { WizardFrame } from '#ui/screens/setup/WizardFrame.tsx'
import { useWords } from '#ui/words.ts'

interface LastStepProps extends StepProps {
  readonly sheets: readonly Sheet[]
  onDone(): void
}

/** The one act that makes the other compound: the officer says the passphrase once more. */
export function LastStep({ draft, onBack, sheets, onDone }: LastStepProps) {
  const all = useWords()
  const words = all.compounds
  const { office, enter, several } = useEntrance()
  const asking = useAsking()
  const [community, setCommunity] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [made, setMade] = useState<string>()
  const why = passphrase === '' ? words.passphraseMissing : undefined

  const go = async () => {
    const named = community.trim()
    const asked = { ...compoundOf(draft, sheets, all), passphrase, ...(named && { community: named }) }
    const added = await asking.ask(() => office.addCompound(asked))
    if (!added) return
    onDone()
    setMade(added.name)
  }
  if (made !== undefined)
    return (
      <WizardFrame
        step={6}
        title={all.setup.done.title(made)}
        next={{ label: words.toList, onPress: () => enter('/people/compounds') }}
      >
        <Empty
          lit
          title={all.setup.done.title(made)}
          text={several ? words.added : words.how(location.origin)}
        />
      </WizardFrame>
    )
  return (
    <WizardFrame
      step={5}
      title={words.lastTitle}
      onBack={onBack}
      next={{
        label: all.setup.officer.go,
        why,
        busy: asking.busy,
        busyLabel: all.setup.officer.going,
        onPress: () => void go(),
      }}
    >
      {asking.refusal && <ErrorPanel title={all.setup.officer.notYet} text={asking.refusal} />}
      <p>{words.lastText}</p>
      <Field
        label={words.community}
        help={words.communityHelp}
        value={community}
        maxLength={40}
        onDraft={setCommunity}
      />
      <Field
        type="password"
        label={words.passphrase}
        autoComplete="off"
        value={passphrase}
        maxLength={200}
        onDraft={setPassphrase}
      />
    </WizardFrame>
  )
}
