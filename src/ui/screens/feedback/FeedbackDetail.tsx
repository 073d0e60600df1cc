import './feedback-detail.css'
import Pencil from '~icons/lucide/pencil'
import { useRoute } from 'preact-iso'
import { useState } from 'preact/hooks'
import { callMade } from '#commands/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import { type FeedbackDetail as Detail, feedbackDetail } from '#queries/feedbackDetail.ts'
import { Nothing } from '#ui/Nothing.tsx'
import { Header } from '#ui/parts/Header.tsx'
import { Phrase } from '#ui/parts/Phrase.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useOpenedNoted } from '#ui/useOpenedNoted.ts'
import { Watermark } from '#ui/Watermark.tsx'
import { useNow } from '#ui/state/clock.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { useAct } from './act.ts'
import { AskPanel } from './AskPanel.tsx'
import { BesidePanel } from './BesidePanel.tsx'
import { DangerPanel } from './DangerPanel.tsx'
import { DetailBar } from './DetailBar.tsx'
import { dueWords } from './dueWords.ts'
import { FirmPanel } from '#ui/screens/ledger/FirmPanel.tsx'
import { DueNotes } from '#ui/screens/ledger/DueNotes.tsx'
import { MatterPanel } from '#ui/screens/council/MatterPanel.tsx'
import { EditSheet } from './EditSheet.tsx'
import { headlineOf } from '#ui/headline.ts'
import { HeardPanel } from './HeardPanel.tsx'
import { useMay } from './may.ts'
import { MaybeSame } from './MaybeSame.tsx'
import { PhotosStand } from '#ui/PhotosStand.tsx'
import { PhotoPair } from './PhotoPair.tsx'
import { SaidSound } from './SaidSound.tsx'
import { useSeen } from './seen.ts'
import { Story } from './Story.tsx'
import { useTravelled } from './travelled.ts'
import { useWeight } from './weight.ts'

/** `/feedback/:id`: what, where, how long; before and after; its story; what comes next. */
export function FeedbackDetail() {
  const id = useRoute().params['id'] as RecordId
  const { feedback: words, common, danger, voices } = useWords()
  const { ctx } = useApp()
  const weigh = useWeight()
  const travelledWords = useTravelled()
  const now = useNow()
  const act = useAct()
  const detail = useSeen((view) => feedbackDetail(view, id, now))
  const mayEdit = useMay('editFeedback', detail ?? { place: ctx.compound, author: ctx.me })
  const [editing, setEditing] = useState(false)
  const quiet = detail?.record?.quiet ? detail.record : undefined
  // Of what one heard oneself one learns nothing.
  useOpenedNoted('quiet', quiet && quiet.author !== ctx.me && !quiet.voided ? quiet.place : undefined)
  const title = words.detail.title(detail?.no === undefined ? common.noNumber : words.detail.no(detail.no))

  if (!detail || detail.record?.voided) {
    return (
      <Screen title={words.title} back="/feedback">
        <Nothing title={words.detail.gone} text={words.detail.goneText}>
          <Key look="primary" label={words.title} href="/feedback" />
        </Nothing>
      </Screen>
    )
  }
  const weight = weigh(detail)
  return (
    <Screen
      title={title}
      header={
        <>
          <Header
            title={title}
            back="/feedback"
            leave={common.back}
            right={
              mayEdit &&
              detail.record && (
                <Key
                  bare
                  look="quiet"
                  icon={Pencil}
                  label={words.detail.edit}
                  onPress={() => setEditing(true)}
                />
              )
            }
          />
          {detail.ring && (
            <DangerPanel
              dangers={detail.dangers}
              arrived={detail.standing === 'kept'}
              onMade={() => void act(callMade(ctx, id), danger.madeSaid)}
            />
          )}
        </>
      }
      bar={<DetailBar key={`${detail.status}`} detail={detail} />}
    >
      {(quiet || detail.reporter || detail.heard.some(({ name }) => name)) && <Watermark />}
      {/* Often there is nothing to press in a story: the keyboard still has to be able to scroll it. */}
      <div class="detail" tabIndex={0}>
        <div class="detail-top">
          <div class="detail-what">
            <p class="detail-text">
              <Phrase text={headlineOf(detail, { feedback: words, danger, voices })} />
            </p>
            <p class="caption">{[detail.where, detail.reporter].filter(Boolean).join('・')}</p>
            {weight && <Tag label={weight} />}
            {detail.record?.quiet && <Tag label={words.capture.quietly} />}
            {detail.travelled !== undefined && <p class="caption">{travelledWords(detail.travelled)}</p>}
          </div>
          <DueCard detail={detail} now={now} />
        </div>
        <SaidSound detail={detail} />
        <DueNotes detail={detail} now={now} />
        <FirmPanel detail={detail} now={now} />
        <BesidePanel detail={detail} />
        <PhotoPair detail={detail} />
        <PhotosStand hashes={detail.photos} />
        <Story detail={detail} now={now} />
        <MatterPanel detail={detail} />
        <HeardPanel detail={detail} />
        {mayEdit && detail.record && <MaybeSame detail={detail} now={now} />}
        <AskPanel detail={detail} />
      </div>
      {editing && detail.record && (
        <EditSheet detail={detail} record={detail.record} onClose={() => setEditing(false)} />
      )}
    </Screen>
  )
}

function DueCard({ detail, now }: { detail: Detail; now: string }) {
  const { feedback: words } = useWords()
  const formats = useFormats()
  const { word, number, unit, tone } = dueWords(detail.due, words.due)
  // What they promised outside is said in words below: it is not our clock.
  const ours = detail.due.standing === 'outside' ? undefined : detail.due.at
  const at = ours === undefined ? undefined : formats.moment(ours, now)
  const track = detail.order ? words.drawers[detail.order.track] : words.undecided
  return (
    <div class={`due-card due-card-${tone}`}>
      <span>{words.due.tracked(track, word)}</span>
      <span>
        <b>{number}</b> {unit}
      </span>
      {at && (
        <span>
          {tone === 'done' && detail.order ? words.due.fixed(at) : tone === 'done' ? at : words.due.by(at)}
        </span>
      )}
    </div>
  )
}
