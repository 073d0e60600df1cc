import { dayOf } from '#domain/workingDays.ts'

/** ISO instant of a clock time (`HH:MM`, Shanghai) on the day of another instant. */
export function startOf(clock: string, now: string): string {
  return new Date(`${dayOf(now)}T${clock}:00+08:00`).toISOString()
}
