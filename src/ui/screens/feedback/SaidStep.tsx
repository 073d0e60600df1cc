import './feedback.css'
import './voice.css'
import Mic from '~icons/lucide/mic'
import Stop from '~icons/lucide/square'
import { NumberWarning } from '#ui/NumberWarning.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Photo } from '#ui/Photo.tsx'
import { PhotoKey } from '#ui/PhotoKey.tsx'
import { useWords } from '#ui/words.ts'
import { type Capture, voiceIn } from './capture.ts'
import { StepHead } from './StepHead.tsx'
import type { useVoice } from './useVoice.ts'
import { VoiceStep } from './VoiceStep.tsx'

const MOST_PHOTOS = 6

/** Step 3: the resident's own words, typed, dictated to the keyboard or spoken, and pictures. */
export function SaidStep(props: {
  form: Capture
  recorder: ReturnType<typeof useVoice>
  onChange: (part: Partial<Capture>) => void
}) {
  const { form, recorder, onChange } = props
  const { feedback, voices } = useWords()
  const words = feedback.capture
  const recording = recorder.left !== undefined
  const done = form.text !== '' || form.photos.length > 0 || form.sound !== undefined
  return (
    <section class="step">
      <StepHead n={3} done={done} title={words.saidTitle} />
      <div class="said">
        <textarea
          autocomplete="off"
          class="field-box field-area said-words"
          aria-label={words.words}
          placeholder={form.sound ? undefined : voices.note.how}
          rows={2}
          maxLength={500}
          value={form.text}
          onInput={(event) => onChange({ text: event.currentTarget.value })}
        />
        <button
          type="button"
          class={recording ? 'key kind kind-chosen' : 'key key-secondary kind'}
          aria-pressed={recording}
          onClick={() => void (recording ? recorder.stop() : recorder.start())}
        >
          {recording ? <Stop class="icon" aria-hidden="true" /> : <Mic class="icon" aria-hidden="true" />}
          <span>{recording ? voices.note.stop : words.speak}</span>
        </button>
        {form.photos.length < MOST_PHOTOS && (
          <PhotoKey
            label={form.photos.length > 0 ? words.photoAgain : words.photo}
            onTaken={(hash) => onChange({ photos: [...new Set([...form.photos, hash])] })}
          />
        )}
      </div>
      <VoiceStep
        recorder={recorder}
        voice={voiceIn(form).voice}
        speaker={form.speaker ?? 'retold'}
        onSpeaker={(speaker) => onChange({ speaker })}
        onDrop={() => onChange({ sound: undefined })}
      />
      <NumberWarning phones text={form.text} onMask={(text) => onChange({ text })} />
      {form.photos.length > 0 && (
        <div class="said-photos">
          {form.photos.map((hash) => (
            <figure key={hash}>
              <Photo hash={hash} alt={words.photo} />
              <Key
                look="quiet"
                label={words.photoDrop}
                onPress={() => onChange({ photos: form.photos.filter((one) => one !== hash) })}
              />
            </figure>
          ))}
        </div>
      )}
    </section>
  )
}
