import { describe, expect, test } from 'vitest'
import { feeRateId } from '#domain/money/feeRate.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Place, placeTree } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import { tableFor } from '#queries/exportTables/all.ts'
import type { Asking } from '#queries/exportTables/table.ts'
import { feesForWall, feesOf, FEWEST_HOMES } from '#queries/fees.ts'
import type { Reader } from '#queries/reader.ts'
import { togetherOf } from '#queries/monthTogether.ts'

const MONTH = '2026-02'

interface Building {
  readonly homes: number
  readonly empty?: number
  readonly paid?: number
  readonly payable?: number
}

/** Buildings with so many homes that are lived in, and what was typed in for February 2026. */
function reading(...buildings: readonly Building[]): Reader {
  const places: Place[] = []
  const rates: Recorded[] = []
  const put = (id: string, more: object) =>
    places.push({ id: id as RecordId, kind: 'place', at: '', order: places.length, ...more } as never)
  put('compound', { what: 'compound', label: '春和苑' })
  buildings.forEach(({ homes, empty = 0, paid = 900, payable = 1000 }, nth) => {
    const id = `building-${nth}` as RecordId
    put(id, { what: 'building', parent: 'compound', label: `${nth + 1}栋` })
    for (let door = 0; door < homes + empty; door += 1)
      put(`${id}-${door}`, { what: 'dwelling', parent: id, use: door < homes ? 'livedIn' : 'vacant' })
    rates.push({ id: feeRateId(id, MONTH), kind: 'feeRate', place: id, month: MONTH, paid, payable } as never)
  })
  const all = (kind: string) => (kind === 'place' ? places : kind === 'feeRate' ? rates : [])
  return { all, tree: placeTree(places), reads: () => true } as unknown as Reader
}

describe('SEC-92 a rate of very few homes tells of each of them', () => {
  test('five homes that are lived in are told outside, four and an empty one are not', () => {
    const reader = reading({ homes: FEWEST_HOMES }, { homes: 4, empty: 9 })
    expect(FEWEST_HOMES).toBe(5)
    expect(feesOf(reader, MONTH).map(({ label, homes }) => [label, homes])).toEqual([
      ['1栋', 5],
      ['2栋', 4],
    ])
    expect(feesForWall(reader, MONTH).map(({ label }) => label)).toEqual(['1栋'])
  })

  test('in a table to give away the sums of four homes are left out, for the inside they stand', () => {
    const reader = reading({ homes: 5 }, { homes: 4 })
    const sums = (internal: boolean) => {
      const asking = { reader, from: '2026-02-01', to: '2026-02-28', internal } as Asking
      return tableFor('fees')!.lines(asking, ['payable', 'paid', 'collected'])
    }
    expect(JSON.stringify(sums(false))).toMatch(/10.*9.*90/)
    expect(JSON.stringify(sums(false)).match(/90/g)).toHaveLength(1)
    expect(JSON.stringify(sums(true)).match(/90/g)).toHaveLength(2)
  })

  test('the month as a whole counts the same buildings as the wall', () => {
    const reader = reading({ homes: 5, paid: 800 }, { homes: 4, paid: 100 })
    const days = { from: '2026-02-01', to: '2026-02-28' }
    expect(togetherOf(reader, 'compound' as RecordId, MONTH, days).fees).toEqual({ n: 800, of: 1000 })
  })

  test('a table over New Year has a row for each month from its first day to its last', () => {
    const reader = reading({ homes: 5 })
    const rates = ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03'].map((month) => ({
      id: month,
      kind: 'feeRate',
      place: 'building-0',
      month,
      paid: 1,
      payable: 2,
    }))
    const all = (kind: string) => (kind === 'feeRate' ? rates : reader.all<Place>('place'))
    const asking = { reader: { ...reader, all }, from: '2025-12-31', to: '2026-02-01', internal: true }
    const lines = tableFor('fees')!.lines(asking as unknown as Asking, ['month'])
    expect(JSON.stringify(lines).match(/\d{4}-\d\d/g)).toEqual(['2025-12', '2026-01', '2026-02'])
  })

  test('buildings stand in the order of the compound, not in that in which they came', () => {
    const reader = reading({ homes: 5 }, { homes: 6 }, { homes: 7 })
    const turned = { ...reader, all: (kind: string) => [...reader.all<Place>(kind)].reverse() }
    expect(feesOf(turned as unknown as Reader, MONTH).map(({ label }) => label)).toEqual([
      '1栋',
      '2栋',
      '3栋',
    ])
  })

  test('where nothing was due there is no percentage', () => {
    const [none] = feesForWall(reading({ homes: 5, paid: 0, payable: 0 }), MONTH)
    expect(none?.current).toEqual({ paid: 0, payable: 0 })
    expect(feesForWall(reading({ homes: 5 }), '2026-01')).toEqual([])
  })
})
