import { expect, it } from 'vitest'
import { type CouncilMark, councilMarkId } from '#domain/council/councilMark.ts'
import type { RecordId } from '#domain/ids.ts'
import { did, folding, next, stamped } from '#test/models/history.ts'

const HALL = 'hall-remark' as RecordId
const MARK = councilMarkId(HALL)
const mark = (by: string) => ['councilMark.mark', { place: 'compound', matter: HALL }, by] as const
const at = (nth: number) => did(nth, 'councilMark.mark', {}, 'wang', MARK).at

function lived(steps: readonly (readonly [name: string, args: unknown, by: string])[]) {
  const folded = folding()
  for (const [index, [name, args, by]] of steps.entries())
    next(folded, did(index + 1, name, args, by, MARK), stamped(index + 1))
  return { record: folded.record as CouncilMark | undefined, outcomes: folded.outcomes.map((one) => one.is) }
}

it('two who press without knowing of each other make one mark, under the name of who was first', () => {
  const { record, outcomes } = lived([mark('wang'), mark('tang')])
  expect(outcomes).toEqual(['applied', 'already'])
  expect(record).toMatchObject({ matter: HALL, marked: { by: 'wang', at: at(1) } })
})

it('is taken back by whoever saw it; a mark that another made meanwhile stands', () => {
  const back = ['councilMark.unmark', { was: at(1) }, 'tang'] as const
  expect(lived([mark('wang'), back]).record?.marked).toBeUndefined()
  const again = lived([mark('wang'), ['councilMark.renew', { was: at(1) }, 'wang'], back])
  expect(again.outcomes).toEqual(['applied', 'applied', 'already'])
  expect(again.record?.marked).toEqual({ by: 'wang', at: at(2) })
})

it('can be made again after it was taken back', () => {
  const { record, outcomes } = lived([
    mark('wang'),
    ['councilMark.unmark', { was: at(1) }, 'wang'],
    mark('tang'),
  ])
  expect(outcomes).toEqual(['applied', 'applied', 'applied'])
  expect(record?.marked).toEqual({ by: 'tang', at: at(3) })
})

it('under the id of another matter it is held: there is one mark for a matter', () => {
  const folded = folding()
  next(folded, did(1, 'councilMark.mark', { place: 'compound', matter: HALL }, 'wang', 'r1'), stamped(1))
  expect(folded.outcomes[0]).toEqual({ is: 'held', why: 'invalid' })
})
