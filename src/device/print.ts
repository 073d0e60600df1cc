/** Opens the system's print dialog; false where there is none, as in pages inside another app. */
export function printPage(): boolean {
  if (typeof window.print !== 'function') return false
  window.print()
  return true
}
