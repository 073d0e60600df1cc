import './photo.css'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from './state/app.ts'

/** A photo that is kept on this device; an even surface until it is read, or where it is not here. */
export function Photo({ hash, alt, small }: { hash: string; alt: string; small?: boolean }) {
  const { photo } = useApp()
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let here = true
    let made: string | undefined
    void photo(hash).then((bytes) => {
      if (!here || !bytes) return
      made = URL.createObjectURL(bytes)
      setAddress(made)
    })
    return () => {
      here = false
      setAddress(undefined)
      if (made) URL.revokeObjectURL(made)
    }
  }, [hash, photo])
  const looks = small ? 'photo photo-small' : 'photo'
  return address ? (
    <img class={looks} src={address} alt={alt} />
  ) : (
    <span class={looks} role="img" aria-label={alt} />
  )
}
