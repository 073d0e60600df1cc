import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaOf, bodyOf, decides, fits, ownersOf, thresholds } from '#domain/council/quorum.ts'
import { runs } from '#test/models/runs.ts'

const M2 = 100

describe('article 278', () => {
  it('asks of 151 owners with 12,000 m² that 101 with 8,000 take part; then 51 and more than 4,000 decide, or 76 and 6,000', () => {
    expect(thresholds({ owners: 151, area: 12_000 * M2 })).toEqual({
      quorum: { owners: 101, area: 8_000 * M2 },
      ordinary: { owners: 51, area: 4_000 * M2 + 1 },
      special: { owners: 76, area: 6_000 * M2 },
    })
  })

  it('counts of those who take part, not of all', () => {
    const { ordinary, special } = thresholds(
      { owners: 151, area: 12_000 * M2 },
      { owners: 120, area: 9_000 * M2 },
    )
    expect(ordinary).toEqual({ owners: 61, area: 4_500 * M2 + 1 })
    expect(special).toEqual({ owners: 90, area: 6_750 * M2 })
  })

  it('takes half for no majority, and exactly three quarters for three quarters', () => {
    const all = { owners: 12, area: 1200 * M2 }
    const taking = { owners: 8, area: 800 * M2 }
    expect(decides(all, taking, { owners: 4, area: 800 * M2 })).toEqual({
      quorate: true,
      ordinary: false,
      special: false,
    })
    expect(decides(all, taking, { owners: 6, area: 600 * M2 })).toEqual({
      quorate: true,
      ordinary: true,
      special: true,
    })
    expect(decides(all, { owners: 7, area: 1200 * M2 }, { owners: 7, area: 1200 * M2 }).quorate).toBe(false)
  })

  it('counts an owner of three flats once, with the area of all three', () => {
    expect(
      bodyOf([
        { owner: 'wang', area: 8_012 },
        { owner: 'li', area: 10_050 },
        { owner: 'wang', area: 9_000 },
        { owner: 'wang', area: 1 },
      ]),
    ).toEqual({ owners: 2, area: 27_063 })
  })

  it('is the same as fractions worked out the long way, for any owners and any area', () => {
    const size = fc.record({
      owners: fc.integer({ min: 1, max: 1_000_000 }),
      area: fc.integer({ min: 1, max: 10_000_000_000 }),
    })
    /** The least whole number n with n/of ≥ part/whole (or > where `beyond`), by fractions of big numbers. */
    const least = (of: number, part: bigint, whole: bigint, beyond: boolean) => {
      const enough = (n: bigint) => (beyond ? n * whole > BigInt(of) * part : n * whole >= BigInt(of) * part)
      let n = (BigInt(of) * part) / whole - 2n
      while (n < 0n || !enough(n)) n += 1n
      return Number(n)
    }
    fc.assert(
      fc.property(size, size, (all, taking) => {
        const { quorum, ordinary, special } = thresholds(all, taking)
        for (const by of ['owners', 'area'] as const) {
          expect(quorum[by]).toBe(least(all[by], 2n, 3n, false))
          expect(ordinary[by]).toBe(least(taking[by], 1n, 2n, true))
          expect(special[by]).toBe(least(taking[by], 3n, 4n, false))
        }
      }),
      runs(300),
    )
  })
})

describe('what somebody types', () => {
  it('is read with gaps, commas and full-width digits, to two decimals', () => {
    expect(areaOf(' 12,000.5 ')).toEqual({ ok: true, value: 1_200_050 })
    expect(areaOf('１２０００')).toEqual({ ok: true, value: 1_200_000 })
    expect(ownersOf('1,510')).toEqual({ ok: true, value: 1510 })
  })

  it.each([
    ['8000.125', 'areaUnread'],
    ['一万', 'areaUnread'],
    ['-5', 'areaUnread'],
    ['1e9', 'areaUnread'],
    ['0', 'noArea'],
    ['0.00', 'noArea'],
    ['999999999999', 'tooLarge'],
  ])('says what is wrong with an area of %s', (typed, refused) => {
    expect(areaOf(typed)).toEqual({ ok: false, refused })
  })

  it.each([
    ['0', 'noOwners'],
    ['15.5', 'ownersNotWhole'],
    ['', 'ownersNotWhole'],
    ['2000000', 'tooLarge'],
  ])('says what is wrong with %s owners', (typed, refused) => {
    expect(ownersOf(typed)).toEqual({ ok: false, refused })
  })

  it('says that more take part than there are', () => {
    const all = { owners: 10, area: 1000 }
    expect(fits({ owners: 11, area: 1000 }, all)).toEqual({ ok: false, refused: 'moreOwnersThanThereAre' })
    expect(fits({ owners: 10, area: 1001 }, all)).toEqual({ ok: false, refused: 'moreAreaThanThereIs' })
    expect(fits(all, all)).toEqual({ ok: true, value: all })
  })
})
