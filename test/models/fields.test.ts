import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { did, fieldsOf, folding, next, stamped, text } from './history.ts'
import { runs } from './runs.ts'

/** A kind whose fields several people may edit, and values that each field can have; undefined: it can be empty. */
interface Edited {
  readonly begin: readonly [name: string, args: unknown]
  readonly verb: string
  readonly fields: Readonly<Record<string, readonly unknown[]>>
  /** A shift is one person's. */
  readonly alone?: true
}

const REMARK = {
  place: 'home',
  text: '楼道灯不亮',
  category: 'lighting',
  urgency: 'u3',
  channel: 'face',
  affected: 1,
  heardAt: '2026-03-04T07:00:00Z',
  photos: [],
  name: 'none',
}

const EDITED: Readonly<Record<string, Edited>> = {
  feedback: {
    begin: ['feedback.write', REMARK],
    verb: 'feedback.edit',
    fields: {
      text: ['楼道灯不亮', '灯坏了三天', '一楼到三楼都黑'],
      category: ['lighting', 'waste', 'greening'],
      channel: ['face', 'phone', 'meeting'],
      affected: [1, 2, 40],
      place: ['home', 'door', 'floor-9'],
      name: ['none', 'kept', 'mayTell'],
      disposition: [undefined, 'praise', 'escalated', 'hazard'],
    },
  },
  visit: {
    begin: ['visit.record', { place: 'home', outcome: 'met' }],
    verb: 'visit.amend',
    fields: {
      note: [undefined, '说水管漏', '周末再来'],
      retryAt: [undefined, '2026-03-05T19:00', '2026-03-07T10:00'],
      rosterConfirmed: ['notChecked', 'unchanged', 'changed'],
    },
  },
  place: {
    begin: ['place.enter', { what: 'dwelling', key: '1-1-5-502', label: '502', order: 20 }],
    verb: 'place.edit',
    fields: {
      label: ['502', '502室', '五零二'],
      use: [undefined, 'vacant', 'rented', 'shop'],
      order: [20, 30, 40],
      parent: [undefined, 'floor-5', 'floor-6'],
    },
  },
  settings: {
    begin: ['settings.put', { place: 'home', name: '锦绣苑' }],
    verb: 'settings.edit',
    fields: {
      name: ['锦绣苑', '锦绣花园', '老锦绣苑'],
      freshness: [
        { lit: 30, half: 90 },
        { lit: 20, half: 60 },
        { half: 45, lit: 15 },
      ],
      commonest: [
        ['overflow', 'bag_left_beside', 'leachate_odour', 'bulky_dump', 'hazardous_mixed'],
        ['pest'],
        [],
      ],
    },
  },
  reporter: {
    begin: ['reporter.write', { feedback: 'f1', place: 'home', displayName: '李孃孃', agreed: false }],
    verb: 'reporter.edit',
    fields: {
      displayName: ['李孃孃', '李阿姨', '李老师'],
      phone: [undefined, '13800002207', '13900000846'],
    },
  },
  shift: {
    begin: ['shift.open', { place: 'home', day: '2026-03-04', window: 'morning' }],
    verb: 'shift.correct',
    fields: { day: ['2026-03-04', '2026-03-05', '2026-03-03'], window: ['morning', 'evening', 'extra'] },
    alone: true,
  },
}

interface Move {
  readonly by: string
  /** Field → which of its values is wanted, and how many moves ago the screen was painted. */
  readonly edits: Readonly<Partial<Record<string, { readonly now: number; readonly ago: number }>>>
}

const edit = fc.record({ now: fc.nat(3), ago: fc.constantFrom(0, 0, 0, 1, 2, 9) })

function movesOf({ fields, alone }: Edited): fc.Arbitrary<Move[]> {
  const names = Object.keys(fields)
  const edits = fc.record(Object.fromEntries(names.map((name) => [name, edit])), {
    requiredKeys: [],
    noNullPrototype: true,
  })
  const by = alone ? fc.constant('wang') : fc.constantFrom('wang', 'tang', 'chen')
  return fc.array(fc.record({ by, edits }), { maxLength: 14 })
}

type Values = Readonly<Record<string, unknown>>

/** What an edit says: the value on its author's screen and the one they want. */
function said(move: Move, { fields }: Edited, pages: readonly Values[]) {
  return Object.entries(move.edits).map(([field, { now, ago } = { now: 0, ago: 0 }]) => {
    const values = fields[field] ?? []
    const seen = pages[Math.max(0, pages.length - 1 - ago)] ?? {}
    return { field, was: seen[field], now: values[now % values.length] }
  })
}

/** What is not there travels as not there. A field that can never be empty needs no `was` beside its `now`. */
function argsOf(edits: readonly { field: string; was: unknown; now: unknown }[]): Record<string, unknown> {
  return Object.fromEntries(
    edits.map(({ field, was, now }) => [
      field,
      { ...(was !== undefined && { was }), ...(now !== undefined && { now }) },
    ]),
  )
}

