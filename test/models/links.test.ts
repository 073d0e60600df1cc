import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId, TenantId } from '#domain/ids.ts'
import { orderId } from '#domain/ledger/order.ts'
import { type Place, placeId, placeTree } from '#domain/places.ts'
import { reporterId } from '#domain/feedback/reporter.ts'
import { careId, contactId } from '#domain/doors/resident.ts'
import { rootOf, voicesIn, voicesOf } from '#queries/voices.ts'
import type { View } from '#store/view.ts'
import { did, folding, instant, next, stamped } from './history.ts'
import { runs } from './runs.ts'

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

function viewOf(records: readonly Feedback[]): View {
  const byId = new Map(records.map((one) => [one.id, one]))
  return {
    get: (id: RecordId) => byId.get(id),
    all: () => records,
    standing: () => 'kept',
  } as unknown as View
}

const link = fc.record({ of: fc.nat(6), to: fc.nat(7), undo: fc.boolean(), withdrawn: fc.boolean() })

describe('voices that say the same', () => {
  it('a link lies on one side only: each remark is in one group, a circle ends at the earliest, and undo takes a voice out again', () => {
    fc.assert(
      fc.property(fc.array(link, { maxLength: 14 }), fc.infiniteStream(fc.nat()), (links, chance) => {
        const lives = Array.from({ length: 7 }, (_, index) => {
          const product = folding()
          next(product, did(index + 1, 'feedback.write', REMARK, 'wang', `f${index}`), stamped(index + 1))
          return product
        })
        const to = new Map<number, number>()
        const withdrawn = new Set<number>()
        let nth = 10
        for (const one of links) {
          const life = lives[one.of]
          if (!life) continue
          nth += 1
          const say = (verb: string, args: unknown) =>
            next(life, did(nth, `feedback.${verb}`, args, 'wang', `f${one.of}`), stamped(nth))
          if (one.withdrawn && one.undo) {
            say('withdraw', { reason: '记错了' })
            withdrawn.add(one.of)
          } else if (one.undo) {
            say('unlink', { from: `f${one.to}` })
            if (to.get(one.of) === one.to) to.delete(one.of)
          } else if (one.to !== one.of) {
            say('link', { to: `f${one.to}` })
            to.set(one.of, one.to)
          }
        }

        // The model follows the links by hand; f7 is not here and ends the way.
        const root = (of: number): number => {
          const way = [of]
          for (let at = of; ;) {
            const next = to.get(at)
            if (next === undefined || next === 7) return at
            if (way.includes(next)) return Math.min(...way.slice(way.indexOf(next)))
            way.push(next)
            at = next
          }
        }
        const records = lives.map(({ record }) => record as Feedback)
        const shuffled = records
          .map((one) => ({ one, at: chance.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        for (const view of [viewOf(records), viewOf(shuffled)]) {
          for (const index of records.keys())
            expect(rootOf(view, `f${index}` as RecordId)).toBe(`f${root(index)}`)
          const groups = voicesIn(view)
          expect(
            [...groups.values()]
              .flat()
              .map((one) => one.id)
              .sort(),
          ).toEqual(records.filter((_, index) => !withdrawn.has(index)).map((one) => one.id))
          for (const index of records.keys()) {
            const same = [...records.keys()].filter(
              (other) => root(other) === root(index) && !withdrawn.has(other),
            )
            expect(voicesOf(view, `f${index}` as RecordId).map((one) => one.id)).toEqual(
              same.map((other) => `f${other}`),
            )
          }
        }
      }),
      runs(150),
    )
  })

  it('INV-16 the earliest is the one the server received first, not the one whose clock says so', () => {
    const remark = (index: number, receivedAt: string | undefined, at: string): Feedback =>
      ({
        id: `f${index}`,
        kind: 'feedback',
        at,
        ...(receivedAt && { receivedAt }),
        duplicateOf: `f${1 - index}`,
      }) as unknown as Feedback
    const view = viewOf([remark(0, instant(5), instant(1)), remark(1, instant(4), instant(9))])
    expect(rootOf(view, 'f0' as RecordId)).toBe('f1')
    const waiting = viewOf([remark(0, undefined, instant(1)), remark(1, instant(4), instant(9))])
    expect(rootOf(waiting, 'f0' as RecordId)).toBe('f1')
  })
})

describe('ids that follow from a cause', () => {
  const name = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('1-1', '1/1', '1-1-5', '%2F', '1 1'))

  it('INV-23 the same cause makes the same id for everybody, and no two causes share one', () => {
    fc.assert(
      fc.property(
        fc.tuple(name, name, fc.integer({ min: 1, max: 3 })),
        fc.tuple(name, name, fc.integer({ min: 1, max: 3 })),
        (a, b) => {
          const of = ([tenant, key, generation]: typeof a) => placeId(tenant as TenantId, key, generation)
          expect(of(a)).toBe(of([...a]))
          expect(of(a) === of(b)).toBe(JSON.stringify(a) === JSON.stringify(b))
          const made = [orderId, reporterId, contactId, careId].map((idOf) => idOf(a[1] as RecordId))
          expect(new Set(made).size).toBe(made.length)
          expect(orderId(a[1] as RecordId) === orderId(b[1] as RecordId)).toBe(a[1] === b[1])
        },
      ),
      runs(300),
    )
  })
})

describe('the tree of places', () => {
  const tree = fc.array(fc.option(fc.nat(8), { nil: undefined }), { minLength: 1, maxLength: 9 })

  it('INV-23 a moved subtree takes along what lies below it and rewrites none of it; a circle ends', () => {
    fc.assert(
      fc.property(tree, fc.nat(8), fc.nat(8), (parents, moved, under) => {
        const places = parents.map((parent, index): Place => {
          const product = folding()
          const args = {
            what: 'unit',
            key: `k${index}`,
            label: `${index}`,
            order: index,
            ...(parent !== undefined && { parent: `p${parent}` }),
          }
          next(product, did(1, 'place.enter', args, 'server', `p${index}`), stamped(1))
          if (index === moved) {
            const edit = { parent: { ...(parent !== undefined && { was: `p${parent}` }), now: `p${under}` } }
            next(product, did(2, 'place.edit', edit, 'server', `p${index}`), stamped(2))
          }
          return product.record as Place
        })
        const up = parents.map((parent, index) => (index === moved ? under : parent))
        const built = placeTree(places)
        for (const at of parents.keys()) {
          const way = [at]
          for (
            let next = up[at];
            next !== undefined && next < parents.length && !way.includes(next);
            next = up[next]
          )
            way.push(next)
          expect(built.path(`p${at}` as RecordId).map((one) => one.id)).toEqual(
            way.map((one) => `p${one}`).reverse(),
          )
          for (const above of parents.keys())
            expect(built.below(`p${at}` as RecordId, `p${above}` as RecordId)).toBe(way.includes(above))
        }
        for (const [index, one] of places.entries())
          expect([one.id, one.key]).toEqual([`p${index}`, `k${index}`])
      }),
      runs(200),
    )
  })
})
