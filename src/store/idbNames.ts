import type { TenantId } from '#domain/ids.ts'
import { mayStandBeside } from '#domain/severalCompounds.ts'

/** The disk of the first compound of this browser. */
const FIRST = 'linbian'

/** Each further compound has a database, and all that is named after it, of its own. */
export function diskNameOf(beside: TenantId | undefined): string {
  return beside === undefined ? FIRST : `${FIRST}-${beside}`
}

/** The further compounds for which there is a disk; undefined where the browser does not list them: there one holds one compound. */
export async function besides(): Promise<readonly TenantId[] | undefined> {
  try {
    const names = await indexedDB.databases()
    return names
      .map(({ name = '' }) => (name.startsWith(`${FIRST}-`) ? name.slice(FIRST.length + 1) : ''))
      .filter(mayStandBeside)
  } catch {
    return undefined
  }
}
