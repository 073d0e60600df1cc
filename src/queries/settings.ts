import { FRESHNESS, type Freshness, type EmergencyNumber, type Settings } from '#domain/settings.ts'
import type { View } from '#store/view.ts'

/** The compound's settings; undefined until they are here. A device holds one compound. */
export function settingsIn(view: View): Settings | undefined {
  return view.all<Settings>('settings')[0]
}

/** What the compound calls itself; empty until its settings are here. */
export function compoundName(view: View): string {
  return settingsIn(view)?.name ?? ''
}

/** From how many days on a window is half lit, then dark. */
export function freshnessIn(view: View): Freshness {
  return settingsIn(view)?.freshness ?? FRESHNESS
}

/** The compound's own numbers beside 119, 110 and 120. */
export function emergencyIn(view: View): readonly EmergencyNumber[] {
  return settingsIn(view)?.emergency ?? []
}
