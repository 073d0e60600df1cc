import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Proposal } from '#domain/proposals.ts'
import { did, fieldsOf, folding, next, stamped, text } from './history.ts'
import { runs } from './runs.ts'

interface Rosters {
  readonly begin: readonly [name: string, args: unknown]
  readonly kind: string
  readonly fields: Readonly<Record<string, readonly unknown[]>>
}

const KIN = { name: '王芳', relation: '女儿', phone: '13800002207' }

const ROSTERS: Readonly<Record<string, Rosters>> = {
  resident: {
    begin: ['resident.enter', { place: 'home', name: '王淑芬', ageBand: '70-79' }],
    kind: 'resident',
    fields: {
      name: ['王淑芬', '王婆婆', '王孃孃'],
      ageBand: ['70-79', '80+', '60-69', undefined],
      relation: [undefined, 'head', 'parent'],
    },
  },
  contact: {
    begin: ['contact.enter', { place: 'home', resident: 'r0' }],
    kind: 'contact',
    fields: {
      phone: [undefined, '13800002207', '13900000846'],
      kin: [undefined, KIN, { ...KIN, phone: '13900000846' }],
    },
  },
  care: {
    begin: [
      'care.enter',
      {
        place: 'home',
        resident: 'r0',
        tags: [],
        needs: ['stairs'],
        consent: { basis: 'self', at: '2026-03-01', how: 'spoken' },
      },
    ],
    kind: 'care',
    fields: {
      tags: [[], ['livesAlone'], ['emptyNest']],
      needs: [['stairs'], ['meal'], ['stairs', 'meal'], []],
    },
  },
}

interface Move {
  readonly is: 'edit' | 'take' | 'drop'
  readonly by: string
  readonly field: number
  readonly now: number
  /** What stood on the author's screen: the value some moves ago, or their own open proposal. */
  readonly saw: number | 'own'
}

const move: fc.Arbitrary<Move> = fc.record({
  is: fc.constantFrom<Move['is']>('edit', 'edit', 'edit', 'edit', 'take', 'drop'),
  by: fc.constantFrom('wang', 'tang', 'chen'),
  field: fc.nat(2),
  now: fc.nat(3),
  saw: fc.constantFrom<Move['saw']>(0, 0, 1, 2, 9, 'own', 'own'),
})

/** The model: the value that stands, and beside it what others propose. */
interface Field {
  stands: unknown
  open: { value: unknown; by: string }[]
}

const is = (a: unknown, b: unknown) => text(a ?? null) === text(b ?? null)

/** Answers the value that lost, `undefined` where none did. */
function edited(field: Field, by: string, was: unknown, now: unknown): { lost: unknown } | undefined {
  if (is(was, now)) return undefined
  const seen = field.open.find((one) => one.by === by && is(one.value, was))
  if (is(field.stands, now)) {
    field.open = field.open.filter((one) => one !== seen)
    return undefined
  }
  if (is(field.stands, was)) {
    field.stands = now
    field.open = field.open.filter((one) => !is(one.value, now))
    return undefined
  }
  const there = field.open.some((one) => one.by === by && is(one.value, now))
  field.open = field.open.filter((one) => one !== seen)
  if (!there) field.open.push({ value: now ?? null, by })
  return there ? undefined : { lost: now ?? null }
}

