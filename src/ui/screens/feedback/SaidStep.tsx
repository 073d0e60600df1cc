import './feedback.css'
import Mic from '~icons/lucide/mic'
import { useRef } from 'preact/hooks'
import { NumberWarning } from '#ui/NumberWarning.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Photo } from '#ui/Photo.tsx'
import { PhotoKey } from '#ui/PhotoKey.tsx'
import { useWords } from '#ui/words.ts'
import type { Capture } from './capture.ts'
import { StepHead } from './StepHead.tsx'

const MOST_PHOTOS = 6

/** Step 3: the resident's own words, typed or dictated to the keyboard, and pictures. */
export function SaidStep({ form, onChange }: { form: Capture; onChange: (part: Partial<Capture>) => void }) {
  const words = useWords().feedback.capture
  const area = useRef<HTMLTextAreaElement>(null)
  const toast = useToast()
  return (
    <section class="step">
      <StepHead n={3} done={form.text !== '' || form.photos.length > 0} title={words.saidTitle} />
      <div class="said">
        <textarea
          ref={area}
          class="field-box field-area said-words"
          aria-label={words.words}
          rows={2}
          maxLength={500}
          value={form.text}
          onInput={(event) => onChange({ text: event.currentTarget.value })}
        />
        <button
          type="button"
          class="key key-secondary kind"
          onClick={() => {
            area.current?.focus()
            toast({ text: words.speakHow, icon: Mic })
          }}
        >
          <Mic class="icon" aria-hidden="true" />
          <span>{words.speak}</span>
        </button>
        {form.photos.length < MOST_PHOTOS && (
          <PhotoKey
            label={form.photos.length > 0 ? words.photoAgain : words.photo}
            onTaken={(hash) => onChange({ photos: [...new Set([...form.photos, hash])] })}
          />
        )}
      </div>
      <NumberWarning text={form.text} onMask={(text) => onChange({ text })} />
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
