import { beforeAll, describe, expect, test } from 'vitest'
import { compoundPlace } from '#domain/places.ts'
import { monthPack, packOver } from '#queries/month.ts'
import {
  MONDAY,
  type SpringWeek,
  springWeek,
  SUNDAY,
  SUNDAY_NIGHT,
  TENANT,
  viewOver,
} from '#test/support/springWeek.ts'

let week: SpringWeek
beforeAll(async () => {
  week = await springWeek()
})

const asking = () => ({ view: week.view, tenant: TENANT, compound: compoundPlace(TENANT), now: SUNDAY_NIGHT })
const pack = (who: Parameters<SpringWeek['readerOf']>[0] = 'officer') =>
  packOver(asking(), week.readerOf(who), { from: MONDAY, to: SUNDAY })

/** Raw rows, without any query of ours: the second count. */
// oxlint-disable-next-line no-explicit-any -- counted as what lies in the store, whatever its type
const raw = (kind: string): any[] => week.records.filter((one) => one.kind === kind && !one.voided)
const shanghai = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
const inWeek = (at: string) => shanghai(at) >= MONDAY && shanghai(at) <= SUNDAY

describe('the pack over the scripted week of 春和苑', () => {
  test('35 remarks: 15 orders, 9 answered, 4 that say the same, 4 for the council, 1 for help, 2 thanks', () => {
    expect(pack().heard).toMatchObject({
      area: { whole: true },
      remarks: 35,
      went: {
        work_order: 15,
        answered_on_spot: 9,
        duplicate_of: 4,
        council_topic: 4,
        help_request: 1,
        praise: 2,
      },
    })
  })

  test('15 orders: 10 closed, 1 in the plan, 2 in time, 1 nearly due, 1 overdue; one was opened again', () => {
    expect(pack().heard?.orders).toMatchObject({
      opened: 15,
      closed: 10,
      plan: 1,
      inTime: 2,
      soon: 1,
      overdue: 1,
      onHold: 0,
      reopened: { n: 1 },
    })
  })

  test('40 visits, 17 met; 94 of 142 windows lit; 14 shifts, 686 of 854 right; 126 of 140 bags; 38 incidents', () => {
    const { visits, bins } = pack()
    expect(visits?.figures).toEqual({
      knocked: 40,
      met: 17,
      by: { met: 17, noAnswer: 16, appointment: 3, phone: 3, refused: 1, vacant: 0, leftNote: 0 },
    })
    expect(visits).toMatchObject({ lit: { n: 94, of: 142 }, vacant: 9, litDays: 30 })
    expect(bins?.report).toMatchObject({
      sessions: { planned: 14, held: 14 },
      rate: { right: 686, drops: 854, percent: 80 },
      counts: { right: 686, corrected: 98, unsorted: 70, resorted: 126, explained: 168 },
      bags: { checked: 140, good: 126, perMille: 900 },
    })
    expect(bins?.report.events.incidents).toHaveLength(38)
  })

  test('109 of 118 marks are good: 92.4 %, beside 151 asked, 120 answered, 5 refused, 26 not back', () => {
    const { survey } = pack()
    expect(survey?.reach).toEqual({ asked: 151, answered: 120, refused: 5, nobody: 26 })
    expect(survey?.asks[0]).toMatchObject({
      ask: 'overall',
      good: 109,
      valid: 118,
      headline: { is: 'rate', perMille: 924 },
    })
  })

  test('the month is the same over its own days, until today; with less than two weeks at the bins no line is drawn', () => {
    const month = monthPack(asking(), week.readerOf('officer'), '2024-03')
    expect(month).toMatchObject({ month: '2024-03', from: '2024-03-01', to: SUNDAY })
    expect(month.heard).toEqual(pack().heard)
    expect(month.bins?.report).toMatchObject({ longEnough: false, rate: { right: 686, drops: 854 } })
    expect(month.bins?.weeks).toEqual([{ monday: MONDAY, rate: { right: 686, drops: 854, percent: 80 } }])
    // Some doors were knocked at before the script begins.
    expect(month.visits!.figures.knocked).toBe(
      raw('visit').filter((one) => shanghai(one.at) >= '2024-03-01').length,
    )
    const later = monthPack(
      { ...asking(), now: '2024-03-31T13:30:00.000Z' },
      week.readerOf('officer'),
      '2024-03',
    )
    expect(later.bins?.report.longEnough).toBe(true)
  })
})

