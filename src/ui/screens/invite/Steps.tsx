import type { ComponentChildren } from 'preact'
import { useWords } from '#ui/words.ts'

/** On the printed card: four pictures, for whoever would rather look than read. */
export function Steps() {
  const { steps } = useWords().people.made
  return (
    <ol class="invite-steps">
      <Step text={steps.scan}>
        {/* A phone held over the square. */}
        <path d="M8 12h20v20H8zM8 44h20v20H8zM40 44h8v8h-8zM48 60v4H38M14 18h8v8h-8zM14 50h8v8h-8zM36 12h8M36 24h6" />
        <rect x="54" y="4" width="34" height="60" rx="5" />
        <path d="M62 16h18v18H62zM66 58h10" />
      </Step>
      <Step text={steps.press}>
        {/* A finger on a key. */}
        <rect x="8" y="14" width="80" height="24" rx="7" />
        <path d="M34 26h28M50 68V36a5 5 0 0 1 10 0v14l14 4a6 6 0 0 1 4 7l-2 7M50 52l-7-5a5 5 0 0 0-7 7l10 14" />
      </Step>
      <Step text={steps.read}>
        {/* A number on the phone, said aloud. */}
        <rect x="8" y="4" width="40" height="66" rx="6" />
        <path d="M16 44h24M58 27q8 10 0 20M68 18q16 19 0 38M78 9q24 28 0 56" />
        <text x="28" y="36">
          123
        </text>
      </Step>
      <Step text={steps.inside}>
        {/* The house with its lit windows, on the phone. */}
        <rect x="26" y="4" width="44" height="66" rx="6" />
        <path d="M34 56V28h28v28M32 56h32M44 20h8v8M40 34h6v6h-6zM50 34h6v6h-6zM45 56V46h6v10" />
      </Step>
    </ol>
  )
}

function Step({ text, children }: { text: string; children: ComponentChildren }) {
  return (
    <li>
      <svg viewBox="0 0 96 74" aria-hidden="true">
        {children}
      </svg>
      <p>{text}</p>
    </li>
  )
}
