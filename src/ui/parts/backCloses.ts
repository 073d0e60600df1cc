import { useEffect, useRef } from 'preact/hooks'

/** What lies over the screen, the uppermost last. */
const over: { readonly close: () => void }[] = []

/** The browser was asked to go back and has not arrived: it counts from wherever history stands by then. */
let going = false

const standsOver = () => (history.state as { over?: true } | null)?.over === true

/** One entry of history stands for everything that lies over the screen, and none for nothing. */
function settle(): void {
  if (going) return
  if (over.length > 0 && !standsOver()) history.pushState({ over: true }, '')
  if (over.length === 0 && standsOver()) {
    going = true
    history.back()
  }
}

addEventListener('popstate', () => {
  if (!going && over.length > 0) return over.at(-1)?.close()
  going = false
  settle()
})

/** Back closes what is open, the uppermost first, and the screen below stays as it was. */
export function useBackCloses(open: boolean, onClose: () => void): void {
  const latest = useRef(onClose)
  latest.current = onClose
  useEffect(() => {
    if (!open) return
    const one = { close: () => latest.current() }
    over.push(one)
    settle()
    return () => {
      over.splice(over.indexOf(one), 1)
      settle()
    }
  }, [open])
}
