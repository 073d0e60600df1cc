import { Field } from '#ui/parts/Field.tsx'
import { useWords } from '#ui/words.ts'

/** Who an officer is, and the passphrase that shows it. */
export function OfficerFields(props: {
  readonly name: string
  readonly onName: (name: string) => void
  readonly passphrase: string
  readonly onPassphrase: (passphrase: string) => void
  readonly onEnter: () => void
}) {
  const words = useWords().join.signIn
  return (
    <>
      <Field
        label={words.name}
        autoComplete="username"
        value={props.name}
        maxLength={20}
        onDraft={props.onName}
      />
      <Field
        type="password"
        label={words.passphrase}
        autoComplete="current-password"
        value={props.passphrase}
        maxLength={200}
        onDraft={props.onPassphrase}
        onEnter={props.onEnter}
      />
    </>
  )
}
