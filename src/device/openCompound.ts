import type { TenantId } from '#domain/ids.ts'
import { mayStandBeside } from '#domain/severalCompounds.ts'

const NAME = 'linbian.compound'

/**
 * The further compound whose disk this page opens; undefined: the first one's. A tab stays with what it shows, also when it is
 * loaded again; a new one begins with what was chosen last.
 */
export function openCompound(): TenantId | undefined {
  const said = read(() => sessionStorage.getItem(NAME)) ?? read(() => localStorage.getItem(NAME)) ?? ''
  read(() => sessionStorage.setItem(NAME, said))
  return mayStandBeside(said) ? said : undefined
}

/** Chooses for the next page of this tab, and for new ones. */
export function pointTo(beside: TenantId | undefined): void {
  const said = beside ?? ''
  read(() => localStorage.setItem(NAME, said))
  read(() => sessionStorage.setItem(NAME, said))
}

/** A browser that refuses to keep anything here opens the first one. */
function read<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
