import Check from '~icons/lucide/check'
import EyeOff from '~icons/lucide/eye-off'
import { useState } from 'preact/hooks'
import { Key } from '#ui/parts/Key.tsx'
import { Photo } from '#ui/Photo.tsx'
import { useWords } from '#ui/words.ts'
import { Blur } from './Blur.tsx'

/** Every picture in full, one below the other, each with its question: nobody hangs what nobody looked at. */
export function LookAt({
  pictures,
  clean,
  onClean,
  onCovered,
  receipts = false,
}: {
  pictures: readonly string[]
  clean: readonly string[]
  onClean: (hash: string, is: boolean) => void
  onCovered: (was: string, now: string) => void
  /** More stands on a receipt than a camera sees at a door. */
  receipts?: boolean
}) {
  const words = useWords().wall.look
  const [covering, setCovering] = useState<string>()
  if (pictures.length === 0) return null
  return (
    <section class="stack">
      <h2>{words.title}</h2>
      {receipts && <p>{words.receipts}</p>}
      {pictures.map((hash, index) => (
        <div key={hash} class="wall-look">
          <p class="caption">{words.photo(index + 1, pictures.length)}</p>
          <div class="wall-look-photo">
            <Photo hash={hash} alt={words.photo(index + 1, pictures.length)} />
          </div>
          <fieldset class="wall-ask">
            <legend>{words.ask}</legend>
            <Key
              icon={clean.includes(hash) ? Check : undefined}
              label={words.none}
              pressed={clean.includes(hash)}
              onPress={() => onClean(hash, !clean.includes(hash))}
            />
            <Key look="quiet" icon={EyeOff} label={words.some} onPress={() => setCovering(hash)} />
          </fieldset>
        </div>
      ))}
      {covering !== undefined && (
        <Blur
          hash={covering}
          onClose={() => setCovering(undefined)}
          onCovered={(now) => {
            onCovered(covering, now)
            setCovering(undefined)
          }}
        />
      )}
    </section>
  )
}
