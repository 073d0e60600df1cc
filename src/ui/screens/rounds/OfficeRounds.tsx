import { runsOn } from '#domain/bins/campaign.ts'
import { campaignsOn } from '#queries/campaigns.ts'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useWords } from '#ui/words.ts'
import { useMayPlan } from './mayPlan.ts'

/** The way to the rounds, for whoever plans them. */
export function OfficeRounds() {
  const { rounds } = useWords()
  const { reader, today } = useReader()
  const plans = useMayPlan()
  if (!plans) return null
  const running = campaignsOn(reader, today).filter((one) => runsOn(one, today)).length
  return (
    <Rows>
      <Row href="/rounds" title={rounds.title} sub={rounds.officeSub(running)} />
    </Rows>
  )
}
