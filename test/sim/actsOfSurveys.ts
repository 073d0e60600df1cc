import { endSurvey, planSurvey, recordAnswer, withdrawAnswer } from '#commands/survey.ts'
import { type Answer, PICKED, REACHED, STEPS, SURVEY_CHANNELS, type Survey } from '#domain/survey/survey.ts'
import { type Act, type Ground, newRecord, some, words } from './ground.ts'

const FROM = '2026-03-04'

const asked = (ground: Ground) => some<Survey>(ground, 'survey')

const answer: Act = (ground) => {
  const survey = asked(ground)
  if (!survey) return undefined
  const { chance, ctx } = ground
  const id = newRecord(ground)
  const wish = words(ground, survey.place, id)
  return recordAnswer({ ...ctx, newId: () => id }, survey, {
    channel: chance.pick(SURVEY_CHANNELS),
    day: FROM,
    asked: chance.pick(REACHED),
    count: 1 + chance.below(3),
    given: [{ ask: 'overall', step: chance.pick(STEPS) }],
    wish,
  })
}

/** What residents are asked, and what they answer. */
export const ofSurveys: readonly Act[] = [
  (ground) => {
    const { chance, ctx } = ground
    const id = newRecord(ground)
    const questions = [{ ask: 'overall', text: '您满意吗' }] as const
    return planSurvey(
      ctx,
      {
        title: words(ground, ctx.compound, id),
        questions,
        picked: chance.pick(PICKED),
        from: FROM,
        until: '2026-03-20',
      },
      id,
    )
  },
  answer,
  answer,
  answer,
  answer,
  (ground) => {
    const mine = some<Answer>(ground, 'answer', (one) => one.author === ground.ctx.me)
    return mine && withdrawAnswer(ground.ctx, mine)
  },
  (ground) => {
    const survey = asked(ground)
    return survey && ground.chance.once(3) ? endSurvey(ground.ctx, survey, '2026-03-10') : undefined
  },
]
