import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateOf } from '#domain/money/accountCheck.ts'
import type { AccountLine } from '#domain/money/accountLine.ts'
import { fundsIn, gapOf, gapUpTo, monthOf, netOf } from '#domain/money/accountSums.ts'
import { directionOf, FUNDS, monthAfter, SUBJECTS } from '#domain/money/accountWords.ts'
import type { AccountYear } from '#domain/money/accountYear.ts'
import { after, said } from '#test/support/moneyRecords.ts'

const line = fc.record({
  id: fc.uuid(),
  month: fc.constantFrom('2025-11', '2025-12', '2026-01', '2026-02', '2026-03'),
  subject: fc.constantFrom(...SUBJECTS),
  fund: fc.constantFrom(...FUNDS),
  cents: fc.integer({ min: 1, max: 10_000_000_000 }),
  gone: fc.boolean(),
})
const asLine = (one: {
  readonly subject: AccountLine['subject']
  readonly gone: boolean
  readonly fund?: AccountLine['fund']
}) =>
  ({
    ...one,
    direction: directionOf(one.subject),
    photos: [],
    ...(one.gone && { voided: { by: 'x', at: '', reason: '记错了' } }),
  }) as unknown as AccountLine
const lines = fc.array(line, { maxLength: 40 }).map((all) => all.map(asLine))
const year = (of: string, service?: number) =>
  ({ year: of, ...(service !== undefined && { service }) }) as AccountYear

describe('a month of the books', () => {
  it('adds up to the cent in any order of its lines, and withdrawn ones do not count', () => {
    fc.assert(
      fc.property(lines, fc.integer(), (all, turn) => {
        const mixed = [...all].sort((a, b) => ((a.cents * turn) % 7) - ((b.cents * turn) % 7))
        expect(fundsIn(mixed, [], '2026-02')).toEqual(fundsIn(all, [], '2026-02'))
        expect(stateOf(mixed)).toBe(stateOf(all))
        const standing = all.filter((one) => !one.voided)
        expect(fundsIn(standing, [], '2026-02')).toEqual(fundsIn(all, [], '2026-02'))
        const exact = standing.reduce(
          (sum, one) => sum + BigInt(one.direction === 'in' ? one.cents : -one.cents),
          0n,
        )
        expect(BigInt(netOf(all))).toBe(exact)
      }),
    )
  })

  it('closes as the next one opens, also over New Year and with an opening that somebody wrote', () => {
    fc.assert(
      fc.property(lines, fc.option(fc.integer({ min: -1_000_000, max: 1_000_000 })), (all, opening) => {
        const years = opening === null ? [] : [year('2025', opening)]
        for (const month of ['2025-11', '2025-12', '2026-01', '2026-02'])
          for (const fund of FUNDS) {
            const next = monthOf(all, years, fund, monthAfter(month))
            expect(next.opening).toBe(monthOf(all, years, fund, month).closing)
          }
      }),
    )
  })

  it('begins a year with what was written for it, and says by how much that differs from what was left', () => {
    const spent = asLine({ ...sample('2025-12', 'staff', 300), gone: false })
    const sums = monthOf([spent], [year('2025', 1000), year('2026', 800)], 'service', '2026-01')
    expect(sums).toMatchObject({ opening: 800, from: 'written', drift: 100 })
    expect(
      monthOf([spent], [year('2025', 1000), year('2026', 700)], 'service', '2026-01').drift,
    ).toBeUndefined()
    expect(monthOf([], [], 'service', '2026-01')).toMatchObject({ opening: 0, from: 'nowhere' })
  })

  it('January carries over what December left, and a month is followed by the next one of the calendar', () => {
    expect(['2025-11', '2025-12', '2026-01'].map((month) => monthAfter(month))).toEqual([
      '2025-12',
      '2026-01',
      '2026-02',
    ])
    expect([monthAfter('2026-01', -1), monthAfter('2026-12', 13), monthAfter('2026-03', -15)]).toEqual([
      '2025-12',
      '2028-01',
      '2024-12',
    ])
    const all = (['2025-11', '2025-12', '2026-01'] as const).map((month, nth) =>
      asLine({ ...sample(month, 'property_fee', 10 ** nth), gone: false }),
    )
    const opening = (month: string, ...years: readonly AccountYear[]) => monthOf(all, years, 'service', month)
    expect(opening('2026-01')).toMatchObject({ opening: 11, from: 'carried', income: 100, closing: 111 })
    expect(opening('2026-02')).toMatchObject({ opening: 111, from: 'carried', income: 0 })
    expect(opening('2025-11')).toMatchObject({ opening: 0, from: 'nowhere' })
    // What was written for last January is carried, and this January's own word is not.
    expect(opening('2026-01', year('2025', 1000))).toMatchObject({ opening: 1011, from: 'carried' })
    expect(opening('2025-12', year('2025', 1000))).toMatchObject({ opening: 1001, from: 'written' })
    expect(opening('2026-02', year('2026', 500))).toMatchObject({ opening: 600, from: 'written' })
    // A word for a year that has not begun is none yet.
    expect(opening('2025-12', year('2026', 500))).toMatchObject({ opening: 1, from: 'carried' })
  })

  it('one fund knows nothing of another, and a year without a word for it is passed over', () => {
    const other = asLine({ ...sample('2025-12', 'parking', 50), fund: 'common_income' as const, gone: false })
    expect(monthOf([other], [], 'service', '2025-12')).toMatchObject({ income: 0, closing: 0 })
    expect(monthOf([other], [year('2025', 100), year('2026')], 'service', '2026-01')).toEqual({
      fund: 'service',
      opening: 100,
      from: 'carried',
      income: 0,
      spent: 0,
      closing: 100,
    })
  })

  it('what differs from December is told by all that the year before brought, and nothing of January', () => {
    const all = (['2025-01', '2025-12', '2026-01', '2024-12'] as const).map((month, nth) =>
      asLine({ ...sample(month, 'property_fee', 10 ** nth), gone: false }),
    )
    const drift = (...years: readonly AccountYear[]) => monthOf(all, years, 'service', '2026-01').drift
    expect(drift(year('2025', 1000), year('2026', 1011))).toBeUndefined()
    expect(drift(year('2026', 1012), year('2025', 1000))).toBe(1)
    expect(drift(year('2024', 7), year('2026', 1012), year('2025', 1000))).toBe(1)
    expect(drift(year('2026', 5))).toBeUndefined()
  })
})

