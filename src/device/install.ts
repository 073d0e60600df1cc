/** Not in the DOM's types: Chromium only. */
interface InstallPromptEvent extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>
}

/** Whether the app runs from the home screen, in a window of its own. */
export function isInstalled(): boolean {
  const standalone = 'standalone' in navigator && navigator.standalone === true // iOS's own word
  return (
    standalone ||
    ['standalone', 'fullscreen', 'minimal-ui'].some((mode) => matchMedia(`(display-mode: ${mode})`).matches)
  )
}

export interface InstallOffer {
  /** Whether the browser offers to install now. Where it does not, the install page says what to press. */
  readonly ready: boolean
  /** Inside a gesture. `gone`: the browser takes its offer back, or it was used. */
  install(): Promise<'installed' | 'declined' | 'gone'>
}

/** Keeps the browser's offer until the person wants it. To be called at the start: the event comes once, and early. */
export function installOffer(changed: () => void): InstallOffer {
  let offer: InstallPromptEvent | undefined
  addEventListener('beforeinstallprompt', (event) => {
    // Otherwise some browsers lay their own bar over the screen.
    event.preventDefault()
    offer = event as InstallPromptEvent
    changed()
  })
  addEventListener('appinstalled', () => {
    offer = undefined
    changed()
  })
  return {
    get ready() {
      return offer !== undefined
    },
    async install() {
      const used = offer
      if (!used) return 'gone'
      offer = undefined
      const { outcome } = await used.prompt()
      changed()
      return outcome === 'accepted' ? 'installed' : 'declined'
    },
  }
}
