import { itemId } from '#domain/council/agendaItem.ts'
import { derivedId, type RecordId, type TenantId } from '#domain/ids.ts'
import { meetingId } from '#domain/council/meeting.ts'
import { resolutionId } from '#domain/council/resolution.ts'
import { addDays } from '#domain/workingDays.ts'
import { personOf, placeOf, type Who } from './cast.ts'
import type { Line } from './line.ts'
import { remarkId } from './remarks.ts'

/** What the sitting of the week talked over: which remarks, the show of hands, what was decided, who has it. */
const ITEMS: readonly {
  readonly from: readonly [string, ...string[]]
  readonly listed: 'repeated' | 'marked'
  readonly title: string
  readonly category: string
  readonly question: string
  readonly discussion: string
  readonly votes: readonly [number, number, number]
  readonly decision: string
  readonly to: { readonly who?: Who; readonly whose?: string }
  /** Day of the week by which it is to be done. */
  readonly due: number
  readonly done?: readonly [day: number, time: string, by: Who, text: string]
}[] = [
  {
    from: ['hall', 'hall-2', 'hall-3'],
    listed: 'repeated',
    title: '大厅灯光',
    category: 'lighting',
    question: '要不要换亮的灯',
    discussion: '三家都说晚上看不清。先问清楚多少钱，再定换哪种。',
    votes: [11, 0, 0],
    decision: '周五前拿三家报价，连地下室一起问，下周看报价定。',
    to: { whose: '业委会' },
    due: 4,
    done: [4, '16:00', 'owners1', '三家报价都到了，最低 8,600 元，下周上会。'],
  },
  {
    from: ['dance'],
    listed: 'marked',
    title: '广场舞时段',
    category: 'neighbour',
    question: '跳到几点',
    discussion: '上夜班的要睡，跳舞的也要有个地方。',
    votes: [9, 1, 1],
    decision: '晚上七点到八点半，音箱朝花园，写进公约贴坝子口。',
    to: { who: 'party' },
    due: 5,
  },
  {
    from: ['ramp'],
    listed: 'marked',
    title: '轮椅坡道',
    category: 'suggestion',
    question: '修不修坡',
    discussion: '门槛高十二公分，三家用得着。',
    votes: [11, 0, 0],
    decision: '物业量好尺寸、画个样子，下周带来看。',
    to: { who: 'manager', whose: '物业' },
    due: 9,
  },
  {
    from: ['money'],
    listed: 'marked',
    title: '账目公示',
    category: 'finance_rules',
    question: '每月几号贴账',
    discussion: '收了多少、用了多少，一样一样写清楚。',
    votes: [11, 0, 0],
    decision: '每月五号贴上月的账，二月的周五前贴出来。',
    to: { who: 'owners2', whose: '业委会' },
    due: 4,
    done: [4, '16:30', 'owners2', '二月的账贴在大厅了。'],
  },
]

/** Wednesday's sitting: 11 of 14 came, two of the property sat in; four resolutions with owners and days. */
export function council(tenant: TenantId, monday: string): readonly Line[] {
  const place = placeOf(tenant, 'compound')
  const day = addDays(monday, 2)
  const meeting = meetingId(place, 'weekly', day)
  const by = 'owners1'
  const line = (time: string, record: RecordId, name: string, args: object, on = 2, who: Who = by): Line => ({
    by: who,
    day: on,
    time,
    record,
    name,
    args,
  })
  const told = (edits: object) =>
    Object.fromEntries(Object.entries(edits).map(([field, now]) => [field, { now }]))
  return [
    line(
      '20:10',
      meeting,
      'meeting.call',
      {
        place,
        meetingKind: 'weekly',
        day,
        time: '19:30',
        placeText: '小区活动室',
        expected: 14,
      },
      1,
    ),
    ...ITEMS.map((one, index) =>
      line('18:50', itemOf(tenant, meeting, one.from[0]), 'agendaItem.put', {
        place,
        meeting,
        title: one.title,
        from: one.from.map((key) => remarkId(tenant, key)),
        listed: one.listed,
        order: (index + 1) * 1024,
        category: one.category,
      }),
    ),
    line(
      '19:34',
      meeting,
      'meeting.edit',
      told({
        present: 11,
        guests: 2,
        chair: personOf(tenant, 'owners1'),
        secretary: personOf(tenant, 'owners2'),
      }),
    ),
    ...ITEMS.flatMap((one, index) => {
      const item = itemOf(tenant, meeting, one.from[0])
      const resolution = resolutionId(meeting, item)
      const at = (minute: number) => `19:${40 + index * 4 + minute}`
      const [yes, against, abstain] = one.votes
      const { question, discussion, decision } = one
      return [
        line(at(0), item, 'agendaItem.edit', told({ question, discussion })),
        line(at(1), item, 'agendaItem.count', { now: { for: yes, against, abstain } }),
        line(at(2), item, 'agendaItem.edit', told({ decision, ruling: 'agreed' })),
        line(at(2), resolution, 'resolution.resolve', {
          place,
          meeting,
          item,
          text: decision,
          due: addDays(monday, one.due),
          ...(one.to.who && { assignee: personOf(tenant, one.to.who) }),
          ...(one.to.whose && { whose: one.to.whose }),
        }),
        ...(one.done
          ? [
              line(
                one.done[1],
                resolution,
                'resolution.finish',
                { text: one.done[3], photos: [] },
                one.done[0],
                one.done[2],
              ),
            ]
          : []),
      ]
    }),
    line('20:40', meeting, 'meeting.edit', told({ ends: '20:40' })),
    ...consultation(tenant, place, line),
  ]
}

function itemOf(tenant: TenantId, meeting: RecordId, key: string): RecordId {
  return itemId(meeting, remarkId(tenant, key))
}

/** What was asked around before Wednesday: how late people may dance in the yard. */
function consultation(
  tenant: TenantId,
  place: RecordId,
  line: (time: string, record: RecordId, name: string, args: object, on?: number, who?: Who) => Line,
): readonly Line[] {
  const topic = derivedId<RecordId>('demo-topic', tenant, 'dance')
  const heard = (
    time: string,
    who: Who,
    option: string,
    age: string,
    home: string,
    count: number,
    child = false,
  ) => line(time, topic, 'topic.hear', { option, age, home, child, count }, 2, who)
  return [
    line(
      '10:40',
      topic,
      'topic.raise',
      {
        place,
        question: '坝子晚上跳舞到几点',
        options: [
          { id: 'half-past-eight', text: '八点半收' },
          { id: 'nine', text: '九点收，声音小点' },
        ],
        wanted: { elders: 12, parents: 8, renters: 5 },
        links: [remarkId(tenant, 'dance')],
      },
      2,
      'owners2',
    ),
    heard('11:20', 'lead11', 'nine', 'from60', 'owned', 6),
    heard('15:10', 'lead21', 'half-past-eight', 'from18', 'owned', 5, true),
    heard('16:40', 'lead22', 'half-past-eight', 'from18', 'rented', 3),
    heard('17:30', 'lead13', 'half-past-eight', 'from60', 'owned', 4),
    line('17:32', topic, 'topic.wish', { text: '音箱莫对着窗子' }, 2, 'lead13'),
  ]
}