function sample(month: string, subject: AccountLine['subject'], cents: number) {
  return { id: `${month} ${subject}`, month, subject, fund: 'service' as const, cents }
}

describe('what is missing', () => {
  const budget = [
    { fund: 'service', direction: 'in', subject: 'property_fee', cents: 100_001 },
    { fund: 'service', direction: 'in', subject: 'other_in', cents: 5000 },
    { fund: 'service', direction: 'out', subject: 'staff', cents: 120_000 },
    { fund: 'common_income', direction: 'out', subject: 'works', cents: 999_999 },
  ] as const

  it('is what is planned to be spent less what can be collected, of the fund the fees are for', () => {
    // 92 % of 1,000.01 yuan is 920.0092: nobody collects a part of a cent.
    expect(gapOf(budget, 92)).toMatchObject({ collectable: 92_000 + 5000, gap: 120_000 - 97_000 })
    expect(gapOf(budget).gap).toBe(120_000 - 105_001)
  })

  it('is told month by month: a twelfth of the year for each month, less what came in since January', () => {
    const came = [
      asLine({ ...sample('2026-01', 'property_fee', 9000), gone: false }),
      asLine({ ...sample('2026-02', 'property_fee', 9000), gone: false }),
      asLine({ ...sample('2025-12', 'property_fee', 9000), gone: false }),
    ]
    const { spending } = gapOf(budget)
    expect(gapUpTo(came, { spending }, '2026-02')).toEqual({
      since: '2026-01',
      due: 20_000,
      income: 18_000,
      gap: 2000,
    })
    expect(gapUpTo(came, { spending }, '2026-12').due).toBe(spending)
    // Whoever began to keep books in February is not asked for January.
    expect(gapUpTo(came.slice(1), { spending }, '2026-02')).toMatchObject({ since: '2026-02', due: 10_000 })
  })
})

