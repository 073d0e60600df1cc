import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '#domain/catalogue.ts'
import type { Change } from '#domain/change.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { countsOf } from '#domain/bins/tallies.ts'
import { openBook } from '#store/book.ts'
import { change, openShift, SHIFT, tap } from '#test/support/changes.ts'

const right = (record: Shift | undefined) => (record ? countsOf(record).right : undefined)

/** What the server would hold after these changes. */
function served(changes: readonly Change[]): Recorded | undefined {
  let record: Recorded | undefined
  for (const one of changes) record = fold(record, one).record
  return record
}

describe('the book', () => {
  it('shows a change as soon as it is durable', () => {
    const book = openBook()
    book.add([openShift(), tap()])
    expect(right(book.get<Shift>(SHIFT))).toBe(1)
    expect(book.standing(SHIFT)).toBe('waiting')
  })

  it('shows the same before and after an acknowledgement', () => {
    const changes = [openShift(), tap(), tap()]
    const book = openBook()
    book.add(changes)
    const before = right(book.get<Shift>(SHIFT))
    book.turn({ records: [served(changes)!], acknowledged: new Set(changes.map((one) => one.id)) })
    expect(right(book.get<Shift>(SHIFT))).toBe(before)
    expect(book.standing(SHIFT)).toBe('kept')
  })

  it('folds pending changes onto what the server confirmed meanwhile', () => {
    const sent = [openShift(), tap()]
    const later = tap()
    const book = openBook()
    book.add([...sent, later])
    book.turn({ records: [served(sent)!], acknowledged: new Set(sent.map((one) => one.id)) })
    expect(right(book.get<Shift>(SHIFT))).toBe(2)
  })

  it('INV-7 shows what the server took and nothing here could put away, till its record comes or is said to be over', () => {
    const VISIT = 'visit-1' as RecordId
    const visit = change('visit.record', { place: '101', outcome: 'met' }, { record: VISIT })
    const book = openBook()
    book.add([visit])
    const before = book.get(VISIT)
    book.turn({ acknowledged: new Set([visit.id]), kept: new Set([visit.id]) })
    expect(before).toBeDefined()
    expect(book.get(VISIT)).toEqual(before)
    expect(book.standing(VISIT)).toBe('kept')
    expect([...book.bases()]).toEqual([])
    book.turn({ known: [VISIT] })
    expect(book.get(VISIT)).toBeUndefined()
  })

  it('INV-7 adds the words to a record that lies here without them, and nothing a second time', () => {
    const opened = openShift()
    const closed = change('shift.close', { note: '东门桶盖坏了' })
    const { note: _, ...bare } = served([opened, closed]) as Shift
    const book = openBook()
    book.load([bare], [], [closed])
    expect(book.get<Shift>(SHIFT)).toEqual({ ...bare, note: '东门桶盖坏了' })
    book.turn({ records: [served([opened, closed])!], known: [SHIFT] })
    expect(book.get<Shift>(SHIFT)?.note).toBe('东门桶盖坏了')
  })

  it('shows nothing of a record that was forgotten, also with pending changes', () => {
    const opened = openShift()
    const book = openBook()
    book.load([served([opened])!], [tap()])
    book.turn({ forget: [SHIFT] })
    expect(book.get(SHIFT)).toBeUndefined()
  })

  it('keeps the list of a kind in step with its records', () => {
    const book = openBook()
    book.add([openShift()])
    expect(book.all('shift')).toHaveLength(1)
    book.turn({ forget: [SHIFT], acknowledged: new Set(book.pending(SHIFT).map((one) => one.id)) })
    expect(book.all('shift')).toHaveLength(0)
  })

  it('leaves what is shown as it was when a pending change does not take', () => {
    const book = openBook()
    book.add([openShift(), change('shift.close', {}), change('shift.close', {}), change('shift.dance', {})])
    expect(book.get<Shift>(SHIFT)?.closedAt).toBeDefined()
  })

  it('is the same whether changes came one by one or all were read after a restart', () => {
    const verbs = fc.constantFrom('shift.tally', 'shift.untally')
    fc.assert(
      fc.property(fc.array(verbs, { maxLength: 30 }), (names) => {
        const changes = [openShift(), ...names.map((name) => change(name, { counter: 'right' }))]
        const stepwise = openBook()
        for (const one of changes) stepwise.add([one])
        const restarted = openBook()
        restarted.load([], changes)
        expect(restarted.get(SHIFT)).toEqual(stepwise.get(SHIFT))
      }),
    )
  })
})
