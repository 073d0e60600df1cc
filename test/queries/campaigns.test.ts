import { describe, expect, it } from 'vitest'
import { type CampaignForm, endCampaign, planCampaign } from '#commands/campaigns.ts'
import { answerQuestion, recordVisit } from '#commands/visits.ts'
import type { Campaign } from '#domain/bins/campaign.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { FRESHNESS } from '#domain/settings.ts'
import type { Visit } from '#domain/doors/visit.ts'
import { addDays } from '#domain/workingDays.ts'
import { campaignDoors, campaignsOn, campaignView, myCampaigns, reachedIn } from '#queries/campaigns.ts'
import { elevationOf } from '#queries/doors.ts'
import { nextDoor, visitRound } from '#queries/round.ts'
import {
  aDoorSide,
  appointed,
  BUILDING,
  change,
  COMPOUND,
  door,
  type DoorSide,
  folded,
  OFFICE,
  REN,
  springCompound,
  TODAY,
  UNIT_2,
  ZHOU,
} from '#test/support/doorSide.ts'

const compound = springCompound()
const FIRE: CampaignForm = {
  title: '防火敲门',
  purpose: '天冷了，看看插线板',
  questions: [
    { id: 'q1', text: '装了烟雾报警器吗', choices: ['装了', '没装'] },
    { id: 'q2', text: '还有什么要说的' },
  ],
  where: [UNIT_2],
  doors: 'all',
  people: [],
  from: TODAY,
  until: addDays(TODAY, 7),
}

const anOfficer = (records: readonly Recorded[] = compound) =>
  aDoorSide(records, { me: OFFICE, appointment: { role: 'officer', place: COMPOUND } })

async function planned(side: DoorSide, form: Partial<CampaignForm> = {}): Promise<Campaign> {
  const done = await planCampaign(side, { ...FIRE, ...form })
  if (!done.ok) throw new Error(done.refused)
  return side.view.get<Campaign>(done.value[0]!.record)!
}

/** The campaign as the phone of a volunteer has it. */
async function onPhone(form: Partial<CampaignForm> = {}, more: readonly Recorded[] = []) {
  const campaign = await planned(anOfficer(), form)
  return { campaign, side: aDoorSide([...compound, ...more, campaign]) }
}

function visited(dwelling: RecordId, days: number, args: object, actor: PersonId = REN): readonly Recorded[] {
  const at = `${addDays(TODAY, -days)}T02:00:00.000Z`
  const id = `visit-${dwelling}-${days}-${actor}` as RecordId
  return folded([change('visit.record', id, { place: dwelling, outcome: 'met', ...args }, { at, actor })])
}

async function answered(side: DoorSide, dwelling: RecordId, campaign: Campaign, said: string): Promise<void> {
  const done = await recordVisit(side, { dwelling, outcome: 'met', campaign: campaign.id })
  if (!done.ok) throw new Error(done.refused)
  await answerQuestion(side, side.view.get<Visit>(done.value[0]!.record)!, 'q1', said)
}

describe('a round that the office asks for', () => {
  it('is seen from its first day to its last by whoever goes to doors of its area', async () => {
    const { side, campaign } = await onPhone()
    const names = (day: string, of = side) => myCampaigns(of.reader(day), day).map((one) => one.id)
    expect(names(addDays(TODAY, -1))).toEqual([])
    expect(names(TODAY)).toEqual([campaign.id])
    expect(names(addDays(TODAY, 7))).toEqual([campaign.id])
    expect(names(addDays(TODAY, 8))).toEqual([])
    const elsewhere = aDoorSide([...compound, campaign], { appointment: { place: door(1, 101) } })
    expect(names(TODAY, elsewhere)).toEqual([])
    expect(campaignsOn(elsewhere.reader(), TODAY)).toHaveLength(1)
  })

  it('asks only those who were named, where somebody was', async () => {
    const { side } = await onPhone({ people: [REN] })
    expect(myCampaigns(side.reader(), TODAY)).toEqual([])
    const { side: mine } = await onPhone({ people: [REN, ZHOU] })
    expect(myCampaigns(mine.reader(), TODAY)).toHaveLength(1)
  })

  it('ended before its time, it is over the day after', async () => {
    const office = anOfficer()
    const campaign = await planned(office)
    await endCampaign(office, campaign, addDays(TODAY, 2))
    const [ended] = campaignsOn(office.reader(), TODAY)
    const phone = aDoorSide([...compound, ended!])
    expect(myCampaigns(phone.reader(), addDays(TODAY, 2))).toHaveLength(1)
    expect(myCampaigns(phone.reader(), addDays(TODAY, 3))).toEqual([])
  })

  it('goes to all doors of its area, or to those nobody was reached behind for long before it began', async () => {
    const lately = visited(door(2, 702), 10, {})
    const long = visited(door(2, 703), 120, {})
    const { side, campaign } = await onPhone({}, [...lately, ...long])
    const { elevation } = elevationOf(side.reader(), BUILDING, TODAY)!
    expect(campaignView(side.reader(), campaign, FRESHNESS).all.of).toBe(
      visitRound(side.reader(), elevation, UNIT_2, TODAY).of,
    )
    const { side: other, campaign: gap } = await onPhone({ doors: 'notReached' }, [...lately, ...long])
    const doors = () => campaignDoors(other.reader(), gap, FRESHNESS).map((one) => one.id)
    expect(doors()).not.toContain(door(2, 702))
    expect(doors()).toContain(door(2, 703))
    // Whoever is reached in it stays one of its doors.
    await recordVisit(other, { dwelling: door(2, 703), outcome: 'met', campaign: gap.id })
    expect(doors()).toContain(door(2, 703))
  })
})

