import Settings from '~icons/lucide/calendar-cog'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useWords } from '#ui/words.ts'
import { useKeeps } from './useKeeps.ts'

/** The way to what the office keeps about the bins; nothing for those who do not. */
export function KeepRow() {
  const { plan } = useWords()
  if (!useKeeps().bins) return null
  return (
    <Rows>
      <Row
        href="/bins/keep"
        lead={<Settings class="icon" aria-hidden="true" />}
        title={plan.toHub}
        sub={plan.toHubSub}
      />
    </Rows>
  )
}
