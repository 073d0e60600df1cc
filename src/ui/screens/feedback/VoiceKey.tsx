import Play from '~icons/lucide/volume-2'
import Stop from '~icons/lucide/square'
import type { ComponentChildren } from 'preact'
import type { VoiceNote } from '#domain/feedback/voiceNote.ts'
import { Key } from '#ui/parts/Key.tsx'
import { usePlaying } from '#ui/usePlaying.ts'
import { useWords } from '#ui/words.ts'

/** Plays a voice note, and says why it is not heard; what else may be done with it stands beside. */
export function VoiceKey({ voice, children }: { voice: VoiceNote; children?: ComponentChildren }) {
  const { note: words } = useWords().voices
  const playing = usePlaying()
  const on = playing.hash === voice.sound
  return (
    <div class="voice">
      <Key
        icon={on ? Stop : Play}
        label={on ? words.stopPlaying : words.play(voice.seconds)}
        sub={words.speaker[voice.speaker]}
        onPress={() => (on ? playing.stop() : void playing.play(voice.sound))}
      />
      {children}
      {playing.trouble && (
        <p class="caption" role="status">
          {words.notHeard[playing.trouble]}
        </p>
      )}
    </div>
  )
}
