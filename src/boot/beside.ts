import type { TenantId } from '#domain/ids.ts'
import type { Disk } from '#store/disk.ts'

const known = new WeakMap<Disk, TenantId>()

/** The disk of a further compound: whatever is asked for it names that compound. */
export function asBeside(disk: Disk, beside: TenantId | undefined): Disk {
  if (beside !== undefined) known.set(disk, beside)
  return disk
}

/** Undefined for the first compound of this browser. */
export function besideOf(disk: Disk): TenantId | undefined {
  return known.get(disk)
}

/** Tabs take turns for one disk, not for all of them. */
export function turnsOf(beside: TenantId | undefined): string {
  return beside === undefined ? 'sync' : `sync ${beside}`
}
