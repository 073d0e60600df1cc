import { expect, test } from 'vitest'
import { fold } from '#domain/catalogue.ts'
import type { Change } from '#domain/change.ts'
import { type ExportRequest, isOver } from '#domain/exportRequest.ts'
import type { ChangeId, PersonId, RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'

const ASKED = '2026-03-02T08:00:00.000Z'

function does(record: Recorded | undefined, actor: string, verb: string, args: unknown, at = ASKED) {
  const change: Change = {
    id: `${actor} ${verb} ${at}` as ChangeId,
    record: 'request' as RecordId,
    name: `exportRequest.${verb}`,
    v: 1,
    actor: actor as PersonId,
    at,
    args,
  }
  return fold(record, change)
}

const asked = () =>
  does(undefined, 'zhou', 'ask', { place: 'compound', why: 'office', note: '人口普查', homes: 51 }).record

test('a second person says yes, and it is written down who and when', () => {
  const { record, outcome } = does(asked(), 'chen', 'allow', {}, '2026-03-02T09:00:00.000Z')
  expect(outcome).toEqual({ is: 'applied' })
  expect((record as ExportRequest).decided).toEqual({
    is: 'allowed',
    by: 'chen',
    at: '2026-03-02T09:00:00.000Z',
  })
})

test('nobody says yes or no to their own request', () => {
  for (const [verb, args] of [
    ['allow', {}],
    ['refuse', { reason: '算了' }],
  ] as const) {
    const { record, outcome } = does(asked(), 'zhou', verb, args)
    expect(outcome).toEqual({ is: 'held', why: 'notAllowed' })
    expect((record as ExportRequest).decided).toBeUndefined()
  }
})

test('of a yes and a no the first stands, and the second is told', () => {
  const no = does(asked(), 'chen', 'refuse', { reason: '用不着这么多' }).record
  expect(does(no, 'luo', 'allow', {}).outcome).toEqual({ is: 'held', why: 'decidedBefore' })
  expect(does(no, 'luo', 'refuse', { reason: '不用' }).outcome).toEqual({ is: 'already' })
})

test('a request stands for a day to the millisecond, and no answer counts after it', () => {
  const last = '2026-03-03T08:00:00.000Z'
  const late = '2026-03-03T08:00:00.001Z'
  const request = asked() as ExportRequest
  expect([isOver(request, last), isOver(request, late)]).toEqual([false, true])
  expect(does(request, 'chen', 'allow', {}, last).outcome).toEqual({ is: 'applied' })
  expect(does(request, 'chen', 'allow', {}, late).outcome).toEqual({ is: 'held', why: 'wrongState' })
})
