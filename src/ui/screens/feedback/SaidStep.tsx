import './feedback.css'
import Camera from '~icons/lucide/camera'
import Mic from '~icons/lucide/mic'
import { useRef, useState } from 'preact/hooks'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Photo } from '#ui/Photo.tsx'
import { useApp } from '#ui/state/app.ts'
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

/** Opens the camera or the album; what cannot be kept is said, the words stay. */
export function PhotoKey({ label, onTaken }: { label: string; onTaken: (hash: string) => void }) {
  const { takePhoto } = useApp()
  const { photo, common } = useWords()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0]
    input.value = ''
    if (!file) return
    setBusy(true)
    const taken = await takePhoto(file)
    setBusy(false)
    if (taken.ok) onTaken(taken.value.hash)
    else toast({ text: photo.refused[taken.refused], icon: Camera })
  }
  return (
    <label class="key key-secondary kind photo-key">
      <input
        class="spoken"
        type="file"
        accept="image/*"
        capture="environment"
        disabled={busy}
        onChange={(event) => void take(event.currentTarget)}
      />
      <Camera class="icon" aria-hidden="true" />
      <span>{busy ? common.saving : label}</span>
    </label>
  )
}
