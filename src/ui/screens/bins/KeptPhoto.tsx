import { useEffect, useState } from 'preact/hooks'
import { useApp } from '#ui/state/app.ts'

/** A photo that is kept on this device; an even surface until it is read, or where it is not here. */
export function KeptPhoto({ hash, alt }: { hash: string; alt: string }) {
  const { photo } = useApp()
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let made: string | undefined
    let here = true
    void photo(hash).then((bytes) => {
      if (!bytes || !here) return
      made = URL.createObjectURL(bytes)
      setAddress(made)
    })
    return () => {
      here = false
      setAddress(undefined)
      if (made) URL.revokeObjectURL(made)
    }
  }, [hash, photo])
  return address ? (
    <img class="kept-photo" src={address} alt={alt} />
  ) : (
    <span class="kept-photo" role="img" aria-label={alt} />
  )
}
