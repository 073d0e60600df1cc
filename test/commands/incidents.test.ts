import { describe, expect, test } from 'vitest'
import { openShift } from '#commands/bins.ts'
import { keepRegulation, recordIncident, stepIncident, withdrawIncident } from '#commands/incidents.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Incident } from '#domain/bins/incident.ts'
import { actionNow, stepsOf } from '#domain/bins/incidentSteps.ts'
import type { Role } from '#domain/roles.ts'
import { REGULATION, type Settings, settingsId } from '#domain/settings.ts'
import { incidentsOfShift } from '#queries/bins.ts'
import { mayStep, mayWithdraw, regulationIn } from '#queries/incidents.ts'
import { aBinSide, COMPOUND, EAST_GATE, must, TANG, TENANT, withPoints } from '#test/support/binSide.ts'

async function inAShift() {
  const side = aBinSide()
  await withPoints(side)
  const shift = await must(openShift(side, { place: EAST_GATE, day: '2026-11-24', window: 'evening' }))
  return { side, shift }
}

const elder = { place: EAST_GATE, type: 'elder_needs_help', action: 'helped', photos: [] } as const

describe('somebody elderly who finds it hard', () => {
  test('is asked help for in the same act: a remark of the bin point, from nobody and about nobody', async () => {
    const { side, shift } = await inAShift()
    const done = await recordIncident(side, { ...elder, shift, help: '有位老人家来倒垃圾不方便' })
    if (!done.ok) throw new Error(done.refused)
    expect(done.value.map(({ name }) => name)).toEqual(['incident.record', 'feedback.write'])
    expect(new Set(done.value.map(({ act }) => act)).size).toBe(1)
    const [remark] = side.view.all<Feedback>('feedback')
    expect(remark).toMatchObject({
      place: EAST_GATE,
      category: 'care_help',
      channel: 'bin_side',
      name: 'none',
      text: '有位老人家来倒垃圾不方便',
    })
    // Undecided it stands before the office until somebody takes it on.
    expect(remark).not.toHaveProperty('disposition')
    expect(side.view.all('reporter')).toEqual([])
  })

  test('is not asked help for unless somebody presses it', async () => {
    const { side, shift } = await inAShift()
    await must(recordIncident(side, { ...elder, shift }))
    expect(side.view.all('feedback')).toEqual([])
    expect(incidentsOfShift(side.view, shift)).toMatchObject([{ type: 'elder_needs_help' }])
  })

  test('both go again when it was a mistake', async () => {
    const { side, shift } = await inAShift()
    const done = await recordIncident(side, { ...elder, shift, help: '搭把手' })
    const [incident, help] = done.ok ? done.value : []
    await must(withdrawIncident(side, incident!.record, '记错了', help!.record))
    expect(side.view.get<Incident>(incident!.record)?.voided?.reason).toBe('记错了')
    expect(side.view.get<Feedback>(help!.record)?.voided?.reason).toBe('记错了')
  })

  test('the incident goes alone where this device no longer knows the remark', async () => {
    const { side, shift } = await inAShift()
    const incident = await must(recordIncident(side, { ...elder, shift }))
    await must(withdrawIncident(side, incident, '记重了', 'gone' as RecordId))
    expect(incidentsOfShift(side.view, shift)).toEqual([])
  })
})

test('who wrote an incident may take it back once; nobody else is offered to', async () => {
  const { side, shift } = await inAShift()
  const id = await must(
    recordIncident(side, { place: EAST_GATE, shift, type: 'pest', action: 'none', photos: [] }),
  )
  expect(mayWithdraw(side.view, side.me, id)).toBe(true)
  expect(mayWithdraw(side.view, TANG, id)).toBe(false)
  expect(mayWithdraw(side.view, side.me, shift)).toBe(false)
  await must(withdrawIncident(side, id, ' 记错了 '))
  expect(mayWithdraw(side.view, side.me, id)).toBe(false)
})

describe('what was done about an incident since', () => {
  async function noted(action: 'none' | 'persuaded' = 'none') {
    const { side, shift } = await inAShift()
    const said = { place: EAST_GATE, shift, type: 'refuse', action, photos: [] } as const
    const id = await must(recordIncident(side, said))
    return { side, id, seen: () => side.view.get<Incident>(id)! }
  }

  test('is added with its hour and its words, again and again', async () => {
    const { side, id, seen } = await noted()
    side.at('2026-11-24T10:20:00.000Z')
    await must(stepIncident(side, id, 'persuaded', ' 还是不听 '))
    side.at('2026-11-25T02:00:00.000Z')
    await must(stepIncident(side, id, 'reported_pm', '  '))
    expect(stepsOf(seen()).map(({ action, at, note }) => [action, at, note])).toEqual([
      ['none', '2026-11-24T10:00:00.000Z', undefined],
      ['persuaded', '2026-11-24T10:20:00.000Z', '还是不听'],
      ['reported_pm', '2026-11-25T02:00:00.000Z', undefined],
    ])
    expect(actionNow(seen())).toBe('reported_pm')
  })

  test('is refused once it was taken back', async () => {
    const { side, id, seen } = await noted()
    await must(withdrawIncident(side, id, '记错了'))
    expect(await stepIncident(side, id, 'reported_pm')).toEqual({ ok: false, refused: 'notPossible' })
    expect(seen().steps).toBeUndefined()
  })

  test('may be said by whoever may note one at that point, and by nobody who only reads', async () => {
    const { side, id, seen } = await noted()
    const may = (role: Role, place: RecordId = COMPOUND, me = TANG) =>
      mayStep(side.view, { me, appointments: [{ role, place, from: '2026-01-01' }] }, seen(), '2026-11-24')
    for (const role of ['supervisor', 'steward', 'manager', 'officer'] as const)
      expect(may(role), role).toBe(true)
    for (const role of ['owners', 'party', 'floorLead'] as const) expect(may(role), role).toBe(false)
    const [, west] = side.view.all('place').filter((one) => one.id !== COMPOUND)
    expect(may('supervisor', EAST_GATE)).toBe(true)
    expect(may('supervisor', west!.id)).toBe(false)
    await must(withdrawIncident(side, id, '记错了'))
    expect(may('supervisor')).toBe(false)
  })
})

describe('where the words of the ladder come from', () => {
  test('is known before anybody entered it', () => {
    expect(regulationIn(aBinSide().view, TENANT)).toEqual(REGULATION)
    expect(REGULATION.asOf).toBe('2021-03-01')
  })

  test('is what the office keeps, with what it read before, and saved again it is nothing new', async () => {
    const side = aBinSide()
    await withPoints(side)
    const id = settingsId(TENANT)
    await must(
      side.commit([{ record: id, name: 'settings.put', v: 1, args: { place: COMPOUND, name: '春和苑' } }]),
    )
    const shown = () => side.view.get<Settings>(id)!
    const own = { title: '成都市生活垃圾管理条例', source: '社区公示栏', asOf: '2021-03-01' }
    await must(keepRegulation(side, shown(), { ...own, source: ' 社区公示栏 ' }))
    expect(regulationIn(side.view, TENANT)).toEqual(own)
    expect(await keepRegulation(side, shown(), own)).toEqual({ ok: false, refused: 'nothingToDo' })
    const again = { ...own, asOf: '2025-01-01' }
    await must(keepRegulation(side, shown(), again))
    expect(regulationIn(side.view, TENANT)).toEqual(again)
  })
})
