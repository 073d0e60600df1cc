import type { TenantId } from '#domain/ids.ts'
import { memberId } from '#domain/member.ts'
import { settingsId } from '#domain/settings.ts'
import { addDays } from '#domain/workingDays.ts'
import { CAST, nameOf, personOf, placeOf, TEAM } from './cast.ts'
import type { Line } from './line.ts'

export const COMPOUND = '春和苑'
export const BIN_POINT = 'bin-1'

/** What is nobody's door, and people speak of nevertheless: key, label, where it lies. */
const SPACES = [
  ['gate', '大门口', 'compound'],
  ['yard', '坝子', 'compound'],
  ['garden', '花园', 'compound'],
  ['hall', '大厅', '1'],
  ['basement', '地下室', '1'],
  ['roof', '屋面', '1'],
] as const

/** In Chengdu no number begins with 0 behind the area code: nobody is rung by a visitor of the demonstration. */
const EMERGENCY = [
  { label: '物业值班', number: '028-0000 0001' },
  { label: '电梯维保', number: '028-0000 0002' },
  { label: '燃气抢修', number: '028-0000 0003' },
]

/** The compound, its words and numbers, its bin point. The building comes with the roster. */
export function founding(tenant: TenantId): readonly Line[] {
  const place = placeOf(tenant, 'compound')
  const point = placeOf(tenant, BIN_POINT)
  const first = { by: 'house', day: -63, time: '08:30' } as const
  const enter = (key: string, args: object): Line => ({
    ...first,
    record: placeOf(tenant, key),
    name: 'place.enter',
    args: { key, ...args },
  })
  return [
    enter('compound', { what: 'compound', label: COMPOUND, order: 0 }),
    enter('1', { what: 'building', parent: place, label: '1栋', order: 1 }),
    enter(BIN_POINT, { what: 'binPoint', parent: place, label: '1号投放点', order: 1 }),
    ...SPACES.map(([key, label, parent], index) =>
      enter(key, { what: 'space', parent: placeOf(tenant, parent), label, order: 100 + index }),
    ),
    {
      ...first,
      record: settingsId(tenant),
      name: 'settings.put',
      args: {
        place,
        name: COMPOUND,
        windows: [
          { point, window: 'morning', from: '07:00', to: '09:00' },
          { point, window: 'evening', from: '18:00', to: '20:00' },
        ],
        emergency: EMERGENCY,
      },
    },
  ]
}

/** They joined one after the other, nine weeks before. */
export function joining(tenant: TenantId, monday: string): readonly Line[] {
  const from = addDays(monday, -63)
  return TEAM.map((who, index): Line => {
    const minute = String(index).padStart(2, '0')
    const appointments = CAST[who][1].map(([role, key]) => ({ role, place: placeOf(tenant, key), from }))
    const args = { place: placeOf(tenant, 'compound'), name: nameOf(who), appointments }
    const record = memberId(personOf(tenant, who))
    return { by: 'house', day: -63, time: `09:${minute}`, record, name: 'member.join', args }
  })
}
