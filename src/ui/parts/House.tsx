import './house.css'

const COLUMNS = 3
const FLOORS = 6

/** A small house of three times six windows, lit from the top; a picture, not a plan. */
export function House({ lit }: { lit: number }) {
  return (
    <svg class="house" viewBox="0 0 84 116" aria-hidden="true">
      <path class="house-wall" d="M24 14V3h20v11M11 20v94h62V20M7 16h70" />
      {Array.from({ length: COLUMNS * FLOORS }, (_, index) => (
        <rect
          key={index}
          class={index < lit ? 'house-lit' : 'house-dark'}
          x={18 + (index % COLUMNS) * 17}
          y={24 + Math.floor(index / COLUMNS) * 12.5}
          width="14"
          height="9"
          rx="2"
        />
      ))}
      <path class="house-door" d="M34 113V101h16v12z" />
      <path class="house-wall" d="M2 114h80" />
    </svg>
  )
}

/** Progress as windows; the words beside it say the same (第 3 步，一共 5 步). */
export function Windows({ lit, of, words }: { lit: number; of: number; words: string }) {
  return (
    <p class="windows">
      <span class="windows-row" aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          <span key={index} class={index < lit ? 'window-lit' : undefined} />
        ))}
      </span>
      {words}
    </p>
  )
}

/** The mark of the product: a house with windows and one bin at its side. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 64 52" aria-hidden="true">
      <path class="house-wall" d="M9 49V11h30v38M15 11V4h10v7M2 49h60" />
      {[0, 1, 2, 3, 4, 5, 6, 7, 8].map((index) => (
        <rect
          key={index}
          class={index === 1 || index === 5 || index === 6 ? 'house-dark' : 'house-lit'}
          x={13.5 + (index % 3) * 7.5}
          y={16 + Math.floor(index / 3) * 7.5}
          width="6"
          height="5.5"
          rx="1"
        />
      ))}
      <path class="house-door" d="M20.5 49v-9h7v9z" />
      <path class="logo-bin" d="M45 31h14l-1.5 17h-11zM43 27h18" />
    </svg>
  )
}
