import type { EmergencyNumber, Settings } from '#domain/settings.ts'
import type { View } from '#store/view.ts'

/** The compound's own numbers beside 119, 110 and 120. A device holds one compound. */
export function emergencyIn(view: View): readonly EmergencyNumber[] {
  return view.all<Settings>('settings')[0]?.emergency ?? []
}
