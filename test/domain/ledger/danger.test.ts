import { describe, expect, it } from 'vitest'
import { callsFor, type Danger, dangersIn } from '#domain/ledger/danger.ts'
import { SENTENCES, UNSEEN } from '#test/domain/sentences.ts'

describe('words that mean danger put the telephone first', () => {
  const spoken: readonly (readonly [string, Danger])[] = [
    ['2单元8楼过道煤气味重得很。', 'gas'],
    ['厨房有股煤气的味道', 'gas'],
    ['煤 气 味 好 大', 'gas'],
    ['有没有煤气味？我闻着像', 'gas'],
    ['Strong gas smell on floor 8', 'gas'],
    ['7楼冒烟了', 'fire'],
    ['厨房着火', 'fire'],
    ['There is smoke coming from 502', 'fire'],
    ['有人困在电梯里头了，快点来！', 'lift'],
    ['电梯把娃娃关到里头了，电梯关了人', 'lift'],
    ['电梯门夹了我一下，光幕是不是没反应哦？', 'lift'],
    ['Two people are stuck in the lift', 'lift'],
    ['王师傅触电了', 'shock'],
    ['路灯杆漏电，麻人', 'shock'],
    ['楼下张婆婆两天没看到人，敲门没应。', 'noAnswer'],
    ['敲了半天门没人应', 'noAnswer'],
    ['喊了几声没得反应', 'noAnswer'],
    ['Knocked three times, no answer', 'noAnswer'],
    ['高空抛物，差点打到人', 'falling'],
    ['有人从高头丢烟头下来，差点烧到被子。', 'falling'],
    ['有人在三楼楼梯间给电瓶车充电，怕得很。', 'charging'],
    ['冒烟　了', 'fire'],
  ]
  it.each(spoken)('%s → %s', (words, danger) => {
    expect(dangersIn(words)).toContain(danger)
  })

  it('finds every emergency among the forty sentences', () => {
    const emergencies = SENTENCES.filter(([, , urgency]) => urgency === 'u1')
    expect(emergencies).toHaveLength(5)
    expect(emergencies.filter(([words]) => dangersIn(words).length === 0)).toEqual([])
  })

  it('cries wolf at none of the other 35 and of 24 unseen ones; the thrown cigarette is one to ring for', () => {
    const calm = [...SENTENCES.filter(([, , urgency]) => urgency !== 'u1'), ...UNSEEN]
    expect(calm.filter(([words]) => dangersIn(words).length > 0).map(([words]) => words)).toEqual([
      '有人从高头丢烟头下来，差点烧到被子。',
    ])
  })

  it.each([
    '煤气费怎么交',
    '没有煤气味，就是油烟大',
    '有人在楼道抽烟',
    '漏电保护器该换了',
    '电梯广告太吵',
    '门禁按半天没反应',
    '有陌生人挨家敲门推销净水器',
    '万一起火跑都跑不脱',
    '火锅味道大',
    '小区电瓶车充电桩不够',
    'No smoking sign is missing',
    'The lift is slow',
  ])('%s is no emergency', (words) => {
    expect(dangersIn(words)).toEqual([])
  })
})

describe('the call keys', () => {
  const compound = [
    { label: '物业值班', number: '028-5550101' },
    { label: '燃气抢修', number: '028-5550102' },
    { label: '电梯维保', number: '028-5550103' },
    { label: '社区', number: '028-5550104' },
  ]

  it('puts those first who can help with it, and loses nobody', () => {
    const calls = callsFor(['gas'], compound)
    expect(calls.slice(0, 3).map((key) => key.number)).toEqual(['028-5550102', '119', '028-5550101'])
    expect(calls).toHaveLength(7)
    expect(callsFor(['lift'], compound)[0]?.number).toBe('028-5550103')
    expect(callsFor(['noAnswer'], compound)[0]?.number).toBe('110')
  })

  it('has 119, 110 and 120 before any compound has given a number', () => {
    expect(callsFor(['gas']).map((key) => key.number)).toEqual(['119', '110', '120'])
  })
})
