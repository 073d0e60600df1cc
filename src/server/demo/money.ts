import { stateOf } from '#domain/money/accountCheck.ts'
import type { AccountLine } from '#domain/money/accountLine.ts'
import { totalOf } from '#domain/money/accountSums.ts'
import { directionOf, type Fund, type Subject } from '#domain/money/accountWords.ts'
import { accountYearId, budgetLineId } from '#domain/money/accountYear.ts'
import { feeRateId } from '#domain/money/feeRate.ts'
import { derivedId, type RecordId, type TenantId } from '#domain/ids.ts'
import { compoundPlace } from '#domain/places.ts'
import { addDays } from '#domain/workingDays.ts'
import { placeOf, type Who } from './cast.ts'
import type { Line } from './line.ts'
import { builtWorks, SKIRTING } from './works.ts'

interface Sum {
  readonly key: string
  readonly subject: Subject
  readonly fund: Fund
  /** Yuan. */
  readonly yuan: number
  readonly label?: string
}

const sum = (key: string, subject: Subject, fund: Fund, yuan: number, label?: string): Sum => ({
  key,
  subject,
  fund,
  yuan,
  ...(label !== undefined && { label }),
})

/** A month of the invented compound: what the fees pay for, and what the shared parts bring. */
const LAST_MONTH: readonly Sum[] = [
  sum('fees', 'property_fee', 'service', 61_200),
  sum('staff', 'staff', 'service', 31_500),
  sum('cleaning', 'cleaning_greening', 'service', 8_200),
  sum('lift', 'lift', 'service', 3_600),
  sum('fire', 'fire', 'service', 1_200),
  sum('power', 'public_utilities', 'service', 7_450),
  sum('waste', 'waste', 'service', 2_300),
  sum('remuneration', 'remuneration', 'service', 6_120),
  sum('tax', 'tax', 'service', 612),
  sum('parking', 'parking', 'common_income', 18_400, '停车位租金'),
  sum('chairs', 'other_out', 'common_income', 3_860, '架空层桌椅'),
  sum('lamps', 'repair_material', 'common_income', 1_296, '楼道换灯 36 盏'),
]
/** The first version had forgotten it. */
const FORGOTTEN = sum('advertising', 'advertising', 'common_income', 6_000, '电梯广告')
const THIS_MONTH: readonly Sum[] = [
  sum('fees-now', 'property_fee', 'service', 22_400),
  sum('staff-now', 'staff', 'service', 31_500),
]

const YEAR: readonly (readonly [Subject, number])[] = [
  ['property_fee', 797_280],
  ['staff', 378_000],
  ['cleaning_greening', 98_400],
  ['lift', 43_200],
  ['fire', 14_400],
  ['public_utilities', 89_400],
  ['waste', 27_600],
  ['repair_material', 36_000],
  ['remuneration', 73_440],
  ['tax', 7_344],
]

/** Two months of the books, the year's budget, how much of the fees came in, and two works. All of it is invented. */
export function money(tenant: TenantId, monday: string, pictures: (name: string) => string): readonly Line[] {
  const place = compoundPlace(tenant)
  const lastMonth = addDays(`${monday.slice(0, 7)}-01`, -1).slice(0, 7)
  const thisMonth = monday.slice(0, 7)
  const year = lastMonth.slice(0, 4)
  const entered = (one: Sum, month: string, by: Who, day: number, time: string, works?: RecordId): Line => ({
    by,
    day,
    time,
    record: derivedId('demo', tenant, 'money', one.key),
    name: 'accountLine.enter',
    args: {
      place,
      month,
      direction: directionOf(one.subject),
      subject: one.subject,
      cents: one.yuan * 100,
      fund: one.fund,
      photos: [],
      ...(one.label !== undefined && { label: one.label }),
      ...(works && { works }),
    },
  })
  const last = [
    ...LAST_MONTH.map((one) => entered(one, lastMonth, 'manager', -4, '16:30')),
    entered(FORGOTTEN, lastMonth, 'manager', 4, '14:10'),
  ]
  const skirting = sum('skirting', 'works', 'service', 186, '踢脚线粘补')
  return [
    {
      by: 'manager',
      day: -40,
      time: '10:00',
      record: accountYearId(place, year),
      name: 'accountYear.set',
      args: {
        place,
        year,
        stage: { now: 'running' },
        rate: { now: 92 },
        service: { now: 4_218_050 },
        commonIncome: { now: 5_830_000 },
        maintenance: { now: 38_600_000 },
      },
    },
    ...YEAR.map(([subject, yuan]): Line => ({
      by: 'manager',
      day: -40,
      time: '10:20',
      record: budgetLineId(place, year, 'service', subject),
      name: 'budgetLine.set',
      args: { place, year, fund: 'service', direction: directionOf(subject), subject, cents: yuan * 100 },
    })),
    ...last,
    ...THIS_MONTH.map((one) => entered(one, thisMonth, 'manager', 5, '17:00')),
    entered(skirting, thisMonth, 'engineer', 4, '14:40', derivedId('demo', tenant, 'works', SKIRTING)),
    {
      by: 'manager',
      day: -4,
      time: '17:10',
      record: feeRateId(placeOf(tenant, '1'), lastMonth),
      name: 'feeRate.put',
      args: {
        place: placeOf(tenant, '1'),
        month: lastMonth,
        payable: { now: 6_644_000 },
        paid: { now: 6_120_000 },
        arrearsPayable: { now: 1_830_000 },
        arrearsPaid: { now: 412_000 },
      },
    },
    checked(tenant, place, lastMonth, last),
    ...builtWorks(tenant, monday, pictures),
  ]
}

/** One of the owners' committee went through last month's lines, the forgotten one among them. */
function checked(tenant: TenantId, place: RecordId, month: string, lines: readonly Line[]): Line {
  const seen = lines.map((one) => ({ id: one.record, ...(one.args as object) }) as AccountLine)
  return {
    by: 'owners1',
    day: 4,
    time: '15:30',
    record: derivedId('demo', tenant, 'checked'),
    name: 'accountCheck.check',
    args: {
      place,
      month,
      seen: stateOf(seen),
      income: totalOf(seen, 'in'),
      spent: totalOf(seen, 'out'),
    },
  }
}