describe('what is missing so far', () => {
  it('is of the fund the fees are for, of this year and up to this month, without what was withdrawn', () => {
    const came = (month: string, more: object = {}) =>
      asLine({ ...sample(month, 'property_fee', 1000), gone: false, ...more })
    const until = (...lines: readonly AccountLine[]) => gapUpTo(lines, { spending: 12_000 }, '2026-03')
    const february = came('2026-02')
    const alone = { since: '2026-02', due: 2000, income: 1000, gap: 1000 }
    expect(until(february)).toEqual(alone)
    for (const other of [
      came('2026-01', { gone: true }),
      came('2026-01', { fund: 'maintenance' as const }),
      came('2026-04'),
      came('2025-12'),
    ])
      expect(until(february, other)).toEqual(alone)
    // Without a line the books begin with this month.
    expect(until()).toEqual({ since: '2026-03', due: 1000, income: 0, gap: 1000 })
  })
})

describe('a line of the books', () => {
  const enter = (cents = 386_000) =>
    said('accountLine.enter', {
      place: 'compound',
      month: '2026-03',
      direction: 'out',
      subject: 'repair_material',
      label: '楼道换灯 36 盏',
      cents,
      fund: 'common_income',
      photos: ['a'.repeat(64)],
    })
  const edit = (was: number, now: number, who = 'steward') =>
    said('accountLine.edit', { cents: { was, now } }, who)

  it('W9 two who correct the same sum: the later stands and the other is named on it, neither in silence', () => {
    const { record, outcomes } = after<AccountLine>(
      enter(),
      edit(386_000, 129_600),
      edit(386_000, 386_500, 'manager'),
    )
    expect(record.cents).toBe(386_500)
    expect(record.lost).toMatchObject({ field: 'cents', value: 129_600 })
    expect(outcomes.at(-1)).toMatchObject({ is: 'merged' })
    expect(record.touched).toMatchObject({ by: 'manager' })
  })

  it('W9 a sum and a voucher that two people change at the same time both change', () => {
    const { record } = after<AccountLine>(
      enter(),
      edit(386_000, 129_600),
      said('accountLine.edit', { voucher: { now: '记-31' } }, 'manager'),
    )
    expect(record).toMatchObject({ cents: 129_600, voucher: '记-31' })
    expect(record.lost).toBeUndefined()
  })

  it('is withdrawn with a reason and stays; the first reason stands', () => {
    const gone = (reason: string) => said('accountLine.withdraw', { reason })
    const { record, outcomes } = after<AccountLine>(enter(), gone('记重了'), gone('记错了'))
    expect(record.voided?.reason).toBe('记重了')
    expect(outcomes.at(-1)).toEqual({ is: 'already' })
    expect(after(enter(), gone('')).outcomes.at(-1)).toEqual({ is: 'held', why: 'invalid' })
  })

  it('takes the receipts of both', () => {
    const more = (letter: string) => said('accountLine.receipts', { photos: [letter.repeat(64)] })
    expect(after<AccountLine>(enter(), more('b'), more('c'), more('b')).record.photos).toHaveLength(3)
  })

  it('has no minus, no part of a cent and no 100 million', () => {
    for (const cents of [0, -1, 0.5, 10_000_000_001])
      expect(after(enter(cents)).outcomes).toEqual([{ is: 'held', why: 'invalid' }])
  })

  it('makes the month another one for whoever checked it, whatever was changed', () => {
    const before = after<AccountLine>(enter()).record
    for (const changed of [
      { cents: 1 },
      { label: '换灯' },
      { fund: 'service' as const },
      { photos: [] },
      { voided: { by: 'x' as never, at: '', reason: 'y' } },
    ])
      expect(stateOf([{ ...before, ...changed }])).not.toBe(stateOf([before]))
    expect(stateOf([{ ...before, touched: { by: 'x' as never, at: 'y' } }])).toBe(stateOf([before]))
  })
})
