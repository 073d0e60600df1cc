import { describe, expect, it } from 'vitest'
import { type CampaignForm, editCampaign, endCampaign, planCampaign } from '#commands/campaigns.ts'
import { answerQuestion, recordVisit } from '#commands/visits.ts'
import type { Campaign } from '#domain/bins/campaign.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Visit } from '#domain/doors/visit.ts'
import { aDoorSide, COMPOUND, door, OFFICE, UNIT_2 } from '#test/support/doorSide.ts'

const FIRE: CampaignForm = {
  title: '防火敲门',
  questions: [{ id: 'q1', text: '装了烟雾报警器吗', choices: ['装了', '没装'] }],
  where: [UNIT_2],
  doors: 'all',
  people: [],
  from: '2024-03-10',
  until: '2024-03-17',
}

const anOfficer = () =>
  aDoorSide(undefined, { me: OFFICE, appointment: { role: 'officer', place: COMPOUND } })

async function planned(side: ReturnType<typeof anOfficer>, form = FIRE): Promise<Campaign> {
  const done = await planCampaign(side, form, 'fire' as RecordId)
  if (!done.ok) throw new Error(done.refused)
  return side.view.get<Campaign>('fire' as RecordId)!
}

describe('planning a round', () => {
  it('keeps what was filled in and nothing that was not', async () => {
    const campaign = await planned(anOfficer())
    expect(campaign).toMatchObject({ ...FIRE, author: OFFICE, place: COMPOUND })
    expect(campaign.purpose).toBeUndefined()
  })

  it('W9 sends of an edit only what changed; an unchanged form has nothing to do', async () => {
    const side = anOfficer()
    const campaign = await planned(side, { ...FIRE, purpose: '天冷了' })
    const form = { ...FIRE, purpose: '天冷了' }
    expect(await editCampaign(side, campaign, form)).toEqual({ ok: false, refused: 'nothingToDo' })
    const done = await editCampaign(side, campaign, { ...form, until: '2024-03-20' })
    expect(done.ok && done.value[0]?.args).toEqual({ until: { was: '2024-03-17', now: '2024-03-20' } })
    // A purpose that is taken away is gone.
    await editCampaign(side, side.view.get<Campaign>(campaign.id)!, { ...FIRE, until: '2024-03-20' })
    expect(side.view.get<Campaign>(campaign.id)?.purpose).toBeUndefined()
  })

  it('ends today, or on its first day where it has not begun', async () => {
    const side = anOfficer()
    const campaign = await planned(side)
    await endCampaign(side, campaign, '2024-03-12')
    expect(side.view.get<Campaign>(campaign.id)?.ended).toBe('2024-03-12')
    const other = anOfficer()
    const ahead = await planned(other)
    await endCampaign(other, ahead, '2024-03-01')
    expect(other.view.get<Campaign>(ahead.id)?.ended).toBe('2024-03-10')
  })
})

describe('an answer at the door', () => {
  it('is kept under its question, replaced by the next one and taken away by none; the others stay', async () => {
    const side = aDoorSide()
    const done = await recordVisit(side, {
      dwelling: door(2, 502),
      outcome: 'met',
      campaign: 'fire' as RecordId,
    })
    const id = (done.ok && done.value[0]!.record) as RecordId
    const visit = () => side.view.get<Visit>(id)!
    expect(visit()).toMatchObject({ campaign: 'fire', outcome: 'met' })
    await answerQuestion(side, visit(), 'q1', '没装')
    await answerQuestion(side, visit(), 'q2', ' 楼道灯暗 ')
    await answerQuestion(side, visit(), 'q1', '装了')
    expect(visit().answers).toEqual([
      { to: 'q2', said: '楼道灯暗' },
      { to: 'q1', said: '装了' },
    ])
    await answerQuestion(side, visit(), 'q1', undefined)
    await answerQuestion(side, visit(), 'q2', ' ')
    expect(visit().answers).toBeUndefined()
  })
})