describe('every number of the pack, counted a second time over the raw rows', () => {
  test('remarks by where they went, by kind and by promise', () => {
    const remarks = raw('feedback')
    const { heard } = pack()
    expect(heard?.remarks).toBe(remarks.length)
    for (const [went, count] of Object.entries(heard!.went)) {
      const same = remarks.filter((one) =>
        went === 'duplicate_of'
          ? one.duplicateOf !== undefined
          : one.duplicateOf === undefined && (one.disposition ?? 'open') === went,
      )
      expect(same, went).toHaveLength(count)
    }
    for (const { category, count } of heard!.categories)
      expect(
        remarks.filter((one) => one.category === category),
        category,
      ).toHaveLength(count)
    const heads = remarks.filter((one) => one.duplicateOf === undefined)
    expect(heard!.matters.of).toBe(heads.length)
    expect(heard!.tracks.reduce((sum, one) => sum + one.of, 0)).toBe(heads.length)
    expect(heard!.tracks.reduce((sum, one) => sum + one.n, 0)).toBe(heard!.matters.n)
    // oxlint-disable-next-line no-explicit-any -- raw rows
    const orders: ReadonlyMap<string, any> = new Map(
      raw('order').flatMap((one) => one.from.map((from: string) => [from, one])),
    )
    const done = heads.filter((one) => {
      const order = orders.get(one.id)
      if (order) return order.status === 'done'
      return ['answered_on_spot', 'praise'].includes(one.disposition) || (one.disposition && one.told)
    })
    expect(heard!.matters.n).toBe(done.length)
    expect(heard!.open).toHaveLength(heads.length - done.length)
    const handled = heads.filter((one) => orders.get(one.id)?.status === 'done')
    expect(heard!.told).toEqual({ n: handled.filter((one) => one.told).length, of: handled.length })
  })

  test('whether a closing was in time is told by the compound’s own times', () => {
    const inTime = (terms: object) =>
      packOver(
        {
          ...asking(),
          view: viewOver(week.records.map((one) => (one.kind === 'settings' ? { ...one, ...terms } : one))),
        },
        week.readerOf('officer'),
        { from: MONDAY, to: SUNDAY },
      ).heard!.orders!.onTime
    const hour = { unit: 'hours', count: 1 }
    const hours = { dueFixNow: hour, dueActSoon: hour, dueVisiblePlan: hour, dueReopened: hour }
    expect(inTime({}).n).toBeGreaterThan(inTime(hours).n)
    expect(inTime({}).of).toBe(10)
    expect(inTime(hours).of).toBe(10)
  })

  test('orders that were closed before their time, and what their askers said', () => {
    const orders = raw('order').filter((one) => one.from.length > 0)
    const figures = pack().heard!.orders!
    expect(figures.closed).toBe(orders.filter((one) => one.status === 'done').length)
    expect(figures.onTime.of).toBe(10)
    expect(figures.onTime.n).toBeLessThanOrEqual(10)
    const last = (events: any[], is: string) => events.filter((one) => one.is === is).at(-1) // oxlint-disable-line no-explicit-any -- raw rows
    for (const [said, count] of Object.entries(figures.said)) {
      const same = orders.filter((one) => {
        const callback = last(one.events, 'callback')
        const closed = last(one.events, 'closed')
        return (
          callback?.result === said && closed && one.events.indexOf(callback) > one.events.indexOf(closed)
        )
      })
      expect(same, said).toHaveLength(count)
    }
  })

  test('visits, homes reached and marks of the survey', () => {
    const visits = raw('visit').filter((one) => inWeek(one.at))
    const { figures, reached } = pack().visits!
    expect(figures.met).toBe(visits.filter((one) => one.outcome === 'met').length)
    const lived = new Set(
      raw('place')
        .filter((one) => one.what === 'dwelling' && [undefined, 'livedIn', 'rented'].includes(one.use))
        .map((one) => one.id),
    )
    const behind = visits.filter((one) => ['met', 'phone'].includes(one.outcome)).map((one) => one.place)
    expect(reached.of).toBe(lived.size)
    expect(reached.n).toBe(new Set(behind.filter((one) => lived.has(one))).size)
    const steps = raw('answer').flatMap((one) =>
      one.given.filter((given: { ask: string }) => given.ask === 'overall'),
    )
    const good = steps.filter((one: { step: string }) => ['very', 'satisfied'].includes(one.step))
    const valid = steps.filter((one: { step: string }) => one.step !== 'unclear')
    expect([good.length, valid.length]).toEqual([109, 118])
  })
})

describe('who sees how much', () => {
  test('a grid worker of one unit sees that unit, and the pack says so; what they may not read is not in it', () => {
    const own = pack('grid2')
    expect(own.heard?.area).toMatchObject({ whole: false, where: ['1栋 2单元'] })
    expect(own.heard!.remarks).toBeLessThan(35)
    expect(own.visits?.area).toMatchObject({ whole: false })
    expect(own.bins).toBeUndefined()
    expect(own.survey).toBeUndefined()
  })

  test('whoever stands at the bins sees the bins, and no remark of a door', () => {
    const own = pack('binsEarly')
    expect(own.heard).toBeUndefined()
    expect(own.visits).toBeUndefined()
    expect(own.bins?.report.sessions.held).toBe(14)
  })
})
