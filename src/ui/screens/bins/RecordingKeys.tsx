import Microphone from '~icons/lucide/mic'
import Play from '~icons/lucide/volume-2'
import Stop from '~icons/lucide/square'
import { useState } from 'preact/hooks'
import type { Card } from '#domain/bins/talkCards.ts'
import { mayDo } from '#queries/mayDo.ts'
import { slotsOf } from '#queries/recordings.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { usePlaying } from '#ui/usePlaying.ts'
import { useWords } from '#ui/words.ts'
import type { CardText } from '#ui/words/zh/cardTexts.ts'
import { RecordingSheet } from './RecordingSheet.tsx'

/** What the compound recorded for this card, to be played; who keeps the bins records it here. */
export function RecordingKeys({ card, text }: { card: Card; text: CardText }) {
  const { recording: words } = useWords().cards
  const { ctx, person, today } = useApp()
  const slots = useView((view) => slotsOf(view, ctx.tenant, card))
  const who = { me: ctx.me, appointments: person.appointments }
  const mayRecord = useView((view) => mayDo(view, who, 'keepBins', ctx.compound, today()))
  const playing = usePlaying()
  const [recording, setRecording] = useState(false)
  const filled = slots.flatMap(({ dialect, sound }) => (sound === undefined ? [] : [{ dialect, sound }]))
  if (filled.length === 0 && !mayRecord) return null
  return (
    <div class="card-recordings">
      {filled.map(({ dialect, sound }) => (
        <Key
          key={dialect}
          icon={playing.hash === sound ? Stop : Play}
          label={playing.hash === sound ? words.stopPlaying : words.play[dialect]}
          onPress={() => (playing.hash === sound ? playing.stop() : void playing.play(sound))}
        />
      ))}
      {mayRecord && (
        <Key look="quiet" icon={Microphone} label={words.open} onPress={() => setRecording(true)} />
      )}
      {playing.trouble && (
        <p class="card-trouble" role="status">
          {words.notHeard[playing.trouble]}
        </p>
      )}
      {recording && <RecordingSheet card={card} text={text} onClose={() => setRecording(false)} />}
    </div>
  )
}
