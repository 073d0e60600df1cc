import './feedback-capture.css'
import Check from '~icons/lucide/check'
import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import { withdrawFeedback, writeFeedback } from '#commands/feedback.ts'
import { DANGERS } from '#domain/ledger/danger.ts'
import { CHANNELS } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Likely, likelyTheSame } from '#queries/alike.ts'
import { mayDo } from '#queries/mayDo.ts'
import { myRecentPlaces } from '#queries/feedback.ts'
import { readerOf } from '#queries/reader.ts'
import { whoOpens } from '#queries/residents.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { ErrorPanel } from '#ui/parts/Empty.tsx'
import { Header } from '#ui/parts/Header.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useWords } from '#ui/words.ts'
import { useAct } from './act.ts'
import { asFeedback, broughtAlong, type Capture, isEmpty, meaningOf, pressedDanger } from './capture.ts'
import { DangerPanel } from './DangerPanel.tsx'
import { Drafts } from './Drafts.tsx'
import { HeardStep } from './HeardStep.tsx'
import { KindStep } from './KindStep.tsx'
import { PlaceStep } from './PlaceStep.tsx'
import { QuietChoice } from './QuietChoice.tsx'
import { SaidStep } from './SaidStep.tsx'
import { SamePanel } from './SamePanel.tsx'
import { useSeen } from './seen.ts'
import { useCapture } from './useCapture.ts'
import { useVoice } from './useVoice.ts'
import { WhenStep } from './WhenStep.tsx'

type Refused = Extract<Awaited<ReturnType<typeof writeFeedback>>, { ok: false }>['refused']

/**
 * `/feedback/new`, `?at=` a place, `?channel=` how it was heard, `?danger=` a kind of danger, `?kind=` and `?text=` what is known
 * already, `?who=home` that somebody of that home says it, `?visit=` at which visit, `?draft=` what was begun, `?back=` where to go
 * on: three taps and the words. Who lives there is looked up here, an address names nobody.
 */
export function FeedbackCapture() {
  const { feedback, common, voices } = useWords()
  const words = feedback.capture
  const app = useApp()
  const { query, route } = useLocation()
  // Only a place of this app: an address from outside may carry anything.
  const back = /^\/[^/\\]/.test(query['back'] ?? '') ? String(query['back']) : '/feedback'
  const toast = useToast()
  const act = useAct()
  const recent = useSeen((view) => myRecentPlaces(view, app.ctx.me))
  const pressed = DANGERS.find((one) => one === query['danger'])
  const at = query['at'] as RecordId | undefined
  const named = useSeen((view) =>
    query['who'] === 'home' && at !== undefined ? whoOpens(readerOf(view, app.ctx, app.today()), at) : '',
  )
  const capture = useCapture({
    start: at,
    last: recent[0]?.place,
    named,
    draft: query['draft'],
    laid: (form) => (pressed ? pressedDanger(pressed) : broughtAlong(query, form)),
  })
  const { form, change } = capture
  const recorder = useVoice((sound) => change({ sound }))
  const [saving, setSaving] = useState(false)
  const [refusal, setRefusal] = useState<Refused>()
  const meaning = meaningOf(form)
  const who = { me: app.ctx.me, appointments: app.person.appointments }
  const mayOrder = useSeen((view) =>
    mayDo(view, who, 'openOrder', form.place ?? app.ctx.compound, app.today()),
  )
  const channel = CHANNELS.find((one) => one === query['channel']) ?? 'face'
  const made = (of: Capture) => asFeedback(of, meaningOf(of), mayOrder, channel)
  const ready = made(form)
  const ring = meaning.dangers.length > 0 && !form.called
  const now = useNow()
  const { place, text } = form
  const { category } = meaning
  const likely = useSeen((view) =>
    place === undefined || (text === '' && category === undefined)
      ? []
      : likelyTheSame(view, { place, text, category, id: form.id }, now),
  )

  const save = async (same?: Likely) => {
    if (saving) return
    setSaving(true)
    // Whoever saves while they speak has said it all.
    await recorder.stop()
    const said = capture.latest()
    const filled = made(same && !ready ? { ...said, key: 'other', category: same.row.category } : said)
    if (!filled) return setSaving(false)
    const visit = query['visit'] as RecordId | undefined
    const done = await writeFeedback(app.ctx, {
      ...filled,
      ...(same && { sameAs: same.row.id }),
      ...(visit !== undefined && filled.place === at && { visit }),
    })
    setSaving(false)
    if (!done.ok) return setRefusal(done.refused)
    await capture.drop()
    toast({
      text: same ? voices.same.joined : words.saved,
      undo: {
        label: common.undo,
        onPress: () => void act(withdrawFeedback(app.ctx, done.value, words.mistake), words.withdrawn),
      },
    })
    // An emergency nobody has rung for stays before the person's eyes.
    route(ring ? `/feedback/${done.value}` : back, true)
  }
  const giveUp = async () => {
    await recorder.cancel()
    const back = await capture.giveUp()
    toast({
      text: voices.drafts.gone,
      undo: {
        label: common.undo,
        onPress: () => void back().then((draft) => route(`/feedback/new?draft=${draft}`)),
      },
    })
    leave()
  }
  const leave = () => route(back)

  return (
    <Screen
      title={words.title}
      header={
        <>
          <Header
            title={words.title}
            back={leave}
            leave={common.close}
            close
            right={<span class="caption">{words.steps}</span>}
          />
          {ring && (
            <DangerPanel dangers={meaning.dangers} arrived={false} onMade={() => change({ called: true })} />
          )}
        </>
      }
      bar={
        <BottomBar>
          <Key
            look="primary"
            size="tall"
            wide
            icon={ready ? Check : undefined}
            label={common.save}
            why={form.place === undefined ? words.noPlace : ready ? undefined : words.noKind}
            busy={saving}
            busyLabel={common.saving}
            onPress={() => void save()}
          />
        </BottomBar>
      }
    >
      <div class="capture">
        {refusal && <ErrorPanel title={words.draft} text={common.refused[refusal]} />}
        <Drafts
          others={capture.others}
          onResume={(one) => void recorder.stop().then(() => capture.resume(one))}
        />
        <PlaceStep form={form} recent={recent} onChange={change} />
        <KindStep form={form} category={meaning.category} onChange={change} />
        <SaidStep form={form} recorder={recorder} onChange={change} />
        <SamePanel
          title={voices.same.title}
          likely={likely}
          busy={saving}
          label={voices.same.join}
          onSame={(one) => void save(one)}
        />
        {(category === 'neighbour' || category === 'care_help' || form.quiet) && (
          <QuietChoice quiet={form.quiet === true} onChange={(quiet) => change({ quiet })} />
        )}
        <WhenStep form={form} meaning={meaning} mayOrder={mayOrder && !form.quiet} onChange={change} />
        <Segmented
          label={words.name}
          look="answer"
          value={form.agreed ? 'tell' : 'keep'}
          onChange={(next) => change({ agreed: next === 'tell' })}
          options={[
            { value: 'keep', label: words.keep },
            { value: 'tell', label: words.tell },
          ]}
        />
        <HeardStep form={form} onChange={change} />
        {!isEmpty(form, named) && (
          <div class="heard-keys">
            <Key
              look="quiet"
              label={voices.drafts.another}
              onPress={() => void recorder.stop().then(capture.begin)}
            />
            <Key look="quiet" label={words.drop} onPress={() => void giveUp()} />
          </div>
        )}
      </div>
    </Screen>
  )
}
