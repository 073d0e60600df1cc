/** A house of a hundred windows, one for each of a hundred drops, lit from below. The words beside it say the same. */
export function HundredWindows({ lit }: { lit: number }) {
  return (
    <svg class="hundred" viewBox="0 0 274 408" aria-hidden="true">
      <path class="house-wall" d="M21 41V1h35v40M3 43v363h268V43" />
      <path class="hundred-roof" d="M0 42h274" />
      {Array.from({ length: 100 }, (_, index) => (
        <rect
          key={index}
          class={index < lit ? 'house-lit' : 'house-dark'}
          x={10 + (index % 10) * 26}
          y={338 - Math.floor(index / 10) * 32}
          width="20"
          height="26"
          rx="2"
        />
      ))}
      <path class="house-door" d="M122 406v-32h30v32z" />
      <path class="house-wall" d="M0 406h274" />
    </svg>
  )
}
