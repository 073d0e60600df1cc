import { derivedId, type RecordId, type TenantId } from '#domain/ids.ts'
import { meetingId } from '#domain/council/meeting.ts'
import { orderId } from '#domain/ledger/order.ts'
import { compoundPlace } from '#domain/places.ts'
import type { Content, Section } from '#domain/wall/publication.ts'
import { addDays } from '#domain/workingDays.ts'
import type { Who } from './cast.ts'
import type { Line } from './line.ts'
import { remarkId } from './remarks.ts'

/** What was published: the minutes on Wednesday; on Friday the works, and last month's accounts for the second time. All of it is invented. */
export function wall(tenant: TenantId, monday: string, pictures: (name: string) => string): readonly Line[] {
  const lastMonth = addDays(`${monday.slice(0, 7)}-01`, -1)
  const month = Number(lastMonth.slice(5, 7))
  const said =
    (record: RecordId) =>
    (by: Who, day: number, time: string, verb: string, args: object): Line => ({
      by,
      day,
      time,
      record,
      name: `publication.${verb}`,
      args,
    })
  const hung = { looked: true } as const
  const propose = (section: Section, content: Content, more: object = {}) => ({
    place: compoundPlace(tenant),
    section,
    content,
    ...more,
  })

  const works = said(derivedId('demo', tenant, 'wall', 'works'))
  const board: Content = {
    title: '踢脚线粘牢了，不再绊脚',
    lines: ['楼层踢脚线掉了一截，娃娃绊到过。先围挡，三天里粘补好。'],
    figures: [
      { label: '谁提的', value: '1 户' },
      { label: '用了几天', value: '3 天' },
      { label: '花了（元）', value: '186' },
      { label: '保修到', value: `${Number(monday.slice(0, 4)) + 1}年3月` },
    ],
    before: pictures('skirting-loose'),
    after: pictures('skirting-firm'),
    pictures: [],
  }

  const minutes = said(derivedId('demo', tenant, 'wall', 'minutes'))
  const day = addDays(monday, 2)
  const decided = minutesOf(day)
  const meeting = meetingId(compoundPlace(tenant), 'weekly', day)

  const accounts = said(derivedId('demo', tenant, 'wall', 'accounts'))
  const first = accountsOf(month, false)
  const second = accountsOf(month, true)
  return [
    accounts(
      'manager',
      -3,
      '10:05',
      'propose',
      propose('accounts', first, { period: lastMonth.slice(0, 7) }),
    ),
    accounts('officer', -3, '16:10', 'publish', { content: first, ...hung }),
    minutes('owners2', 2, '20:55', 'propose', propose('resolutions', decided, { about: meeting })),
    minutes('officer', 2, '21:00', 'publish', { content: decided, ...hung }),
    works(
      'engineer',
      4,
      '15:20',
      'propose',
      propose('story', board, { about: orderId(remarkId(tenant, 'skirting')) }),
    ),
    works('officer', 4, '16:00', 'publish', { content: board, ...hung }),
    accounts('officer', 4, '16:00', 'correct', {
      content: second,
      reason: `${month}月的电梯广告 6,000 元第一版漏了`,
      ...hung,
    }),
  ]
}

/** Of the sitting: what was decided, with votes and roles; no name is in it. */
function minutesOf(day: string): Content {
  const votes = (yes: number, no: number, none: number) => `同意 ${yes}・反对 ${no}・弃权 ${none}`
  return {
    title: `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日 周周议定了 4 件`,
    lines: ['来了 11 人，物业列席 2 人，不表决。'],
    figures: [],
    table: {
      head: ['议题', '定了什么', '表决', '谁来办'],
      rows: [
        ['1. 大厅灯光', '周五前拿三家报价，连地下室一起问', votes(11, 0, 0), '业委会'],
        ['2. 广场舞时段', '晚上七点到八点半，音箱朝花园', votes(9, 1, 1), '党支部'],
        ['3. 轮椅坡道', '量好尺寸、画个样子，下周带来看', votes(11, 0, 0), '物业'],
        ['4. 账目公示', '每月五号贴上月的账', votes(11, 0, 0), '业委会'],
      ],
    },
    pictures: [],
  }
}

function accountsOf(month: number, whole: boolean): Content {
  return {
    title: `公共收益 ${month}月（元）`,
    lines: [],
    table: {
      head: ['项目', '收支'],
      rows: [
        ['停车位租金', '+ 18,400'],
        ...(whole ? [['电梯广告', '+ 6,000']] : []),
        ['架空层桌椅', '− 3,860'],
        ['楼道换灯 36 盏', '− 1,296'],
      ],
    },
    figures: [{ label: '这个月余下', value: whole ? '19,244' : '13,244' }],
    pictures: [],
  }
}
