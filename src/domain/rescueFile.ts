import { is } from 'valibot'
import { HOPELESS, isDeeper } from './depth.ts'
import { derivedId, id } from './ids.ts'
import { ok, type Result, refused } from './result.ts'

/**
 * The file in which unsent changes are carried to the office by hand. A first line says whose it is; each further line is
 * one change and begins with a sum over it, so that a file that was cut or damaged on its way still gives up every line
 * that is whole, and a flipped letter in somebody's words is never taken for their words.
 */
export interface RescueHeader {
  readonly tenant: string
  readonly device: string
  /** When it was written: the device's claim, ISO instant. */
  readonly at: string
  /** How many changes it was written with. */
  readonly count: number
}

export interface RescueFile extends RescueHeader {
  /** As they were written, in their order; nobody has looked at them yet. */
  readonly changes: readonly unknown[]
  /** Lines that are not what was written, as they came. */
  readonly damaged: readonly string[]
}

export type RescueRefusal =
  | 'rescueNotOurs' // some other file
  | 'rescueDamaged' // ours, but whose it is cannot be read any more
  | 'rescueNewer' // written by a newer version

const VERSION = 2
/** In a file of the first version the changes lie in a list in an object. */
const FILE = 2
const SUM = /^[0-9a-f]{8} /

/** As text, to be kept under a name that ends in `.json` or `.txt`: both survive a chat app. */
export function rescueText(header: Omit<RescueHeader, 'count'>, changes: readonly unknown[]): string {
  const { tenant, device, at } = header
  const first = JSON.stringify({ linbian: 'unsent', v: VERSION, tenant, device, at, count: changes.length })
  const lines = changes.map((change) => JSON.stringify(change))
  return [first, ...lines.map((line) => `${sum(line)} ${line}`), ''].join('\n')
}

/** Total: any text gives a file or the reason why it is none. */
export function readRescue(text: string): Result<RescueFile, RescueRefusal> {
  const whole = text.replace(/^\uFEFF/, '').trim()
  const [first = '', ...rest] = whole.split(/\r?\n/)
  const header = parsed(first)
  // The first version was one JSON text over several lines, without sums.
  const only = isObject(header) ? header : parsed(whole)
  if (!isObject(only) || only['linbian'] !== 'unsent')
    return refused(
      whole.includes('"linbian"') && whole.includes('"unsent"') ? 'rescueDamaged' : 'rescueNotOurs',
    )
  const { v, tenant, device, at, count, changes } = only
  if (typeof v === 'number' && v > VERSION) return refused('rescueNewer')
  if (!is(id, tenant) || !is(id, device)) return refused('rescueDamaged')
  const said = { tenant, device, at: typeof at === 'string' ? at : '' }
  if (v === 1) {
    if (!Array.isArray(changes)) return refused('rescueDamaged')
    return ok({ ...said, count: changes.length, changes, damaged: [] })
  }
  const read: unknown[] = []
  const damaged: string[] = []
  for (const line of rest) {
    if (line.trim() === '') continue
    const change =
      SUM.test(line) && sum(line.slice(9)) === line.slice(0, 8) ? parsed(line.slice(9)) : undefined
    if (change === undefined) damaged.push(line)
    else read.push(change)
  }
  return ok({ ...said, count: typeof count === 'number' ? count : rest.length, changes: read, damaged })
}

/** Against accidents, not against people: who may bring a file in is asked at the door. */
function sum(line: string): string {
  return derivedId<string>('rescue', line).slice(0, 8)
}

/** What is nested too deep to be written again is not read: only its text can be kept. */
function parsed(text: string): unknown {
  if (isDeeper(text, FILE + HOPELESS)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
