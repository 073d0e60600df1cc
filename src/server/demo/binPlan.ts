import { binPointId, USUAL_BINS } from '#domain/bins/binPoint.ts'
import { dutyId, WEEKDAYS } from '#domain/bins/duty.ts'
import type { TenantId } from '#domain/ids.ts'
import { lookupId } from '#domain/lookup.ts'
import { settingsId } from '#domain/settings.ts'
import { wasteRuleId } from '#domain/bins/wasteRule.ts'
import { addDays } from '#domain/workingDays.ts'
import { personOf, placeOf, type Who } from './cast.ts'
import { BIN_POINT } from './compound.ts'
import type { Line } from './line.ts'

/** Who stands at the bins in the mornings and in the evenings; they change places at the weekend. */
export function standing(nth: number): Who {
  const evening = nth % 2 === 1
  return evening === nth < 10 ? 'binsLate' : 'binsEarly'
}

/** Corn cobs, by their number in the list. */
const CORN_COBS = 17
/** Asked at the bins, and not in the list. */
const MISSED: readonly (readonly [by: Who, day: number, time: string, word: string])[] = [
  ['binsEarly', 1, '08:12', '擦炮纸屑'],
  ['binsLate', 3, '19:05', '艾草锤'],
  ['binsEarly', 5, '18:40', '艾草锤'],
]

/** What stands at the point, who stands there, what a litre weighs, and the compound's own answer. */
export function binPlan(tenant: TenantId, monday: string): readonly Line[] {
  const point = placeOf(tenant, BIN_POINT)
  const compound = placeOf(tenant, 'compound')
  const planned = { by: 'manager', day: -28, time: '10:00' } as const
  const week = WEEKDAYS.flatMap((weekday, day) =>
    (['morning', 'evening'] as const).flatMap((window, half): Line[] => {
      const nth = day * 2 + half
      // Nobody has Sunday evenings: somebody takes them week by week, or the office sees that they are free.
      if (nth === 13) return []
      const args = { place: point, window, weekday, person: personOf(tenant, standing(nth)) }
      return [{ ...planned, record: dutyId(point, weekday, window), name: 'duty.plan', args }]
    }),
  )
  const swap = (
    by: Who,
    at: [day: number, time: string],
    on: number,
    was: Who | undefined,
    now: Who,
  ): Line => {
    const day = addDays(monday, on)
    const given = {
      ...(was && { was: personOf(tenant, was) }),
      person: personOf(tenant, now),
    }
    return {
      by,
      day: at[0],
      time: at[1],
      record: dutyId(point, day, 'evening'),
      name: 'duty.swap',
      args: { place: point, day, window: 'evening', ...given },
    }
  }
  return [
    {
      ...planned,
      record: binPointId(point),
      name: 'binPoint.put',
      args: {
        place: point,
        bins: USUAL_BINS,
        // In Chengdu no number begins with 0 behind the area code.
        haulier: { name: '收运车队', phone: '028-0000 0004' },
      },
    },
    ...week,
    swap('binsEarly', [6, '12:30'], 6, undefined, 'binsEarly'),
    // 廖世全 gives the coming Tuesday away.
    swap('binsLate', [6, '20:40'], 8, 'binsLate', 'binsEarly'),
    {
      by: 'officer',
      day: -21,
      time: '15:00',
      record: settingsId(tenant),
      name: 'settings.edit',
      args: {
        kgPerLitre: { now: { kitchen: 0.6, other: 0.25, recyclable: 0.12 } },
        weighed: { now: '周敏 2 月称过三次' },
      },
    },
    {
      by: 'officer',
      day: -14,
      time: '16:20',
      record: wasteRuleId(tenant, CORN_COBS),
      name: 'wasteRule.put',
      args: {
        place: compound,
        label: '玉米芯',
        item: CORN_COBS,
        waste: 'other',
        reason: '收运单位说太硬，机器打不碎',
        since: addDays(monday, -14),
      },
    },
    ...MISSED.map(([by, day, time, word]): Line => ({
      by,
      day,
      time,
      record: lookupId(personOf(tenant, by), word),
      name: 'lookup.ask',
      args: { place: compound, word },
    })),
  ]
}
