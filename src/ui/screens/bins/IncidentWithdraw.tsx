import './incident.css'
import Warning from '~icons/lucide/triangle-alert'
import { useEffect, useState } from 'preact/hooks'
import { withdrawIncident } from '#commands/incidents.ts'
import type { Incident } from '#domain/bins/incident.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'

const REASON_LENGTH = 60

/** Three reasons to press and one to write; the choice that changes nothing is last and wide. */
export function IncidentWithdraw({
  incident,
  onClose,
}: {
  incident: Incident | undefined
  onClose: () => void
}) {
  const { incident: all, common } = useWords()
  const words = all.withdraw
  const { ctx } = useApp()
  const toast = useToast()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  useEffect(() => setReason(''), [incident?.id])

  const take = async () => {
    if (!incident) return
    setBusy(true)
    const done = await withdrawIncident(ctx, incident.id, reason)
    setBusy(false)
    if (!done.ok) return toast({ text: common.refused[done.refused], icon: Warning })
    onClose()
    toast({ text: words.done })
  }
  return (
    <Sheet
      open={incident !== undefined}
      onClose={onClose}
      title={words.title}
      text={incident && all.type[incident.type]}
      close={common.close}
      bar={
        <>
          <Key
            look="primary"
            wide
            label={words.go}
            why={reason.trim() ? undefined : words.reason}
            busy={busy}
            busyLabel={common.saving}
            onPress={() => void take()}
          />
          <Key wide label={words.stay} onPress={onClose} focusFirst />
        </>
      }
    >
      <div class="stack">
        <div class="incident-kinds">
          {words.reasons.map((one) => (
            <Key key={one} label={one} pressed={reason === one} onPress={() => setReason(one)} />
          ))}
        </div>
        <Field label={words.other} value={reason} maxLength={REASON_LENGTH} onDraft={setReason} />
      </div>
    </Sheet>
  )
}
