import Plus from '~icons/lucide/plus'
import { campaignsOn } from '#queries/campaigns.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Rows } from '#ui/parts/Rows.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useWords } from '#ui/words.ts'
import { CampaignRow } from './CampaignRow.tsx'
import { useMayPlan } from './mayPlan.ts'

/** `/rounds`: all rounds of the compound, those that run first. */
export function Rounds() {
  const { rounds } = useWords()
  const { reader, today } = useReader()
  const plans = useMayPlan()
  const all = campaignsOn(reader, today)
  return (
    <Screen
      title={rounds.title}
      back="/"
      bar={
        plans && (
          <BottomBar>
            <Key look="primary" icon={Plus} label={rounds.plan} href="/rounds/new" />
          </BottomBar>
        )
      }
    >
      {all.length === 0 ? (
        <Empty title={rounds.none} text={plans ? rounds.noneText : rounds.notYoursText} />
      ) : (
        <Rows label={rounds.title}>
          {all.map((one) => (
            <CampaignRow key={one.id} campaign={one} />
          ))}
        </Rows>
      )}
    </Screen>
  )
}
