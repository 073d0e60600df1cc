import { myCampaigns } from '#queries/campaigns.ts'
import { Rows } from '#ui/parts/Rows.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useWords } from '#ui/words.ts'
import { CampaignRow } from './CampaignRow.tsx'

/** The rounds that run today and ask this person to go; nothing where there is none. */
export function MyRounds() {
  const { rounds } = useWords()
  const { reader, today, may } = useReader()
  const mine = may('recordVisit') ? myCampaigns(reader, today) : []
  if (mine.length === 0) return null
  return (
    <Rows label={rounds.title}>
      {mine.map((one) => (
        <CampaignRow key={one.id} campaign={one} />
      ))}
    </Rows>
  )
}
