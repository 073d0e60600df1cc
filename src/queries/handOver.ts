import type { RecordId, TenantId } from '#domain/ids.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { type Counts, countsOf, lastTapped, sumOf } from '#domain/bins/tallies.ts'
import { addDays } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import { type WindowTimes, windowsAt, windowsOn } from './windows.ts'
import { nameOf } from './feedback.ts'

const MINUTE = 60_000
/** An extra shift has no hours of its own; this long it is taken for. */
const EXTRA = 120 * MINUTE
/** People stay and tidy up: only this long after the last sign of them they have surely gone. */
const STAY = 60 * MINUTE

/** The end of its window as the compound has it, ISO instant; one that goes past midnight ends on the next day. */
function endOf(view: View, tenant: TenantId, shift: Shift): string {
  const ofItsKind = (one: WindowTimes) => one.window === shift.window
  const times =
    windowsOn(view, tenant, shift.place, shift.day).find(ofItsKind) ??
    windowsAt(view, tenant, shift.place).find(ofItsKind)
  if (!times) return new Date(Date.parse(shift.at) + EXTRA).toISOString()
  const day = times.to <= times.from ? addDays(shift.day, 1) : shift.day
  return new Date(`${day}T${times.to}:00+08:00`).toISOString()
}

/**
 * Whether somebody left a shift without handing it over: its window has ended, and so has every sign of them. One that
 * was opened late, to put down what had been on paper, is not over because its window is. A clock that is wrong by hours
 * only proposes wrongly: a person says what is closed.
 */
export function isForgotten(view: View, tenant: TenantId, shift: Shift, now: string): boolean {
  if (shift.closedAt !== undefined || shift.voided) return false
  const signs = [endOf(view, tenant, shift), shift.at, lastTapped(shift.minutes)?.[1] ?? '']
  // Who took their hand-over back stands there again, whatever the clock of the window says.
  const last = [...signs, shift.reopenedAt ?? ''].reduce((a, b) => (a > b ? a : b))
  return Date.parse(now) > Date.parse(last) + STAY
}

export interface Forgotten {
  readonly shift: Shift
  /** Whose it is; undefined: mine. */
  readonly who?: string
  /** Nobody can be there any more. Otherwise its window has ended, and its person may still be tidying up. */
  readonly surely: boolean
}

/**
 * Shifts that nobody handed over, oldest first: whoever comes next to their point may close them, and their own person
 * wherever they begin.
 */
export function forgottenFor(
  view: View,
  tenant: TenantId,
  me: Shift['author'],
  point: RecordId | undefined,
  now: string,
): readonly Forgotten[] {
  return view
    .all<Shift>('shift')
    .filter((one) => one.place === point || one.author === me)
    .filter((one) => one.closedAt === undefined && !one.voided)
    .map((shift) => ({
      shift,
      ...(shift.author !== me && { who: nameOf(view, shift.author) }),
      surely: isForgotten(view, tenant, shift, now),
    }))
    .filter(({ shift, surely }) => surely || (shift.author !== me && now > endOf(view, tenant, shift)))
    .sort((a, b) => (a.shift.at < b.shift.at ? -1 : 1))
}

/** Who else is at a point in a window just now, before one begins there oneself. */
export function openBeside(
  view: View,
  at: Pick<Shift, 'place' | 'day' | 'window'> & { readonly me: Shift['author'] },
): readonly string[] {
  const there = view
    .all<Shift>('shift')
    .filter((one) => one.place === at.place && one.day === at.day && one.window === at.window)
    .filter((one) => one.author !== at.me && one.closedAt === undefined && !one.voided)
  return [...new Set(there.map((one) => nameOf(view, one.author)))].filter(Boolean)
}

export interface Beside {
  /** Everybody else on the sheet, each once; myself on another device is not named. */
  readonly names: readonly string[]
  /** What the others counted. */
  readonly counts: Counts
}

/** The other shifts on the sheet of this one; undefined where it stands alone. */
export function besideOf(view: View, { id, place, day, window, author }: Shift): Beside | undefined {
  const others = view
    .all<Shift>('shift')
    .filter(
      (one) =>
        one.place === place && one.day === day && one.window === window && one.id !== id && !one.voided,
    )
  if (others.length === 0) return undefined
  const people = new Set(others.map((one) => one.author).filter((one) => one !== author))
  return {
    names: [...people].map((one) => nameOf(view, one)).filter(Boolean),
    counts: sumOf(others.map(countsOf)),
  }
}
