import Erase from '~icons/lucide/delete'
import { useEffect, useRef } from 'preact/hooks'
import { useWords } from '#ui/words.ts'

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** Digits where they are on every telephone; none is shown again, a window lights up for each. */
export function Pad(props: {
  title: string
  /** What happened, or the rule; said aloud when it changes. */
  says: string
  entered: string
  of: number
  /** Why no digit is taken now. */
  shut?: boolean
  onDigit: (digit: string) => void
  onErase: () => void
  /** The key at the lower left. */
  corner?: { readonly label: string; readonly onPress: () => void } | undefined
}) {
  const words = useWords().lock
  const { entered, of, shut, says } = props
  const line = useRef<HTMLParagraphElement>(null)
  // Seconds that are counted down are one line.
  const kind = says.replace(/\d+/g, '')
  const before = useRef(kind)
  // With large text it lies below what is seen, and whoever pressed the last digit waits for it.
  useEffect(() => {
    if (kind !== before.current) line.current?.scrollIntoView({ block: 'nearest' })
    before.current = kind
  }, [kind])
  const key = (digit: string) => (
    <button
      key={digit}
      type="button"
      class="pad-key"
      aria-disabled={shut ? 'true' : undefined}
      onClick={() => !shut && props.onDigit(digit)}
    >
      {digit}
    </button>
  )
  return (
    <section class="pad" aria-label={props.title} aria-busy={shut ? 'true' : undefined}>
      <h2 class="pad-title">{props.title}</h2>
      <PadHouse lit={entered.length} of={of} />
      <p class="spoken" aria-live="polite">
        {words.entered(entered.length, of)}
      </p>
      <div class="pad-keys">
        {DIGITS.map(key)}
        {props.corner ? (
          <button type="button" class="pad-key pad-words" onClick={props.corner.onPress}>
            {props.corner.label}
          </button>
        ) : (
          <span />
        )}
        {key('0')}
        <button type="button" class="pad-key" aria-label={words.back} onClick={props.onErase}>
          <Erase class="icon" aria-hidden="true" />
        </button>
      </div>
      <p class="pad-says" role="status" ref={line}>
        {says}
      </p>
    </section>
  )
}

/** One floor of the house, a window for each digit. */
function PadHouse({ lit, of }: { lit: number; of: number }) {
  const step = 58
  const wide = 30 + of * step
  return (
    <svg class="pad-house" viewBox={`0 0 ${wide + 60} 104`} aria-hidden="true">
      <path
        class="pad-wall"
        d={`M90 22V2h44v20M24 22h${wide + 12}M34 24v76M${wide + 26} 24v76M2 102h${wide + 56}`}
      />
      {Array.from({ length: of }, (_, at) => (
        <rect
          key={at}
          class={at < lit ? 'pad-lit' : 'pad-dark'}
          x={48 + at * step}
          y="38"
          width="46"
          height="46"
          rx="6"
        />
      ))}
    </svg>
  )
}
