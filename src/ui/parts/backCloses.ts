import { useEffect, useRef } from 'preact/hooks'

/** What lies over the screen, the uppermost last. */
const over: { readonly close: () => void }[] = []

/** The browser was asked to go back and has not arrived: it counts from wherever history stands by then. */
let going = false

/** What waits for that arrival: somebody leaves the screen itself. */
let afterwards: (() => void) | undefined

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

// A page that was loaded anew has nothing over it, and the entry of what lay there is still here.
settle()

addEventListener('popstate', () => {
  const top = going ? undefined : over.at(-1)
  going = false
  if (top) {
    top.close()
    // What lies below it has its entry at once: the next Back may come before this is drawn.
    if (over.length > 1) settle()
    return
  }
  settle()
  if (going) return
  const next = afterwards
  afterwards = undefined
  next?.()
})

/** Once history has arrived where a sheet that was shut leaves it: whoever goes on sooner is taken back with the sheet. */
export function onceArrived(next: () => void): void {
  if (!going) return next()
  afterwards = next
}

/** The same for what comes by itself, after something was kept: whoever has opened something since went on sooner, and stays there. */
export function onceBare(next: () => void): void {
  onceArrived(() => over.length === 0 && next())
}

/** Once nothing lies over the screen and history has arrived there. */
export function onceShut(next: () => void): void {
  if (!going && !standsOver()) return next()
  afterwards = next
  for (const one of over) one.close()
}

// A finger that shuts a sheet and presses a link is faster than the browser walks through its history.
document.addEventListener(
  'click',
  (event) => {
    if (!going || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement)
    if (!link || link.origin !== location.origin || link.target || link.download) return
    event.preventDefault()
    event.stopImmediatePropagation()
    onceArrived(() => link.click())
  },
  true,
)

/**
 * One step back from the screen itself, whatever lies over it or is on its way out of the history. `otherwise`: where to, if
 * nothing of the product came before.
 */
export function leaveScreen(otherwise: () => void): void {
  onceShut(() => (mayGoBack() ? history.back() : otherwise()))
}

/**
 * To a screen of the product that this one was mostly opened from: then one step back, so that it does not stand in the
 * history twice. `otherwise`: puts `path` in the place of this screen.
 */
export function leaveTo(path: string, otherwise: (path: string) => void): void {
  onceShut(() => (standsBelow(path) ? history.back() : otherwise(path)))
}

/** An older browser cannot tell what it would go back to. */
function standsBelow(path: string): boolean {
  if (!('navigation' in window) || !navigation.currentEntry) return false
  const below = navigation.entries()[navigation.currentEntry.index - 1]
  return below?.url === new URL(path, location.href).href
}

/** A page of somebody else, or a sheet that was shut, is nothing to go back to; an older browser cannot tell. */
function mayGoBack(): boolean {
  return 'navigation' in window ? navigation.canGoBack : history.length > 1
}

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
