import type { Change } from '#domain/change.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { type Member, memberId } from '#domain/member.ts'
import { orderId, sheetOrderId } from '#domain/ledger/order.ts'
import type { Place, What } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import type { Role } from '#domain/roles.ts'
import { reporterId } from '#domain/feedback/reporter.ts'
import { addDays } from '#domain/workingDays.ts'
import { aLedger, did } from './ledger.ts'
import { chanceOf } from './manyHomes.ts'

/** A compound of one building in which a great deal is open. Invented, the same for the same seed. */
export const MONDAY = '2026-03-02'
export const SUNDAY_NIGHT = '2026-03-08T13:00:00.000Z'
export const COMPOUND = 'compound' as RecordId

/** What a matter is at the end. Its share of all is its number of places in the list. */
const FATES = [
  ...Array<'undecided'>(7).fill('undecided'),
  ...Array<'given'>(4).fill('given'),
  'notGiven',
  'outside',
  'held',
  'promised',
  'bins',
  'toTell',
  'told',
  'same',
  'sameAsWithdrawn',
  'council',
] as const
export type Fate = (typeof FATES)[number]

/** One of them, with the changes that make it, in the order in which they are said. */
export interface OneMatter {
  readonly nth: number
  readonly fate: Fate
  readonly id: RecordId
  /** When it reaches the office, ISO instant. */
  readonly at: string
  readonly by: PersonId
  readonly changes: readonly Change[]
}

export const TEAM = {
  office: { id: 'zhou', role: 'officer' },
  worker: { id: 'he', role: 'gridWorker' },
  steward: { id: 'tang', role: 'steward' },
  manager: { id: 'ma', role: 'manager' },
} as const satisfies Record<string, { id: string; role: Role }>

const SAID = [
  '楼道灯又不亮了',
  '电梯晃得很',
  '厕所返水',
  '楼梯间好几天没扫',
  '门禁刷不开',
  '花台的草长到路上来了',
]
const CATEGORIES = ['lighting', 'elevator', 'plumbing', 'cleaning', 'order_parking', 'greening']
const TRACKS = ['fix_now', 'act_soon', 'visible_plan']

/** Who says, who works on it, and where: those of `aCrowd`, or those of a real compound. */
export interface Cast {
  readonly writer: string
  readonly handler: string
  readonly places: readonly string[]
  readonly point: string
  /** Makes an id that nobody has; by default one that can be read. */
  readonly newId?: (nth: number) => string
  /** What they are at the end, each with its share; by default all of them. */
  readonly fates?: readonly Fate[]
  /** The day on which the first of them is heard, `YYYY-MM-DD`. */
  readonly from?: string
}

/** `count` matters as they are said, one after the other, over a week. */
export function manyMatters(seed: number, count: number, cast: Cast): readonly OneMatter[] {
  const chance = chanceOf(seed)
  const pick = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T
  const made: OneMatter[] = []
  const heads: OneMatter[] = []
  for (let nth = 0; nth < count; nth += 1) {
    const id = (cast.newId?.(nth) ?? `m${String(nth).padStart(6, '0')}`) as RecordId
    const day = addDays(cast.from ?? MONDAY, Math.floor((nth * 5) / count))
    const at = `${day}T${String(nth % 12).padStart(2, '0')}:${String(nth % 60).padStart(2, '0')}:00.000Z`
    // What says the same needs something to be the same as.
    const fate = nth === 0 ? 'undecided' : pick(cast.fates ?? FATES)
    const one = {
      nth,
      fate,
      id,
      at,
      by: cast.writer as PersonId,
      changes: changesOf({ nth, fate, id, at, day }),
    }
    made.push(one)
    if (fate === 'undecided' || fate === 'given') heads.push(one)

    function changesOf(one: { nth: number; fate: Fate; id: RecordId; at: string; day: string }) {
      const kind = one.nth % SAID.length
      const about = {
        place: pick(cast.places),
        text: `${SAID[kind]}（${one.nth + 1}）`,
        category: CATEGORIES[kind],
        urgency: one.nth % 97 === 0 ? 'u2' : 'u3',
      }
      const says = (record: string, name: string, args: object, by = cast.writer) =>
        did(record, name, args, by, one.at)
      const write = (rest: object = {}) =>
        says(one.id, 'feedback.write', {
          ...about,
          channel: 'face',
          affected: 1 + (one.nth % 3),
          heardAt: one.at,
          photos: [],
          name: 'none',
          ...rest,
        })
      const order = orderId(one.id)
      const open = () =>
        says(order, 'order.open', {
          ...about,
          from: [one.id],
          track: TRACKS[one.nth % 3],
          firstReceiver: cast.writer,
          before: [],
        })
      const ordered = [write({ disposition: 'work_order' }), open()]
      const give = says(order, 'order.assign', { assignee: cast.handler })
      const until = addDays(one.day, 1 + (one.nth % 9))
      switch (one.fate) {
        case 'undecided':
          return [write()]
        case 'notGiven':
          return ordered
        case 'given':
          return [...ordered, give]
        case 'outside':
          return [...ordered, says(order, 'order.transfer', { body: 'utility', reference: `成-${one.nth}` })]
        case 'held':
          return [...ordered, give, says(order, 'order.hold', { reason: 'parts', until }, cast.handler)]
        case 'promised':
          return [...ordered, give, says(order, 'order.promise', { until }, cast.handler)]
        case 'bins': {
          const sheet = { day: one.day, window: 'morning' as const, item: `item-${one.nth}` }
          const id = sheetOrderId(cast.point as RecordId, sheet)
          const place = cast.point
          return [
            says(id, 'order.open', {
              ...about,
              place,
              sheet,
              from: [],
              track: 'fix_now',
              firstReceiver: cast.writer,
              before: [],
            }),
          ]
        }
        case 'toTell':
          return [...ordered, says(order, 'order.close', { photos: [] }, cast.handler)]
        case 'told':
          return [
            ...ordered,
            says(order, 'order.close', { photos: [] }, cast.handler),
            says(one.id, 'feedback.tell', {}),
          ]
        case 'same':
          return [write({ sameAs: pick(heads.slice(-50)).id })]
        case 'sameAsWithdrawn': {
          // Two more say what a third took back: the earlier of them stands for both.
          const root = cast.newId?.(-1) ?? `${one.id}-gone`
          const other = cast.newId?.(-1) ?? `${one.id}-too`
          return [
            { ...write(), record: root as RecordId },
            write({ sameAs: root }),
            { ...write({ sameAs: root }), record: other as RecordId },
            says(root, 'feedback.withdraw', { reason: '记错了' }),
          ]
        }
        case 'council':
          return [write({ disposition: 'council_topic' })]
      }
    }
  }
  return made
}

