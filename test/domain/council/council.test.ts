import { describe, expect, it } from 'vitest'
import type { AgendaItem, Votes } from '#domain/council/agendaItem.ts'
import { itemId } from '#domain/council/agendaItem.ts'
import { lawOf, legalDuty, needsThreeQuarters, rulingOf, sharedMatter } from '#domain/council/councilLaw.ts'
import type { RecordId } from '#domain/ids.ts'
import { meetingId } from '#domain/council/meeting.ts'
import { type Resolution, resolutionId } from '#domain/council/resolution.ts'
import { heardOf, opinionsFor, type Topic } from '#domain/council/topic.ts'
import { did, folding, next, stamped } from '#test/models/history.ts'

const COMPOUND = 'compound' as RecordId
const MEETING = meetingId(COMPOUND, 'weekly', '2024-03-06')
const HALL = 'hall-remark' as RecordId
const ITEM = itemId(MEETING, HALL)

const call = (by: string, more: object = {}) =>
  [
    'meeting.call',
    {
      place: COMPOUND,
      meetingKind: 'weekly',
      day: '2024-03-06',
      time: '19:30',
      placeText: '活动室',
      ...more,
    },
    by,
  ] as const
const put = (by: string) =>
  [
    'agendaItem.put',
    { place: COMPOUND, meeting: MEETING, title: '大厅灯光', from: [HALL], listed: 'marked', order: 1024 },
    by,
  ] as const
const votes = (yes: number, no: number, abstain = 0): Votes => ({ for: yes, against: no, abstain })

/** The record after a history, in the order of arrival. */
function lived<R>(record: string, steps: readonly (readonly [name: string, args: unknown, by: string])[]) {
  const folded = folding()
  for (const [index, [name, args, by]] of steps.entries())
    next(folded, did(index + 1, name, args, by, record), stamped(index + 1))
  return { record: folded.record as R, outcomes: folded.outcomes }
}

describe('a sitting', () => {
  it('is one record for its day, whoever calls it; the same day in another part is another', () => {
    const { outcomes } = lived(MEETING, [call('wang'), call('tang')])
    expect(outcomes.map((one) => one.is)).toEqual(['applied', 'already'])
    expect(meetingId(COMPOUND, 'weekly', '2024-03-06', '南区')).not.toBe(MEETING)
  })

  it('W9 stands as it was called first; whoever called it to another place is told so', () => {
    const { record, outcomes } = lived<{ placeText: string; lost: object }>(MEETING, [
      call('wang'),
      call('tang', { placeText: '坝子' }),
    ])
    expect(outcomes.at(-1)).toEqual({ is: 'merged', lost: { placeText: '坝子' } })
    expect(record).toMatchObject({ lost: { field: 'placeText', value: '坝子', by: 'tang' } })
    expect(record.placeText).not.toBe('坝子')
  })

  it('W9 merges what two write on it, field by field; how many came is named where they differ and never added up', () => {
    const { record, outcomes } = lived<AgendaItem & { present: number; guests: number; lost: object }>(
      MEETING,
      [
        call('wang'),
        ['meeting.edit', { present: { now: 11 } }, 'wang'],
        ['meeting.edit', { present: { now: 12 }, guests: { now: 2 } }, 'tang'],
      ],
    )
    expect(record).toMatchObject({ present: 12, guests: 2, lost: { field: 'present', value: 11 } })
    expect(outcomes.at(-1)).toEqual({ is: 'merged', lost: { present: 11 } })
  })
})

