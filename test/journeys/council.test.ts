import { describe, expect, test } from 'vitest'
import {
  addItem,
  buildAgenda,
  callMeeting,
  countVotes,
  editItem,
  editMeeting,
  idOfCall,
  moveItem,
  reportOn,
  rule,
  settleVotes,
} from '#commands/council.ts'
import { raiseTopic, resolveTopic } from '#commands/topics.ts'
import type { AgendaItem } from '#domain/council/agendaItem.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import { type Resolution, resolutionId } from '#domain/council/resolution.ts'
import type { Topic } from '#domain/council/topic.ts'
import { agendaOf, openResolutions, proposedAgenda, resolutionsFor, votesOver } from '#queries/council.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { must } from '#test/support/binSide.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

const CALL = {
  meetingKind: 'weekly',
  day: '2026-03-04',
  time: '19:30',
  placeText: '活动室',
  expected: 14,
} as const
const NEXT = { ...CALL, day: '2026-03-11' }

/** Somebody said it, and it was marked for the council. */
const remark = (who: Volunteer, place: RecordId, text: string) =>
  who.commit([
    {
      record: who.newId() as RecordId,
      name: 'feedback.write',
      v: 1,
      args: {
        place,
        text,
        category: 'suggestion',
        urgency: 'u4',
        channel: 'face',
        affected: 1,
        heardAt: who.now(),
        photos: [],
        name: 'none',
        disposition: 'council_topic',
      },
    },
  ])

const proposals = (who: Volunteer, meeting: RecordId) =>
  proposedAgenda(who.view, who.reader(), who.view.get<Meeting>(meeting)!, who.now())
const items = (who: Volunteer, meeting: RecordId) => agendaOf(who.reader(), meeting)
const built = async (who: Volunteer, meeting: RecordId) =>
  must(buildAgenda(who, meeting, proposals(who, meeting)))

async function allSync(...devices: readonly Volunteer[]) {
  // Twice: what the last one brings the first has to hear.
  for (const one of [...devices, ...devices]) expect(await one.sync()).toBe('done')
}

/** Two of the owners' committee who write, and a floor lead who reads and has a say. */
async function aCouncil() {
  const compound = await twoDevices()
  const { office } = compound
  const place = compound.place('compound')
  const shen = await compound.joins({ name: '沈姐', role: 'owners' })
  const zhong = await compound.joins({ name: '钟哥', role: 'owners' })
  const jiang = await compound.joins({ name: '江姐', role: 'floorLead', place: compound.place('1-1') })
  await must(remark(office, place, '大厅灯太暗了'))
  await must(remark(office, place, '坝子头广场舞声音太大'))
  await allSync(office, shen, zhong, jiang)
  const meeting = idOfCall(shen, CALL)
  return { compound, office, shen, zhong, jiang, meeting, place }
}

describe('two secretaries without a signal', () => {
  test('build the same agenda in one press each, and it is one agenda when they meet', async () => {
    const { office, shen, zhong, meeting } = await aCouncil()
    for (const one of [shen, zhong]) {
      one.wire.cut()
      await must(callMeeting(one, CALL))
      await built(one, meeting)
      await one.restart()
    }
    expect(items(shen, meeting).map((one) => one.id)).toEqual(items(zhong, meeting).map((one) => one.id))
    for (const one of [shen, zhong]) one.wire.mend()
    await allSync(shen, zhong, office)
    expect(new Set(items(office, meeting).map((one) => one.title))).toEqual(
      new Set(['大厅灯太暗了', '坝子头广场舞声音太大']),
    )
    expect(office.view.all<Meeting>('meeting')).toHaveLength(1)
    expect(await buildAgenda(shen, meeting, proposals(shen, meeting))).toEqual({
      ok: false,
      refused: 'nothingToDo',
    })
  })

  test('W9 write minutes that merge; a vote counted by both is a named disagreement until somebody settles it', async () => {
    const { shen, zhong, meeting } = await aCouncil()
    await must(callMeeting(shen, CALL))
    await built(shen, meeting)
    await allSync(shen, zhong)
    for (const one of [shen, zhong]) one.wire.cut()
    const [item] = items(shen, meeting) as [AgendaItem]

    await must(editMeeting(shen, shen.view.get<Meeting>(meeting)!, { present: 11 }))
    await must(editItem(shen, item, { discussion: '三家都说看不清。' }))
    await must(countVotes(shen, item.id, undefined, { for: 11, against: 0, abstain: 0 }))
    await must(editMeeting(zhong, zhong.view.get<Meeting>(meeting)!, { guests: 2 }))
    await must(
      rule(zhong, items(zhong, meeting)[0]!, {
        ruling: 'agreed',
        decision: '三家报价',
        whose: '业委会',
        due: '2026-03-06',
        otherwise: '改了',
      }),
    )
    await must(countVotes(zhong, item.id, undefined, { for: 10, against: 1, abstain: 0 }))
    for (const one of [shen, zhong]) one.wire.mend()
    await allSync(shen, zhong)

    for (const one of [shen, zhong]) {
      expect(one.view.get<Meeting>(meeting)).toMatchObject({ present: 11, guests: 2 })
      expect(items(one, meeting)[0]).toMatchObject({
        discussion: '三家都说看不清。',
        decision: '三家报价',
        counted: { votes: { for: 10, against: 1, abstain: 0 }, by: zhong.me },
        otherCount: { votes: { for: 11, against: 0, abstain: 0 }, by: shen.me },
      })
    }
    await must(settleVotes(shen, item.id, { for: 11, against: 0, abstain: 0 }))
    await allSync(shen, zhong)
    const settled = items(zhong, meeting)[0]!
    expect(settled.counted).toMatchObject({ votes: { for: 11 }, by: shen.me })
    expect(settled.otherCount).toBeUndefined()
    expect(votesOver(settled, { present: 11 })).toBe(0)
    expect(votesOver(settled, { present: 9 })).toBe(2)
  })
})

