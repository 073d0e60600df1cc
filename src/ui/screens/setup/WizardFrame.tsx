import './setup.css'
import Next from '~icons/lucide/chevron-right'
import Back from '~icons/lucide/chevron-left'
import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Frame } from '#ui/parts/Frame.tsx'
import { Title } from '#ui/parts/Header.tsx'
import { Logo } from '#ui/parts/House.tsx'
import { Key, type KeyProps } from '#ui/parts/Key.tsx'
import { ThemeSwitch } from '#ui/Screen.tsx'
import { useWords } from '#ui/words.ts'
import { STEPS } from './draft.ts'

export interface WizardFrameProps {
  step: number
  title: string
  onBack?: (() => void) | undefined
  next: Pick<KeyProps, 'label' | 'why' | 'busy' | 'busyLabel' | 'onPress' | 'icon'>
  /** A second way, between back and on. */
  aside?: ComponentChildren
  /** Two columns from 1024 up. */
  picture?: ComponentChildren
  children: ComponentChildren
}

/** How many of the first steps are not asked: whoever is in already needs no code. */
export const StepsLeftOut = createContext(0)

/** One step: what it is called, how far it is, the keys at the bottom. */
export function WizardFrame({ step, title, onBack, next, aside, picture, children }: WizardFrameProps) {
  const words = useWords().setup
  const out = useContext(StepsLeftOut)
  const [now, of] = [step - out, STEPS - out]
  return (
    <div class={onBack ? 'wizard wizard-back' : 'wizard'}>
      <Frame
        tools={<ThemeSwitch bare />}
        header={
          <header class="wizard-head">
            <Logo />
            <div class="wizard-words">
              <Title text={title} />
              {now <= of && <p class="caption">{words.step(now, of)}</p>}
            </div>
            <span class="wizard-steps" aria-hidden="true">
              {Array.from({ length: of }, (_, index) => (
                <span
                  key={index}
                  class={index + 1 < now ? 'step-lit' : index + 1 === now ? 'step-half' : undefined}
                />
              ))}
            </span>
          </header>
        }
        bar={
          <BottomBar>
            {onBack && <Key size="tall" icon={Back} label={words.back} onPress={onBack} />}
            {aside}
            <Key look="primary" {...next}>
              {!next.why && !next.icon && <Next class="icon" aria-hidden="true" />}
            </Key>
          </BottomBar>
        }
      >
        <form
          class={picture ? 'wizard-columns' : 'wizard-column'}
          onSubmit={(event) => {
            event.preventDefault()
            if (!next.why && !next.busy) next.onPress?.()
          }}
        >
          <div class="stack-wide">{children}</div>
          {picture && <div class="wizard-picture">{picture}</div>}
        </form>
      </Frame>
    </div>
  )
}
