import './stream-keys.css'
import { useId } from 'preact/hooks'
import { type Stream, STREAMS } from '#domain/bins/streams.ts'
import { useWords } from '#ui/words.ts'
import { ChoiceKey } from './ChoiceKey.tsx'
import { SIGNS } from './signs.tsx'

/** Which of the four bins it is, under its question; the order and the colours are those of the bins. */
export function StreamKeys(props: {
  title: string
  value: Stream | undefined
  onPress: (stream: Stream) => void
}) {
  const { bins: words } = useWords()
  const id = useId()
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <div class="stream-keys">
        {STREAMS.map((one) => (
          <ChoiceKey
            key={one}
            icon={SIGNS[one]}
            label={words.stream[one]}
            spoken={words.streamFull[one]}
            waste={one}
            chosen={props.value === one}
            onPress={() => props.onPress(one)}
          />
        ))}
      </div>
    </section>
  )
}