describe('an agenda item', () => {
  it('comes of its record: two who build the agenda offline build one', () => {
    const { outcomes } = lived(ITEM, [put('wang'), put('tang')])
    expect(outcomes.map((one) => one.is)).toEqual(['applied', 'already'])
  })

  it('keeps two counts of one vote side by side under their counters’ names, and adds nothing up', () => {
    const { record, outcomes } = lived<AgendaItem>(ITEM, [
      put('wang'),
      ['agendaItem.count', { now: votes(9, 1) }, 'wang'],
      ['agendaItem.count', { now: votes(8, 2) }, 'tang'],
    ])
    expect(record.counted).toMatchObject({ votes: votes(8, 2), by: 'tang' })
    expect(record.otherCount).toMatchObject({ votes: votes(9, 1), by: 'wang' })
    expect(outcomes.at(-1)?.is).toBe('merged')
  })

  it('forgets the other count once one of them is said to hold, or both count the same', () => {
    const disputed = [
      put('wang'),
      ['agendaItem.count', { now: votes(9, 1) }, 'wang'],
      ['agendaItem.count', { now: votes(8, 2) }, 'tang'],
    ] as const
    const settled = lived<AgendaItem>(ITEM, [
      ...disputed,
      ['agendaItem.settle', { now: votes(9, 1) }, 'chen'],
    ]).record
    expect(settled.counted).toMatchObject({ votes: votes(9, 1), by: 'wang' })
    expect(settled).not.toHaveProperty('otherCount')
    const agreed = lived<AgendaItem>(ITEM, [
      ...disputed,
      ['agendaItem.count', { was: votes(8, 2), now: votes(9, 1) }, 'tang'],
    ]).record
    expect(agreed.counted).toMatchObject({ votes: votes(9, 1) })
    expect(agreed).not.toHaveProperty('otherCount')
  })

  it('counts tap by tap on one device without a dispute', () => {
    const { record, outcomes } = lived<AgendaItem>(ITEM, [
      put('wang'),
      ['agendaItem.count', { now: votes(1, 0) }, 'wang'],
      ['agendaItem.count', { was: votes(1, 0), now: votes(2, 0) }, 'wang'],
      ['agendaItem.count', { was: votes(2, 0), now: votes(2, 1) }, 'tang'],
    ])
    expect(record.counted?.votes).toEqual(votes(2, 1))
    expect(outcomes.every((one) => one.is === 'applied')).toBe(true)
  })

  it('keeps the words of the minutes and the vote apart: one writes, another counts', () => {
    const { record, outcomes } = lived<AgendaItem>(ITEM, [
      put('wang'),
      ['agendaItem.edit', { discussion: { now: '大家说太暗。' } }, 'wang'],
      ['agendaItem.count', { now: votes(11, 0) }, 'tang'],
      ['agendaItem.edit', { decision: { now: '周五前拿三家报价。' } }, 'tang'],
    ])
    expect(record).toMatchObject({ discussion: '大家说太暗。', decision: '周五前拿三家报价。' })
    expect(outcomes.every((one) => one.is === 'applied')).toBe(true)
  })
})

describe('a resolution', () => {
  const ID = resolutionId(MEETING, ITEM)
  const resolve = (by: string, more: object = {}) =>
    [
      'resolution.resolve',
      {
        place: COMPOUND,
        meeting: MEETING,
        item: ITEM,
        text: '三家报价',
        whose: '业委会',
        due: '2024-03-08',
        ...more,
      },
      by,
    ] as const

  it('is one for its item; who is named otherwise by a second writer is told, not lost', () => {
    const { record, outcomes } = lived<Resolution>(ID, [
      resolve('wang'),
      resolve('tang', { due: '2024-03-09' }),
    ])
    expect(record).toMatchObject({ text: '三家报价', due: '2024-03-09', lost: { value: '2024-03-08' } })
    expect(outcomes.at(-1)).toEqual({ is: 'merged', lost: { due: '2024-03-08' } })
  })

  it('is done once, and keeps what both who finished it said', () => {
    const { record } = lived<Resolution>(ID, [
      resolve('wang'),
      ['resolution.finish', { text: '报价齐了', photos: [] }, 'tang'],
      ['resolution.finish', { text: '我这里也有一份', photos: [] }, 'chen'],
    ])
    expect(record.state).toBe('done')
    expect(record.steps.map((one) => [one.is, one.by])).toEqual([
      ['done', 'tang'],
      ['reported', 'chen'],
    ])
  })

  it('can be opened again, and dropped with a reason', () => {
    const { record } = lived<Resolution>(ID, [
      resolve('wang'),
      ['resolution.finish', { photos: [] }, 'tang'],
      ['resolution.reopen', { reason: '灯又不亮' }, 'chen'],
      ['resolution.giveUp', { reason: '并到灯光改造里' }, 'wang'],
    ])
    expect(record.state).toBe('dropped')
    expect(record.steps.map((one) => one.is)).toEqual(['done', 'reopened', 'dropped'])
  })
})

