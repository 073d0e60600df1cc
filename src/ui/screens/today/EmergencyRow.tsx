import Siren from '~icons/lucide/siren'
import { placesTo } from '#domain/rights.ts'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'

/** The way to 应急名单, for whoever knows who lives here, on a device of their own. */
export function EmergencyRow() {
  const { today: words } = useWords()
  const { ctx, person, today } = useApp()
  const may = placesTo('noteLook', person.appointments, today()).length > 0
  if (!may || ctx.deviceKind === 'shared') return null
  return (
    <Rows>
      <Row
        href="/doors/emergency"
        lead={<Siren class="icon" aria-hidden="true" />}
        title={words.emergency}
        sub={words.emergencySub}
      />
    </Rows>
  )
}