/** Places, people and all that `matters` come to, as a server has them. */
export function aCrowd(seed: number, count: number) {
  const places = aBuilding()
  const homes = places.filter((one) => one.what !== 'compound' && one.what !== 'binPoint')
  const matters = manyMatters(seed, count, {
    writer: TEAM.worker.id,
    handler: TEAM.steward.id,
    places: homes.map((one) => one.id),
    point: 'point',
  })
  const ledger = aLedger()
  for (const { at, changes } of matters) {
    ledger.at(at)
    for (const change of changes) {
      const outcome = ledger.receive(change)
      if (outcome.is === 'held') throw new Error(`${change.name}: held, ${outcome.why}`)
    }
  }
  // Every third says who they are.
  for (const { id, at, fate, nth } of matters) {
    if (nth % 3 !== 0 || fate === 'bins') continue
    ledger.at(at)
    ledger.receive(
      did(
        reporterId(id),
        'reporter.write',
        { feedback: id, place: homes[0]!.id, displayName: `第${nth}位`, agreed: false },
        TEAM.worker.id,
        at,
      ),
    )
  }
  const people = Object.values(TEAM).map(
    ({ id, role }): Member =>
      ({
        ...bare(memberId(id as PersonId), COMPOUND),
        kind: 'member',
        name: id,
        appointments: [{ id: `${id}-1`, role, place: COMPOUND, from: '2026-01-01' }],
      }) as unknown as Member,
  )
  const records: readonly Recorded[] = [...places, ...people, ...ledger.records()]
  return { matters, records, changes: matters.flatMap((one) => one.changes) }
}

function aBuilding(): readonly Place[] {
  const places: Place[] = []
  const enter = (what: What, id: string, label: string, order: number, parent?: string) =>
    places.push({
      ...bare(id as RecordId, id as RecordId),
      kind: 'place',
      what,
      key: id,
      label,
      order,
      ...(parent !== undefined && { parent: parent as RecordId }),
    })
  enter('compound', COMPOUND, '万事苑', 0)
  enter('binPoint', 'point', '东门投放点', 1, COMPOUND)
  enter('building', '1', '1栋', 1, COMPOUND)
  for (let unit = 1; unit <= 3; unit += 1) {
    enter('unit', `1-${unit}`, `${unit}单元`, unit, '1')
    for (let floor = 1; floor <= 10; floor += 1) {
      enter('floor', `1-${unit}-${floor}`, `${floor}楼`, floor, `1-${unit}`)
      for (let door = 1; door <= 5; door += 1)
        enter('dwelling', `1-${unit}-${floor}-${door}`, `${floor}0${door}`, door, `1-${unit}-${floor}`)
    }
  }
  return places
}

function bare(id: RecordId, place: RecordId) {
  return { id, place, v: 1, author: TEAM.office.id as PersonId, at: '2026-01-01T00:00:00.000Z' }
}
