import './bag-check.css'
import Undo from '~icons/lucide/undo-2'
import Warning from '~icons/lucide/triangle-alert'
import type { ComponentChildren } from 'preact'
import { useRoute } from 'preact-iso'
import { useState } from 'preact/hooks'
import { shownBags } from '#commands/bags.ts'
import { buzz } from '#device/vibration.ts'
import { type Bag, BAGS_OF_SHIFT, type Fault, FAULTS_OF, type Verdict, VERDICTS } from '#domain/bins/bag.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Shift } from '#domain/bins/shift.ts'
import type { Stream } from '#domain/bins/streams.ts'
import { bagsBeside } from '#queries/bags.ts'
import { shiftSheet } from '#queries/bins.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { BagSample } from './BagSample.tsx'
import { FAULT_ICONS, VERDICT_ICONS } from './bagSigns.ts'
import { ChoiceKey } from './ChoiceKey.tsx'
import { useBagging } from './keys.ts'
import { NotHere } from './NotHere.tsx'
import { StreamKeys } from './StreamKeys.tsx'
import { SpokenTotal } from './TallyKey.tsx'
import { ThemeOnPhone } from './ThemeOnPhone.tsx'
import { useTouches } from './useTouches.ts'

/** The bag that lies open and is not judged yet. */
interface Looking {
  readonly stream?: Stream
  readonly faults: readonly Fault[]
}

const NOTHING: Looking = { faults: [] }

/** `/bins/:shift/bags`: what is wrong, if anything, then the verdict; a good bag is one touch. */
export function BagCheck() {
  const id = useRoute().params['shift'] as RecordId
  const words = useWords()
  const { ctx } = useApp()
  const keys = useBagging(id)
  const state = keys.state()
  const sheet = useView((view) => shiftSheet(view, ctx.tenant, id))
  const beside = useView((view) => (sheet ? bagsBeside(view, sheet.shift) : []))
  if (!sheet) return <NotHere />
  const { shift, point } = sheet
  const own = shownBags(shift, state)
  const open = shift.closedAt === undefined && shift.author === ctx.me
  const sample = (
    <BagSample
      bags={[...beside, ...own]}
      own={beside.length > 0 ? own.length : undefined}
      waiting={state.waiting.filter((step) => step.by === 1).length}
    />
  )
  const frame = {
    title: words.bags.title,
    sub: words.bins.shiftAt(words.bins.shortPoint(point), words.bins.window[shift.window]),
    back: `/bins/${id}`,
    right: <ThemeOnPhone />,
  }
  if (!open) {
    return (
      <Screen {...frame}>
        {/* Nothing to press in what is handed over: the keyboard still has to be able to scroll it. */}
        <div class="bag-check" tabIndex={0}>
          {sample}
          <p class="caption">{words.bags.closed}</p>
        </div>
      </Screen>
    )
  }
  return (
    <Judging shift={shift} own={own} count={beside.length + own.length} frame={frame}>
      {state.refused && (
        <div role="alert">
          <Panel
            tone="alert"
            icon={Warning}
            title={words.bags.notKept}
            text={words.common.refused[state.refused]}
          />
        </div>
      )}
      {sample}
    </Judging>
  )
}

function Judging(props: {
  shift: Shift
  own: readonly Bag[]
  /** Of the whole sheet. */
  count: number
  frame: Pick<Parameters<typeof Screen>[0], 'title' | 'sub' | 'back' | 'right'>
  children: ComponentChildren
}) {
  const { shift, own, count, frame, children } = props
  const words = useWords()
  const formats = useFormats()
  const keys = useBagging(shift.id)
  const draft = useDraft('bins.bag', shift.id, NOTHING)
  const [said, setSaid] = useState('')
  const { faults } = draft.value
  const last = own.at(-1)
  const stream = draft.value.stream ?? last?.stream

  const judge = (verdict: Verdict, moment: number) => {
    if (!stream || !keys.open({ stream, verdict, faults }, moment)) return
    buzz('tap')
    draft.set({ stream, faults: [] })
    setSaid(words.bags.counted(words.bags.verdict[verdict], formats.number(count + 1)))
  }
  const whyNot = (verdict: Verdict) =>
    own.length >= BAGS_OF_SHIFT
      ? words.bags.enough(formats.number(BAGS_OF_SHIFT))
      : !stream
        ? words.bags.whichFirst
        : verdict === 'good' && faults.length > 0
          ? words.bags.notGood
          : undefined
  return (
    <Screen
      {...frame}
      bar={
        <BottomBar>
          <div class="bag-undo">
            <Key
              wide
              look="quiet"
              icon={Undo}
              label={words.bags.undo}
              why={last ? undefined : words.bags.nothingToUndo}
              sub={
                last &&
                words.bags.undoWhat(
                  words.bins.stream[last.stream],
                  words.bags.verdict[last.verdict],
                  formats.time(last.at),
                )
              }
              onPress={() => keys.undo(performance.now())}
            />
          </div>
          <div class="bag-verdicts" role="group" aria-label={words.bags.judge}>
            {VERDICTS.map((verdict) => (
              <VerdictKey key={verdict} verdict={verdict} why={whyNot(verdict)} onTouch={judge} />
            ))}
          </div>
        </BottomBar>
      }
    >
      <div class="bag-check">
        {children}
        <div class="bag-keys">
          <StreamKeys
            title={words.bags.which}
            value={stream}
            onPress={(one) => draft.set({ stream: one, faults: [] })}
          />
          {stream && (
            <section class="stack" aria-labelledby="what-is-wrong">
              <h2 id="what-is-wrong">{words.bags.found}</h2>
              <div class="bag-faults">
                {FAULTS_OF[stream].map((fault) => (
                  <ChoiceKey
                    key={fault}
                    icon={FAULT_ICONS[fault]}
                    label={words.bags.fault[fault]}
                    chosen={faults.includes(fault)}
                    onPress={() =>
                      draft.set({
                        stream,
                        faults: faults.includes(fault)
                          ? faults.filter((one) => one !== fault)
                          : [...faults, fault],
                      })
                    }
                  />
                ))}
              </div>
            </section>
          )}
        </div>
        <SpokenTotal text={said} />
      </div>
    </Screen>
  )
}

/** A verdict counts the bag at once. */
function VerdictKey(props: {
  verdict: Verdict
  why: string | undefined
  onTouch: (verdict: Verdict, moment: number) => void
}) {
  const { verdict, why } = props
  const words = useWords().bags
  const touches = useTouches((moment) => !why && props.onTouch(verdict, moment))
  const Drawing = VERDICT_ICONS[verdict]
  return (
    <button
      type="button"
      class={`key key-${verdict === 'good' ? 'primary' : 'secondary'} bag-verdict`}
      aria-disabled={why ? 'true' : undefined}
      data-why={why ? '' : undefined}
      {...touches}
    >
      {!why && <Drawing class="icon" aria-hidden="true" />}
      <span>{why ?? words.verdict[verdict]}</span>
    </button>
  )
}
