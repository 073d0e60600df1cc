/** ↓ and ↑ go from the field through the rows below it and back; Enter on a row is the browser's own. */
export function moveThroughRows(
  event: KeyboardEvent & { currentTarget: HTMLElement },
  field: HTMLElement | null,
): void {
  // While a word of an input method is being chosen the arrows are its own.
  if (event.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('a.row')]
  const at = rows.findIndex((row) => row === document.activeElement)
  if (at < 0 && document.activeElement !== field) return
  const next = event.key === 'ArrowDown' ? rows[Math.min(at + 1, rows.length - 1)] : (rows[at - 1] ?? field)
  if (!next) return
  event.preventDefault()
  next.focus()
}
