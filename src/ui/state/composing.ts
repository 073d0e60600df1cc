/** Whether an input method is putting a word together: whoever writes into the field then breaks it, or has it twice. */
export function watchComposing(page: EventTarget | undefined = globalThis.document) {
  let composing = false
  let waiting: (() => void) | undefined
  const begins = () => void (composing = true)
  // The field has heard of the whole word before the page does.
  const ends = () => {
    composing = false
    const done = waiting
    waiting = undefined
    done?.()
  }
  page?.addEventListener('compositionstart', begins)
  page?.addEventListener('compositionend', ends)
  return {
    /** At once, or as soon as the word stands. */
    over(done: () => void) {
      if (composing) waiting = done
      else done()
    },
    /** Also where the field goes in the middle of a word. */
    end() {
      page?.removeEventListener('compositionstart', begins)
      page?.removeEventListener('compositionend', ends)
      ends()
    },
  }
}
