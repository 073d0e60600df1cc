import './choice-key.css'
import CheckMark from '~icons/lucide/check'
import type { Stream } from '#domain/bins/streams.ts'
import type { Icon } from '#ui/parts/icon.ts'

/** One of several to choose; chosen it is lit and carries ✓. With `waste` it stands upright and fills in its waste colour. */
export function ChoiceKey(props: {
  icon: Icon
  label: string
  spoken?: string
  waste?: Stream
  chosen?: boolean
  onPress: () => void
}) {
  const { chosen, waste, icon } = props
  const Drawing = chosen ? CheckMark : icon
  return (
    <button
      type="button"
      class={`key key-secondary choice${waste ? ` choice-waste choice-${waste}` : ''}`}
      aria-pressed={chosen}
      aria-label={props.spoken}
      onClick={props.onPress}
    >
      <Drawing class="icon" aria-hidden="true" />
      <span>{props.label}</span>
    </button>
  )
}
