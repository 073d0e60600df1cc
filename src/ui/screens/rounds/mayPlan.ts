import { inForce, ROLES } from '#domain/rights.ts'
import { useApp } from '#ui/state/app.ts'

/** Whether the person plans rounds for others. */
export function useMayPlan(): boolean {
  const { person, today } = useApp()
  return person.appointments.some(
    (one) => inForce(one, today()) && ROLES[one.role].act.includes('planVisits'),
  )
}
