import './feedback.css'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '#ui/state/app.ts'

/** A kept picture; an empty frame where it is not on this device. */
export function Picture({ hash, alt }: { hash: string; alt: string }) {
  const { photo } = useApp()
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let gone = false
    let made: string | undefined
    void photo(hash).then((blob) => {
      if (gone || !blob) return
      made = URL.createObjectURL(blob)
      setAddress(made)
    })
    return () => {
      gone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [hash])
  return address ? (
    <img class="picture" src={address} alt={alt} />
  ) : (
    <span class="picture" role="img" aria-label={alt} />
  )
}
