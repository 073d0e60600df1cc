import fc, { type Arbitrary } from 'fast-check'
import { safeParse } from 'valibot'
import { describe, expect, it } from 'vitest'
import { fold, KINDS, upgraded } from '#domain/catalogue.ts'
import { type Change, took } from '#domain/change.ts'
import type { Kind, Recorded } from '#domain/record.ts'
import { argsFor, json } from './args.ts'
import { did, frozen, PEOPLE, stamped } from './history.ts'
import { runs } from './runs.ts'

const OUTCOMES = ['applied', 'already', 'merged', 'held', 'waits']
/** Nearly right is worse than plainly wrong. */
const nearly = fc.constantFrom(
  '2026-02-31',
  '2026-13-01',
  '24.11.2026',
  '0000-00-00',
  '',
  ' ',
  -1,
  1e300,
  '\ud800',
)
const strange = fc.oneof(json, nearly, fc.constant(undefined))

/** One step of a life before it has its place in it. */
interface Move {
  readonly verb: string
  readonly by: string
  readonly args: unknown
  readonly v: number
  readonly stamp: boolean
}

/** Fitting arguments mostly; some with a field too many or too few, some that are anything at all. */
function argsOf(kind: Kind, verb: string): Arbitrary<unknown> {
  const spec = Object.hasOwn(kind.verbs, verb) ? kind.verbs[verb] : undefined
  if (!spec) return strange
  const fitting = argsFor(spec.args)
  const spoilt = fc
    .tuple(fitting, fc.constantFrom('more', 'less', 'other', 'other'), fc.nat(5), fc.oneof(json, nearly))
    .map(([args, how, at, instead]) => {
      const entries = Object.entries(args as object)
      if (how === 'more') return { ...(args as object), unheardOf: 1 }
      if (how === 'less') return Object.fromEntries(entries.filter((_, index) => index !== at))
      return Object.fromEntries(
        entries.map(([key, value], index) => [key, index === at % entries.length ? instead : value]),
      )
    })
  return fc.oneof(
    { weight: 8, arbitrary: fitting },
    { weight: 1, arbitrary: spoilt },
    { weight: 1, arbitrary: strange },
  )
}

function lifeOf(kind: Kind): Arbitrary<readonly Move[]> {
  const creation = Object.keys(kind.verbs).filter((verb) => 'create' in (kind.verbs[verb] as object))
  const move = (verbs: readonly string[]) =>
    fc.constantFrom(...verbs).chain((verb) =>
      fc.record({
        verb: fc.constant(verb),
        by: fc.constantFrom(...PEOPLE),
        args: argsOf(kind, verb),
        v: fc.constantFrom(1, 1, 1, 1, 1, 1, 1, 1, 1, 2),
        stamp: fc.boolean(),
      }),
    )
  const strangers = ['nonsense', '__proto__', 'constructor', 'toString', '']
  return fc
    .tuple(
      move(creation),
      fc.array(
        fc.oneof(
          { weight: 14, arbitrary: move(Object.keys(kind.verbs)) },
          { weight: 1, arbitrary: move(strangers) },
        ),
        { maxLength: 12 },
      ),
      fc.boolean(),
    )
    .map(([first, rest, none]) => (none ? rest : [first, ...rest]))
}

const changeOf = (kind: Kind, move: Move, nth: number): Change =>
  did(nth, `${kind.kind}.${move.verb}`, move.args, move.by, idFor(kind, move), move.v)

/** The id that follows from what makes the record, else any. */
function idFor(kind: Kind, { verb, args }: Pick<Move, 'verb' | 'args'>): string {
  const spec = Object.hasOwn(kind.verbs, verb) ? kind.verbs[verb] : undefined
  const fitting = spec && 'create' in spec && spec.idOf ? safeParse(spec.args, args) : undefined
  return (fitting?.success && spec && 'create' in spec && spec.idOf?.(fitting.output)) || 'r1'
}

