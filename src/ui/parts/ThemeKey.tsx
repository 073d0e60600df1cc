import Moon from '~icons/lucide/moon'
import Cloudy from '~icons/lucide/sun-dim'
import Sun from '~icons/lucide/sun'
import { Key } from './Key.tsx'

export type Theme = 'day' | 'sun' | 'night'

const NEXT: Readonly<Record<Theme, Theme>> = { day: 'sun', sun: 'night', night: 'day' }
const DRAWINGS = { day: Cloudy, sun: Sun, night: Moon }

/** One tap to the next of day, sun and night; it shows where the tap leads. */
export function ThemeKey(props: {
  theme: Theme
  names: Readonly<Record<Theme, string>>
  /** What it is, for the ear: 换显示. */
  spoken: string
  bare?: boolean | undefined
  onChange: (theme: Theme) => void
}) {
  const next = NEXT[props.theme]
  return (
    <Key
      look="quiet"
      icon={DRAWINGS[next]}
      label={props.bare ? `${props.spoken} ${props.names[next]}` : props.names[next]}
      bare={props.bare ?? false}
      onPress={() => props.onChange(next)}
    />
  )
}
