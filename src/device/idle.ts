/** Lets what waits go first: touches, letters, drawing. */
export function othersFirst(): Promise<void> {
  return new Promise((resolve) => {
    // Where a browser tells no idle time, the next turn is soon enough.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 200 })
    else setTimeout(resolve)
  })
}