describe.each(Object.entries(ROSTERS))('the roster fields of a %s', (_, { begin, kind, fields }) => {
  const names = Object.keys(fields)

  it('W9 INV-12 of two values both are kept: the one that stands, and a proposal until a person decides', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 16 }), (moves) => {
        const product = folding()
        next(product, did(1, ...begin, 'wang'), stamped(1))
        const model = new Map(
          names.map((name): [string, Field] => [name, { stands: fields[name]?.[0], open: [] }]),
        )
        const pages = [new Map(names.map((name) => [name, fields[name]?.[0]]))]

        for (const [index, { is: what, by, field: at, now: wanted, saw }] of moves.entries()) {
          const nth = index + 2
          const name = names[at % names.length] ?? ''
          const field = model.get(name)
          const values = fields[name] ?? []
          if (!field) continue
          const before = product.record
          if (what === 'edit') {
            const own = field.open.find((one) => one.by === by)?.value ?? undefined
            const was = saw === 'own' ? own : pages[Math.max(0, pages.length - 1 - saw)]?.get(name)
            const now = values[wanted % values.length]
            // A screen cannot leave out a value that its field must have.
            if (values.every((one) => one !== undefined) && was === undefined) continue
            const args = { [name]: { ...(was !== undefined && { was }), ...(now !== undefined && { now }) } }
            const lost = edited(field, by, was, now)
            const outcome = next(product, did(nth, `${kind}.edit`, args, by), stamped(nth))
            if (lost) expect(outcome).toEqual({ is: 'merged', lost: { [name]: lost.lost } })
            else expect(['applied', 'already']).toContain(outcome.is)
          } else {
            const value =
              field.open[wanted % Math.max(1, field.open.length)]?.value ??
              values[wanted % values.length] ??
              null
            const there = field.open.some((one) => is(one.value, value))
            const outcome = next(
              product,
              did(nth, `${kind}.settle`, { field: name, value, take: what === 'take' }, by),
              stamped(nth),
            )
            expect(outcome.is).toBe(there ? 'applied' : 'already')
            if (there && what === 'take') field.stands = value ?? undefined
            if (there) field.open = what === 'take' ? [] : field.open.filter((one) => !is(one.value, value))
          }

          const own = fieldsOf(product.record)
          const open = (own['proposals'] ?? []) as readonly Proposal[]
          for (const [each, { stands, open: expected }] of model) {
            expect([each, own[each] ?? null]).toEqual([each, stands ?? null])
            expect(ofField(open, each)).toEqual(sorted(expected.map((one) => text([one.value, one.by]))))
          }
          if (product.outcomes.at(-1)?.is === 'already') expect(product.record).toBe(before)
          pages.push(new Map(names.map((each) => [each, model.get(each)?.stands])))
        }
      }),
      runs<[Move[]]>(250, [
        // One person proposed on two devices, neither of which had seen the other's word.
        [
          [
            { is: 'edit', by: 'tang', field: 1, now: 1, saw: 0 },
            { is: 'edit', by: 'wang', field: 1, now: 2, saw: 9 },
            { is: 'edit', by: 'wang', field: 1, now: 3, saw: 9 },
          ],
        ],
      ]),
    )
  })

  it('W7 INV-12 in whatever order edits come again after a restore, each value stands or is proposed', () => {
    const edit = fc.record({ by: fc.constantFrom('wang', 'tang', 'chen'), field: fc.nat(2), now: fc.nat(3) })
    fc.assert(
      fc.property(
        fc.uniqueArray(edit, { maxLength: 7, selector: (one) => `${one.by} ${one.field % names.length}` }),
        fc.infiniteStream(fc.nat()),
        (edits, chance) => {
          const told = edits.map(({ by, field, now }, index) => {
            const name = names[field % names.length] ?? ''
            const values = fields[name] ?? []
            return {
              name,
              by,
              was: values[0],
              now: values[now % values.length],
              nth: index + 2,
              at: chance.next().value as number,
            }
          })
          const product = folding()
          next(product, did(1, ...begin, 'wang'), stamped(1))
          for (const { name, by, was, now, nth } of told.sort((a, b) => a.at - b.at)) {
            const args = { [name]: { ...(was !== undefined && { was }), ...(now !== undefined && { now }) } }
            next(product, did(nth, `${kind}.edit`, args, by), stamped(nth))
          }
          const own = fieldsOf(product.record)
          const open = (own['proposals'] ?? []) as readonly Proposal[]
          for (const { name, was, now } of told) {
            if (is(was, now)) continue
            const there = [
              own[name] ?? null,
              ...open.filter((one) => one.field === name).map((one) => one.value),
            ]
            expect(there.map(text)).toContain(text(now ?? null))
          }
        },
      ),
      runs(200),
    )
  })
})

function ofField(open: readonly Proposal[], field: string): readonly string[] {
  return sorted(open.filter((one) => one.field === field).map((one) => text([one.value, one.by])))
}

function sorted(all: readonly string[]): readonly string[] {
  return [...all].sort()
}

describe('two records of one human being', () => {
  const step = fc.record({
    verb: fc.constantFrom('mergeInto', 'mergeInto', 'unmerge', 'moveOut', 'moveOut', 'moveBack', 'edit'),
    by: fc.constantFrom('wang', 'tang'),
    into: fc.constantFrom('r2', 'r3', 'r1'),
    day: fc.constantFrom('2026-03-01', '2026-03-02'),
  })

  it('INV-12 stay two records: the loser only carries a link, undo clears it, and of two links or days the earlier is named', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const product = folding()
        next(product, did(1, 'resident.enter', { place: 'home', name: '王淑芬' }, 'wang'), stamped(1))
        const model: { mergedInto?: string; movedOut?: string } = {}
        for (const [index, { verb, by, into, day }] of steps.entries()) {
          const nth = index + 2
          const args = verb === 'mergeInto' ? { into } : verb === 'moveOut' ? { day } : {}
          const outcome = next(product, did(nth, `resident.${verb}`, args, by), stamped(nth))
          if (verb === 'mergeInto' || verb === 'moveOut') {
            const field = verb === 'mergeInto' ? 'mergedInto' : 'movedOut'
            const now = verb === 'mergeInto' ? into : day
            const stood = model[field]
            if (now === 'r1') expect(outcome).toEqual({ is: 'held', why: 'invalid' })
            else {
              model[field] = now
              if (stood !== undefined && stood !== now)
                expect(outcome).toEqual({ is: 'merged', lost: { [field]: stood } })
              else expect(['applied', 'already']).toContain(outcome.is)
            }
          }
          if (verb === 'unmerge') delete model.mergedInto
          if (verb === 'moveBack') delete model.movedOut
          const { name, mergedInto, movedOut } = fieldsOf(product.record)
          expect({ name, mergedInto, movedOut }).toEqual({
            name: '王淑芬',
            mergedInto: model.mergedInto,
            movedOut: model.movedOut,
          })
        }
      }),
      runs(150),
    )
  })
})
