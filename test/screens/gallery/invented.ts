import { binPointId, USUAL_BINS } from '#domain/bins/binPoint.ts'
import { fold } from '#domain/catalogue.ts'
import type { Change, Stamp } from '#domain/change.ts'
import type { ChangeId, Epoch, PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { compoundPlace, placeId } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import type { Appointment } from '#domain/rights.ts'
import type { Role } from '#domain/roles.ts'
import { settingsId } from '#domain/settings.ts'

/** A compound of the drawings: 锦苑小区 1栋, 19 floors × 2 units × 4 doors. All of it is invented. */
export const TENANT = 'jinyuan' as TenantId
export const NOW = '2026-11-24T09:35:00.000Z'
const COMPOUND = compoundPlace(TENANT)
const BUILDING = placeId(TENANT, '1')
const EAST = placeId(TENANT, 'bin-east')
const DAY_MS = 86_400_000

export const PEOPLE = {
  gridWorker: { id: 'zhou' as PersonId, name: '周姐' },
  supervisor: { id: 'tang' as PersonId, name: '唐玉珍' },
  steward: { id: 'li' as PersonId, name: '李师傅' },
  officer: { id: 'chen' as PersonId, name: '陈敏' },
} as const
export type As = keyof typeof PEOPLE

export function appointmentsFor(as: As): readonly Appointment[] {
  const at = (role: Role, place: RecordId): Appointment => ({ role, place, from: '2026-01-01' })
  if (as === 'gridWorker') return [at('gridWorker', BUILDING), at('supervisor', EAST)]
  if (as === 'supervisor') return [at('supervisor', EAST)]
  return [at(as, COMPOUND)]
}

/** The compound as the server would have confirmed it. */
export function inventedRecords(): readonly Recorded[] {
  const records = new Map<RecordId, Recorded>()
  let seq = 0
  const make = (record: RecordId, name: string, args: unknown, actor: PersonId, at: string, no?: number) => {
    seq += 1
    const change: Change = { id: `c${seq}` as ChangeId, record, name, v: 1, actor, at, args }
    const stamp: Stamp = { epoch: 'e1' as Epoch, seq, receivedAt: at, ...(no !== undefined && { no }) }
    const folded = fold(records.get(record), change, stamp)
    if (!folded.record || folded.outcome.is === 'held')
      throw new Error(`${name}: ${JSON.stringify(folded.outcome)}`)
    records.set(record, folded.record)
  }
  const office = PEOPLE.officer.id
  const start = '2026-01-01T02:00:00.000Z'
  const place = (id: RecordId, args: Record<string, unknown>) => make(id, 'place.enter', args, office, start)

  place(COMPOUND, { what: 'compound', key: 'compound', label: '锦苑小区', order: 0 })
  place(EAST, { what: 'binPoint', key: 'bin-east', label: '东门投放点', order: 1, parent: COMPOUND })
  place(BUILDING, { what: 'building', key: '1', label: '1栋', order: 1, parent: COMPOUND })
  make(
    settingsId(TENANT),
    'settings.put',
    {
      place: COMPOUND,
      name: '锦苑小区',
      windows: [
        { point: EAST, window: 'morning', from: '07:00', to: '09:00' },
        { point: EAST, window: 'evening', from: '18:00', to: '20:00' },
      ],
    },
    office,
    start,
  )
  make(
    settingsId(TENANT),
    'settings.edit',
    { kgPerLitre: { now: { kitchen: 0.25 } }, weighed: { now: '物业 11月10日 称的' } },
    office,
    start,
  )
  make(
    binPointId(EAST),
    'binPoint.put',
    { place: EAST, bins: USUAL_BINS, haulier: { name: '锦丰清运', phone: '028-0000 0009' } },
    office,
    start,
  )
  for (const as of Object.keys(PEOPLE) as As[]) {
    const { id, name } = PEOPLE[as]
    make(
      id as string as RecordId,
      'member.join',
      { place: COMPOUND, name, appointments: appointmentsFor(as) },
      office,
      start,
    )
  }

  let door = 0
  for (const unit of [1, 2]) {
    const unitId = placeId(TENANT, `1-${unit}`)
    place(unitId, { what: 'unit', key: `1-${unit}`, label: `${unit}单元`, order: unit, parent: BUILDING })
    for (let floor = 1; floor <= 19; floor += 1) {
      const floorId = placeId(TENANT, `1-${unit}-${floor}`)
      place(floorId, {
        what: 'floor',
        key: `1-${unit}-${floor}`,
        label: `${floor}楼`,
        order: floor,
        parent: unitId,
      })
      for (let n = 1; n <= 4; n += 1) {
        door += 1
        const label = `${floor}0${n}`
        const id = placeId(TENANT, `1-${unit}-${floor}-${label}`)
        const use = unit === 1 && floor === 1 && n === 1 ? 'notHome' : door % 17 === 0 ? 'vacant' : 'livedIn'
        place(id, {
          what: 'dwelling',
          key: `1-${unit}-${floor}-${label}`,
          label,
          order: n,
          parent: floorId,
          use,
        })
        if (use !== 'livedIn') continue
        const days =
          (floor * 7 + n * 13 + unit * 29) % 61 < 38 + floor
            ? (door * 7) % 29
            : door % 5 === 0
              ? 0
              : 35 + ((door * 11) % 90)
        const at = new Date(Date.parse(NOW) - days * DAY_MS - 3_600_000).toISOString()
        make(`v${door}` as RecordId, 'visit.record', { place: id, outcome: 'met' }, PEOPLE.gridWorker.id, at)
      }
    }
  }
  const home = (unit: number, label: string) => placeId(TENANT, `1-${unit}-${label.slice(0, -2)}-${label}`)
  for (const [n, [label, name]] of (
    [
      ['502', '王婆婆'],
      ['1301', '何大爷'],
      ['1501', '赵孃孃'],
    ] as const
  ).entries()) {
    const resident = `r${n}` as RecordId
    make(resident, 'resident.enter', { place: home(2, label), name, relation: 'head' }, office, start)
    make(
      `care${n}` as RecordId,
      'care.enter',
      {
        place: home(2, label),
        resident,
        tags: ['livesAlone'],
        needs: ['speakUp'],
        consent: { basis: 'self', at: '2026-02-01', how: 'spoken' },
      },
      office,
      start,
    )
  }
  make(
    'ct' as RecordId,
    'contact.enter',
    { place: home(2, '502'), resident: 'r0', phone: '13812342207' },
    office,
    start,
  )
  make(
    'ct' as RecordId,
    'contact.edit',
    { phone: { was: '13900000000', now: '13812342270' } },
    PEOPLE.supervisor.id,
    '2026-11-24T07:02:00.000Z',
  )

  const remarks = [
    ['f1', '2026-11-23T12:30:00.000Z', '灯不亮', 'lighting', placeId(TENANT, '1-2-9'), 118],
    ['f2', '2026-11-20T02:00:00.000Z', '电梯按钮不灵', 'elevator', placeId(TENANT, '1-1'), 115],
    ['f3', '2026-11-24T03:00:00.000Z', '快递柜挡了路', 'order_parking', BUILDING, 119],
  ] as const
  for (const [id, at, text, category, where, no] of remarks) {
    make(
      id as RecordId,
      'feedback.write',
      {
        place: where,
        text,
        category,
        urgency: 'u3',
        channel: 'face',
        affected: 1,
        heardAt: at,
        name: 'none',
        photos: [],
      },
      PEOPLE.gridWorker.id,
      at,
      no,
    )
  }
  make(
    's0' as RecordId,
    'shift.open',
    { place: EAST, day: '2026-11-24', window: 'morning' },
    PEOPLE.supervisor.id,
    '2026-11-23T22:58:00.000Z',
  )
  const taps = [
    ...Array<string>(86).fill('right'),
    ...Array<string>(14).fill('corrected'),
    'unsorted',
    'unsorted',
    'unsorted',
  ]
  for (const counter of taps)
    make('s0' as RecordId, 'shift.tally', { counter }, PEOPLE.supervisor.id, '2026-11-24T00:10:00.000Z')
  make(
    's0' as RecordId,
    'shift.close',
    { note: '厨余桶盖松了' },
    PEOPLE.supervisor.id,
    '2026-11-24T01:04:00.000Z',
  )
  make(
    'i1' as RecordId,
    'incident.record',
    { place: EAST, shift: 's0', type: 'not_debagged', action: 'explained', photos: ['a'.repeat(64)] },
    PEOPLE.supervisor.id,
    '2026-11-24T00:20:00.000Z',
  )
  return [...records.values()]
}
