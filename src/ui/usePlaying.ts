import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from './state/app.ts'

type Trouble = 'coming' | 'closed' | 'noWay' | 'broken'

/** Plays one recording at a time, from this device or else from the office, and says why one is not heard. */
export function usePlaying() {
  const { photo } = useApp()
  const [hash, setHash] = useState<string>()
  const [trouble, setTrouble] = useState<Trouble>()
  const now = useRef<{ readonly audio: HTMLAudioElement; readonly address: string }>(undefined)

  const stop = () => {
    now.current?.audio.pause()
    if (now.current) URL.revokeObjectURL(now.current.address)
    now.current = undefined
    setHash(undefined)
  }
  useEffect(() => stop, [])

  const play = async (wanted: string) => {
    stop()
    setTrouble(undefined)
    const found = await photo(wanted)
    if (found.is !== 'here') return setTrouble(found.is)
    const address = URL.createObjectURL(found.bytes)
    const audio = new Audio(address)
    now.current = { audio, address }
    const isNow = () => now.current?.audio === audio
    audio.addEventListener('ended', () => isNow() && stop())
    try {
      await audio.play()
      if (isNow()) setHash(wanted)
    } catch {
      // Stopped by another touch it is no trouble.
      if (isNow()) {
        stop()
        setTrouble('broken')
      }
    }
  }
  return { hash, trouble, play, stop }
}
