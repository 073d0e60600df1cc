import './works.css'
import { Photo } from '#ui/Photo.tsx'
import { PhotoKey } from '#ui/PhotoKey.tsx'

/** Pictures taken so far and the key for one more. */
export function Shots(props: {
  label: string
  alt: string
  photos: readonly string[]
  most: number
  onChange: (photos: readonly string[]) => void
}) {
  const { label, alt, photos, most, onChange } = props
  return (
    <div class="works-thumbs">
      {photos.map((hash) => (
        <Photo key={hash} hash={hash} alt={alt} look="small" />
      ))}
      {photos.length < most && (
        <PhotoKey look="row" label={label} onTaken={(hash) => onChange([...new Set([...photos, hash])])} />
      )}
    </div>
  )
}
