import { useRoute } from 'preact-iso'
import type { Campaign } from '#domain/bins/campaign.ts'
import type { RecordId } from '#domain/ids.ts'
import { campaignView } from '#queries/campaigns.ts'
import { compoundName } from '#queries/council.ts'
import { Empty } from '#ui/parts/Empty.tsx'
import { ListPaper } from '#ui/paper/ListPaper.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { ANOTHER_YEAR } from '#ui/formats.ts'
import { roundTable } from './roundTable.ts'

/** `/rounds/:id/paper`: how far a round came and what was said, as counts of homes. */
export function RoundPaper() {
  const words = useWords()
  const { date } = useFormats()
  const { ctx } = useApp()
  const id = useRoute().params['id'] as RecordId
  const { reader, freshness } = useReader()
  const campaign = reader.get<Campaign>(id)
  if (campaign?.kind !== 'campaign') {
    return (
      <Screen title={words.papers.round.title} back="/rounds">
        <Empty title={words.rounds.gone} />
      </Screen>
    )
  }
  const { from, until, ended } = campaign
  const last = ended !== undefined && ended < until ? ended : until
  const view = campaignView(reader, campaign, freshness)
  return (
    <ListPaper
      title={words.papers.round.title}
      compound={compoundName(ctx.view, ctx.compound)}
      of={campaign.title}
      more={words.month.span(date(from, ANOTHER_YEAR), date(last, ANOTHER_YEAR))}
      back={`/rounds/${campaign.id}`}
      publicOnly={reader.shared}
      signed={words.papers.round.sign}
      list={(internal) => roundTable(view, internal, words)}
    />
  )
}
