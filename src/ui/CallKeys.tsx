import './call-keys.css'
import Phone from '~icons/lucide/phone'
import type { CallKey } from '#domain/ledger/danger.ts'
import { useWords } from './words.ts'

/** Whom to ring, the first one large. Plain `tel:` links: they work without a network. */
export function CallKeys({ calls }: { calls: readonly CallKey[] }) {
  const { danger: words } = useWords()
  return (
    <div class="calls">
      {calls.map(({ call, number, label }, index) => {
        const name = label ?? words.calls[call]
        return (
          <a
            key={`${number} ${name}`}
            class={index === 0 ? 'key key-alert call call-first' : 'key key-secondary call'}
            href={`tel:${number.replace(/[^\d+]/g, '')}`}
            aria-label={words.ring(name, number)}
          >
            <Phone class="icon" aria-hidden="true" />
            <span class="key-words">
              <b class="call-number">{number}</b>
              <span class="key-sub">{name}</span>
            </span>
          </a>
        )
      })}
    </div>
  )
}
