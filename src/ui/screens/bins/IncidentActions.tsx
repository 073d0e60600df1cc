import Ellipsis from '~icons/lucide/ellipsis'
import { useState } from 'preact/hooks'
import {
  INCIDENT_ACTIONS,
  type IncidentAction,
  type IncidentType,
  usualActions,
} from '#domain/bins/incident.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { useWords } from '#ui/words.ts'
import { ACTION_ICONS } from './actionIcons.ts'
import { ChoiceKey } from './ChoiceKey.tsx'

/** What was done about it: the usual ways first, all of them behind 别的办法. None is chosen until somebody chooses. */
export function IncidentActions({
  type,
  value,
  onChange,
}: {
  type: IncidentType
  value: IncidentAction
  onChange: (action: IncidentAction) => void
}) {
  const { incident: words, common } = useWords()
  const [open, setOpen] = useState(false)
  const usual = usualActions(type).filter((one) => one !== 'none')
  const rare = value !== 'none' && !usual.includes(value) ? value : undefined
  const key = (action: IncidentAction, onPress: () => void) => (
    <ChoiceKey
      key={action}
      icon={ACTION_ICONS[action]}
      label={words.done[action]}
      chosen={value === action}
      onPress={onPress}
    />
  )
  return (
    <section class="stack" aria-labelledby="what-was-done">
      <h2 id="what-was-done">{words.action}</h2>
      <div class="incident-kinds">
        {usual.map((action) => key(action, () => onChange(value === action ? 'none' : action)))}
        {rare ? (
          key(rare, () => setOpen(true))
        ) : (
          <ChoiceKey icon={Ellipsis} label={words.otherAction} onPress={() => setOpen(true)} />
        )}
      </div>
      <Sheet open={open} onClose={() => setOpen(false)} title={words.action} close={common.close}>
        <div class="incident-kinds">
          {INCIDENT_ACTIONS.map((action) =>
            key(action, () => {
              onChange(action)
              setOpen(false)
            }),
          )}
        </div>
      </Sheet>
    </section>
  )
}
