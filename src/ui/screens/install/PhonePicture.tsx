import './install.css'

/** Where to look on a phone: its menu at the top or the bottom, the row to press, or the home screen. */
export type Shows = 'menuTop' | 'menuBottom' | 'share' | 'pick' | 'home'

/** Our own drawing of a phone; the words beside it say the same. `row` is written on the row to press. */
export function PhonePicture({ shows, row }: { shows: Shows; row: string }) {
  return (
    <svg class="phone" viewBox="0 0 120 200" aria-hidden="true">
      <rect class="phone-case" x="2" y="2" width="116" height="196" rx="14" />
      <rect class="phone-page" x="10" y="16" width="100" height="168" rx="4" />
      {shows === 'home' ? <Home /> : <Page />}
      {shows === 'menuTop' && <Spot x={97} y={27} dots="across" />}
      {shows === 'menuBottom' && <Spot x={97} y={173} dots="lines" />}
      {shows === 'share' && <Spot x={60} y={173} dots="share" />}
      {shows === 'pick' && (
        <g>
          <rect class="phone-sheet" x="10" y="92" width="100" height="92" rx="8" />
          <rect class="phone-line" x="20" y="102" width="60" height="6" rx="3" />
          <rect class="phone-pick" x="15" y="116" width="90" height="26" rx="6" />
          <text class="phone-word" x="60" y="132" text-anchor="middle">
            {row.length > 8 ? `${row.slice(0, 8)}…` : row}
          </text>
          <rect class="phone-line" x="20" y="152" width="70" height="6" rx="3" />
          <rect class="phone-line" x="20" y="166" width="50" height="6" rx="3" />
        </g>
      )}
    </svg>
  )
}

function Page() {
  return (
    <g>
      <path class="phone-bar" d="M10 38h100M10 162h100" />
      <rect class="phone-line" x="20" y="24" width="60" height="7" rx="3" />
      <path class="phone-wall" d="M44 128V72h32v56M38 128h44" />
      {[0, 1, 2, 3, 4, 5].map((index) => (
        <rect
          key={index}
          class="phone-lit"
          x={49 + (index % 2) * 13}
          y={78 + Math.floor(index / 2) * 14}
          width="9"
          height="8"
          rx="1.5"
        />
      ))}
    </g>
  )
}

function Home() {
  return (
    <g>
      {[0, 1, 2, 3, 4, 5].map((index) => (
        <rect
          key={index}
          class={index === 4 ? 'phone-pick' : 'phone-line'}
          x={18 + (index % 3) * 30}
          y={34 + Math.floor(index / 3) * 40}
          width="24"
          height="24"
          rx="6"
        />
      ))}
      <path class="phone-wall" d="M54 94V81h10v13M51 94h16" />
      <circle class="phone-ring" cx="60" cy="86" r="22" />
    </g>
  )
}

function Spot({ x, y, dots }: { x: number; y: number; dots: 'across' | 'lines' | 'share' }) {
  return (
    <g>
      <circle class="phone-spot" cx={x} cy={y} r="12" />
      {dots === 'across' &&
        [-5, 0, 5].map((off) => <circle key={off} class="phone-ink" cx={x + off} cy={y} r="1.8" />)}
      {dots === 'lines' && <path class="phone-stroke" d={`M${x - 5} ${y - 4}h10m-10 4h10m-10 4h10`} />}
      {dots === 'share' && (
        <path class="phone-stroke" d={`M${x} ${y + 2}v-10m-4 4 4-4 4 4M${x - 5} ${y - 1}v7h10v-7`} />
      )}
    </g>
  )
}
