import { derivedId, type RecordId, type TenantId } from '#domain/ids.ts'
import type { IncidentAction, IncidentType } from '#domain/bins/incident.ts'
import type { Stream } from '#domain/bins/streams.ts'
import { type Counter, COUNTERS } from '#domain/bins/tallies.ts'
import { addDays } from '#domain/workingDays.ts'
import { standing } from './binPlan.ts'
import { ITEMS, putRight, roundOf, type Stood } from './binRound.ts'
import { placeOf } from './cast.ts'
import { sameChance, shuffled } from './clock.ts'
import { BIN_POINT } from './compound.ts'
import type { Line } from './line.ts'

/** One shift counts this much on the average; together 686, 98, 70, 126 and 168. */
const USUAL: Readonly<Record<Counter, number>> = {
  right: 49,
  corrected: 7,
  unsorted: 5,
  resorted: 9,
  explained: 12,
}
/** How the 14 shifts differ from it, morning and evening of each day; every row adds up to nothing. */
const MORE: Readonly<Record<Counter, readonly number[]>> = {
  right: [0, 4, -6, 3, -9, 2, -5, 6, -8, 1, 11, 5, 9, -13],
  corrected: [0, 1, -1, 2, -2, 0, 1, -1, 2, -2, 3, -1, -2, 0],
  unsorted: [0, 2, -1, 1, -2, 1, -1, 0, 1, -2, 2, 1, -1, -1],
  resorted: [0, 2, -2, 1, -1, 3, -3, 1, -2, 0, 4, 2, -4, -1],
  explained: [0, -2, 1, 2, -3, 1, 0, 4, -4, 2, 3, -1, -2, -1],
}

type Told = readonly [
  type: IncidentType,
  action: IncidentAction,
  text: string,
  stream?: Stream,
  picture?: string,
]

const MORNING: readonly Told[] = [
  ['not_debagged', 'explained', '厨余袋没破袋直接丢进绿桶。当场破袋，袋子进其他。', 'kitchen'],
  ['wrong_bin', 'explained', '外卖盒带汤汁一起丢进蓝桶。改投其他。', 'recyclable'],
  ['elder_needs_help', 'helped', '老人提不动，厨余洒在路上。帮提，扫净。'],
  ['hazardous_mixed', 'resorted', '一大袋混装，打开有电池和药。药、纽扣电池放红桶。', 'other'],
  ['overflow', 'called_haulier', '其他桶满到盖不上。换备用桶，40分钟后清运。', 'other', 'overflow'],
  ['bulky_dump', 'reported_pm', '旧床垫靠在桶边。贴提示，预约大件。', 'other', 'mattress'],
  ['construction_dump', 'reported_pm', '两袋装修砖渣。查监控，找到装修户清走。'],
  ['mixed_haul', 'reported_pm', '收运车把厨余和其他倒在一起。拍车牌和时间，报物业联系城管。'],
  ['child_praise', 'none', '小朋友自己分得清清楚楚。口头表扬，记好榜样。'],
  ['bin_broken', 'reported_pm', '绿桶盖掉了。下午换盖。', 'kitchen'],
  ['sign_missing', 'reported_pm', '桶身标识脱胶看不清。补贴标识。'],
  ['refuse', 'resorted', '上班族丢下就走，喊不应。二次分拣，记一次劝导。'],
  ['injury_risk', 'resorted', '碎玻璃散装，扎穿袋子。厚纸包好，贴“小心割手”。', 'other'],
  ['scavenger_scatter', 'cleaned', '有人翻桶捡纸板，袋子撕开。劝导，扫净。'],
  ['haul_missed', 'called_haulier', '错过收运，厨余过夜。补收，消杀。', 'kitchen'],
]
const EVENING: readonly Told[] = [
  ['overflow', 'called_haulier', '七点五十还在排队，桶已满。加桶一只。', 'other'],
  ['off_hours', 'explained', '八点半有人悄悄丢在门口。捡回，留便条提醒。'],
  ['merchant_dump', 'reported_pm', '餐馆老板骑车来倒泔水。劝离，报社区。', 'kitchen'],
  ['outsider_dump', 'persuaded', '隔壁小区的人来丢。劝回。'],
  ['battery_risk', 'reported_pm', '电瓶车旧电池放在红桶边。隔离单放，联系回收门店。', 'hazardous'],
  ['battery_risk', 'resorted', '充电宝鼓包丢进其他桶。取出放沙盒，报物业。', 'other'],
  ['wrong_bin', 'explained', '湿纸巾当厨余丢。查“哪个桶”给他看。', 'kitchen'],
  ['wrong_bin', 'explained', '大骨头进了绿桶。夹出进其他。', 'kitchen'],
  ['wrong_bin', 'corrected_by_resident', '奶茶没倒就整杯丢。倒水、珍珠进绿桶、杯进其他。', 'kitchen'],
  ['pet_waste', 'explained', '狗屎袋丢进绿桶。劝冲厕，袋进其他。', 'kitchen'],
  ['leachate_odour', 'cleaned', '渗滤液流到地面，味道大。冲洗撒除味剂。'],
  ['pest', 'reported_pm', '苍蝇多。次日消杀。'],
  ['mixed_drop', 'explained', '租户说没人教过。给一张图，约入户再讲。'],
  ['refuse', 'explained', '老大爷说“分了还不是倒一起”。请他看收运照片。'],
  ['wrong_bin', 'corrected_by_resident', '袋装旧衣丢在其他桶。拿去旧衣箱。', 'other'],
]

