import { derivedId, type RecordId, type TenantId } from '#domain/ids.ts'
import type { VisitOutcome } from '#domain/doors/visit.ts'
import { addDays } from '#domain/workingDays.ts'
import type { Who } from './cast.ts'
import { sameChance, shuffled } from './clock.ts'
import type { Home } from './homes.ts'
import type { Line } from './line.ts'

/** One knock of the week; `door` where the story says which. `back`: day and time agreed or meant. */
interface Knock {
  readonly day: number
  readonly time: string
  readonly outcome: VisitOutcome
  readonly door?: string
  readonly note?: string
  readonly back?: readonly [day: number, time: string]
}

const k = (
  day: number,
  time: string,
  outcome: VisitOutcome,
  more: Omit<Knock, 'day' | 'time' | 'outcome'> = {},
): Knock => ({
  day,
  time,
  outcome,
  ...more,
})

/** 40 knocks: 17 met, 16 nobody in, 3 another time, 3 by telephone, 1 refused. Evenings answer, mornings do not. */
const WEEK: readonly Knock[] = [
  k(0, '10:05', 'noAnswer'),
  k(0, '10:18', 'met', { note: '问了水费怎么交，说周末到活动室来学。' }),
  k(0, '10:31', 'noAnswer'),
  k(0, '11:04', 'appointment', { note: '老伴在午睡，说周四上午再来。', back: [3, '10:00'] }),
  k(0, '11:20', 'noAnswer', { back: [0, '19:00'] }),
  k(0, '16:30', 'noAnswer'),
  k(0, '16:41', 'noAnswer'),
  k(0, '19:08', 'met', { door: '2-901', note: '说单元门禁刷不开。' }),
  k(0, '19:20', 'met'),
  k(0, '19:37', 'met'),
  k(1, '10:00', 'noAnswer', { door: '1-301', note: '电话没人接，打给女儿：在女儿家住两天。' }),
  k(1, '10:22', 'met'),
  k(1, '16:12', 'noAnswer'),
  k(1, '16:25', 'phone', { note: '在外地带孙子，电话里问了平安。' }),
  k(1, '19:05', 'met'),
  k(1, '19:26', 'met', { note: '屋里灯不够亮，老人想装个扶手。' }),
  k(1, '20:02', 'noAnswer'),
  k(2, '10:15', 'met'),
  k(2, '16:20', 'noAnswer'),
  k(2, '16:34', 'refused', { note: '说忙，不方便。' }),
  k(3, '10:00', 'met', { note: '约好的周四上午，在家。' }),
  k(3, '10:26', 'noAnswer'),
  k(3, '11:02', 'noAnswer'),
  k(3, '16:08', 'phone'),
  k(3, '16:30', 'noAnswer', { back: [8, '19:00'] }),
  k(3, '19:04', 'met'),
  k(3, '19:22', 'met'),
  k(3, '19:48', 'appointment', { note: '加班，说下周二晚上在家。', back: [8, '19:30'] }),
  k(4, '10:12', 'met'),
  k(4, '10:40', 'noAnswer', { back: [9, '19:00'] }),
  k(4, '16:15', 'noAnswer', { back: [7, '19:00'] }),
  k(4, '19:30', 'met'),
  k(5, '10:03', 'met'),
  k(5, '10:20', 'met', { note: '孩子上小学了，想找个写作业的地方。' }),
  k(5, '10:44', 'phone', { note: '回老家了，清明后回来。' }),
  k(5, '11:10', 'appointment', { note: '有客人，说周一晚上来。', back: [7, '19:00'] }),
  k(5, '19:15', 'met'),
  k(5, '19:40', 'noAnswer', { back: [10, '19:00'] }),
  k(6, '10:05', 'noAnswer', { back: [7, '19:30'] }),
  k(6, '19:20', 'met'),
]

/** Homes where somebody was reached within 30 days, the week's included. */
const REACHED = 94
/** Homes where the last time is longer ago, so that their window is half lit. */
const LONGER_AGO = 22

/** The knock at whose door a remark was heard. */
export function visitId(tenant: TenantId, day: number, time: string): RecordId {
  return derivedId('demo-visit', tenant, day, time)
}

/**
 * The earlier visits and the week's. Doors that answer in the week are not among those visited before, so that 94 of 142
 * windows are lit; a window lit on Sunday is still lit when somebody looks a week later.
 */
export function visits(tenant: TenantId, homes: readonly Home[], monday: string): readonly Line[] {
  const chance = sameChance(94)
  const named = WEEK.flatMap(({ door }) => (door === undefined ? [] : [door]))
  const lived = shuffled(
    homes.filter((home) => home.people.length > 0 && !named.includes(shortOf(home))),
    chance,
  )
  const reachedInWeek = WEEK.filter(({ outcome }) => outcome === 'met' || outcome === 'phone').length
  const before = lived.slice(0, REACHED - reachedInWeek)
  const long = lived.slice(before.length, before.length + LONGER_AGO)
  // From the back: who is not at home is among those nobody has reached for long, or ever.
  const free = lived.slice(before.length)
  const knocks = WEEK.map((knock) => ({
    knock,
    home: homes.find((home) => shortOf(home) === knock.door) ?? free.pop()!,
  }))
  return [
    ...before.map((home, index) => earlier(tenant, home, -2 - (index % 13), index)),
    ...long.map((home, index) => earlier(tenant, home, -32 - (index % 25), index)),
    ...knocks.map(({ knock, home }) => line(tenant, home, knock, monday)),
  ].sort((a, b) => a.day - b.day || (a.time < b.time ? -1 : 1))
}

function earlier(tenant: TenantId, home: Home, day: number, index: number): Line {
  const time = `${index % 2 === 0 ? '10' : '19'}:${String((index * 7) % 60).padStart(2, '0')}`
  return {
    by: workerOf(home),
    day,
    time,
    record: derivedId('demo-visit', tenant, home.key),
    name: 'visit.record',
    args: { place: home.id, outcome: 'met', rosterConfirmed: index % 3 === 0 ? 'unchanged' : 'notChecked' },
  }
}

function line(tenant: TenantId, home: Home, knock: Knock, monday: string): Line {
  const { day, time, outcome, note, back } = knock
  const args = {
    place: home.id,
    outcome,
    rosterConfirmed: outcome === 'met' ? 'unchanged' : 'notChecked',
    ...(note && { note }),
    ...(back && { retryAt: `${addDays(monday, back[0])}T${back[1]}` }),
  }
  return { by: workerOf(home), day, time, record: visitId(tenant, day, time), name: 'visit.record', args }
}

function workerOf(home: Home): Who {
  return home.unit === 1 ? 'grid1' : 'grid2'
}

/** `2-1502` */
function shortOf({ unit, key }: Home): string {
  return `${unit}-${key.slice(key.lastIndexOf('-') + 1)}`
}
