/** A pause that can be cut short. */
export function pause(milliseconds: number): { readonly over: Promise<void>; wake(): void } {
  let wake = () => {}
  const over = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    wake = () => {
      clearTimeout(timer)
      resolve()
    }
  })
  return { over, wake }
}

/** Every so often while the page is looked at; answers the way to stop. */
export function everyVisible(milliseconds: number, told: () => void): () => void {
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') told()
  }, milliseconds)
  return () => clearInterval(timer)
}

/** When the browser has painted what was just drawn; in a page that nobody looks at, soon. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, 500)
  })
}

/** Tells once nothing has stirred for so long, and again after each later stir. */
export function afterQuiet(milliseconds: number, told: () => void): { stir(): void; stop(): void } {
  let timer = setTimeout(told, milliseconds)
  return {
    stir() {
      clearTimeout(timer)
      timer = setTimeout(told, milliseconds)
    },
    stop: () => clearTimeout(timer),
  }
}
