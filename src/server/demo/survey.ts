import { derivedId, type RecordId, type TenantId } from '#domain/ids.ts'
import { compoundPlace } from '#domain/places.ts'
import { type Ask, type Step, STEPS } from '#domain/survey/survey.ts'
import { addDays } from '#domain/workingDays.ts'
import type { Who } from './cast.ts'
import { sameChance, shuffled } from './clock.ts'
import type { Line } from './line.ts'

const QUESTIONS = [
  { ask: 'overall', text: '总的来说，满意吗' },
  { ask: 'cleaning', text: '楼道和院子干净吗' },
  { ask: 'order', text: '秩序和安全放心吗' },
  { ask: 'repairSpeed', text: '报修来得快吗' },
  { ask: 'repairResult', text: '修得好吗' },
  { ask: 'fees', text: '账目看得明白吗' },
] as const satisfies readonly { ask: Ask; text: string }[]

/** 109 of 118 marks are 满意 or better; two were not sure. */
const MARKS: Readonly<Record<Step, number>> = {
  very: 61,
  satisfied: 48,
  neutral: 6,
  dissatisfied: 2,
  veryDissatisfied: 1,
  unclear: 2,
}
const REFUSED = 5
const NOT_BACK = 26

const WISHES = ['电梯里再亮一点', '多放两把椅子', '晚上跳舞声音小一点', '账目字写大点']

/** 月月谈 on Saturday: 151 sheets went out, 120 came back, typed in by two people at once. */
export function survey(tenant: TenantId, monday: string): readonly Line[] {
  const place = compoundPlace(tenant)
  const id = derivedId<RecordId>('demo', tenant, 'survey')
  const [from, day] = [monday, addDays(monday, 5)]
  const chance = sameChance(20_240_309)
  const sheets = shuffled(
    STEPS.flatMap((step) => Array.from({ length: MARKS[step] }, () => step)),
    chance,
  )
  const recorded = (by: Who, nth: number, time: string, args: object): Line => ({
    by,
    day: 5,
    time,
    seconds: nth % 60,
    record: derivedId('demo', tenant, 'answer', nth),
    name: 'answer.record',
    args: { place, survey: id, channel: 'paper', day, ...args },
  })
  return [
    {
      by: 'officer',
      day: 0,
      time: '09:30',
      record: id,
      name: 'survey.plan',
      args: {
        place,
        title: '月月谈满意度',
        questions: QUESTIONS,
        picked: 'everyHome',
        from,
        until: addDays(monday, 6),
      },
    },
    ...sheets.map((overall, nth) =>
      recorded(nth % 2 === 0 ? 'owners1' : 'grid1', nth, nth < 60 ? '17:02' : '17:03', {
        asked: 'answered',
        given: QUESTIONS.map(({ ask }) => ({
          ask,
          step: ask === 'overall' || chance() < 0.7 ? overall : (STEPS[Math.floor(chance() * 4)] ?? overall),
        })),
        ...(WISHES[nth] && { wish: WISHES[nth] }),
      }),
    ),
    recorded('owners1', 200, '17:05', { asked: 'refused', count: REFUSED, given: [] }),
    recorded('grid1', 201, '17:05', { asked: 'nobody', count: NOT_BACK, given: [] }),
  ]
}
