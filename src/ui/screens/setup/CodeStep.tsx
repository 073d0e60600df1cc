import { useState } from 'preact/hooks'
import { readCode } from '#domain/invitation.ts'
import { ErrorPanel } from '#ui/parts/Empty.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { useWords } from '#ui/words.ts'
import type { StepProps } from './draft.ts'
import { WizardFrame } from './WizardFrame.tsx'

/** The code the server printed, so that the first stranger on the network does not become the officer. */
export function CodeStep({ draft, change, onNext }: StepProps) {
  const words = useWords().setup.code
  const { office, enter } = useEntrance()
  const { ask, busy, refusal, refused, forget } = useAsking()
  const [tried, setTried] = useState(false)
  const read = readCode(draft.code)
  const wrong = read.ok ? undefined : read.refused === 'tooShort' ? words.short : words.otherLetters

  const go = async () => {
    setTried(true)
    if (!read.ok) return
    if (await ask(() => office.checkCode(read.value))) onNext()
  }
  return (
    <WizardFrame
      step={1}
      title={words.title}
      next={{ label: words.go, busy, busyLabel: words.checking, onPress: () => void go() }}
    >
      <div class="setup-code">
        <Field
          label={words.label}
          help={words.help}
          error={tried ? wrong : undefined}
          value={draft.code}
          maxLength={12}
          onDraft={(code) => {
            forget()
            change({ code })
          }}
          onEnter={() => void go()}
        />
      </div>
      {refused === 'alreadySetUp' ? (
        <ErrorPanel title={words.notYet} text={words.already}>
          <Key look="secondary" label={words.toJoin} onPress={() => enter('/join')} />
        </ErrorPanel>
      ) : (
        refusal && <ErrorPanel title={words.notYet} text={refusal} />
      )}
    </WizardFrame>
  )
}
