import { placesTo } from '#domain/rights.ts'
import { useApp } from '#ui/state/app.ts'

/** Whether the person plans rounds for others. */
export function useMayPlan(): boolean {
  const { person, today } = useApp()
  return placesTo('planVisits', person.appointments, today()).length > 0
}
