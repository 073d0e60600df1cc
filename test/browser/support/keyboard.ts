import type { Page } from '@playwright/test'

/** What one person wrote into one field, at one step. */
export interface Typed {
  readonly who: string
  readonly step: string
  /** The field's own label. */
  readonly field: string
  readonly text: string
}

/** What hands did in one step. A choice in a list or of a day counts as two presses, so does a picture. */
interface Hands {
  presses: number
  characters: number
  /** Keys of a keyboard that went down, whatever they meant. */
  keys: number
}

type Told =
  | { readonly is: 'press' }
  | { readonly is: 'key' }
  | { readonly is: 'chosen' }
  | { readonly is: 'text'; readonly field: string; readonly text: string }

/** Sits on several people's devices and counts what their hands do, as the browsers themselves report it. */
export class Keyboard {
  /** What is being done now; a person reads it in the account. */
  step = ''
  #typed: Typed[] = []
  readonly #steps = new Map<string, Hands>()

  /** From the next page on that `page` opens. */
  async watch(page: Page, who: string): Promise<void> {
    await page.exposeBinding('handsTold', (_source, told: Told) => this.#hear(who, told))
    await page.addInitScript(listen)
  }

  /** What comes from here on is typed after it. */
  theFirstSentenceIsSaved(): void {
    this.#typed = []
  }

  typed(): readonly Typed[] {
    return this.#typed
  }

  steps(): readonly (readonly [step: string, hands: Hands])[] {
    return [...this.#steps]
  }

  #hear(who: string, told: Told): void {
    const { step } = this
    const hands = this.#steps.get(step) ?? { presses: 0, characters: 0, keys: 0 }
    this.#steps.set(step, hands)
    if (told.is === 'press') hands.presses += 1
    else if (told.is === 'chosen') hands.presses += 2
    else if (told.is === 'key') hands.keys += 1
    else {
      hands.characters += [...told.text].length
      const last = this.#typed.at(-1)
      const goesOn = last?.who === who && last.step === step && last.field === told.field
      if (goesOn) this.#typed[this.#typed.length - 1] = { ...last, text: last.text + told.text }
      else this.#typed.push({ who, step, field: told.field, text: told.text })
    }
  }
}

/** Runs in every page of theirs. */
function listen(): void {
  const tell = (told: object) => (globalThis as unknown as { handsTold(told: object): void }).handsTold(told)
  const isText = (one: unknown): one is HTMLInputElement | HTMLTextAreaElement =>
    one instanceof HTMLTextAreaElement ||
    (one instanceof HTMLInputElement && !['date', 'time', 'file', 'checkbox', 'radio'].includes(one.type))
  addEventListener('pointerdown', () => tell({ is: 'press' }), true)
  addEventListener('keydown', () => tell({ is: 'key' }), true)
  addEventListener(
    'input',
    ({ target, data, inputType }: Event & { data?: string | null; inputType?: string }) => {
      if (!isText(target)) return
      // What was pasted brings no letters with it; all that stands there then counts.
      const text = data ?? (inputType?.startsWith('delete') ? '' : target.value)
      const field = target.ariaLabel ?? target.labels?.[0]?.textContent?.trim() ?? target.name
      tell({ is: 'text', field, text })
    },
    true,
  )
  addEventListener(
    'change',
    ({ target }) => {
      const native = target instanceof HTMLInputElement && ['date', 'time', 'file'].includes(target.type)
      if (native || target instanceof HTMLSelectElement) tell({ is: 'chosen' })
    },
    true,
  )
}
