import { Field } from '#ui/parts/Field.tsx'
import { useWords } from '#ui/words.ts'
import type { StepProps } from './draft.ts'
import { WizardFrame } from './WizardFrame.tsx'

export function NameStep({ draft, change, onBack, onNext }: StepProps) {
  const all = useWords().setup
  const words = all.name
  const missing = draft.compound.trim() === '' ? words.missing : undefined
  return (
    <WizardFrame
      step={2}
      title={words.title}
      onBack={onBack}
      next={{ label: all.next, why: missing, onPress: onNext }}
    >
      <Field
        label={words.label}
        help={words.help}
        placeholder={words.placeholder}
        value={draft.compound}
        maxLength={40}
        onDraft={(compound) => change({ compound })}
        onEnter={() => !missing && onNext()}
      />
    </WizardFrame>
  )
}
