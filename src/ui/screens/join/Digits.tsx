import './code.css'

/** Six digits to be compared with those on another screen, read out one by one. */
export function Digits({ number, label }: { number: string; label: string }) {
  return (
    <p class="big-code big-digits">
      <span class="caption">{label}</span>
      <b aria-label={Array.from(number).join(' ')}>
        <span>{number.slice(0, 3)}</span> <span>{number.slice(3)}</span>
      </b>
    </p>
  )
}
