import type { Weekday } from '#domain/bins/duty.ts'
import type { RecordId, TenantId } from '#domain/ids.ts'
import { USUAL_WINDOWS, windowsThere } from '#domain/bins/pointWindows.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import { isHeldOn, type Window, type WindowDays } from '#domain/window.ts'
import { addDays, dayOf, unknownYear } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'

/** Clock times in Asia/Shanghai, `HH:MM`. */
export interface WindowTimes {
  readonly window: Window
  readonly from: string
  readonly to: string
  /** Absent: every day. */
  readonly days?: WindowDays
}

/** All windows of a point, whatever day it is; the usual ones where the compound has not said. */
export function windowsAt(view: View, tenant: TenantId, point: RecordId): readonly WindowTimes[] {
  const settings = view.get<Settings>(settingsId(tenant))
  return settings ? windowsThere(settings, point) : USUAL_WINDOWS
}

/** Those that are held on a day (`YYYY-MM-DD`); of two for one shift of people the earlier one. */
export function windowsOn(
  view: View,
  tenant: TenantId,
  point: RecordId,
  day: string,
): readonly WindowTimes[] {
  const own = view.get<Settings>(settingsId(tenant))?.ownDays
  const held = windowsAt(view, tenant, point).filter(({ days }) => isHeldOn(days ?? 'every', day, own))
  return held.filter((one, index) => held.findIndex(({ window }) => window === one.window) === index)
}

/** As far ahead as a missing table is told: the office needs time to write days down. */
const AHEAD = 60

/**
 * The year, of a day (`YYYY-MM-DD`) and the two months after it, whose official arrangement the shipped table has not: until it
 * is there weekends count, and what the compound says of single days. Undefined where all is known.
 */
export function yearWithoutHolidays(day: string): string | undefined {
  return unknownYear(day, addDays(day, AHEAD))
}

/** People come early and stay late: this many minutes around a window still mean it. */
const AROUND = 60

export interface WindowNow {
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly day: string
  readonly window: Window
  /** Absent for an extra shift. */
  readonly times?: WindowTimes
}

/**
 * What the clock proposes for a shift that is opened now (ISO instant): the nearest of the day's windows, or an extra
 * shift.
 */
export function windowNow(now: string, windows: readonly WindowTimes[] = USUAL_WINDOWS): WindowNow {
  const day = dayOf(now)
  const minute = minutesOf(clockOf(now))
  const [nearest] = windows
    .map((times) => ({
      times,
      away: Math.max(minutesOf(times.from) - minute, minute - minutesOf(times.to), 0),
    }))
    .filter(({ away }) => away <= AROUND)
    .sort((a, b) => a.away - b.away)
  return nearest ? { day, window: nearest.times.window, times: nearest.times } : { day, window: 'extra' }
}

const SHANGHAI = 8 * 3_600_000

/** The clock time in Shanghai of an ISO instant, `HH:MM`. */
export function clockOf(instant: string): string {
  return new Date(Date.parse(instant) + SHANGHAI).toISOString().slice(11, 16)
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

/** Whether two of a point's windows would be the same shift on the same day. */
export function clashes(windows: readonly WindowTimes[]): boolean {
  return windows.some(({ window, days = 'every' }, index) =>
    windows.slice(index + 1).some((other) => other.window === window && meets(days, other.days ?? 'every')),
  )
}

function meets(a: WindowDays, b: WindowDays): boolean {
  return a === b || a === 'every' || b === 'every'
}

/** On which weekdays a window is usually held; holidays move single days. */
export function isUsualOn({ days = 'every' }: WindowTimes, weekday: Weekday): boolean {
  const weekend = weekday === 'sat' || weekday === 'sun'
  return days === 'every' || weekend === (days === 'off')
}
