import fc from 'fast-check'
import { KINDS, fold, verbOf } from '#domain/catalogue.ts'
import { type Change, took } from '#domain/change.ts'
import type { ChangeId, DeviceId, PersonId, RecordId } from '#domain/ids.ts'
import type { Kind, Recorded } from '#domain/record.ts'
import type { Place } from '#domain/places.ts'
import { argsFor } from '#test/models/args.ts'
import { type Chance, chance } from '#test/sim/random.ts'
import { did, frozen, stamped } from '#test/models/history.ts'

/** Who does it, whose the record is where it is not theirs, and where it lies: words that the world replaces. */
export const ME = 'wang'
export const OTHER = 'tang'
export const AT = 'home'
/** Another place beside it. */
export const NEAR = 'next'
/** Replaced by another word in every cell, so that no two cells share a record. */
export const ITS_OWN = ['r1', 'r2', 'x', 'door'] as const

/**
 * One change that takes: what its record was before (none: it makes it) and what it says. Whatever refuses it afterwards is
 * its author's right and nothing else.
 */
export interface Sample {
  readonly name: string
  readonly before?: Recorded
  readonly args: unknown
}

/** How many records of a kind are lived through to find one on which each of its verbs takes. */
const LIVES = 2000
const STEPS = 12
/** Arguments made for each verb. */
const SAID = 150

/** Of every verb of every kind one change that its record takes from its author. */
export function ownSamples(): ReadonlyMap<string, Sample> {
  const found = new Map<string, Sample>()
  for (const kind of KINDS.values()) lookFor(kind, found)
  for (const [name, sample] of Object.entries(GIVEN)) found.set(name, sample)
  // Who moves house stays among those one looks after.
  const resident = found.get('resident.edit')?.before
  const order = found.get('order.note')?.before
  if (order) found.set('order.hush', { name: 'order.hush', before: order, args: { quiet: true } })
  if (resident)
    found.set('resident.move', { name: 'resident.move', before: resident, args: { was: AT, place: NEAR } })
  return found
}

/** The same with a record that somebody else began. */
export function asOthers(sample: Sample): Sample {
  return begunBy(sample, OTHER)
}

export function asMine(sample: Sample): Sample {
  return begunBy(sample, ME)
}

function begunBy(sample: Sample, author: string): Sample {
  return sample.before ? { ...sample, before: { ...sample.before, author: author as PersonId } } : sample
}

function lookFor(kind: Kind, found: Map<string, Sample>): void {
  const verbs = Object.keys(kind.verbs)
  const creates = verbs.filter((verb) => 'create' in kind.verbs[verb]!)
  const dice = chance(7)
  const args = new Map(
    verbs.map((verb, nth) => [
      verb,
      fc.sample(argsFor(kind.verbs[verb]!.args), { numRuns: SAID, seed: 7 + nth }),
    ]),
  )
  const said = (verb: string, record: Recorded | undefined) =>
    sampleOf(
      kind,
      verb,
      record,
      placed(meant(dice.pick(args.get(verb) ?? []), record, dice), record === undefined),
    )
  const missing = () => verbs.filter((verb) => !found.has(`${kind.kind}.${verb}`))
  for (let life = 0; life < LIVES; life += 1) {
    let record: Recorded | undefined
    for (let step = 0; step < STEPS; step += 1) {
      for (const verb of missing()) {
        const sample = said(verb, record)
        // Some are only for others: nobody answers what they themselves asked.
        const fitting =
          sample &&
          [sample, asOthers(sample)].find((one) => stays(one, ME) && stays(inLongWords(one), LONG_ME))
        if (fitting) found.set(fitting.name, fitting)
      }
      if (missing().length === 0) return
      const next = said(dice.pick(record ? verbs : creates), record)
      if (next) record = frozen(fold(record, changeOf(next, step + 3), stamped(1)).record)
    }
  }
}

/** Now and then it names something that the record holds: the bag, the wish, the word that was seen; a create, what is its own. */
function meant(args: unknown, record: Recorded | undefined, dice: Chance): unknown {
  const held = record ? JSON.stringify(record).match(/(?<=":")[^"\\]+(?=")/g) : [ITS_OWN[0]]
  if (!held || typeof args !== 'object' || args === null || dice.once(3)) return args
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => [
      key,
      typeof value === 'string' && dice.once(2) ? dice.pick(held) : value,
    ]),
  )
}

function sampleOf(kind: Kind, verb: string, record: Recorded | undefined, args: unknown): Sample | undefined {
  if ('create' in kind.verbs[verb]! !== (record === undefined)) return undefined
  return { name: `${kind.kind}.${verb}`, ...(record && { before: record }), args }
}

