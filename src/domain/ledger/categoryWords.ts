import { CATEGORIES, type Category, KIND_KEYS, type KindKey, trackFor } from './categories.ts'
import { dangersIn } from './danger.ts'
import type { Track, Urgency } from './due.ts'

/** What residents say, by category. Each hit adds the length of what was said, so that 电瓶车 outweighs 车. */
const SAID: Readonly<Record<Category, RegExp>> = {
  lighting: /灯泡|灯|黑黢黢|摸黑|不亮|亮堂|照明|lamps?|lights?|bulb|dark/g,
  elevator: /电梯|光幕|轿厢|elevators?|lifts?/g,
  plumbing:
    /漏水|返水|停水|水管|下水|堵了|马桶|泡起泡|水压|渗水|爆管|滴水|积水|脏水|leak(s|ing)?|pipes?|drain|toilet|water/g,
  power_gas: /煤气|燃气|天然气|停电|跳闸|没电|电表|漏电|电线|触电|gas|power|electric(ity)?/g,
  structure:
    /踢脚线|墙皮|外墙|瓷砖|裂缝|墙砖|地砖|台阶烂|扶手|单元门关不严|铰链|屋顶|tiles?|cracks?|plaster|handrail/g,
  cleaning: /臭得很|臭|蚊子|蟑螂|老鼠|虫|打扫|保洁|脏得|异味|没扫|灰大|smell|cockroach|rats?|dirty|cleaning/g,
  waste:
    /垃圾|厨余|破袋|桶满|旧沙发|床垫|大件|可回收|分类|建渣|垃圾桶|rubbish|garbage|trash|waste|mattress|sofa|bins?/g,
  order_parking:
    /门禁|停车|车位|刷不开|陌生人|推销|快递柜|快递|丢烟头|高空抛物|高头丢|保安|乱停|占路|占了半边路|parking|gate|stranger|intercom|parcel/g,
  fire_safety:
    /消防道|消防|电瓶车|电动车|充电|灭火器|天台门|堆了纸板|架空层又堆|飞线|疏散|堆物|fire|escape|e-?bikes?|scooters?|charging/g,
  greening: /树子|树枝|树|花草|草坪|绿化|修剪|遮完|trees?|lawn|grass|branches/g,
  neighbour:
    /隔壁|楼上半夜|拖板凳|装修|电钻|广场舞|声音太大|吵|遛狗|狗|睡不着|噪音|宠物|邻居|noise|noisy|loud|dogs?|neighbou?rs?/g,
  finance_rules:
    /物业费|账|广告费停车费|广告费|收费|公告栏|公示|维修资金|花到哪里|业主的钱|fees?|accounts?|notice ?board|bill/g,
  shared_space: /亲邻坊|活动室|充电桩|桌子不够|棋牌|大字的书|书架|长椅|activity room|benches|tables/g,
  care_help:
    /帮我|教一下我|教我|陪到|请人陪|拿药|腿脚|够不到|婆婆|独居|敲门没应|没看到人|代办|help me|escort|medicine|teach me/g,
  suggestion: /能不能修|修个坡|建议|希望|坡道|最好是|suggest|ramp|could you|wish/g,
  praise: /谢谢|感谢|辛苦|表扬|点赞|好得很|thanks?|thank you|well done/g,
}

/** Stronger than any word of its own: who says thank you for the lamp reports no lamp. */
const OVER: readonly (readonly [RegExp, Category])[] = [
  [/谢谢|感谢|表扬|thank/, 'praise'],
  [/充电桩/, 'shared_space'],
  [/亲邻坊/, 'shared_space'],
  [/(帮|教|陪).{0,4}(我|到去)|(来|请|求).{0,3}(帮|陪)|help me/, 'care_help'],
  [/敲门没应|没看到人/, 'care_help'],
  [/停车费|广告费/, 'finance_rules'],
  [/消防道|消防通道|fire lane/, 'fire_safety'],
]

export interface Proposal {
  readonly category?: Category
  readonly urgency: Urgency
  readonly track: Track
}

/**
 * What a remark probably is, from its words alone: works offline, on any phone, at each key. The person confirms.
 * With a pressed kind only the categories that the key stands for are weighed.
 */
export function propose(words: string, key?: KindKey): Proposal {
  const allowed: readonly Category[] = key ? KIND_KEYS[key] : CATEGORIES
  const said = categoryIn(words, allowed)
  const category = said ?? (key && key !== 'other' ? KIND_KEYS[key][0] : undefined)
  const urgency = urgencyIn(words, category)
  return { ...(category && { category }), urgency, track: trackFor(category, urgency) }
}

function categoryIn(words: string, allowed: readonly Category[]): Category | undefined {
  const plain = words.normalize('NFKC').toLowerCase()
  const over = OVER.find(([sign, category]) => allowed.includes(category) && sign.test(plain))
  if (over) return over[1]
  let best: Category | undefined
  let most = 0
  for (const category of allowed) {
    const weight = (plain.match(SAID[category]) ?? []).reduce((sum, hit) => sum + hit.length, 0)
    if (weight > most) [best, most] = [category, weight]
  }
  return best
}

const URGENT =
  /返水|停电|漏水|爆管|进不来|消防道|消防通道|刷不开|天台|桶满|堆到地上|陌生人|推销|丢烟头|高空|堆了纸板|架空层又堆|no power|burst|blocked/
const WISH =
  /能不能|放点|要不要|是不是业主|到底花到|不够|建议|希望|黑黢黢|遮完|教一下|谢谢|感谢|表扬|could you|suggest|wish|thank|teach/

function urgencyIn(words: string, category: Category | undefined): Urgency {
  const plain = words.normalize('NFKC').toLowerCase()
  // What has been thrown has landed: it is pursued, not rescued.
  if (dangersIn(plain).some((danger) => danger !== 'falling')) return 'u1'
  if (URGENT.test(plain)) return 'u2'
  return category === 'praise' || category === 'suggestion' || WISH.test(plain) ? 'u4' : 'u3'
}