describe('a topic', () => {
  const raise = [
    'topic.raise',
    {
      place: COMPOUND,
      question: '坝子晚上跳舞到几点',
      options: [
        { id: 'nine', text: '九点' },
        { id: 'eight', text: '八点半' },
      ],
      wanted: { elders: 10, parents: 5, renters: 3 },
      links: [],
    },
    'wang',
  ] as const
  const heard = (by: string, more: object) =>
    [
      'topic.hear',
      { option: 'nine', age: 'from60', home: 'owned', child: false, count: 1, ...more },
      by,
    ] as const

  it('adds up what several heard, by option and by whom one wanted to hear', () => {
    const { record } = lived<Topic>('r1', [
      raise,
      heard('wang', { count: 4 }),
      heard('tang', { count: 2, child: true }),
      heard('chen', { option: 'eight', age: 'from18', home: 'rented', count: 3 }),
    ])
    expect(heardOf(record)).toEqual({ elders: 6, parents: 2, renters: 3 })
    expect([opinionsFor(record, 'nine'), opinionsFor(record, 'eight')]).toEqual([6, 3])
  })

  it('gives a wish its answer and why; of two answers the first stands and the other is named', () => {
    const answer = (by: string, answered: string, again = false) =>
      ['topic.answer', { item: 'c2', again, answered, because: '声音小一点就行' }, by] as const
    const { record, outcomes } = lived<Topic>('r1', [
      raise,
      ['topic.wish', { text: '音箱转个方向' }, 'tang'],
      answer('wang', 'adopted'),
      answer('chen', 'no'),
    ])
    expect(record.wishes[0]?.answer).toMatchObject({ is: 'adopted', by: 'wang' })
    expect(outcomes.at(-1)).toEqual({ is: 'merged', lost: { answered: 'no', because: '声音小一点就行' } })
    expect(
      lived<Topic>('r1', [
        raise,
        ['topic.wish', { text: '音箱转个方向' }, 'tang'],
        answer('wang', 'adopted'),
        answer('wang', 'later', true),
      ]).record.wishes[0]?.answer?.is,
    ).toBe('later')
  })
})

describe('the law', () => {
  it.each([
    ['电瓶车停在消防通道', 'fireLane'],
    ['消防车道又停起车', 'fireLane'],
    ['3楼楼梯间堆了杂物', 'exits'],
    ['安全出口遭锁了', 'exits'],
    ['电瓶车推进楼道充电', 'ebikes'],
    ['2单元8楼过道煤气味重得很', 'gas'],
    ['灭火器过期了', 'fireGear'],
  ])('has %s done without a vote: %s', (words, duty) => {
    expect(legalDuty({ words })).toBe(duty)
    expect(lawOf({ title: words }).votes).toBe(false)
  })

  it.each(['大厅灯光换亮一点', '广场舞几点散', '单元口修个坡', '加装两个充电车棚方案', '元旦包抄手'])(
    'leaves %s to the council',
    (words) => {
      expect(legalDuty({ words })).toBeUndefined()
    },
  )

  it('knows the duty from the danger that was pressed, whatever the words are', () => {
    expect(legalDuty({ words: '老地方又来了', danger: 'charging' })).toBe('ebikes')
    expect(legalDuty({ words: '闻到味道', category: 'power_gas' })).toBe('gas')
  })

  it('has hands counted beside a duty only for a question of its own that is none', () => {
    const title = '电瓶车停在消防通道'
    expect(lawOf({ title, question: '提不提车棚方案' })).toMatchObject({ duty: 'fireLane', votes: true })
    expect(lawOf({ title, question: '消防通道清不清' })).toMatchObject({ duty: 'fireLane', votes: false })
  })

  it.each([
    ['12栋架空层改造成亲邻坊', 'sharedUse', true],
    ['续筹维修资金', 'raiseFund', true],
    ['动用维修资金修屋面', 'useFund', false],
    ['续聘物业公司', 'property', false],
    ['修改管理规约', 'rules', false],
  ])('sees that all owners decide on %s', (words, matter, threeQuarters) => {
    expect(sharedMatter(words)).toBe(matter)
    expect(needsThreeQuarters(matter as never)).toBe(threeQuarters)
  })

  it('never shows a council’s yes to it as decided, also where two wrote crosswise', () => {
    expect(rulingOf({ title: '12栋架空层改造', ruling: 'agreed' })).toBe('to_owners_assembly')
    expect(rulingOf({ title: '花园加两张桌子', shared: true, ruling: 'agreed' })).toBe('to_owners_assembly')
    expect(rulingOf({ title: '花园加两张桌子', ruling: 'agreed' })).toBe('agreed')
    // The chair says that it is not one of these matters.
    expect(rulingOf({ title: '活动室墙面改造', shared: false, ruling: 'agreed' })).toBe('agreed')
    const { record } = lived<AgendaItem>(ITEM, [
      put('wang'),
      ['agendaItem.edit', { ruling: { now: 'agreed' } }, 'wang'],
      ['agendaItem.edit', { shared: { now: true } }, 'tang'],
    ])
    expect(rulingOf(record)).toBe('to_owners_assembly')
  })
})