const startOf = ({ fields }: Edited): Values =>
  Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, values[0]]))

describe.each(Object.entries(EDITED))('the fields of a %s', (_, edited) => {
  it('W9 INV-12 merge one by one: what nobody else touched is taken, of two for one field the later stands and the other is named', () => {
    fc.assert(
      fc.property(movesOf(edited), (moves) => {
        const product = folding()
        next(product, did(1, ...edited.begin, 'wang'), stamped(1))
        const pages: Values[] = [startOf(edited)]

        for (const [index, move] of moves.entries()) {
          const nth = index + 2
          const edits = said(move, edited, pages)
          // The model: a table of values, and what each edit threw out of it.
          const values: Record<string, unknown> = { ...pages.at(-1) }
          const lost: Record<string, unknown> = {}
          let moved = false
          for (const { field, was, now } of edits) {
            const stood = values[field]
            if (text(was) === text(now) || text(stood) === text(now)) continue
            if (text(stood) !== text(was)) lost[field] = stood ?? null
            values[field] = now
            moved = true
          }

          const before = product.record
          const outcome = next(product, did(nth, edited.verb, argsOf(edits), move.by), stamped(nth))
          const own = fieldsOf(product.record)
          for (const field of Object.keys(edited.fields)) expect(own[field]).toEqual(values[field])
          if (Object.keys(lost).length > 0) {
            expect(outcome).toEqual({ is: 'merged', lost })
            const kept = product.record?.lost
            expect(kept && lost[kept.field]).toEqual(kept?.value)
          } else {
            expect(outcome.is).not.toBe('merged')
            expect(product.record?.lost).toEqual(before?.lost)
            if (moved) expect(outcome.is).toBe('applied')
          }
          pages.push(values)
        }
      }),
      runs(150),
    )
  })

  it('W7 the higher mark wins whatever the order of arrival: edits sent again after a restore end as they were', () => {
    fc.assert(
      fc.property(movesOf(edited), fc.infiniteStream(fc.nat()), (moves, chance) => {
        const told = moves.map((move, index) => {
          const args = argsOf(said(move, edited, [startOf(edited)]))
          return { change: did(index + 2, edited.verb, args, move.by), stamp: stamped(index + 2) }
        })
        const end = (order: typeof told) => {
          const product = folding()
          next(product, did(1, ...edited.begin, 'wang'), stamped(1))
          for (const { change, stamp } of order) next(product, change, stamp)
          const own = fieldsOf(product.record)
          return Object.fromEntries(Object.keys(edited.fields).map((field) => [field, own[field]]))
        }
        const shuffled = told
          .map((one) => ({ one, at: chance.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        expect(end(shuffled)).toEqual(end(told))
      }),
      runs(150),
    )
  })

  it('W9 a later epoch beats every sequence of an earlier one', () => {
    const [field = '', values = []] = Object.entries(edited.fields).at(-1) ?? []
    const product = folding()
    next(product, did(1, ...edited.begin, 'wang'), stamped(1))
    const to = (nth: number, was: unknown, now: unknown) =>
      did(nth, edited.verb, argsOf([{ field, was, now }]), 'wang')
    next(product, to(2, values[0], values[1]), stamped(2, 'epoch-2'))
    const late = next(product, to(3, values[0], values[2]), stamped(900, 'epoch-1'))
    expect(fieldsOf(product.record)[field]).toEqual(values[1])
    expect(late).toEqual({ is: 'merged', lost: { [field]: values[2] } })
  })
})

describe('urgency', () => {
  const URGENCIES = ['u1', 'u2', 'u3', 'u4']
  const step = fc.record({ was: fc.nat(3), now: fc.nat(3), by: fc.constantFrom('wang', 'tang', 'chen') })

  it('W9 of two urgencies the higher stands, whoever came last; who saw the present one may lower it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const product = folding()
        next(product, did(1, 'feedback.write', REMARK, 'wang'), stamped(1))
        let stands = 2
        for (const [index, { was, now, by }] of steps.entries()) {
          const args = { urgency: { was: URGENCIES[was], now: URGENCIES[now] } }
          const outcome = next(product, did(index + 2, 'feedback.edit', args, by), stamped(index + 2))
          const touched = was !== now && now !== stands
          const contested = touched && was !== stands
          const loser = contested ? Math.max(stands, now) : undefined
          if (touched) stands = contested ? Math.min(stands, now) : now
          expect(product.record).toMatchObject({ urgency: URGENCIES[stands] })
          if (loser === undefined) expect(outcome.is).not.toBe('merged')
          else expect(outcome).toEqual({ is: 'merged', lost: { urgency: URGENCIES[loser] } })
        }
      }),
      runs(300),
    )
  })
})
