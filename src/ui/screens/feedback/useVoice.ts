import Warning from '~icons/lucide/triangle-alert'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type RecorderRefusal, type Running, startRecording } from '#device/recorder.ts'
import { VOICE_SECONDS, type VoiceNote } from '#domain/feedback/voiceNote.ts'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'

/**
 * Records what somebody says, a minute at the most; `onKept` is told when it lies on this device. Who leaves the screen
 * stops it, and what was said until then is kept.
 */
export function useVoice(onKept: (note: Pick<VoiceNote, 'sound' | 'seconds'>) => void) {
  const { keepSound } = useApp()
  const { common } = useWords()
  const toast = useToast()
  const [left, setLeft] = useState<number>()
  const [waiting, setWaiting] = useState(false)
  const [refused, setRefused] = useState<RecorderRefusal>()
  const running = useRef<Running>(undefined)
  const kept = useRef<Promise<void>>(Promise.resolve())
  const onScreen = useRef(true)
  useEffect(
    () => () => {
      onScreen.current = false
      running.current?.stop()
    },
    [],
  )
  useEffect(() => {
    if (left === undefined) return
    const tick = setTimeout(() => setLeft(Math.max(0, left - 1)), 1000)
    return () => clearTimeout(tick)
  }, [left])

  const keep = async (going: Running) => {
    const said = await going.done
    running.current = undefined
    setLeft(undefined)
    if (!said.ok) {
      if (said.refused !== 'cancelled') setRefused(said.refused)
      return
    }
    const sound = await keepSound(said.value.sound)
    if (sound.ok) onKept({ sound: sound.value.hash, seconds: said.value.seconds })
    else toast({ text: common.refused[sound.refused], icon: Warning })
  }
  return {
    /** Seconds that are left; undefined while nobody records. */
    left,
    /** The microphone waits for somebody's yes. */
    waiting,
    refused,
    async start() {
      if (running.current || waiting) return
      setRefused(undefined)
      setWaiting(true)
      const started = await startRecording(VOICE_SECONDS)
      setWaiting(false)
      if (!started.ok) return setRefused(started.refused)
      if (!onScreen.current) return started.value.cancel()
      running.current = started.value
      setLeft(VOICE_SECONDS)
      kept.current = keep(started.value)
    },
    /** Resolves when what was said is kept, at once where nobody records. */
    async stop() {
      running.current?.stop()
      await kept.current
    },
    /** Throws away what is being said; resolves when nobody listens any more. */
    async cancel() {
      running.current?.cancel()
      await kept.current
    },
  }
}
