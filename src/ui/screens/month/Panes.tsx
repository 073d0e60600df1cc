/** A window for each, as many lit as are done; the words beside it say the same. */
export function Panes({ n, of, label }: { n: number; of: number; label: string }) {
  return (
    <span class="month-panes" role="img" aria-label={label}>
      {Array.from({ length: of }, (_, index) => (
        <i key={index} class={index < n ? 'month-pane month-pane-lit' : 'month-pane'} />
      ))}
    </span>
  )
}

/** A bar in parts of the width, and its number at its end. */
export function Bar({
  label,
  count,
  most,
  said,
}: {
  label: string
  count: number
  most: number
  said: string
}) {
  return (
    <li class="month-bar">
      <span>{label}</span>
      <span class="month-bar-room" aria-hidden="true">
        {count > 0 && <i style={{ width: `${Math.max(3, (count / Math.max(1, most)) * 100)}%` }} />}
      </span>
      <b>{said}</b>
    </li>
  )
}
