import type { TrailRow } from '#device/trailRows.ts'
import type { ShownDevice } from '#ui/screens/people/shownDevices.ts'

export interface Trailed {
  /** Newest first. */
  readonly rows: readonly TrailRow[]
  /** Where lines are missing, when those that are here begin. */
  readonly from?: string
  readonly stoppedAt?: string
}

/** Of the trail what was done to a device, on it and by its people; what they looked at is told by itself. */
export function trailOf(
  rows: readonly TrailRow[],
  { device, people, revoked }: Pick<ShownDevice, 'device' | 'people' | 'revoked'>,
  since: string,
  whole: boolean,
): Trailed {
  const first = rows.at(-1)?.at
  const stopped = revoked && rows.findLast((one) => one.what === 'device.revoked' && one.object === device)
  return {
    rows: rows.filter(
      (one) =>
        one.at >= since &&
        !one.what.startsWith('look.') &&
        (one.object === device ||
          one.device === device ||
          people.some((person) => person === one.actor || person === one.object)),
    ),
    ...(!whole && first !== undefined && { from: first }),
    ...(stopped && { stoppedAt: stopped.at }),
  }
}
