import CheckMark from '~icons/lucide/check'
import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import { keepWeights } from '#commands/hauls.ts'
import { amountOf } from '#domain/amount.ts'
import { KG_PER_LITRE, type Settings, settingsId } from '#domain/settings.ts'
import { type Stream, STREAMS } from '#domain/bins/streams.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useKeeps } from '#ui/screens/plan/useKeeps.ts'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'

/** As it is typed; what nobody touched yet is as it is kept. */
interface Typed {
  readonly of: Readonly<Partial<Record<Stream, string>>>
  readonly weighed?: string
}

const UNTOUCHED: Typed = { of: {} }

/** `/bins/keep/weights`: how heavy a litre is here, and who weighed. */
export function HaulsWeights() {
  const words = useWords()
  const { ctx } = useApp()
  const { setUp } = useKeeps()
  const settings = useView((view) => view.get<Settings>(settingsId(ctx.tenant)))
  const frame = { title: words.hauls.weights.title, tab: 'bins', back: '/bins/keep' } as const
  if (!setUp || !settings) {
    return (
      <Screen {...frame}>
        <Empty title={words.hauls.weights.notYours} text={words.hauls.weights.notYoursText} />
      </Screen>
    )
  }
  return <Weights settings={settings} frame={frame} />
}

function Weights(props: {
  settings: Settings
  frame: Pick<Parameters<typeof Screen>[0], 'title' | 'tab' | 'back'>
}) {
  const { settings, frame } = props
  const words = useWords()
  const toast = useToast()
  const draft = useDraft('bins.weights', settings.id, UNTOUCHED)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)

  const textOf = (stream: Stream) => draft.value.of[stream] ?? String(settings.kgPerLitre?.[stream] ?? '')
  const weighed = draft.value.weighed ?? settings.weighed ?? ''
  const read = STREAMS.map((stream) => ({
    stream,
    weight: amountOf(textOf(stream), KG_PER_LITRE, ['公斤', 'kg']),
  }))
  const wrong = (stream: Stream) => {
    const weight = read.find((one) => one.stream === stream)?.weight
    return !weight || weight.ok || weight.refused === 'empty'
      ? undefined
      : words.hauls.weights.wrong[weight.refused]
  }
  const kgPerLitre = Object.fromEntries(
    read.flatMap(({ stream, weight }) => (weight.ok ? [[stream, weight.value] as const] : [])),
  ) as NonNullable<Settings['kgPerLitre']>
  const unsigned = Object.keys(kgPerLitre).length > 0 && weighed.trim() === ''

  const save = async () => {
    setAsked(true)
    if (unsigned || STREAMS.some(wrong)) return
    setBusy(true)
    const done = await keepWeights(draft.ctx, settings, { kgPerLitre, weighed })
    setBusy(false)
    if (!done.ok) return toast({ text: words.common.refused[done.refused], icon: Warning })
    await draft.drop()
    setAsked(false)
    toast({ text: words.hauls.weights.saved })
  }
  return (
    <Screen
      {...frame}
      bar={
        <BottomBar>
          <Key
            look="primary"
            wide
            icon={CheckMark}
            label={words.hauls.weights.save}
            busy={busy}
            busyLabel={words.common.saving}
            onPress={() => void save()}
          />
        </BottomBar>
      }
    >
      <div class="stack-wide">
        <p>{words.hauls.weights.text}</p>
        {STREAMS.map((stream) => (
          <Field
            key={stream}
            label={words.hauls.weights.of(words.bins.streamFull[stream])}
            placeholder={words.hauls.weights.placeholder}
            inputMode="decimal"
            maxLength={12}
            value={textOf(stream)}
            error={asked ? wrong(stream) : undefined}
            onDraft={(text) => draft.set({ ...draft.value, of: { ...draft.value.of, [stream]: text } })}
          />
        ))}
        <Field
          label={words.hauls.weights.weighed}
          placeholder={words.hauls.weights.weighedPlaceholder}
          maxLength={60}
          value={weighed}
          error={asked && unsigned ? words.hauls.weights.weighedMissing : undefined}
          onDraft={(text) => draft.set({ ...draft.value, weighed: text })}
        />
      </div>
    </Screen>
  )
}
