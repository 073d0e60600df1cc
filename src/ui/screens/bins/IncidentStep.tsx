import './incident.css'
import CheckMark from '~icons/lucide/check'
import Ellipsis from '~icons/lucide/ellipsis'
import Warning from '~icons/lucide/triangle-alert'
import { useRef, useState } from 'preact/hooks'
import { stepIncident } from '#commands/incidents.ts'
import {
  hasLadder,
  type Incident,
  INCIDENT_STEPS,
  seemsToName,
  type StepAction,
} from '#domain/bins/incident.ts'
import { nextSteps } from '#domain/bins/incidentSteps.ts'
import { FreeText } from '#ui/FreeText.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { ACTION_ICONS } from './actionIcons.ts'
import { ChoiceKey } from './ChoiceKey.tsx'
import { IncidentSteps } from './IncidentSteps.tsx'

interface Stepping {
  readonly action?: StepAction
  readonly note: string
}

const EMPTY: Stepping = { note: '' }
const NOTE_LENGTH = 200

/** What was done about an incident since: the next rungs first, the rest behind 别的办法, a line more where it is needed. */
export function IncidentStep({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const { incident: words, common } = useWords()
  const toast = useToast()
  const draft = useDraft<Stepping>('bins.incidentStep', incident.id, EMPTY)
  const { action, note } = draft.value
  const [all, setAll] = useState(false)
  const [busy, setBusy] = useState(false)
  // Two touches of a wet glove come faster than a screen is drawn again.
  const saving = useRef(false)
  const next = nextSteps(incident)
  const offered = all ? INCIDENT_STEPS : action && !next.includes(action) ? [...next, action] : next

  const save = async () => {
    if (!action || saving.current) return
    saving.current = true
    setBusy(true)
    const done = await stepIncident(draft.ctx, incident.id, action, note)
    saving.current = false
    setBusy(false)
    if (!done.ok) return toast({ text: common.refused[done.refused], icon: Warning })
    onClose()
    toast({ text: `${words.saved}${words.colon}${words.done[action]}` })
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.step.title}
      text={words.type[incident.type]}
      close={common.close}
      bar={
        <Key
          look="primary"
          wide
          icon={CheckMark}
          label={words.step.save}
          why={action ? undefined : words.step.first}
          busy={busy}
          busyLabel={common.saving}
          onPress={() => void save()}
        />
      }
    >
      <div class="stack">
        <IncidentSteps incident={incident} />
        <div class="incident-kinds" role="group" aria-label={words.step.title}>
          {offered.map((one) => (
            <ChoiceKey
              key={one}
              icon={ACTION_ICONS[one]}
              label={words.done[one]}
              chosen={action === one}
              onPress={() => draft.set({ ...draft.value, action: one })}
            />
          ))}
          {!all && <ChoiceKey icon={Ellipsis} label={words.otherAction} onPress={() => setAll(true)} />}
        </div>
        <FreeText
          label={words.text}
          help={words.textHint}
          error={seemsToName(note) ? words.namesSomebody : undefined}
          rows={2}
          maxLength={NOTE_LENGTH}
          value={note}
          onDraft={(text) => draft.set({ ...draft.value, note: text })}
        />
        {hasLadder(incident.type) && <p class="caption">{words.ladder.ours}</p>}
      </div>
    </Sheet>
  )
}