test('what was resolved is a task of whoever it names, and what is not done comes first a week later', async () => {
  const { compound, shen, jiang, meeting } = await aCouncil()
  await must(callMeeting(shen, CALL))
  await built(shen, meeting)
  const named = (title: string) => items(shen, meeting).find((one) => one.title === title)!
  const light = named('大厅灯太暗了')
  const dance = named('坝子头广场舞声音太大')
  const decided = { ruling: 'agreed', due: '2026-03-06', otherwise: '改了' } as const
  await must(rule(shen, light, { ...decided, decision: '三家报价', assignee: jiang.me }))
  await must(rule(shen, dance, { ...decided, decision: '八点半收', whose: '物业' }))
  await allSync(shen, jiang)

  // A floor lead reads the council of the compound, and reports on what is theirs without a signal.
  jiang.wire.cut()
  expect(resolutionsFor(jiang.reader(), '2026-03-04').map((one) => one.text)).toEqual(['三家报价'])
  expect(resolutionsFor(jiang.reader(), '2026-03-07')[0]?.late).toBe(true)
  await must(reportOn(jiang, resolutionId(meeting, light.id), 'finish', { text: '报价齐了', photos: [] }))
  await jiang.restart()
  jiang.wire.mend()
  await allSync(jiang, shen)
  expect(shen.view.get<Resolution>(resolutionId(meeting, light.id))).toMatchObject({
    state: 'done',
    steps: [{ is: 'done', by: jiang.me, text: '报价齐了' }],
  })
  expect(openResolutions(shen.reader()).map((one) => one.text)).toEqual(['八点半收'])

  compound.clock = '2026-03-11T10:00:00.000Z'
  shen.wire.cut()
  const next = idOfCall(shen, NEXT)
  await must(callMeeting(shen, NEXT))
  await built(shen, next)
  expect(items(shen, next)[0]).toMatchObject({ listed: 'resolution', title: '八点半收' })
  // The remark it came of is the same matter and not on the table a second time.
  expect(items(shen, next).map((one) => one.title)).not.toContain('坝子头广场舞声音太大')
})

test('a person takes an item off, adds one and moves it, all without a signal; building again brings nothing back', async () => {
  const { shen, zhong, meeting } = await aCouncil()
  shen.wire.cut()
  await must(callMeeting(shen, CALL))
  await built(shen, meeting)
  const [first] = items(shen, meeting) as [AgendaItem]
  const left = items(shen, meeting).map((one) => one.title)[1]!
  await must(editItem(shen, first, { off: true }))
  const added = shen.newId() as RecordId
  await must(addItem(shen, meeting, { id: added, title: '元旦包抄手', items: items(shen, meeting) }))
  await must(moveItem(shen, items(shen, meeting), shen.view.get<AgendaItem>(added)!, -1))
  const wanted = ['元旦包抄手', left]
  expect(items(shen, meeting).map((one) => one.title)).toEqual(wanted)
  expect(await buildAgenda(shen, meeting, proposals(shen, meeting))).toMatchObject({ refused: 'nothingToDo' })
  shen.wire.mend()
  await allSync(shen, zhong)
  expect(items(zhong, meeting).map((one) => one.title)).toEqual(wanted)
})

test('whoever does not hold the council cannot rule on it, and is told; a topic is theirs to raise, not to resolve', async () => {
  const { shen, jiang, meeting } = await aCouncil()
  await must(callMeeting(shen, CALL))
  await built(shen, meeting)
  await allSync(shen, jiang)
  const [item] = items(jiang, meeting) as [AgendaItem]
  await must(editItem(jiang, item, { ruling: 'agreed' }))
  const topic = jiang.newId() as RecordId
  const form = { question: '坝子跳到几点', options: [], wanted: { elders: 5, parents: 2, renters: 1 } }
  await must(raiseTopic(jiang, topic, form))
  await must(resolveTopic(jiang, topic, '九点'))
  await allSync(jiang, shen)
  expect(items(shen, meeting)[0]?.ruling).toBeUndefined()
  expect(shen.view.get<Topic>(topic)).toMatchObject({ question: '坝子跳到几点' })
  expect(shen.view.get<Topic>(topic)?.resolved).toBeUndefined()
})
