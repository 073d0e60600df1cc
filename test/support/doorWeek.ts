import type { VisitOutcome } from '#domain/doors/visit.ts'

/** A whole week at the doors of one compound: how it is built, and what has to come out of the week. */
export interface DoorWeek {
  readonly buildings: number
  readonly units: number
  readonly floors: number
  /** Doors a floor. */
  readonly doors: number
  /** 1单元101 is a room for everybody, no home. */
  readonly room: boolean
  readonly vacant: number
  /** One phone a building, or one a unit where there is one building. */
  readonly phones: number
  /** Knocks, Monday to Sunday. */
  readonly days: readonly number[]
  readonly outcomes: Readonly<Partial<Record<VisitOutcome, number>>>
}

/** 春和苑: one building, two volunteers. Invented. */
export const CHUNHE_DOORS: DoorWeek = {
  buildings: 1,
  units: 2,
  floors: 19,
  doors: 4,
  room: true,
  vacant: 9,
  phones: 2,
  days: [10, 7, 3, 8, 4, 6, 2],
  outcomes: { met: 17, noAnswer: 16, appointment: 3, phone: 3, refused: 1 },
}

/** 兰溪里: eighteen buildings, a volunteer in each. Invented. */
export const LANXI_DOORS: DoorWeek = {
  buildings: 18,
  units: 2,
  floors: 11,
  doors: 3,
  room: false,
  vacant: 84,
  phones: 18,
  days: [75, 65, 41, 67, 45, 73, 24],
  outcomes: { met: 152, noAnswer: 178, appointment: 22, phone: 24, refused: 9, vacant: 5 },
}

export interface Home {
  /** `1-2-18-1803` */
  readonly key: string
  /** What a volunteer is appointed to: `1-2`, or `7`. */
  readonly area: string
  readonly use: 'livedIn' | 'vacant' | 'room'
}

/** Every door of the compound, from the bottom to the top; the empty ones are spread over it. */
export function homesOf(week: DoorWeek): readonly Home[] {
  const { buildings, units, floors, doors, room, vacant } = week
  const all = buildings * units * floors * doors
  return Array.from({ length: all }, (_, nth): Home => {
    const door = nth % doors
    const floor = Math.floor(nth / doors) % floors
    const unit = Math.floor(nth / (doors * floors)) % units
    const building = Math.floor(nth / (doors * floors * units))
    const isEmpty = share(vacant, all - 1, nth - 1) === 1
    return {
      key: `${building + 1}-${unit + 1}-${floor + 1}-${(floor + 1) * 100 + door + 1}`,
      area: buildings > 1 ? `${building + 1}` : `${building + 1}-${unit + 1}`,
      use: room && nth === 0 ? 'room' : isEmpty && nth > 0 ? 'vacant' : 'livedIn',
    }
  })
}

/** As the office's table has it, one person a home. */
export function rosterOf(homes: readonly Home[]): readonly (readonly string[])[] {
  const rows = homes.map(({ key, use }, nth) => {
    const [building, unit, floor, door] = key.split('-') as [string, string, string, string]
    const lives = use === 'livedIn'
    const remark = use === 'vacant' ? '空置' : use === 'room' ? '活动室' : ''
    return [building, unit, floor, door, lives ? `住户${nth}` : '', '', remark]
  })
  return [['楼栋', '单元', '楼层', '房号', '姓名', '联系电话', '备注/用途'], ...rows]
}

/** One knock, as it is meant in the end. */
export interface Knock {
  /** Whose, from 0. */
  readonly phone: number
  /** Days since Monday. */
  readonly day: number
  /** Minutes since midnight in Shanghai. */
  readonly minute: number
  /** Key of the door. */
  readonly home: string
  readonly outcome: VisitOutcome
  /** What was touched first, by mistake, and taken back. */
  readonly slip?: VisitOutcome
}

const SATURDAY = 5

/**
 * Every knock of the week, in the order in which it happened. Mornings nobody answers, evenings somebody does; who was not at
 * home is gone back to. On Saturday the second volunteer helps the first one, and both are let in at one door.
 */
export function knocksOf(week: DoorWeek): readonly Knock[] {
  const homes = homesOf(week)
  const areas = [...new Set(homes.map((one) => one.area))]
  const doors = areas.map((area) => new Way(homes.filter((one) => one.area === area)))
  const deck = dealt(week.outcomes)
  let from = 0
  const knocks = week.days.flatMap((count, day) => {
    const today = deck.slice(from, (from += count)).sort((a, b) => TURN.indexOf(a) - TURN.indexOf(b))
    return today.map((outcome, nth): Knock => {
      const phone = (nth + day) % week.phones
      const which = from - count + nth
      return {
        phone,
        day,
        minute: 10 * 60 + Math.floor((nth * 10 * 60) / count),
        home: doors[phone]!.next(outcome, day),
        outcome,
        ...(which % 9 === 4 && { slip: outcome === 'met' ? 'noAnswer' : 'met' }),
      }
    })
  })
  return together(knocks)
}

/** Who is not at home, is so in the morning. */
const TURN: readonly VisitOutcome[] = ['noAnswer', 'vacant', 'refused', 'appointment', 'phone', 'met']

/** The doors of one volunteer: each once, and those where nobody was, again on another day. */
class Way {
  readonly #new: Home[]
  readonly #empty: Home[]
  #again: { home: Home; day: number }[] = []
  #turn = 0

  constructor(homes: readonly Home[]) {
    this.#new = homes.filter((one) => one.use === 'livedIn')
    this.#empty = homes.filter((one) => one.use === 'vacant')
  }

  next(outcome: VisitOutcome, day: number): string {
    if (outcome === 'vacant') return (this.#empty.shift() ?? this.#fresh()).key
    const before = this.#again.findIndex((one) => one.day < day)
    const back = before >= 0 && (this.#turn += 1) % 2 === 0 && (outcome === 'met' || outcome === 'noAnswer')
    const home = back ? this.#again.splice(before, 1)[0]!.home : this.#fresh()
    if (outcome === 'noAnswer' || outcome === 'appointment') this.#again.push({ home, day })
    return home.key
  }

  /** From the top, as one walks. */
  #fresh(): Home {
    const home = this.#new.pop()
    if (!home) throw new Error('more knocks than doors')
    return home
  }
}

function together(knocks: readonly Knock[]): readonly Knock[] {
  const met = (phone: number) =>
    knocks.findLast((one) => one.phone === phone && one.day === SATURDAY && one.outcome === 'met')
  const [first, second] = [met(0), met(1)]
  if (!first || !second) throw new Error('nobody was let in on Saturday')
  return knocks.map((one) => (one === second ? { ...one, home: first.home } : one))
}

/** All outcomes of the week, each spread evenly over it. */
function dealt(outcomes: DoorWeek['outcomes']): readonly VisitOutcome[] {
  return TURN.flatMap((outcome) => {
    const count = outcomes[outcome] ?? 0
    return Array.from({ length: count }, (_, nth) => ({ outcome, at: (nth + 0.5) / count }))
  })
    .sort((a, b) => a.at - b.at)
    .map(({ outcome }) => outcome)
}

/** The nth of so many nearly equal parts of a whole number; together they are the number. */
function share(whole: number, parts: number, nth: number): number {
  return Math.floor(((nth + 1) * whole) / parts) - Math.floor((nth * whole) / parts)
}
