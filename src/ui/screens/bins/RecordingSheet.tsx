import CheckMark from '~icons/lucide/check'
import Microphone from '~icons/lucide/mic'
import Trash from '~icons/lucide/trash-2'
import Warning from '~icons/lucide/triangle-alert'
import { useEffect, useRef, useState } from 'preact/hooks'
import { putRecording } from '#commands/recordings.ts'
import { RECORDING_SECONDS, type RecorderRefusal, type Running, startRecording } from '#device/recorder.ts'
import type { Dialect } from '#domain/bins/recording.ts'
import type { Card } from '#domain/bins/talkCards.ts'
import { slotsOf } from '#queries/recordings.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import type { CardText } from '#ui/words/zh/cardTexts.ts'

interface Going {
  readonly dialect: Dialect
  readonly running?: Running
  readonly left: number
}

/** Two slots of a card: say it, hear that it is kept, say it again, take it away. */
export function RecordingSheet({ card, text, onClose }: { card: Card; text: CardText; onClose: () => void }) {
  const { cards, common } = useWords()
  const words = cards.recording
  const { ctx, keepSound } = useApp()
  const toast = useToast()
  const slots = useView((view) => slotsOf(view, ctx.tenant, card))
  const [going, setGoing] = useState<Going>()
  const [refused, setRefused] = useState<RecorderRefusal>()
  const running = useRef<Running>(undefined)
  // Whoever leaves does not go on being listened to.
  useEffect(() => () => running.current?.cancel(), [])
  useEffect(() => {
    if (!going?.running) return
    const tick = setTimeout(() => setGoing({ ...going, left: Math.max(0, going.left - 1) }), 1000)
    return () => clearTimeout(tick)
  }, [going])

  const put = async (dialect: Dialect, sound: string | undefined, said: string) => {
    const done = await putRecording(ctx, { card, dialect }, sound)
    toast(done.ok ? { text: said } : { text: common.refused[done.refused], icon: Warning })
  }
  const record = async (dialect: Dialect) => {
    setRefused(undefined)
    setGoing({ dialect, left: RECORDING_SECONDS })
    const started = await startRecording()
    if (!started.ok) {
      setGoing(undefined)
      return setRefused(started.refused)
    }
    running.current = started.value
    setGoing({ dialect, left: RECORDING_SECONDS, running: started.value })
    const said = await started.value.done
    running.current = undefined
    setGoing(undefined)
    if (!said.ok) {
      if (said.refused !== 'cancelled') setRefused(said.refused)
      return
    }
    const kept = await keepSound(said.value.sound)
    if (!kept.ok) return toast({ text: common.refused[kept.refused], icon: Warning })
    await put(dialect, kept.value.hash, words.saved)
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.title}
      text={text.title}
      close={common.close}
      bar={
        going && (
          <>
            <Key
              look="primary"
              wide
              icon={CheckMark}
              label={words.stop}
              why={going.running ? undefined : words.waiting}
              onPress={() => going.running?.stop()}
            />
            <Key wide label={words.cancel} onPress={() => going.running?.cancel()} />
          </>
        )
      }
    >
      <div class="stack-wide">
        <p>{words.text}</p>
        <p>
          <b>{text.say.join('')}</b>
        </p>
        {refused && (
          <p class="card-trouble" role="alert">
            <Warning class="icon" aria-hidden="true" /> {words.refused[refused]}
          </p>
        )}
        {slots.map(({ dialect, sound }) => (
          <section key={dialect} class="stack" aria-label={words.name[dialect]}>
            <div class="between">
              <h3>{words.name[dialect]}</h3>
              <p>
                {going?.dialect === dialect && going.running
                  ? words.going(going.left)
                  : sound
                    ? words.kept
                    : words.none}
              </p>
            </div>
            {!going && (
              <div class="card-recordings">
                <Key
                  icon={Microphone}
                  label={sound ? words.again : words.record}
                  onPress={() => void record(dialect)}
                />
                {sound && (
                  <Key
                    look="quiet"
                    icon={Trash}
                    label={words.remove}
                    onPress={() => void put(dialect, undefined, words.removed)}
                  />
                )}
              </div>
            )}
          </section>
        ))}
      </div>
    </Sheet>
  )
}
