/** A small choice of this device (theme, language). A browser that refuses to keep it only forgets it. */
export function kept(name: string): string | undefined {
  try {
    return localStorage.getItem(`linbian.${name}`) ?? undefined
  } catch {
    return undefined
  }
}

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`linbian.${name}`, value)
  } catch {
    // Private windows refuse; the choice then holds until the page is closed.
  }
}
