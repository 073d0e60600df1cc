import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FULL_BATCH, halved, plan, type Ready } from '#sync/plan.ts'
import { change, inAct, kept, position, tap } from '#test/support/changes.ts'

const ready = (count: number): Ready[] => Array.from({ length: count }, () => ({ change: kept(tap()) }))

describe('what a device says next', () => {
  it('W1 a device with nothing to send asks for a page', () => {
    const { request } = plan(position(), [], 0, FULL_BATCH)
    expect(request.changes).toEqual([])
    expect(request.unsent).toBe(0)
    expect(request.limit).toBeGreaterThan(0)
  })

  it('W1 what does not fit into the request is told as unsent', () => {
    const { request, asked } = plan(position(), ready(5), 0, { changes: 2, bytes: 1e6 })
    expect(request.changes).toHaveLength(2)
    expect(request.unsent).toBe(3)
    expect(asked.upTo).toBe(2)
  })

  it('W1 while the vault is locked no page is asked for, and everything unsent goes', () => {
    const { request } = plan(position(), ready(2), 0, FULL_BATCH, [], true)
    expect([request.limit, request.changes.length, request.unsent]).toEqual([0, 2, 0])
  })

  it('W15 a device without a cursor says whether records of an earlier walk lie on it: whom to tell who was erased meanwhile', () => {
    const holds = (walk: number, cursor: string) =>
      plan(position({ walk, cursor }), [], 0, FULL_BATCH).request.holds
    expect([holds(0, ''), holds(2, ''), holds(2, 'cursor')]).toEqual([undefined, true, undefined])
  })

  it('W2 numbers follow from the order of the queue and what is acknowledged', () => {
    const { request } = plan(position({ acked: 7 }), ready(3), 8, FULL_BATCH)
    expect(request.changes.map((sent) => (sent as { n: number }).n)).toEqual([9, 10])
  })

  it('W2 a pointer that belongs to another life of the queue is only a hint', () => {
    expect(plan(position({ acked: 3 }), ready(2), 900, FULL_BATCH).request.changes).toEqual([])
    expect(plan(position({ acked: 3 }), ready(2), 0, FULL_BATCH).asked.upTo).toBe(5)
  })

  it('W3 an act is never split over two batches', () => {
    const queue = [tap(), tap(inAct('a')), tap(inAct('a')), tap(inAct('a'))].map((one) => ({
      change: kept(one),
    }))
    expect(plan(position(), queue, 0, { changes: 2, bytes: 1e6 }).request.changes).toHaveLength(1)
  })

  it('W3 an act larger than a batch still goes, alone', () => {
    const queue = [tap(inAct('a')), tap(inAct('a')), tap(inAct('a')), tap()].map((one) => ({
      change: kept(one),
    }))
    expect(plan(position(), queue, 0, { changes: 2, bytes: 1e6 }).request.changes).toHaveLength(3)
  })

  it('W7 a device that sends again takes no pages meanwhile', () => {
    expect(plan(position({ resending: true }), ready(1), 0, FULL_BATCH).request.limit).toBe(0)
  })

  it('W7 a row sent again carries the seal of its first outcome', () => {
    const { request } = plan(position(), [{ change: kept(tap()), first: 'seal' }], 0, FULL_BATCH)
    expect(request.changes[0]).toMatchObject({ first: 'seal' })
  })

  it('W10 a batch that a proxy refused is halved, down to one', () => {
    let batch = FULL_BATCH
    for (let step = 0; step < 20; step += 1) batch = halved(batch)
    expect(batch.changes).toBe(1)
  })

  it('W13 a batch stays below the bytes of the wire, whatever the changes are', () => {
    const remark = fc.string({ minLength: 1, maxLength: 20_000, unit: 'grapheme' })
    fc.assert(
      fc.property(fc.array(remark, { minLength: 1, maxLength: 40 }), (texts) => {
        const queue = texts.map((text) => ({ change: kept(change('shift.close', { note: text })) }))
        const { request } = plan(position(), queue, 0, { changes: 200, bytes: 60_000 })
        const bytes = Buffer.byteLength(JSON.stringify(request.changes))
        expect(request.changes.length === 1 || bytes <= 60_000).toBe(true)
      }),
    )
  })

  it('W1 asking and being answered step by step sends every change once and in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (acts, size) => {
        const queue = acts.flatMap((length, index) =>
          Array.from({ length: length + 1 }, () => ({
            change: kept(tap(length > 0 ? inAct(`act-${index}`) : {})),
          })),
        )
        const sent: string[] = []
        let after = 0
        for (let step = 0; step <= queue.length; step += 1) {
          const { request, asked } = plan(position(), queue, after, { changes: size, bytes: 1e6 })
          sent.push(...request.changes.map((one) => (one as { id: string }).id))
          after = asked.upTo
          if (request.unsent === 0) break
        }
        expect(sent).toEqual(queue.map((row) => row.change.id))
      }),
    )
  })
})