/** Every record that a life goes through, with the change that comes next. */
function along(
  kind: Kind,
  life: readonly Move[],
  see: (at: Recorded | undefined, one: Change, nth: number) => void,
) {
  let record: Recorded | undefined
  for (const [index, move] of life.entries()) {
    const change = changeOf(kind, move, index + 1)
    see(record, change, index + 1)
    record = frozen(fold(record, change, move.stamp ? stamped(index + 1) : undefined).record)
  }
  return record
}

describe.each([...KINDS.values()].map((kind) => [kind.kind, kind] as const))('%s', (_, kind) => {
  const life = lifeOf(kind)

  it('W3 the fold is total: any change on any record or none gives one outcome, and what does not take leaves the very same record', () => {
    fc.assert(
      fc.property(life, (moves) => {
        along(kind, moves, (record, change, nth) => {
          for (const stamp of [undefined, stamped(nth)]) {
            const folded = fold(record, change, stamp)
            expect(OUTCOMES).toContain(folded.outcome.is)
            if (took(folded.outcome)) expect(folded.record).toBeDefined()
            else expect(folded.record).toBe(record)
            if (!record) expect(['applied', 'waits', 'held']).toContain(folded.outcome.is)
          }
        })
      }),
      runs(120),
    )
  })

  it('INV-11 the fold is deterministic, writes to nothing it was given, and a record that went through JSON folds the same', () => {
    fc.assert(
      fc.property(life, (moves) => {
        along(kind, moves, (record, change, nth) => {
          const stamp = frozen(stamped(nth))
          const once = fold(record, change, stamp)
          const carried = record && (JSON.parse(JSON.stringify(record)) as Recorded)
          const again = fold(carried, JSON.parse(JSON.stringify(change)) as Change, stamp)
          expect(again).toStrictEqual(once)
        })
      }),
      runs(80),
    )
  })

  it('INV-10 a record and its outcome are plain JSON: nothing in them is there as undefined', () => {
    fc.assert(
      fc.property(life, (moves) => {
        along(kind, moves, (record, change, nth) => {
          const folded = fold(record, change, stamped(nth))
          expect(JSON.parse(JSON.stringify(folded))).toStrictEqual(
            folded.record ? folded : { outcome: folded.outcome },
          )
        })
      }),
      runs(80),
    )
  })

  it('INV-7 a device shows what the server will say: without a stamp a life gives the same fields', () => {
    fc.assert(
      fc.property(life, (moves) => {
        let here: Recorded | undefined
        let there: Recorded | undefined
        for (const [index, move] of moves.entries()) {
          const change = changeOf(kind, move, index + 1)
          here = fold(here, change).record
          there = fold(there, change, stamped(index + 1)).record
          expect(withoutServer(here)).toEqual(withoutServer(there))
        }
      }),
      runs(80),
    )
  })

  it('a record stays what it is: id, kind, author and the time it was begun never change', () => {
    fc.assert(
      fc.property(life, (moves) => {
        let first: Recorded | undefined
        along(kind, moves, (record) => {
          first ??= record
          if (!record || !first) return
          expect([record.id, record.kind, record.author, record.at]).toEqual([
            first.id,
            first.kind,
            first.author,
            first.at,
          ])
        })
      }),
      runs(60),
    )
  })

  it('scope, head, photos and the lift of old shapes can be asked of every record', () => {
    fc.assert(
      fc.property(life, (moves) => {
        const record = along(kind, moves, () => undefined)
        if (!record) return
        const scope = kind.scopeOf(record)
        expect(typeof scope.place).toBe('string')
        expect(new Set(scope.people).size).toBe(scope.people.length)
        expect((kind.photosOf?.(record) ?? []).every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true)
        expect(['string', 'undefined']).toContain(typeof kind.headOf?.(record))
        expect(upgraded(record)).toEqual(record)
      }),
      runs(60),
    )
  })

  it('W11 another version is held as newer, an argument too many as invalid, another kind of record as invalid', () => {
    const verbs = fc.constantFrom(...Object.keys(kind.verbs))
    const other = fold(undefined, did(1, 'incident.record', INCIDENT, 'wang', 'r1')).record
    const shift = fold(undefined, did(1, 'shift.open', SHIFT, 'wang', 'r1')).record
    fc.assert(
      fc.property(
        life,
        verbs.chain((verb) => fc.tuple(fc.constant(verb), argsFor(kind.verbs[verb]?.args ?? never()))),
        (moves, [verb, args]) => {
          const record = along(kind, moves, () => undefined)
          const name = `${kind.kind}.${verb}`
          const of = (v: number, given: unknown) => did(99, name, given, 'wang', 'r1', v)
          expect(fold(record, of(2, args), stamped(99)).outcome).toEqual({ is: 'held', why: 'newer' })
          const more = { ...(args as object), unheardOf: true }
          expect(fold(record, of(1, more), stamped(99)).outcome).toEqual({ is: 'held', why: 'invalid' })
          const foreign = kind.kind === 'incident' ? shift : other
          expect(fold(foreign, of(1, args), stamped(99)).outcome).toEqual({ is: 'held', why: 'invalid' })
        },
      ),
      runs(40),
    )
  })

  it('INV-3 what is made twice is made once: a create never takes the place of what is there', () => {
    const creations = Object.keys(kind.verbs).filter((verb) => 'create' in (kind.verbs[verb] as object))
    fc.assert(
      fc.property(
        life,
        fc
          .constantFrom(...creations)
          .chain((verb) => fc.tuple(fc.constant(verb), argsFor(kind.verbs[verb]?.args ?? never()))),
        (moves, [verb, args]) => {
          const name = `${kind.kind}.${verb}`
          const id = idFor(kind, { verb, args })
          const made = fold(undefined, did(98, name, args, 'wang', id), stamped(98)).record
          const again = fold(made, did(99, name, args, 'wang', id), stamped(99))
          // Two who closed it on the spot are both named in its history.
          if (!('fixed' in (args as object))) {
            expect(['applied', 'already']).toContain(again.outcome.is)
            expect(withoutServer(again.record)).toEqual(withoutServer(made))
          }
          const record = along(kind, moves, () => undefined)
          if (!record) return
          const met = fold(record, did(99, name, args, 'tang', id), stamped(99)).record as Recorded
          expect([met.author, met.at, met.receivedAt]).toEqual([record.author, record.at, record.receivedAt])
        },
      ),
      runs(40),
    )
  })
})

describe('names', () => {
  it('W11 whatever a change is called, on any record, it is answered', () => {
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '',
        '.',
        'shift',
        'shift.',
        '.open',
        '__proto__.x',
        'constructor.name',
        'shift.open.more',
      ),
    )
    fc.assert(
      fc.property(name, strange, fc.boolean(), (called, args, there) => {
        const record = there ? fold(undefined, did(1, 'shift.open', SHIFT, 'wang')).record : undefined
        const folded = fold(record, did(2, called, args, 'wang'), stamped(2))
        expect(folded.outcome).toEqual({ is: 'held', why: 'newer' })
        expect(folded.record).toBe(record)
      }),
      runs(300),
    )
  })
})

const SHIFT = { place: 'home', day: '2026-03-04', window: 'morning' }
const INCIDENT = { place: 'home', type: 'overflow', action: 'none', photos: [] }

function never(): never {
  throw new Error('a verb without arguments')
}

/** Receipts, numbers and marks are the server's alone. */
function withoutServer(record: Recorded | undefined): unknown {
  return (
    record &&
    JSON.parse(
      JSON.stringify(record, (key, value: unknown) =>
        key === 'receivedAt' || key === 'no' || key === 'won' ? undefined : value,
      ),
    )
  )
}