/** It takes, and the record lies where it lay, or where we are. */
function stays(sample: Sample, actor: string): boolean {
  const { record, outcome } = fold(sample.before, changeOf(sample, 2, actor), stamped(2))
  if (!took(outcome) || !record) return false
  return sample.before ? record.place === sample.before.place : record.place === AT && hasItsOwn(sample)
}

/** People and places of the world have longer names than ours here. */
const long = (word: string) => `${word}${'-'.repeat(40)}`
const LONG_ME = long(ME)
const LONG_WORDS = new Map([ME, OTHER, NEAR].map((word) => [word, long(word)]))

function inLongWords({ name, before, args }: Sample): Sample {
  const longer = before && (replaced(before, LONG_WORDS) as Recorded)
  return { name, ...(longer && { before: longer }), args: replaced(args, LONG_WORDS) }
}

/** There is one at a place: it needs a place of its own. */
export const ONE_A_PLACE: readonly string[] = ['crew.form']

/** Where its id follows from what it says, that is another one in every cell. */
function hasItsOwn({ name, args }: Sample): boolean {
  const id = idOf(name, args)
  const others = new Map(ITS_OWN.map((word) => [word, `${word}.`]))
  return id === ITS_OWN[0] || id !== idOf(name, replaced(args, others)) || ONE_A_PLACE.includes(name)
}

/** The same value with other words in it, wherever one of them is all that a text says. */
export function replaced(value: unknown, words: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return words.get(value) ?? value
  if (Array.isArray(value)) return value.map((one) => replaced(one, words))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced(one, words)]))
}

/** Where a create names its place it is ours; a change of a record that is here moves it nowhere. */
function placed(args: unknown, creates: boolean): unknown {
  if (typeof args !== 'object' || args === null) return args
  const { place: _, ...rest } = args as Record<string, unknown>
  return creates && 'place' in args ? { ...rest, place: AT } : rest
}

export function changeOf(sample: Sample, nth = 2, actor: string = ME): Change {
  const { name, args } = sample
  return did(nth, name, args, actor, sample.before?.id ?? idOf(name, args))
}

/** The id that follows from what makes the record, else any. */
export function idOf(name: string, args: unknown): string {
  const verb = verbOf({ name })?.verb
  return (verb && 'create' in verb && verb.idOf?.(args)) || 'r1'
}

const place = (more: Partial<Place> = {}): Place => ({
  id: 'r1' as RecordId,
  kind: 'place',
  v: 1,
  place: 'r1' as RecordId,
  author: ME as PersonId,
  at: '2026-03-01T00:00:00.000Z',
  what: 'dwelling',
  parent: AT as RecordId,
  key: 'x',
  label: 'x',
  order: 9,
  ...more,
})

const kept = {
  id: 'r1' as RecordId,
  kind: 'held',
  v: 1,
  place: AT as RecordId,
  author: ME as PersonId,
  at: '2026-03-01T00:00:00.000Z',
  change: { id: 'x' as ChangeId, record: 'r2' as RecordId, name: 'shift.open', v: 1, actor: ME as PersonId },
  personal: false,
  device: 'device' as DeviceId,
  why: 'notAllowed',
  body: { at: '2026-03-01T00:00:00.000Z', args: { place: AT, day: '2026-03-04', window: 'morning' } },
  status: 'open',
} as const

/** Those whose record means something to the server beyond itself: a place stands in a tree, what is held holds a change. */
const GIVEN: Readonly<Record<string, Sample>> = {
  'place.enter': {
    name: 'place.enter',
    args: { what: 'dwelling', parent: AT, key: 'x', label: 'x', order: 9 },
  },
  'place.edit': { name: 'place.edit', before: place(), args: { label: { was: 'x', now: 'r2' } } },
  'place.retire': { name: 'place.retire', before: place(), args: { reason: 'r' } },
  'place.bringBack': {
    name: 'place.bringBack',
    before: place({ voided: { by: ME as PersonId, at: '2026-03-01T00:00:00.000Z', reason: '' } }),
    args: {},
  },
  'place.renumber': {
    name: 'place.renumber',
    before: place(),
    args: { was: 'x', key: 'r2', label: 'r2', order: 9 },
  },
  'place.use': { name: 'place.use', before: place(), args: { now: 'vacant' } },
  'held.release': { name: 'held.release', before: kept, args: {} },
  'held.giveUp': { name: 'held.giveUp', before: kept, args: {} },
  'held.correct': { name: 'held.correct', before: kept, args: { instead: 'r2' } },
}
