import { derivedId, type RecordId, type TenantId } from '#domain/ids.ts'
import { addDays } from '#domain/workingDays.ts'
import { placeOf, type Who } from './cast.ts'
import type { Line } from './line.ts'
import { remarkId } from './remarks.ts'

export const SKIRTING = 'skirting'

/** One that was done this week and accepted, and one for which firms have named their price. Firms and prices are invented. */
export function builtWorks(
  tenant: TenantId,
  monday: string,
  pictures: (name: string) => string,
): readonly Line[] {
  const on = (day: number) => addDays(monday, day)
  const said =
    (key: string) =>
    (by: Who, day: number, time: string, verb: string, args: object): Line => ({
      by,
      day,
      time,
      record: derivedId<RecordId>('demo', tenant, 'works', key),
      name: `works.${verb}`,
      args,
    })
  const skirting = said(SKIRTING)
  const hall = said('hall')
  return [
    skirting('engineer', 1, '09:00', 'plan', {
      place: placeOf(tenant, '1'),
      label: '踢脚线粘补',
      need: '楼层踢脚线掉了一截，娃娃绊到过。',
      budget: 20_000,
      fund: 'service',
      voices: [],
      photos: [pictures('skirting-loose')],
    }),
    skirting('manager', 1, '09:40', 'approve', { approved: 'manager', day: on(1), note: '预算里有维修材料' }),
    skirting('engineer', 1, '09:50', 'step', { label: '围挡', day: on(1) }),
    skirting('engineer', 1, '09:51', 'step', { label: '粘补', day: on(3) }),
    skirting('engineer', 1, '10:30', 'reach', { label: '围挡', day: on(1), photos: [] }),
    skirting('engineer', 3, '17:20', 'reach', { label: '粘补', day: on(3), photos: [] }),
    skirting('engineer', 4, '14:30', 'picture', { side: 'after', photos: [pictures('skirting-firm')] }),
    skirting('engineer', 4, '14:35', 'edit', {
      vendor: { now: '本小区工程班' },
      cost: { now: 18_600 },
      warrantyUntil: { now: on(4 + 365) },
    }),
    skirting('grid1', 4, '15:00', 'accept', { day: on(4), note: '粘牢了，踩上去不响。', name: '三楼刘孃孃' }),
    skirting('owners2', 4, '15:10', 'accept', { day: on(4), note: '边上也收得齐。' }),
    hall('manager', 3, '10:00', 'plan', {
      place: placeOf(tenant, 'hall'),
      label: '大厅换灯',
      need: '灯太暗，老人看不清台阶。',
      budget: 480_000,
      fund: 'common_income',
      voices: [{ of: remarkId(tenant, 'hall'), homes: 4 }],
      photos: [],
    }),
    hall('manager', 4, '16:05', 'quote', {
      vendor: '光明灯具（虚构）',
      cents: 468_000,
      day: on(3),
      photos: [],
    }),
    hall('manager', 4, '16:06', 'quote', {
      vendor: '亮堂电工（虚构）',
      cents: 432_000,
      day: on(4),
      photos: [],
    }),
    hall('manager', 4, '16:07', 'quote', {
      vendor: '锦江照明（虚构）',
      cents: 515_000,
      day: on(4),
      photos: [],
    }),
  ]
}
