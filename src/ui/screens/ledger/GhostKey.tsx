import './ghost.css'
import CameraMark from '~icons/lucide/camera'
import Warning from '~icons/lucide/triangle-alert'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Camera, type CameraRefusal, frameOf, mayFrame, openCamera } from '#device/camera.ts'
import { Cover } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Photo } from '#ui/Photo.tsx'
import { PhotoKey } from '#ui/PhotoKey.tsx'
import { useApp } from '#ui/state/app.ts'
import { whileTaking } from '#ui/state/taking.ts'
import { useWords } from '#ui/words.ts'

/**
 * The picture afterwards, from where the first one was taken: the first lies over what the camera sees, and can be taken off.
 * Where no camera opens, the first stands beside the usual key.
 */
export function GhostKey({ before, onTaken }: { before: string; onTaken: (hash: string) => void }) {
  const { ledger } = useWords()
  const [open, setOpen] = useState(false)
  if (!mayFrame()) return null
  return (
    <>
      <Key icon={CameraMark} label={ledger.ghost.key} onPress={() => setOpen(true)} />
      {open && (
        <Framing
          before={before}
          onClose={() => setOpen(false)}
          onTaken={(hash) => {
            setOpen(false)
            onTaken(hash)
          }}
        />
      )}
    </>
  )
}

function Framing(props: { before: string; onClose: () => void; onTaken: (hash: string) => void }) {
  const { ledger, common, photo } = useWords()
  const words = ledger.ghost
  const { takePhoto } = useApp()
  const toast = useToast()
  const { video, ready, refused } = useCamera()
  const [overlay, setOverlay] = useState(true)
  const [busy, setBusy] = useState(false)
  const shoot = async () => {
    setBusy(true)
    const frame = video.current && (await frameOf(video.current))
    const taken = frame && (await whileTaking(takePhoto(frame)))
    setBusy(false)
    if (taken?.ok) return props.onTaken(taken.value.hash)
    toast({ text: taken ? photo.refused[taken.refused] : words.notYet, icon: Warning })
  }
  return (
    <Cover
      open
      onClose={props.onClose}
      title={words.title}
      bar={
        <div class="ghost-bar">
          {refused ? (
            <PhotoKey label={words.pick} look="row" onTaken={props.onTaken} />
          ) : (
            <Key
              look="primary"
              icon={CameraMark}
              label={words.shoot}
              busy={busy}
              busyLabel={common.saving}
              onPress={() => void shoot()}
            />
          )}
          <Key label={common.close} onPress={props.onClose} />
        </div>
      }
    >
      <div class="ghost">
        <h2 class="ghost-title">{words.title}</h2>
        {refused ? (
          <>
            <p>{words[refused]}</p>
            <Photo hash={props.before} alt={words.before} />
          </>
        ) : (
          <>
            <div class="ghost-frame">
              <video ref={video} class="ghost-video" muted playsInline autoPlay aria-label={words.title} />
              {overlay && (
                <div class="ghost-over">
                  <Photo hash={props.before} alt={words.before} look="fill" />
                </div>
              )}
              {!ready && <p class="ghost-wait">{words.opening}</p>}
            </div>
            <label class="ghost-switch">
              <input
                type="checkbox"
                checked={overlay}
                onChange={(event) => setOverlay(event.currentTarget.checked)}
              />
              {words.overlay}
            </label>
          </>
        )}
      </div>
    </Cover>
  )
}

/** Open while it is looked at, and off at once afterwards. */
function useCamera() {
  const video = useRef<HTMLVideoElement>(null)
  const [ready, setReady] = useState(false)
  const [refused, setRefused] = useState<CameraRefusal>()
  useEffect(() => {
    let here = true
    let camera: Camera | undefined
    void openCamera().then((opened) => {
      if (!opened.ok) return here && setRefused(opened.refused)
      if (!here) return opened.value.stop()
      camera = opened.value
      if (video.current) video.current.srcObject = camera.stream
      setReady(true)
    })
    return () => {
      here = false
      camera?.stop()
    }
  }, [])
  return { video, ready, refused }
}
