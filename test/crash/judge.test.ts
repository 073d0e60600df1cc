import { describe, expect, it } from 'vitest'
import type { Change } from '#domain/change.ts'
import { tapped } from '#domain/bins/tallies.ts'
import { did } from '#test/support/ledger.ts'
import type { Inside } from './inside.ts'
import { judgeAcked, judgeAll } from './judge.ts'
import { aLedger } from './ledger.ts'
import { lossOf } from './typing.ts'
import { judgeWritten } from './written.ts'

const open = did('s1', 'shift.open', {})
const tap = did('s1', 'shift.tally', { counter: 'right' })
const shift = (taps: number) => {
  let all: Parameters<typeof tapped>[0] = []
  for (let n = 0; n < taps; n += 1) all = tapped(all, 'right', '2026-03-04T07:00:00.000Z')
  return { id: 's1', kind: 'shift', minutes: all }
}

function found(changes: readonly Change[], records: readonly object[] = [shift(1)], head = changes.length) {
  const log = changes.map((change, index) => ({
    tenant: 't',
    seq: index + 1,
    change: change.id,
    name: change.name,
    outcome: { is: 'applied' },
  }))
  const heads = new Map([['t', head]])
  return { integrity: 'ok', epoch: 'e', compounds: 1, log, heads, records, journal: [] } as unknown as Inside
}

function ledger() {
  const kept = aLedger()
  kept.save([open, tap])
  const outcomes = [{ id: open.id }, { id: tap.id }]
  kept.hear('/api/sync', 200, JSON.stringify({ outcomes }))
  return kept
}

describe('what is held against a server after a kill', () => {
  it('finds nothing where each change is there once', () => {
    expect(judgeAll(found([open, tap]), ledger()).findings).toEqual([])
  })
  it('finds what was acknowledged and is gone, and what never arrived', () => {
    expect(judgeAcked(found([open]), ledger()).ackedLost).toBe(1)
    expect(judgeAll(found([open]), ledger())).toMatchObject({ ackedLost: 1, savedLost: 1 })
  })
  it('finds what was done twice, in the log or in its effect', () => {
    expect(judgeAll(found([open, tap, tap]), ledger()).doubled).toBe(1)
    expect(judgeAll(found([open, tap], [shift(2)]), ledger()).doubled).toBe(1)
  })
  it('finds a gap in the log, a damaged file and an answer that tells of a defect', () => {
    expect(judgeAll(found([open, tap], undefined, 3), ledger()).findings).toHaveLength(1)
    expect(judgeAcked({ ...found([open, tap]), integrity: 'row missing' }, ledger()).findings).toHaveLength(1)
    const kept = ledger()
    kept.hear('/api/join', 500, '')
    expect(judgeAll(found([open, tap]), kept).findings).toEqual(['/api/join answered 500'])
  })
})

describe('what is held against a browser after a kill', () => {
  const timeline = ['', '灯', '灯不', '灯不亮'].map((text, index) => ({ at: 1000 * index, text }))

  it('measures a loss from the first key that did not come back', () => {
    expect(lossOf(timeline, '灯不亮', 3500)).toBe(0)
    expect(lossOf(timeline, '灯', 3500)).toBe(1500)
    expect(lossOf(timeline, '', 3500)).toBe(2500)
    expect(lossOf(timeline, '别的', 3500)).toBeUndefined()
  })
  it('finds words that were shown as saved and are not at the server, and words that are there twice', () => {
    const said = { sign: '第1段', form: 'a remark', text: '第1段灯不亮', saved: true }
    const record = { id: 'f1', kind: 'feedback', text: said.text, followUps: [] }
    const judged = (records: readonly object[]) => judgeWritten([said], records as never)
    expect(judged([record]).findings).toEqual([])
    expect(judged([])).toMatchObject({ savedLost: 1, doubled: 0 })
    expect(judged([record, { ...record, id: 'f2' }])).toMatchObject({ savedLost: 0, doubled: 1 })
  })
})
