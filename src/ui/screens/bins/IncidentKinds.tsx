import Ellipsis from '~icons/lucide/ellipsis'
import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import { INCIDENT_GROUPS, type IncidentGroup, type IncidentType } from '#domain/bins/incident.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { commonestAt } from '#queries/bins.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { ChoiceKey } from './ChoiceKey.tsx'
import { INCIDENT_ICONS } from './incidentIcons.ts'

const GROUPS = Object.keys(INCIDENT_GROUPS) as IncidentGroup[]

/** The five that happen here most and, behind 别的, all 26 in four groups. */
export function IncidentKinds({
  shift,
  value,
  onChange,
}: {
  shift: Shift
  value: IncidentType | undefined
  onChange: (type: IncidentType) => void
}) {
  const { incident: words, common } = useWords()
  const { ctx } = useApp()
  const five = useView((view) => commonestAt(view, ctx.tenant, shift.place))
  const [open, setOpen] = useState(false)
  const rare = value && !five.includes(value) ? value : undefined
  const key = (type: IncidentType, onPress: () => void) => (
    <ChoiceKey
      key={type}
      icon={INCIDENT_ICONS[type]}
      label={words.type[type]}
      chosen={value === type}
      onPress={onPress}
    />
  )
  return (
    <section class="stack" aria-labelledby="what-happened">
      <h2 id="what-happened">{words.what}</h2>
      <div class="incident-kinds">
        {five.map((type) => key(type, () => onChange(type)))}
        {rare ? (
          key(rare, () => setOpen(true))
        ) : (
          <ChoiceKey icon={Ellipsis} label={words.more} onPress={() => setOpen(true)} />
        )}
      </div>
      <Sheet open={open} onClose={() => setOpen(false)} title={words.moreTitle} close={common.close}>
        <div class="stack-wide">
          {GROUPS.map((group) => (
            <section key={group} class="stack">
              <h3>{words.group[group]}</h3>
              <div class="incident-kinds">
                {INCIDENT_GROUPS[group].map((type) =>
                  key(type, () => {
                    onChange(type)
                    setOpen(false)
                  }),
                )}
              </div>
              {group === 'people' && <Gas shift={shift} onPress={() => setOpen(false)} />}
            </section>
          ))}
        </div>
      </Sheet>
    </section>
  )
}

/** Gas is no matter of bins: it goes where the call comes first and the remark after it. */
function Gas({ shift, onPress }: { shift: Shift; onPress: () => void }) {
  const { incident: words } = useWords()
  const to = new URLSearchParams({
    at: shift.place,
    channel: 'bin_side',
    danger: 'gas',
    back: `/bins/${shift.id}`,
  })
  return (
    <Key
      look="alert"
      wide
      icon={Warning}
      label={words.gas}
      sub={words.gasText}
      href={`/feedback/new?${to}`}
      onPress={onPress}
    />
  )
}
