import Camera from '~icons/lucide/camera'
import Close from '~icons/lucide/x'
import { Key } from '#ui/parts/Key.tsx'
import { Photo } from '#ui/Photo.tsx'
import { PhotoKey } from '#ui/PhotoKey.tsx'
import { useWords } from '#ui/words.ts'

/** One picture is enough; without a camera, or without its leave, all goes on without it. What shows a person goes again. */
export function IncidentPhoto(props: {
  photos: readonly string[]
  onShrinking: (busy: boolean) => void
  onPhotos: (photos: readonly string[]) => void
}) {
  const { incident: words } = useWords()
  const [last] = props.photos
  return (
    <div class="incident-photo">
      <div class={last ? 'incident-frame' : 'incident-frame incident-frame-empty'}>
        {last && <Photo look="fill" hash={last} alt={words.photoOf} />}
        {last && <span class="incident-count">{words.photos(props.photos.length)}</span>}
        <span class="incident-take">
          <PhotoKey
            look="row"
            label={last ? words.again : words.takePhoto}
            busyLabel={words.shrinking}
            onBusy={props.onShrinking}
            onTaken={(hash) => props.onPhotos([hash])}
          />
        </span>
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
