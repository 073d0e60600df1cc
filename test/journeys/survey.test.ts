import { expect, test } from 'vitest'
import { openToResidents, planSurvey, recordAnswer, withdrawAnswer } from '#commands/survey.ts'
import { type Answer, standsForResidents, type Step, type Survey } from '#domain/survey/survey.ts'
import { typedIn, surveyView } from '#queries/survey.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

const DAY = '2026-03-02'
const PLAN = {
  title: '月月谈',
  questions: [{ ask: 'overall', text: '满意吗' }],
  picked: 'everyHome',
  from: DAY,
  until: '2026-03-08',
} as const

async function aSurvey() {
  const compound = await twoDevices()
  const { office, joins, place } = compound
  expect((await planSurvey(office, PLAN)).ok).toBe(true)
  await office.sync()
  const grid = await joins({ name: '何桂英', role: 'gridWorker', place: place('1-1') })
  const lead = await joins({ name: '赵大爷', role: 'floorLead', place: place('2') })
  for (const one of [grid, lead]) await one.sync()
  return { ...compound, grid, lead }
}
const surveyOn = (who: Volunteer) => who.view.all<Survey>('survey')[0]!
const sheet = (step: Step) => ({
  channel: 'paper' as const,
  day: DAY,
  asked: 'answered' as const,
  given: [{ ask: 'overall' as const, step }],
})
const reachOn = (who: Volunteer) => surveyView(who.reader(), surveyOn(who)).reach

test('two people of two staircases type in sheets at once, without a signal; the counts add up at the office', async () => {
  const { office, grid, lead } = await aSurvey()
  grid.wire.cut()
  lead.wire.cut()
  for (let n = 0; n < 5; n += 1) await recordAnswer(grid, surveyOn(grid), sheet('very'))
  for (let n = 0; n < 3; n += 1) await recordAnswer(lead, surveyOn(lead), sheet('dissatisfied'))
  await recordAnswer(lead, surveyOn(lead), { channel: 'door', day: DAY, asked: 'nobody', count: 4 })
  await grid.restart()
  expect(reachOn(grid)).toEqual({ asked: 5, answered: 5, refused: 0, nobody: 0 })
  grid.wire.mend()
  lead.wire.mend()
  for (const one of [grid, lead, office]) await one.sync()
  expect(reachOn(office)).toEqual({ asked: 12, answered: 8, refused: 0, nobody: 4 })
  const [overall] = surveyView(office.reader(), surveyOn(office)).asks
  expect(overall).toMatchObject({ good: 5, valid: 8, headline: { is: 'fewMarks' } })
  // What was typed in here stays here, also when it has arrived; what others typed in does not come.
  expect(reachOn(grid)).toEqual({ asked: 5, answered: 5, refused: 0, nobody: 0 })
  expect(surveyView(grid.reader(), surveyOn(grid)).whole).toBe(false)
  expect(surveyView(office.reader(), surveyOn(office)).whole).toBe(true)
})

test('a sheet typed in wrongly is taken back by whoever typed it in, and by nobody else', async () => {
  const { office, grid } = await aSurvey()
  await recordAnswer(grid, surveyOn(grid), sheet('very'))
  await recordAnswer(grid, surveyOn(grid), sheet('neutral'))
  await grid.sync()
  await office.sync()
  const [other] = office.view.all<Answer>('answer')
  expect(await withdrawAnswer(office, other!)).toEqual({ ok: false, refused: 'notPossible' })
  const [own] = typedIn(grid.reader(), surveyOn(grid).id)
  expect((await withdrawAnswer(grid, own!)).ok).toBe(true)
  await grid.sync()
  await office.sync()
  expect([reachOn(grid).answered, reachOn(office).answered]).toEqual([1, 1])
})

test('at the office an answer has no minute, no door and no visit; what was typed lies sealed on the phone', async () => {
  const { office, grid, place } = await aSurvey()
  grid.wire.cut()
  await recordAnswer(grid, surveyOn(grid), { ...sheet('very'), channel: 'door', wish: '石榴树下多放把椅子' })
  expect(await grid.holds('石榴树')).toBe(false)
  grid.wire.mend()
  await grid.sync()
  await office.sync()
  const [answer] = office.view.all<Answer>('answer')
  expect(answer).toMatchObject({ place: place('compound'), day: DAY, wish: '石榴树下多放把椅子' })
  expect([answer!.at, answer!.receivedAt]).toEqual(['2026-03-01T16:00:00.000Z', '2026-03-01T16:00:00.000Z'])
  expect(Object.keys(answer!)).not.toContain('visit')
})

test('a sheet on which nothing is marked is no answer', async () => {
  const { office } = await aSurvey()
  expect(await recordAnswer(office, surveyOn(office), { ...sheet('very'), given: [] })).toEqual({
    ok: false,
    refused: 'nothingToDo',
  })
})

test('who scanned the code is in no rate, however many they are, and stands beside it', async () => {
  const { office } = await aSurvey()
  for (let n = 0; n < 31; n += 1) {
    await recordAnswer(office, surveyOn(office), { ...sheet('very'), channel: 'qr' })
    await recordAnswer(office, surveyOn(office), sheet('dissatisfied'))
  }
  const seen = surveyView(office.reader(), surveyOn(office))
  expect([seen.scanned, seen.reach.asked]).toEqual([31, 31])
  expect(seen.asks[0]).toMatchObject({ good: 0, valid: 31, headline: { is: 'rate', perMille: 0 } })
  expect(seen.asks[0]!.scanned).toMatchObject({ good: 31, valid: 31 })
  expect(seen.channels.map(({ channel, reach }) => [channel, reach.answered])).toEqual([
    ['paper', 31],
    ['qr', 31],
  ])
})

test('opened to residents without a signal it is open everywhere once it was sent; nobody but the office opens it', async () => {
  const { office, grid } = await aSurvey()
  office.wire.cut()
  expect((await openToResidents(office, surveyOn(office), true)).ok).toBe(true)
  await office.restart()
  expect(standsForResidents(surveyOn(office), DAY)).toBe('open')
  await grid.sync()
  expect(standsForResidents(surveyOn(grid), DAY)).toBeUndefined()
  office.wire.mend()
  await office.sync()
  await grid.sync()
  expect(standsForResidents(surveyOn(grid), DAY)).toBe('open')
  await openToResidents(grid, surveyOn(grid), false)
  await grid.sync()
  await office.sync()
  expect(standsForResidents(surveyOn(office), DAY)).toBe('open')
})
