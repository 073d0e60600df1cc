import './photo.css'
import ImageOff from '~icons/lucide/image-off'
import { useEffect, useState } from 'preact/hooks'
import type { PhotoFound } from '#device/post.ts'
import { useApp } from './state/app.ts'
import { useStore } from './state/view.ts'
import { useWords } from './words.ts'

type PhotoWhy = Exclude<PhotoFound['is'], 'here'>

interface PhotoProps {
  hash: string
  /** Empty where what it stands beside says it all. */
  alt: string
  /** `small`: a thumbnail in a row; `fill`: as large as what it stands in. */
  look?: 'small' | 'fill'
}

/**
 * A photo that a record or a form names: from this device, else from the office. An even surface until it is read; where
 * it is not to be seen the reason is said: it has not arrived yet, there is no way to it now, or it is not for this person.
 */
export function Photo({ hash, alt, look }: PhotoProps) {
  const { photo, status } = useApp()
  const { common } = useWords()
  const { link } = useStore(status)
  const [shown, setShown] = useState<{ readonly address?: string; readonly why?: PhotoWhy }>()
  const missing = shown?.why !== undefined
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (missing && link === 'good') setTries((before) => before + 1)
  }, [link])
  useEffect(() => {
    let here = true
    let made: string | undefined
    void photo(hash).then((found) => {
      if (!here) return
      if (found.is !== 'here') return setShown({ why: found.is })
      made = URL.createObjectURL(found.bytes)
      setShown({ address: made })
    })
    return () => {
      here = false
      setShown(undefined)
      if (made) URL.revokeObjectURL(made)
    }
  }, [hash, photo, tries])

  const looks = look === undefined ? 'photo' : `photo photo-${look}`
  if (shown?.address) return <img class={looks} src={shown.address} alt={alt} />
  if (!missing)
    return alt === '' ? (
      <span class={looks} aria-hidden="true" />
    ) : (
      <span class={looks} role="img" aria-label={alt} />
    )
  const said = common.photo[shown.why ?? 'noWay']
  return look === undefined ? (
    <span class={`${looks} photo-away caption`}>
      <ImageOff class="icon" aria-hidden="true" />
      {said}
    </span>
  ) : (
    <span class={`${looks} photo-away`} role="img" aria-label={[alt, said].filter(Boolean).join(': ')}>
      <ImageOff class="icon" aria-hidden="true" />
    </span>
  )
}
