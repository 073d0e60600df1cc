import { describe, expect, it } from 'vitest'
import { CATEGORIES, KIND_KEYS } from '#domain/ledger/categories.ts'
import { propose } from '#domain/ledger/categoryWords.ts'
import { SENTENCES, UNSEEN } from '#test/domain/sentences.ts'

describe('what a remark is about is proposed from its words, offline', () => {
  const wrong = SENTENCES.filter(([words, category]) => propose(words).category !== category)
  const unseen = UNSEEN.filter(([words, category]) => propose(words).category !== category)

  it('names the kind of 40 of the 40 sentences the table of words was made with', () => {
    expect(wrong).toEqual([])
  })

  it('names the kind of 23 of 24 sentences written by the same hand after the table was finished', () => {
    expect(UNSEEN.length - unseen.length).toBe(23)
  })

  it('names the urgency of 40 of 40, and the track of 29 of 37: the rest is for the person to choose', () => {
    const tracked = SENTENCES.filter(([, , , track]) => track !== 'answered' && track !== 'praise')
    expect(SENTENCES.filter(([words, , urgency]) => propose(words).urgency === urgency)).toHaveLength(40)
    expect(tracked).toHaveLength(37)
    expect(tracked.filter(([words, , , track]) => propose(words).track === track)).toHaveLength(29)
  })

  it('proposes another track than the desk took for exactly these eight, and no other', () => {
    const differs = SENTENCES.filter(([, , , track]) => track !== 'answered' && track !== 'praise')
      .filter(([words, , , track]) => propose(words).track !== track)
      .map(([words, , , track]) => [words, propose(words).track, track])
    expect(differs).toEqual([
      ['楼上漏水，我屋头天花板都泡起泡了。', 'fix_now', 'act_soon'],
      ['停水咋个不提前通知嘛？', 'act_soon', 'fix_now'],
      ['公告栏贴的还是去年的。', 'act_soon', 'fix_now'],
      ['楼上半夜拖板凳，我妈睡不着。', 'fix_now', 'act_soon'],
      ['坝子头广场舞声音太大，上夜班的遭不住。', 'fix_now', 'visible_plan'],
      ['有人从高头丢烟头下来，差点烧到被子。', 'fix_now', 'act_soon'],
      ['树子把窗子遮完了，白天都要开灯。', 'visible_plan', 'act_soon'],
      ['昨晚亲邻坊灯没关，浪费电哦。', 'act_soon', 'fix_now'],
    ])
  })

  it('stays within what the pressed key stands for', () => {
    expect(propose('遛狗不牵绳', 'noise').category).toBe('neighbour')
    expect(propose('乱停车，车位占完了', 'noise').category).toBe('order_parking')
    expect(propose('灯不亮', 'elevator').category).toBe('elevator')
    expect(propose('', 'dirt').category).toBe('cleaning')
  })

  it('proposes no kind where nothing was said, and where 别的 says nothing either', () => {
    expect(propose('').category).toBeUndefined()
    expect(propose('嗯', 'other').category).toBeUndefined()
  })

  it('has a key for every kind', () => {
    expect(new Set(Object.values(KIND_KEYS).flat())).toEqual(new Set(CATEGORIES))
  })
})
