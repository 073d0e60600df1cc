import { placesTo } from '#domain/rights.ts'
import { useApp } from '#ui/state/app.ts'

/** What the person who is unlocked may do with surveys. */
export function useMay(): { readonly plan: boolean; readonly enter: boolean } {
  const { person, today } = useApp()
  const may = (act: 'planVisits' | 'recordSurvey') => placesTo(act, person.appointments, today()).length > 0
  return { plan: may('planVisits'), enter: may('recordSurvey') }
}
