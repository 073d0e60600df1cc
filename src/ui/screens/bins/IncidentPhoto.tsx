import Camera from '~icons/lucide/camera'
import Close from '~icons/lucide/x'
import Warning from '~icons/lucide/triangle-alert'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Photo } from '#ui/Photo.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'

/** One picture is enough; without a camera, or without its leave, all goes on without it. What shows a person goes again. */
export function IncidentPhoto(props: {
  photos: readonly string[]
  shrinking: boolean
  onShrinking: (busy: boolean) => void
  onPhotos: (photos: readonly string[]) => void
}) {
  const { incident: words, photo } = useWords()
  const { takePhoto } = useApp()
  const toast = useToast()
  const [last] = props.photos
  const take = async (input: HTMLInputElement) => {
    const [picture] = input.files ?? []
    // The same picture may be chosen again after it was dropped.
    input.value = ''
    if (!picture) return
    props.onShrinking(true)
    const taken = await takePhoto(picture)
    props.onShrinking(false)
    if (taken.ok) props.onPhotos([taken.value.hash])
    else toast({ text: photo.refused[taken.refused], icon: Warning })
  }
  return (
    <div class="incident-photo">
      <div class={last ? 'incident-frame' : 'incident-frame incident-frame-empty'}>
        {last && <Photo look="fill" hash={last} alt={words.photoOf} />}
        {last && <span class="incident-count">{words.photos(props.photos.length)}</span>}
        <label class="key key-secondary incident-take">
          <input
            class="spoken"
            type="file"
            accept="image/*"
            capture="environment"
            onChange={(event) => void take(event.currentTarget)}
          />
          <Camera class="icon" aria-hidden="true" />
          {props.shrinking ? words.shrinking : last ? words.again : words.takePhoto}
        </label>
      </div>
      <div class="between incident-hint">
        <p class="caption">
          <Camera class="icon" aria-hidden="true" />
          <span>
            {words.onlyBins}
            {!last && `・${words.noPhoto}`}
          </span>
        </p>
        {last && <Key look="quiet" icon={Close} label={words.drop} onPress={() => props.onPhotos([])} />}
      </div>
    </div>
  )
}