/** Indices into the list of the window, shift by shift; what is common comes back: 38 in all, 6, 5, 4, 4, 5, 8 and 6 a day. */
const HAPPENED: readonly (readonly number[])[] = [
  [0, 3, 2],
  [6, 0, 9],
  [1, 4],
  [7, 12, 5],
  [0, 9],
  [8, 3],
  [5, 11],
  [13, 6],
  [10, 7, 4],
  [2, 10],
  [6, 12, 8, 0],
  [1, 14, 11, 4],
  [14, 13, 1],
  [8, 12, 7],
]

/** Fourteen shifts at the one bin point, all offline: each reaches the server at the gate, when it is handed over. */
export function binWeek(
  tenant: TenantId,
  monday: string,
  pictures: (name: string) => string,
): readonly Line[] {
  const stood = HAPPENED.map((_, nth) => stoodAt(tenant, nth, monday, pictures))
  const lines = [...stood.flatMap(shiftLines), ...putRight(tenant, (nth) => stood[nth]!)]
  return lines.sort((a, b) => order(a, b))
}

function stoodAt(tenant: TenantId, nth: number, monday: string, pictures: (name: string) => string): Stood {
  const day = Math.floor(nth / 2)
  const evening = nth % 2 === 1
  const record = derivedId<RecordId>('demo-shift', tenant, nth)
  return {
    nth,
    tenant,
    record,
    place: placeOf(tenant, BIN_POINT),
    day: addDays(monday, day),
    window: evening ? 'evening' : 'morning',
    by: standing(nth),
    arrived: evening || day > 4 ? 0 : -5,
    chance: sameChance(700 + nth),
    pictures,
    /** `minute` of the window; negative before it begins. */
    at: (minute, name, args, of = record) => {
      const whole = Math.floor(minute)
      const clock = (evening ? 18 : 7) * 60 + whole
      return {
        by: standing(nth),
        day,
        time: `${String(Math.floor(clock / 60)).padStart(2, '0')}:${String(clock % 60).padStart(2, '0')}`,
        seconds: Math.round((minute - whole) * 60),
        reached: evening ? '20:08' : '09:05',
        record: of,
        name,
        args,
      }
    },
  }
}

function shiftLines(stood: Stood): readonly Line[] {
  const { nth, tenant, record, place, day, window, arrived, chance, at, pictures } = stood
  const evening = window === 'evening'
  const taps = shuffled(
    COUNTERS.flatMap((counter) =>
      Array.from({ length: USUAL[counter] + MORE[counter][nth]! }, () => counter),
    ),
    chance,
  )
  return [
    at(arrived, 'shift.open', { place, day, window, items: ITEMS }),
    ...taps.map((counter, index) =>
      at(6 + (index * 112) / taps.length + chance(), 'shift.tally', { counter }),
    ),
    ...HAPPENED[nth]!.map((which, index) => {
      const [type, action, text, stream, picture] = (evening ? EVENING : MORNING)[which]!
      const photos = picture === undefined ? [] : [pictures(picture)]
      const args = { place, shift: record, type, action, text, photos, ...(stream && { stream }) }
      const own = derivedId<RecordId>('demo-incident', tenant, nth, index)
      return at(20 + index * 27 + chance() * 9, 'incident.record', args, own)
    }),
    ...roundOf(stood),
    at(evening ? 123 : 124, 'shift.close', {}),
  ]
}

function order(a: Line, b: Line): number {
  if (a.day !== b.day) return a.day - b.day
  return a.time < b.time ? -1 : a.time > b.time ? 1 : (a.seconds ?? 0) - (b.seconds ?? 0)
}
