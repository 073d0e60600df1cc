import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import type { RecordId } from '#domain/ids.ts'
import { ERASE_REASONS, type EraseReason } from '#domain/tombstone.ts'
import type { SubjectFile } from '#queries/subjectFile.ts'
import { useAsking, useEntrance } from '#ui/office.ts'
import { Dialog, Sheet } from '#ui/parts/Dialog.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Ticks } from '#ui/screens/household/Ticks.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'

/** The reasons a person gives; the deadline is the server's own. */
const REASONS = ERASE_REASONS.filter((one) => one !== 'movedOut')

/** Asked twice: why, with what goes and what stays; then the name is typed, for nobody erases somebody with one touch. */
export function EraseSheet({ file, onClose }: { file: SubjectFile; onClose: () => void }) {
  const { subject, common } = useWords()
  const words = subject.erase
  const app = useApp()
  const toast = useToast()
  const { route } = useLocation()
  const { office } = useEntrance()
  const asking = useAsking()
  const [why, setWhy] = useState<EraseReason>()
  const [theirs, setTheirs] = useState<readonly RecordId[]>([])
  const [sure, setSure] = useState(false)
  const [typed, setTyped] = useState('')
  const [first] = file.residents

  const erase = async () => {
    if (!first || why === undefined) return
    const form = { resident: first.id, why, remarks: theirs }
    if (!(await asking.ask(() => office.eraseResident(form)))) return
    app.nudge()
    toast({ text: words.done })
    route(`/doors/home/${file.home}`, true)
  }
  if (sure)
    return (
      <Dialog open onClose={onClose} title={words.sure} text={asking.refusal}>
        <Field label={words.type(file.name)} value={typed} onDraft={setTyped} />
        <Key
          look="alert"
          wide
          label={words.go}
          busy={asking.busy}
          why={typed.trim() === file.name ? undefined : words.wrong}
          onPress={() => void erase()}
        />
        <Key wide focusFirst label={words.keep} onPress={onClose} />
      </Dialog>
    )
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.title(file.name)}
      close={common.close}
      bar={
        <Key
          look="alert"
          wide
          label={words.next}
          why={why === undefined ? words.whyLabel : undefined}
          onPress={() => setSure(true)}
        />
      }
    >
      <p>{words.goes}</p>
      <p>{words.stays}</p>
      <Segmented
        label={words.whyLabel}
        shown
        look="chips"
        value={why}
        onChange={setWhy}
        options={REASONS.map((value) => ({ value, label: words.why[value] }))}
      />
      {file.perhaps.length > 0 && (
        <Ticks
          label={words.perhaps}
          options={file.perhaps.map(({ feedback, reporter }) => ({
            value: feedback.id,
            label: [reporter.displayName, feedback.text].filter(Boolean).join('：'),
          }))}
          value={theirs}
          onChange={setTheirs}
        />
      )}
    </Sheet>
  )
}
