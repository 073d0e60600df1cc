import './feedback.css'
import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import { type Category, KIND_KEYS } from '#domain/ledger/categories.ts'
import { DANGERS } from '#domain/ledger/danger.ts'
import { Heading } from '#ui/parts/Card.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useWords } from '#ui/words.ts'
import { type Capture, pressedDanger } from './capture.ts'
import { KIND_ICONS } from './kinds.ts'
import { StepHead } from './StepHead.tsx'

/** Step 2: eight keys; 别的 opens the other kinds, and those that mean danger. */
export function KindStep(props: {
  form: Capture
  category: Category | undefined
  onChange: (part: Partial<Capture>) => void
}) {
  const { form, category, onChange } = props
  const { feedback, common, danger } = useWords()
  const words = feedback.capture
  const [more, setMore] = useState(false)
  const choose = (part: Partial<Capture>) => {
    onChange(part)
    setMore(false)
  }
  return (
    <section class="step">
      <StepHead n={2} done={category !== undefined} title={words.what} />
      <div class="kinds" role="group" aria-label={words.what}>
        {KIND_ICONS.map(([key, Drawing]) => {
          const pressed = form.key === key
          const label =
            key === 'other' && pressed && form.category ? words.categories[form.category] : words.keys[key]
          return (
            <button
              key={key}
              type="button"
              class={pressed ? 'key kind kind-chosen' : 'key key-secondary kind'}
              aria-pressed={pressed}
              onClick={() => {
                if (key === 'other') setMore(true)
                else onChange(without({ key }))
              }}
            >
              <Drawing class="icon" aria-hidden="true" />
              <span>{label}</span>
            </button>
          )
        })}
      </div>
      <Sheet open={more} onClose={() => setMore(false)} title={words.otherTitle} close={common.close}>
        <div class="stack">
          <div class="place-keys place-keys-wide">
            {KIND_KEYS.other.map((one) => (
              <Key
                key={one}
                label={words.categories[one]}
                pressed={form.category === one}
                onPress={() => choose(without({ key: 'other', category: one }))}
              />
            ))}
          </div>
          <Heading title={danger.kindsTitle} />
          <div class="place-keys place-keys-wide">
            {DANGERS.map((one) => (
              <Key
                key={one}
                look="alert"
                icon={Warning}
                label={danger.kinds[one]}
                onPress={() => choose(pressedDanger(one))}
              />
            ))}
          </div>
        </div>
      </Sheet>
    </section>
  )
}

/** Another kind is another matter: what was pressed before does not linger. */
function without(part: Pick<Capture, 'key'> & Partial<Capture>): Partial<Capture> {
  return { category: undefined, danger: undefined, ...part } as Partial<Capture>
}
