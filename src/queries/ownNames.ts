import type { OwnNames } from '#domain/organisation.ts'
import type { Settings } from '#domain/settings.ts'
import type { View } from '#store/view.ts'

const NONE: OwnNames = {}

/** What the compound calls its lines, levels and roles; what is not in it is called as everywhere. A device holds one compound. */
export function ownNamesIn(view: View): OwnNames {
  return view.all<Settings>('settings')[0]?.called ?? NONE
}
