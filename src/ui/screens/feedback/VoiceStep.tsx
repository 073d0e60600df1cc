import Warning from '~icons/lucide/triangle-alert'
import { SPEAKERS, type Speaker, type VoiceNote } from '#domain/feedback/voiceNote.ts'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useWords } from '#ui/words.ts'
import type { useVoice } from './useVoice.ts'
import { VoiceKey } from './VoiceKey.tsx'

/** Below the words while somebody speaks and after: how long is left, whose voice it is, to hear it, to say it again. */
export function VoiceStep(props: {
  recorder: ReturnType<typeof useVoice>
  voice: VoiceNote | undefined
  speaker: Speaker
  onSpeaker: (speaker: Speaker) => void
  onDrop: () => void
}) {
  const { recorder, voice, speaker, onSpeaker, onDrop } = props
  const { note: words } = useWords().voices
  const { left, waiting, refused } = recorder
  if (refused)
    return (
      <p class="voice-trouble" role="alert">
        <Warning class="icon" aria-hidden="true" /> {words.refused[refused]}
      </p>
    )
  if (waiting) return <p role="status">{words.waiting}</p>
  if (left === undefined && !voice) return null
  return (
    <div class="voice-step">
      {left === undefined && voice && (
        <VoiceKey voice={voice}>
          <Key look="quiet" label={words.again} onPress={() => void recorder.start()} />
          <Key look="quiet" label={words.drop} onPress={onDrop} />
        </VoiceKey>
      )}
      {left !== undefined && (
        <div class="voice-going">
          <p role="timer" class="voice-left">
            {words.going(left)}
          </p>
          <Key look="quiet" label={words.cancel} onPress={() => void recorder.cancel()} />
        </div>
      )}
      <Segmented
        label={words.whose}
        look="answer"
        value={speaker}
        onChange={onSpeaker}
        options={SPEAKERS.map((value) => ({ value, label: words.speaker[value], sub: words.asked[value] }))}
      />
    </div>
  )
}
