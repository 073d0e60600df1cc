import './photo-key.css'
import Camera from '~icons/lucide/camera'
import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import { useToast } from './parts/Toast.tsx'
import { useApp } from './state/app.ts'
import { whileTaking } from './state/taking.ts'
import { useWords } from './words.ts'

/** Opens the camera or the album; what cannot be kept is said, the words stay. */
export function PhotoKey(props: {
  label: string
  /** While the picture is made small enough to keep; else as everywhere. */
  busyLabel?: string
  /** `tile` has the camera above its words, `row` beside them. */
  look?: 'tile' | 'row'
  /** Told when a picture begins to be kept and when that has ended. */
  onBusy?: (busy: boolean) => void
  /** SHA-256 of the kept bytes, hex. */
  onTaken: (hash: string) => void
}) {
  const { label, look = 'tile' } = props
  const { takePhoto } = useApp()
  const { photo, common } = useWords()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const working = (now: boolean) => {
    setBusy(now)
    props.onBusy?.(now)
  }
  const take = async (input: HTMLInputElement) => {
    const [file] = input.files ?? []
    // The same picture may be chosen again after it was dropped.
    input.value = ''
    if (!file) return
    working(true)
    const taken = await whileTaking(takePhoto(file))
    working(false)
    if (taken.ok) props.onTaken(taken.value.hash)
    else toast({ text: photo.refused[taken.refused], icon: Warning })
  }
  return (
    <label class={`key key-secondary photo-key photo-key-${look}`}>
      <input
        autocomplete="off"
        class="spoken"
        type="file"
        accept="image/*"
        capture="environment"
        disabled={busy}
        onChange={(event) => void take(event.currentTarget)}
      />
      <Camera class="icon" aria-hidden="true" />
      <span>{busy ? (props.busyLabel ?? common.saving) : label}</span>
    </label>
  )
}
