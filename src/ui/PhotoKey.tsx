import './photo-key.css'
import Camera from '~icons/lucide/camera'
import { useState } from 'preact/hooks'
import { useToast } from './parts/Toast.tsx'
import { useApp } from './state/app.ts'
import { useWords } from './words.ts'

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
    <label class="key key-secondary photo-key">
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
