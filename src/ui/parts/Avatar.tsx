import './avatar.css'

/** A person, square like a window; the name is always written beside or below by whoever uses it. */
export function Avatar({ name, look = 'plain' }: { name: string; look?: 'plain' | 'current' | 'dusk' }) {
  return (
    <span class={`avatar avatar-${look}`} aria-hidden="true">
      {[...name.trim()][0] ?? '＋'}
    </span>
  )
}
