import './bin-key.css'
import Warning from '~icons/lucide/triangle-alert'
import type { Fill, Stream } from '#domain/bins/streams.ts'
import { Tag } from '#ui/parts/Tag.tsx'
import { useWords } from '#ui/words.ts'
import { BinDrawing } from './signs.tsx'
import { useTouches } from './useTouches.ts'

/** A bin in its waste colour, filled as far as it is. A press goes 空的 → 半桶 → 满了. */
export function BinKey(props: {
  stream: Stream
  fill: Fill | undefined
  /** What stands there: 2 个 240 升. With it the key lies along a row. */
  standing?: string | undefined
  /** The shift is over: to be read only. */
  locked?: boolean | undefined
  onTouch: (moment: number) => void
}) {
  const { stream, fill, standing, locked } = props
  const words = useWords().bins
  const touches = useTouches((moment) => !locked && props.onTouch(moment))
  const state = fill ? words.fill[fill] : words.notSeen
  const name = words.fillName(words.streamFull[stream], state)
  return (
    <button
      type="button"
      class={`key key-secondary bin-key${standing ? ' bin-key-long' : ''}`}
      aria-label={standing ? `${name}，${standing}` : name}
      aria-disabled={locked ? 'true' : undefined}
      data-why={locked ? '' : undefined}
      {...touches}
    >
      <BinDrawing stream={stream} fill={fill} />
      <span class="bin-words">
        <span class="bin-name">{words.stream[stream]}</span>
        {standing && <span class="key-sub">{standing}</span>}
      </span>
      {fill === 'full' ? (
        <Tag tone="done" icon={Warning} label={state} />
      ) : (
        <span class="bin-state">{state}</span>
      )}
    </button>
  )
}
