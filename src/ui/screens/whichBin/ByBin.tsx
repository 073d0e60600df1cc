import { STREAMS } from '#domain/bins/streams.ts'
import type { WasteClass } from '#domain/bins/wasteClass.ts'
import { Key } from '#ui/parts/Key.tsx'
import { signOf } from '#ui/screens/bins/signs.tsx'
import { useWords } from '#ui/words.ts'

const NOT_IN_FOUR: readonly WasteClass[] = ['bulky', 'building', 'never']

/** The four bins at the thumb, and one key for what goes into none of them. */
export function ByBin({
  typing,
  onBrowse,
}: {
  typing: boolean
  onBrowse: (classes: readonly WasteClass[]) => void
}) {
  const words = useWords().whichBin
  return (
    <div class={typing ? 'browse browse-typing' : 'browse'}>
      <h2 class="browse-title">{words.browse}</h2>
      <div class="browse-keys">
        {STREAMS.map((stream) => {
          const Sign = signOf(stream)
          return (
            <button
              key={stream}
              type="button"
              class={`key answer-${stream}`}
              onClick={() => onBrowse([stream])}
            >
              <Sign class="icon" aria-hidden="true" />
              <span class="key-words">{words.name[stream]}</span>
            </button>
          )
        })}
        <Key look="quiet" label={words.rest} onPress={() => onBrowse(NOT_IN_FOUR)} />
      </div>
    </div>
  )
}