describe('how far a round is', () => {
  it('counts doors that are lived in and were reached in it, of all of its area, and unit by unit', async () => {
    const { side, campaign } = await onPhone({ where: [] })
    await recordVisit(side, { dwelling: door(1, 502), outcome: 'met', campaign: campaign.id })
    await recordVisit(side, { dwelling: door(2, 502), outcome: 'phone', campaign: campaign.id })
    await recordVisit(side, { dwelling: door(2, 502), outcome: 'met', campaign: campaign.id })
    await recordVisit(side, { dwelling: door(2, 503), outcome: 'noAnswer', campaign: campaign.id })
    await recordVisit(side, { dwelling: door(2, 504), outcome: 'met' })
    const { all, parts } = campaignView(side.reader(), campaign, FRESHNESS)
    expect(all).toEqual({ n: 2, of: 142 })
    expect(parts.map(({ where, n }) => [where, n])).toEqual([
      ['1栋 1单元', 1],
      ['1栋 2单元', 1],
    ])
    expect(parts.reduce((sum, { of }) => sum + of, 0)).toBe(142)
  })

  it('is told only of doors whose visits the reader may read', async () => {
    const { campaign } = await onPhone({ where: [] })
    const side = aDoorSide([...compound, campaign], { appointment: { role: 'floorLead', place: UNIT_2 } })
    const { parts } = campaignView(side.reader(), campaign, FRESHNESS)
    expect(parts.map(({ place }) => place)).toEqual([UNIT_2])
    const keeper = aDoorSide([...compound, campaign], { appointment: { role: 'supervisor' } })
    expect(campaignView(keeper.reader(), campaign, FRESHNESS)).toMatchObject({
      all: { n: 0, of: 0 },
      parts: [],
    })
  })

  it('counts answers over doors, the later one of a door, and names no door and nobody', async () => {
    const { side, campaign } = await onPhone()
    await answered(side, door(2, 502), campaign, '没装')
    side.at('2024-03-10T10:05:00.000Z')
    await answered(side, door(2, 502), campaign, '装了')
    await answered(side, door(2, 503), campaign, '装了')
    const { answers } = campaignView(side.reader(), campaign, FRESHNESS)
    expect(answers).toEqual([
      {
        question: 'q1',
        answered: 2,
        choices: [
          { said: '装了', count: 2 },
          { said: '没装', count: 0 },
        ],
      },
      { question: 'q2', answered: 0, choices: [] },
    ])
    expect(JSON.stringify(answers)).not.toMatch(new RegExp([door(2, 502), ZHOU].join('|')))
  })

  it('an answer that is no choice any more is still counted, and one taken back is not', async () => {
    const { side, campaign } = await onPhone()
    await answered(side, door(2, 502), campaign, '不知道')
    await answered(side, door(2, 503), campaign, '')
    const [first] = campaignView(side.reader(), campaign, FRESHNESS).answers
    expect(first).toMatchObject({ answered: 1 })
    expect(first?.choices.at(-1)).toEqual({ said: '不知道', count: 1 })
  })
})

describe('walking in a round', () => {
  const walk = (side: DoorSide, campaign: Campaign, day = TODAY) => {
    const reader = side.reader(day)
    return visitRound(reader, elevationOf(reader, BUILDING, day)!.elevation, UNIT_2, day, {
      campaign: {
        id: campaign.id,
        doors: new Set(campaignDoors(reader, campaign, FRESHNESS).map((one) => one.id)),
        reached: reachedIn(reader, campaign.id),
      },
    })
  }

  it('a visit outside of it does not answer it, and who was reached in it on any day is not asked again', async () => {
    const { side, campaign } = await onPhone()
    await recordVisit(side, { dwelling: door(2, 1901), outcome: 'met' })
    expect(nextDoor(walk(side, campaign))).toBe(door(2, 1901))
    await recordVisit(side, { dwelling: door(2, 1901), outcome: 'met', campaign: campaign.id })
    await recordVisit(side, { dwelling: door(2, 1902), outcome: 'noAnswer', campaign: campaign.id })
    expect(walk(side, campaign).done).toBe(2)
    const tomorrow = walk(side, campaign, addDays(TODAY, 1))
    expect(tomorrow.done).toBe(1)
    expect(nextDoor(tomorrow)).toBe(door(2, 1902))
  })
})

describe('whose campaign it is', () => {
  it('everybody of the compound may read what is asked and why, wherever their doors are', async () => {
    const campaign = await planned(anOfficer())
    const records = [...folded([appointed(REN, '任国清', {})]), ...compound, campaign]
    for (const role of ['steward', 'supervisor', 'party'] as const) {
      const reader = aDoorSide(records, { appointment: { role, place: BUILDING } }).reader()
      expect(reader.get<Campaign>(campaign.id)?.title).toBe('防火敲门')
    }
  })
})
