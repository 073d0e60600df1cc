import { type GenericSchema, safeParse } from 'valibot'
import { verbOf } from '#domain/kinds.ts'
import type { HeldWhy } from '#domain/change.ts'
import type { Held } from '#domain/held.ts'
import type { RecordId } from '#domain/ids.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import { type HeldAct, isCorrection } from './heldActs.ts'

/** One thing that somebody filled in, as a form shows it. */
export interface HeldField {
  readonly of: RecordId
  readonly name: string
  readonly kind: 'text' | 'choice' | 'yesNo' | 'number' | 'day' | 'instant' | 'place' | 'person' | 'photos'
  /** What was written; undefined where nothing was. */
  readonly value: unknown
  /** Of a choice. */
  readonly options: readonly string[]
  /** Of a text: its longest. */
  readonly most?: number
  readonly optional: boolean
  /** A form can change it. */
  readonly open: boolean
}

/** The parts of valibot's schemas that a form is made of. */
interface Shape {
  readonly type: string
  readonly entries?: Readonly<Record<string, Shape>>
  readonly wrapped?: Shape
  readonly options?: readonly unknown[]
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[]
}

/** Nothing in these can be put right, or nothing but time or somebody else can do it. */
const NOT_TO_BE_SAID_AGAIN: readonly HeldWhy[] = ['unreadable', 'newer', 'unknownDevice']

const PLACES = ['place', 'parent']
const PERSONS = ['assignee', 'with', 'person', 'who', 'chair', 'secretary']
const DAYS = ['day', 'until', 'since', 'quietUntil', 'movedIn', 'on', 'due']

/** Whether a form can be made of all that was written in the act. */
export function isSayable({ act }: HeldAct): boolean {
  const said = act.filter(({ change }) => !isCorrection(change))
  return (
    said.length > 0 &&
    said.length * 2 <= MOST &&
    said.every(
      (one) => !NOT_TO_BE_SAID_AGAIN.includes(one.why) && verbOf(one.change) && isObject(argsOf(one)),
    )
  )
}

/** An act of the store has at most twenty changes, and each that is said again closes one. */
const MOST = 20

/** What was written, in the order of its form; ids that mean nothing to a person are left out. */
export function fieldsOf(held: Held): readonly HeldField[] {
  const args = argsOf(held)
  if (isCorrection(held.change) || !isObject(args)) return []
  const shape = verbOf(held.change)?.verb.args as Shape | undefined
  const entries = shape?.entries
  if (!entries) return Object.keys(args).flatMap((name) => loose(held, name, args[name]) ?? [])
  return Object.entries(entries).flatMap(([name, entry]) => fieldOf(held, name, entry, args[name]) ?? [])
}

/**
 * The arguments with other values in some fields; `undefined` empties one. What the form does not know is left as it was
 * written, unless the verb has no such argument at all: that may be why it was not understood.
 */
export function argsWith(held: Held, edits: Readonly<Record<string, unknown>>): Result<unknown, 'invalid'> {
  const args = argsOf(held)
  const schema = verbOf(held.change)?.verb.args as GenericSchema | undefined
  const entries = (schema as Shape | undefined)?.entries
  if (!schema || !entries || !isObject(args)) return refused('invalid')
  const next: Record<string, unknown> = {}
  for (const [name, entry] of Object.entries(entries)) {
    const changed = Object.hasOwn(edits, name)
    const value = changed ? inPlace(entry, args[name], edits[name]) : args[name]
    if (value !== undefined) next[name] = value
  }
  const parsed = safeParse(schema, next)
  return parsed.success ? ok(next) : refused('invalid')
}

/** The value of an edit stands under `now`, beside what its author saw. */
function inPlace(entry: Shape, before: unknown, value: unknown): unknown {
  if (!isEdit(bare(entry).shape)) return value
  return { ...(isObject(before) ? before : {}), now: value }
}

function fieldOf(held: Held, name: string, entry: Shape, written: unknown): HeldField | undefined {
  const outer = bare(entry)
  const edit = isEdit(outer.shape) ? outer.shape.entries?.['now'] : undefined
  // Of an edit that leaves a field alone there is nothing to see.
  if (edit && written === undefined) return undefined
  const { shape, optional } = edit ? bare(edit) : outer
  const value = edit && isObject(written) ? written['now'] : written
  const kind = kindOf(name, shape)
  if (!kind) return undefined
  const open = !['photos', 'person', 'instant'].includes(kind) && (!edit || kind !== 'place')
  if (!open && value === undefined) return undefined
  const most = shape.pipe?.find(({ type }) => type === 'max_length')?.requirement
  return {
    of: held.id,
    name,
    kind,
    value,
    options: (shape.options ?? []).filter((one) => typeof one === 'string'),
    ...(typeof most === 'number' && { most }),
    optional: optional || outer.optional,
    open,
  }
}

function kindOf(name: string, { type }: Shape): HeldField['kind'] | undefined {
  if (UNSAID.includes(name)) return undefined
  if (name === 'photos') return 'photos'
  if (type === 'picklist') return 'choice'
  if (type === 'boolean') return 'yesNo'
  if (type === 'number') return 'number'
  if (type !== 'string') return undefined
  if (PLACES.includes(name)) return 'place'
  if (PERSONS.includes(name)) return 'person'
  if (DAYS.includes(name)) return 'day'
  if (name.endsWith('At')) return 'instant'
  return IDS.includes(name) ? undefined : 'text'
}

/** What its author saw, and how a list is sorted. */
const UNSAID = ['was', 'meant', 'order', 'what', 'code']

/** They name other records; a person cannot read them. */
const IDS = [
  'device',
  'firstReceiver',
  'feedback',
  'resident',
  'shift',
  'sound',
  'survey',
  'bag',
  'visit',
  'campaign',
  'matter',
  'meeting',
  'option',
  'cause',
  'key',
  'item',
  'to',
  'from',
  'given',
  'into',
  'link',
  'sameAs',
  'instead',
  'works',
  'seen',
  'request',
]

/** Of a verb this version does not know: its words, as far as they are words. */
function loose(held: Held, name: string, value: unknown): HeldField | undefined {
  if (typeof value !== 'string' || IDS.includes(name)) return undefined
  const kind = kindOf(name, { type: 'string' }) ?? 'text'
  return { of: held.id, name, kind, value, options: [], optional: true, open: false }
}

function bare(entry: Shape): { shape: Shape; optional: boolean } {
  let shape = entry
  let optional = false
  while (shape.wrapped) {
    optional = true
    shape = shape.wrapped
  }
  return { shape, optional }
}

function isEdit({ type, entries }: Shape): boolean {
  return type === 'strict_object' && entries !== undefined && 'now' in entries
}

function argsOf({ body }: Held): unknown {
  return isObject(body) ? body['args'] : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
