/** What the office is told of its backups; instants are the server's, sizes are bytes. */
export interface BackupsStand {
  readonly backups: readonly { readonly madeAt: string }[]
  readonly left: { readonly data: number; readonly backups: number }
}

const DAY = 86_400_000
/** A nightly copy that was missed twice. */
const OLD_DAYS = 2
/** A busy compound of a year, photos and all, has less. */
const LOW_BYTES = 2 * 1024 ** 3

/** Whole days since the latest; undefined where there is none, or it is young enough. `now`: ISO instant. */
export function daysWithout({ backups }: BackupsStand, now: string): number | undefined {
  const [latest] = backups
  const days = latest && Math.floor((Date.parse(now) - Date.parse(latest.madeAt)) / DAY)
  return days !== undefined && days >= OLD_DAYS ? days : undefined
}

/** Whether a disk should be looked after before it is full. */
export function isLow(bytes: number): boolean {
  return bytes < LOW_BYTES
}

/** As people say it: whole gigabytes, below ten with one place. */
export function gigabytes(bytes: number): number {
  const size = bytes / 1024 ** 3
  return size < 10 ? Math.floor(size * 10) / 10 : Math.floor(size)
}
