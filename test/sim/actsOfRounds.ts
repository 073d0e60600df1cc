import { editCampaign, endCampaign, planCampaign } from '#commands/campaigns.ts'
import { amendVisit, answerQuestion, recordVisit } from '#commands/visits.ts'
import { type Campaign, CAMPAIGN_DOORS } from '#domain/bins/campaign.ts'
import { type Visit, VISIT_OUTCOMES, VISIT_TOPICS } from '#domain/doors/visit.ts'
import { type Act, newRecord, some, somePlace, words } from './ground.ts'

const DAYS = ['2026-03-04', '2026-03-06', '2026-03-10'] as const
const CHOICES = ['装了', '没装']

/** The office asks for a round, says it otherwise, and ends it. */
export const ofRounds: readonly Act[] = [
  (ground) => {
    const { chance, ctx } = ground
    const area = chance.once(2) ? somePlace(ground, 'building', 'unit') : undefined
    const id = newRecord(ground)
    const form = {
      title: '防火敲门',
      questions: [{ id: 'q1', text: '装了烟雾报警器吗', choices: CHOICES }],
      where: area ? [area.id] : [],
      doors: chance.pick(CAMPAIGN_DOORS),
      people: [],
      from: DAYS[0],
      until: chance.pick(DAYS),
    }
    return planCampaign(ctx, form, id)
  },
  (ground) => {
    const campaign = some<Campaign>(ground, 'campaign')
    if (!campaign) return undefined
    const { title, questions, where, people, from } = campaign
    const { chance, ctx } = ground
    const doors = chance.pick(CAMPAIGN_DOORS)
    return editCampaign(ctx, campaign, {
      title,
      questions,
      where,
      people,
      from,
      doors,
      until: chance.pick(DAYS),
    })
  },
  (ground) => {
    const campaign = some<Campaign>(ground, 'campaign')
    return campaign && endCampaign(ground.ctx, campaign, ground.chance.pick(DAYS))
  },
]

/** Doors in a round: what was asked and said, and doors that want nobody for a while. */
export const inRounds: readonly Act[] = [
  (ground) => {
    const door = somePlace(ground, 'dwelling')
    const campaign = some<Campaign>(ground, 'campaign')
    if (!door || !campaign) return undefined
    const { chance, ctx } = ground
    return recordVisit(ctx, {
      id: newRecord(ground),
      dwelling: door.id,
      outcome: chance.pick(VISIT_OUTCOMES),
      campaign: campaign.id,
      topics: [chance.pick(VISIT_TOPICS)],
    })
  },
  (ground) => {
    const visit = some<Visit>(ground, 'visit')
    if (!visit) return undefined
    const { chance, ctx } = ground
    const said = chance.once(2) ? chance.pick(CHOICES) : words(ground, visit.place, visit.id)
    return answerQuestion(ctx, visit, chance.pick(['q1', 'q2']), said)
  },
  (ground) => {
    const visit = some<Visit>(ground, 'visit')
    return visit && amendVisit(ground.ctx, visit, { quietUntil: ground.chance.pick(DAYS) })
  },
]
