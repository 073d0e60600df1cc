import './rounds.css'
import Pencil from '~icons/lucide/pencil'
import Printer from '~icons/lucide/printer'
import { useRoute } from 'preact-iso'
import { useState } from 'preact/hooks'
import { endCampaign } from '#commands/campaigns.ts'
import { type Campaign, runsOn } from '#domain/bins/campaign.ts'
import type { RecordId } from '#domain/ids.ts'
import { type CampaignView, campaignView } from '#queries/campaigns.ts'
import { nameOf } from '#queries/feedback.ts'
import { BigNumber } from '#ui/parts/BigNumber.tsx'
import { NotAll } from '#ui/NotAll.tsx'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Dialog } from '#ui/parts/Dialog.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { StairsMark } from '#ui/parts/marks.tsx'
import { Lead, Row, Rows } from '#ui/parts/Rows.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useDoing } from '#ui/screens/plan/useDoing.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { Answers } from './Answers.tsx'
import { useStateWord } from './CampaignRow.tsx'
import { useMayPlan } from './mayPlan.ts'

/** `/rounds/:id`: why, how far, unit by unit, what was said; whoever goes starts here. */
export function RoundPage() {
  const id = useRoute().params['id'] as RecordId
  const { rounds } = useWords()
  const { reader, freshness } = useReader()
  const campaign = reader.get<Campaign>(id)
  if (campaign?.kind !== 'campaign') {
    return (
      <Screen title={rounds.title} back="/rounds">
        <Empty title={rounds.gone} />
      </Screen>
    )
  }
  return <Shown view={campaignView(reader, campaign, freshness)} />
}

function Shown({ view }: { view: CampaignView }) {
  const { campaign, all, parts, answers } = view
  const { rounds, papers } = useWords()
  const { number, list } = useFormats()
  const { today, may } = useReader()
  const plans = useMayPlan()
  const runs = runsOn(campaign, today)
  const goes = runs && may('recordVisit')
  const next = parts.find(({ n, of }) => n < of) ?? parts[0]
  const state = useStateWord(campaign)
  const [ending, setEnding] = useState(false)
  const who = useView((book) => campaign.people.map((one) => nameOf(book, one)).filter(Boolean))
  const walk = (unit: RecordId) => `/doors/visit/${unit}?campaign=${campaign.id}`
  return (
    <Screen
      title={campaign.title}
      sub={state}
      back={plans ? '/rounds' : '/'}
      bar={
        <BottomBar>
          {goes && next && (
            <Key look="primary" icon={StairsMark} label={rounds.start} href={walk(next.place)} />
          )}
          {plans && (
            <Key look="quiet" icon={Pencil} label={rounds.edit} href={`/rounds/${campaign.id}/edit`} />
          )}
        </BottomBar>
      }
    >
      <div class="stack-wide">
        {campaign.purpose && <p>{campaign.purpose}</p>}
        <NotAll />
        {all.of > 0 && (
          <BigNumber value={number(all.n)} of={rounds.homes(number(all.of))} below={rounds.reachedBelow} />
        )}
        <Parts view={view} href={goes ? walk : undefined} />
        <p>
          <b>{rounds.who}</b> {who.length > 0 ? list(who) : rounds.everybody}
        </p>
        {campaign.questions.length > 0 && <Answers campaign={campaign} answers={answers} />}
        <Key look="quiet" icon={Printer} label={papers.round.key} href={`/rounds/${campaign.id}/paper`} />
        {plans && runs && campaign.ended === undefined && (
          <Key look="quiet" label={rounds.end} onPress={() => setEnding(true)} />
        )}
      </div>
      <Ending campaign={campaign} open={ending} onClose={() => setEnding(false)} />
    </Screen>
  )
}

/** n of N unit by unit, in the compound's order: where to go, never who was faster. */
function Parts({ view, href }: { view: CampaignView; href: ((unit: RecordId) => string) | undefined }) {
  const { rounds } = useWords()
  const { number } = useFormats()
  if (view.parts.length === 0) return null
  return (
    <section class="stack">
      <h2>{rounds.parts}</h2>
      <Rows label={rounds.parts}>
        {view.parts.map(({ place, where, n, of }) => (
          <Row
            key={place}
            lead={<Lead big={number(n)} small={`/ ${number(of)}`} />}
            title={where}
            href={href?.(place)}
          />
        ))}
      </Rows>
    </section>
  )
}

function Ending({ campaign, open, onClose }: { campaign: Campaign; open: boolean; onClose: () => void }) {
  const { rounds, common } = useWords()
  const { ctx, today } = useApp()
  const doing = useDoing()
  const end = async () => {
    onClose()
    await doing.run(() => endCampaign(ctx, campaign, today()), { text: rounds.ended })
  }
  return (
    <Dialog open={open} onClose={onClose} title={rounds.endTitle} text={rounds.endText}>
      <Key wide label={rounds.endGo} onPress={() => void end()} />
      <Key wide look="primary" label={common.cancel} focusFirst onPress={onClose} />
    </Dialog>
  )
}
