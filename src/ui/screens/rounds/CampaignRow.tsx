import type { Campaign } from '#domain/bins/campaign.ts'
import { runsOn } from '#domain/bins/campaign.ts'
import { campaignView } from '#queries/campaigns.ts'
import { Row } from '#ui/parts/Rows.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** One round as a row: how far it is, until when. */
export function CampaignRow({ campaign }: { campaign: Campaign }) {
  const { rounds } = useWords()
  const { number } = useFormats()
  const { reader, freshness } = useReader()
  const { all } = campaignView(reader, campaign, freshness)
  return (
    <Row
      href={`/rounds/${campaign.id}`}
      title={campaign.title}
      sub={`${rounds.reached(number(all.n), number(all.of))}・${useStateWord(campaign)}`}
    />
  )
}

/** 走到 12月5日, 12月1日 开始, 11月30日 走完了. */
export function useStateWord(campaign: Campaign): string {
  const { state } = useWords().rounds
  const { day } = useFormats()
  const { today } = useReader()
  const { from, until, ended } = campaign
  const last = ended !== undefined && ended < until ? ended : until
  if (runsOn(campaign, today)) return state.runs(day(last, today))
  return from > today ? state.comes(day(from, today)) : state.over(day(last, today))
}
