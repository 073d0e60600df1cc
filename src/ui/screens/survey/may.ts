import { inForce, ROLES } from '#domain/rights.ts'
import { useApp } from '#ui/state/app.ts'

/** What the person who is unlocked may do with surveys. */
export function useMay(): { readonly plan: boolean; readonly enter: boolean } {
  const { person, today } = useApp()
  const held = person.appointments.filter((one) => inForce(one, today()))
  return {
    plan: held.some((one) => ROLES[one.role].act.includes('planVisits')),
    enter: held.some((one) => ROLES[one.role].act.includes('recordSurvey')),
  }
}
