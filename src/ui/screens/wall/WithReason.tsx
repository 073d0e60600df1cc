import { useState } from 'preact/hooks'
import { Dialog } from '#ui/parts/Dialog.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useWords } from '#ui/words.ts'

/** Asks why, before something comes down or goes back. */
export function WithReason(props: {
  title: string
  hint: string
  go: string
  onGo: (reason: string) => void
  onClose: () => void
}) {
  const { wall, common } = useWords()
  const [reason, setReason] = useState('')
  return (
    <Dialog open onClose={props.onClose} title={props.title}>
      <Field
        label={wall.page.reason}
        value={reason}
        placeholder={props.hint}
        maxLength={200}
        onDraft={setReason}
      />
      <Key
        wide
        label={props.go}
        why={reason.trim() === '' ? wall.page.reasonFirst : undefined}
        onPress={() => props.onGo(reason)}
      />
      <Key wide look="primary" label={common.cancel} onPress={props.onClose} />
    </Dialog>
  )
}
