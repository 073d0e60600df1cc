import { ok, type Result, refused } from './result.ts'
import type { DeviceKind } from './rights.ts'

/** Four are remembered at the bins, where nothing of a resident lies; a phone with a roster asks for more. */
export const PIN_DIGITS: Readonly<Record<DeviceKind, number>> = { shared: 4, own: 6 }

export type PinRefusal =
  | 'pinDigits' // not as many digits as this device asks for
  | 'pinTrivial' // among the first that somebody would try

/** Numbers that many people take because they sound well (520, 1314, 168, 888). */
const WELL_SOUNDING = [
  '0520',
  '1314',
  '5200',
  '5201',
  '0168',
  '1168',
  '8168',
  '520520',
  '521521',
  '131420',
  '201314',
  '520131',
  '168168',
  '168888',
  '518518',
]

/** Whether a new PIN may be taken: its length, and that it is none of the first that somebody would try. */
export function checkPin(pin: string, kind: DeviceKind): Result<string, PinRefusal> {
  if (!/^\d+$/.test(pin) || pin.length !== PIN_DIGITS[kind]) return refused('pinDigits')
  return isTrivial(pin) ? refused('pinTrivial') : ok(pin)
}

function isTrivial(pin: string): boolean {
  return isRow(pin) || isRepeated(pin) || isDoubled(pin) || isDate(pin) || WELL_SOUNDING.includes(pin)
}

/** 1234, 9876, 7890, 2468: each digit as far from the one before. */
function isRow(pin: string): boolean {
  const step = (at: number) => (Number(pin[at]) - Number(pin[at - 1]) + 10) % 10
  return Array.from(pin).every((_, at) => at < 2 || step(at) === step(1))
}

/** 1212, 123123: one piece again and again. */
function isRepeated(pin: string): boolean {
  return [2, 3].some((long) => pin.length > long && pin === pin.slice(0, long).repeat(pin.length / long))
}

/** 1122, 112233, 111222. */
function isDoubled(pin: string): boolean {
  return /^(?:(\d)\1+)+$/.test(pin) && new Set(pin).size <= pin.length / 2
}

/** A year of somebody’s life, or a day in one of the usual ways of writing it. */
function isDate(pin: string): boolean {
  if (pin.length === 4) return /^(19[3-9]|20[0-3])\d$/.test(pin) || isDay(pin.slice(0, 2), pin.slice(2))
  const [a, b, c] = [pin.slice(0, 2), pin.slice(2, 4), pin.slice(4)]
  return isDay(b, c) || /^(19[3-9]|20[0-3])\d(0[1-9]|1[0-2])$/.test(pin) || isDay(b, a)
}

function isDay(month: string, day: string): boolean {
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
}
