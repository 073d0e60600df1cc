import type { AgendaItem, Ruling } from './agendaItem.ts'
import type { Category } from '#domain/ledger/categories.ts'
import { type Danger, dangersIn } from '#domain/ledger/danger.ts'

/** What the law orders. Nobody votes on whether it is kept. */
export const DUTIES = ['fireLane', 'exits', 'ebikes', 'fireGear', 'gas', 'lift', 'electric'] as const
export type LegalDuty = (typeof DUTIES)[number]

/** The first that fits is the one that is named. */
const SIGNS: readonly (readonly [LegalDuty, RegExp])[] = [
  ['fireLane', /消防(车)?(通|车)?道|消防登高|登高场地|fire ?lane/i],
  [
    'ebikes',
    /(电瓶|电动)(自行)?车?.{0,12}(楼道|楼梯|门厅|过道|走廊|大厅|进楼|上楼|入户|充电|电梯|架空层)|飞线|(楼道|楼梯|门厅|过道|走廊|架空层).{0,12}(电瓶|电动)|e-?bikes? .{0,16}(indoors|stairs?|hall|corridor|lobby)/i,
  ],
  [
    'exits',
    /安全出口|疏散(通道|楼梯|门)|逃生(通道|门|口)|防火门|(堵|占|锁|堆).{0,8}(楼梯间|楼道|过道|走廊|出口)|(楼梯间|楼道|过道|走廊|出口).{0,8}(堵|占|锁|堆|杂物)|fire exits?|escape (route|door)/i,
  ],
  ['fireGear', /消火栓|消防栓|灭火器|喷淋|烟感|应急灯|消防(设施|器材|水)|hydrant|extinguisher/i],
  ['gas', /煤气|燃气|天然气|\bgas\b/i],
  ['lift', /电梯.{0,8}(困|夹|坠|停用|检验|合格证|光幕)|lift.{0,12}(trap|inspection)/i],
  ['electric', /漏电|触电|裸露.{0,4}线|电线.{0,6}(裸|断|掉)|live wire/i],
]

/** A pressed kind of danger stands for the duty that meets it. */
const OF_DANGER: Readonly<Partial<Record<Danger, LegalDuty>>> = {
  gas: 'gas',
  fire: 'fireGear',
  shock: 'electric',
  charging: 'ebikes',
  lift: 'lift',
}

/** Words that only ask for something new (another fitting, a plan) are no breach of a duty. */
const ASKS = /方案|提不提|要不要(加|装|修|建)|加装|新增|增设|选址|价格|收费|plan|proposal/i

/**
 * The duty that a matter falls under: it is done as the law says, without a vote. By the danger that was pressed or named, then by the
 * words. Undefined: the council may decide.
 */
export function legalDuty(of: {
  readonly words: string
  readonly category?: Category | undefined
  readonly danger?: Danger | undefined
}): LegalDuty | undefined {
  const { words, category, danger } = of
  const pressed = danger && OF_DANGER[danger]
  if (pressed) return pressed
  const found = SIGNS.find(([, sign]) => sign.test(words))?.[0]
  if (found && !ASKS.test(words)) return found
  for (const named of dangersIn(words)) {
    const duty = OF_DANGER[named]
    if (duty) return duty
  }
  return category === 'power_gas' && /味|漏|泄/.test(words) ? 'gas' : undefined
}

/** What owners decide together, article 278, and how many of those taking part it needs. */
export const SHARED = ['sharedUse', 'raiseFund', 'useFund', 'property', 'rules'] as const
export type SharedMatter = (typeof SHARED)[number]

const SHARED_SIGNS: readonly (readonly [SharedMatter, RegExp])[] = [
  [
    'sharedUse',
    /改变.{0,6}用途|架空层.{0,8}改|改.{0,6}(架空层|活动室|绿地|车位)|公共(部分|区域|绿地).{0,8}(改|出租|经营)|改造成|改建|重建|出租.{0,6}(架空层|大厅|屋顶|外墙)|change.{0,12}use|convert/i,
  ],
  ['raiseFund', /(筹集|续筹|补交|补缴|交).{0,4}(维修资金|维修基金)|raise.{0,8}(repair|maintenance) fund/i],
  ['useFund', /维修(资金|基金)|动用.{0,4}(资金|基金)|(repair|maintenance) fund/i],
  [
    'property',
    /(选聘|解聘|换|续聘|重新选).{0,4}(物业|物管)|物业(合同|费).{0,4}(调|涨|降|续)|(hire|fire|change).{0,12}property/i,
  ],
  [
    'rules',
    /管理规约|议事规则|业主大会|选.{0,3}业委会|业委会.{0,4}(选举|换届)|(management )?rules of the owners/i,
  ],
]

/** Recognised by words; the chair's switch (`shared`) has the last word. */
export function sharedMatter(words: string): SharedMatter | undefined {
  return SHARED_SIGNS.find(([, sign]) => sign.test(words))?.[0]
}

/** 3/4 for another use and for raising the fund, more than half for the rest. */
export function needsThreeQuarters(matter: SharedMatter): boolean {
  return matter === 'sharedUse' || matter === 'raiseFund'
}

type Worded = Pick<AgendaItem, 'title' | 'background' | 'question' | 'category' | 'danger' | 'shared'>

/** How the law stands to an item: what is done without a vote, and what only all owners can decide. */
export function lawOf(item: Worded): {
  readonly duty?: LegalDuty
  readonly owners?: SharedMatter
  /** Whether hands are counted at all: on a duty only where a question of its own is asked beside it. */
  readonly votes: boolean
} {
  const { title, question = '', background = '' } = item
  const duty = legalDuty({ ...item, words: title })
  const asked = question.trim() !== '' && legalDuty({ words: question }) === undefined
  const found = sharedMatter(`${title} ${question} ${background}`)
  const owners = item.shared === false ? undefined : (found ?? (item.shared ? 'sharedUse' : undefined))
  return { ...(duty && { duty }), ...(owners && { owners }), votes: duty === undefined || asked }
}

/** What may be shown as decided: where all owners have to decide, a council's yes is a proposal to them and nothing more. */
export function rulingOf(item: Worded & Pick<AgendaItem, 'ruling'>): Ruling | undefined {
  return item.ruling === 'agreed' && lawOf(item).owners ? 'to_owners_assembly' : item.ruling
}
