import {
  addItem,
  buildAgenda,
  type Call,
  callMeeting,
  countVotes,
  dropResolution,
  editItem,
  editMeeting,
  idOfCall,
  reopenResolution,
  reportOn,
  rule,
  settleVotes,
} from '#commands/council.ts'
import { answerWish, hear, raiseTopic, reopenTopic, resolveTopic, wish } from '#commands/topics.ts'
import { type AgendaItem, itemId, RULINGS } from '#domain/council/agendaItem.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import { type Resolution, resolutionId } from '#domain/council/resolution.ts'
import { ANSWERS, HEARD_AGES, HEARD_HOMES, type Topic } from '#domain/council/topic.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import { type Act, type Ground, newRecord, some, words } from './ground.ts'

/** Few, so that two tablets that have not heard of each other sit at one table. */
const DAYS = ['2026-03-06', '2026-03-13'] as const

const sitting = (ground: Ground) => some<Meeting>(ground, 'meeting')
const item = (ground: Ground) => some<AgendaItem>(ground, 'agendaItem')
const task = (ground: Ground) => some<Resolution>(ground, 'resolution')
const topic = (ground: Ground) => some<Topic>(ground, 'topic')

const call: Act = (ground) => {
  const { chance, ctx, known } = ground
  const at = { meetingKind: 'weekly', day: chance.pick(DAYS), time: '19:30' } as const
  const id = idOfCall(ctx, { ...at, placeText: '' })
  known.push(id)
  const wanted: Call = { ...at, placeText: words(ground, ctx.compound, id), expected: 15 }
  return callMeeting(ctx, wanted)
}

/** Hands are counted by whoever sits there: on what they see, and now and then on what they saw before. */
const count: Act = (ground) => {
  const one = item(ground)
  if (!one) return undefined
  const { chance, ctx } = ground
  const votes = { for: chance.below(6), against: chance.below(4), abstain: chance.below(2) }
  if (one.otherCount && chance.once(2))
    return settleVotes(ctx, one.id, chance.pick([one.otherCount.votes, one.counted?.votes ?? votes]))
  return countVotes(ctx, one.id, chance.once(4) ? undefined : one.counted?.votes, votes)
}

const decide: Act = (ground) => {
  const one = item(ground)
  if (!one) return undefined
  const { chance, ctx, colleagues, known } = ground
  const id = resolutionId(one.meeting, one.id)
  known.push(id)
  return rule(ctx, one, {
    ruling: chance.pick(RULINGS),
    decision: words(ground, one.place, id),
    ...(chance.once(2) ? { assignee: chance.pick(colleagues) } : { whose: '物业' }),
    due: chance.pick(DAYS),
    otherwise: '另议',
  })
}

/** What the compound talks over and decides, and a question on the way there. */
export const ofTheCouncil: readonly Act[] = [
  call,
  (ground) => {
    const one = sitting(ground)
    if (!one) return undefined
    const { chance, ctx } = ground
    return editMeeting(ctx, one, {
      present: chance.below(16),
      ...(chance.once(3) && { placeText: words(ground, one.place, one.id) }),
    })
  },
  (ground) => {
    const [one, from] = [sitting(ground), some<Feedback>(ground, 'feedback')]
    if (!one || !from) return undefined
    const id = itemId(one.id, from.id)
    ground.known.push(id)
    const title = words(ground, one.place, id)
    return buildAgenda(ground.ctx, one.id, [{ listed: 'open', title, from: [from.id] }])
  },
  (ground) => {
    const one = sitting(ground)
    if (!one) return undefined
    const id = newRecord(ground)
    const items = ground.ctx.view.all<AgendaItem>('agendaItem').filter(({ meeting }) => meeting === one.id)
    return addItem(ground.ctx, one.id, { id, title: words(ground, one.place, id), items })
  },
  (ground) => {
    const one = item(ground)
    return one && editItem(ground.ctx, one, { discussion: words(ground, one.place, one.id) })
  },
  count,
  count,
  count,
  decide,
  (ground) => {
    const one = task(ground)
    if (!one) return undefined
    const said = { text: words(ground, one.place, one.id), photos: [] }
    return reportOn(ground.ctx, one.id, ground.chance.pick(['report', 'report', 'finish']), said)
  },
  (ground) => {
    const one = task(ground)
    if (!one) return undefined
    const because = words(ground, one.place, one.id)
    return one.state === 'open'
      ? dropResolution(ground.ctx, one.id, because)
      : reopenResolution(ground.ctx, one.id, because)
  },
  (ground) => {
    const { ctx } = ground
    const id = newRecord(ground)
    return raiseTopic(ctx, id, {
      question: words(ground, ctx.compound, id),
      options: [{ id: 'a', text: '要' }],
      wanted: { elders: 2, parents: 2, renters: 2 },
    })
  },
  (ground) => {
    const one = topic(ground)
    if (!one) return undefined
    const { chance, ctx } = ground
    const who = { age: chance.pick(HEARD_AGES), home: chance.pick(HEARD_HOMES), child: chance.once(2) }
    const said = words(ground, one.place, one.id)
    return hear(ctx, one.id, {
      ...who,
      count: 1 + chance.below(3),
      ...(chance.once(2) && { option: 'a' }),
      said,
    })
  },
  (ground) => {
    const one = topic(ground)
    if (!one) return undefined
    const said = words(ground, one.place, one.id)
    const open = one.wishes[0]
    if (!open || ground.chance.once(2)) return wish(ground.ctx, one.id, said)
    return answerWish(ground.ctx, one.id, open, { is: ground.chance.pick(ANSWERS), because: said })
  },
  (ground) => {
    const one = topic(ground)
    if (!one) return undefined
    const said = words(ground, one.place, one.id)
    return one.resolved ? reopenTopic(ground.ctx, one.id, said) : resolveTopic(ground.ctx, one.id, said)
  },
]
