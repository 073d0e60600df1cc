import { describe, expect, test } from 'vitest'
import { fold } from '#domain/catalogue.ts'
import type { Change } from '#domain/change.ts'
import type { ChangeId, Epoch, PersonId, RecordId } from '#domain/ids.ts'
import { callsInOrder } from '#domain/ledger/danger.ts'
import {
  hasLadder,
  type Incident,
  INCIDENT_ACTIONS,
  INCIDENT_GROUPS,
  INCIDENTS,
  isSafety,
  SAFETY_CALLS,
  INCIDENT_STEPS,
  seemsToName,
  STEPS_OF_INCIDENT,
  usualActions,
} from '#domain/bins/incident.ts'
import { actionNow, nextSteps, stepsOf } from '#domain/bins/incidentSteps.ts'

const change = (name: string, args: unknown): Change => ({
  id: 'c' as ChangeId,
  record: 'incident' as RecordId,
  name,
  v: 1,
  actor: 'zhou' as PersonId,
  at: '2026-11-24T11:10:00Z',
  args,
})
const said = { place: 'east', type: 'overflow', action: 'called_haulier', photos: [] }

describe('what can happen at the bins', () => {
  test('26 kinds stand in four groups, each once', () => {
    const grouped = Object.values(INCIDENT_GROUPS).flat()
    expect(Object.keys(INCIDENT_GROUPS)).toHaveLength(4)
    expect(INCIDENTS).toHaveLength(26)
    expect([...grouped].sort()).toEqual([...INCIDENTS].sort())
  })

  test('every kind offers one to three usual actions', () => {
    for (const type of INCIDENTS) {
      const actions = usualActions(type)
      expect(actions.length, type).toBeGreaterThan(0)
      expect(actions.length, type).toBeLessThan(4)
      expect(INCIDENT_ACTIONS, type).toEqual(expect.arrayContaining([...actions]))
    }
  })
})

describe('an incident', () => {
  test('is kept without a photo, without a bin and without words', () => {
    const { record, outcome } = fold(undefined, change('incident.record', said))
    expect(outcome).toEqual({ is: 'applied' })
    expect(record).toMatchObject({ type: 'overflow', action: 'called_haulier', photos: [], author: 'zhou' })
  })

  test('names photos by their hash only', () => {
    expect(fold(undefined, change('incident.record', { ...said, photos: ['a'.repeat(64)] })).outcome.is).toBe(
      'applied',
    )
    for (const photo of ['x.jpg', '../../etc/passwd', 'A'.repeat(64)]) {
      expect(fold(undefined, change('incident.record', { ...said, photos: [photo] })).outcome, photo).toEqual(
        {
          is: 'held',
          why: 'invalid',
        },
      )
    }
  })

  test('that is withdrawn stays, with the reason; a second time changes nothing', () => {
    const { record } = fold(undefined, change('incident.record', said))
    const first = fold(record, change('incident.withdraw', { reason: '记错了' }))
    expect((first.record as Incident).voided?.reason).toBe('记错了')
    expect(fold(first.record, change('incident.withdraw', { reason: '又记错了' })).outcome).toEqual({
      is: 'already',
    })
  })
})

describe('a later step of an incident', () => {
  const noted = (type = 'refuse', action = 'none') =>
    fold(undefined, change('incident.record', { ...said, type, action })).record
  const step = (id: string, action: string, more: Partial<Change> = {}, note?: string): Change => ({
    ...change('incident.step', { action, ...(note && { note }) }),
    id: id as ChangeId,
    ...more,
  })
  const after = (...steps: Change[]) =>
    steps.reduce((record, one) => fold(record, one).record, noted()) as Incident

  test('stands with who did it, when and what they said of it; nothing of the note changes', () => {
    const property = { actor: 'pm' as PersonId, at: '2026-11-25T01:00:00Z' }
    const record = after(step('s1', 'reported_pm', property, '物业答应明天来'))
    expect(stepsOf(record)).toEqual([
      { action: 'none', at: '2026-11-24T11:10:00Z', by: 'zhou' },
      { id: 's1', action: 'reported_pm', at: '2026-11-25T01:00:00Z', by: 'pm', note: '物业答应明天来' },
    ])
    expect(record).toMatchObject({ action: 'none', author: 'zhou', at: '2026-11-24T11:10:00Z' })
  })

  test('that comes twice is one; the same said by two people is two', () => {
    const one = step('s1', 'persuaded')
    const record = after(one, step('s2', 'persuaded', { actor: 'tang' as PersonId }))
    expect(fold(record, one)).toEqual({ record, outcome: { is: 'already' } })
    expect(record.steps).toHaveLength(2)
  })

  test('decides how it stands: the latest in time, in whichever order the two came', () => {
    const early = step('s1', 'persuaded', { at: '2026-11-25T01:00:00Z' })
    const late = step('s2', 'reported_urban_mgmt', { at: '2026-11-25T03:00:00Z' })
    for (const record of [after(early, late), after(late, early)]) {
      expect(actionNow(record)).toBe('reported_urban_mgmt')
      expect(stepsOf(record).map(({ action }) => action)).toEqual([
        'none',
        'persuaded',
        'reported_urban_mgmt',
      ])
    }
    expect(actionNow(noted('overflow', 'called_haulier') as Incident)).toBe('called_haulier')
  })

  test('of a clock that runs a year ahead is no later than the server heard of it', () => {
    const stamp = { epoch: 'e' as Epoch, seq: 1, receivedAt: '2026-11-25T01:00:00Z' }
    const ahead = fold(noted(), step('s1', 'persuaded', { at: '2027-11-25T01:00:00Z' }), stamp).record
    const then = fold(ahead, step('s2', 'reported_pm', { at: '2026-11-25T02:00:00Z' })).record
    expect(actionNow(then as Incident)).toBe('reported_pm')
  })

  test('is not taken by one that was withdrawn: the words wait for somebody to decide', () => {
    const gone = fold(noted(), change('incident.withdraw', { reason: '记错了' })).record
    expect(fold(gone, step('s1', 'reported_pm'))).toEqual({
      record: gone,
      outcome: { is: 'held', why: 'wrongState' },
    })
  })

  test('does something: 先记下 is none, nor is any word that is not in the list, and there is an end to them', () => {
    expect(INCIDENT_STEPS).toEqual(INCIDENT_ACTIONS.filter((one) => one !== 'none'))
    for (const action of ['none', 'fined', ''])
      expect(fold(noted(), step('s1', action)).outcome, action).toEqual({ is: 'held', why: 'invalid' })
    const full = after(...Array.from({ length: STEPS_OF_INCIDENT }, (_, nth) => step(`s${nth}`, 'persuaded')))
    expect(fold(full, step('more', 'persuaded')).outcome).toEqual({ is: 'held', why: 'invalid' })
  })

  test('is offered rung by rung on the ladder, ends with city management, and never goes back down', () => {
    const next = (...steps: Change[]) => nextSteps(after(...steps))
    expect(next()).toEqual(['persuaded', 'reported_pm', 'reported_urban_mgmt'])
    expect(next(step('s1', 'persuaded'))).toEqual(['reported_pm', 'reported_urban_mgmt', 'explained'])
    expect(next(step('s1', 'reported_pm'))[0]).toBe('reported_urban_mgmt')
    expect(next(step('s1', 'reported_urban_mgmt'))).not.toContain('reported_urban_mgmt')
  })

  test('is offered for every kind but a good example, never 先记下 and never what was done', () => {
    for (const type of INCIDENTS) {
      const offered = nextSteps(noted(type, 'explained') as Incident)
      expect(offered.length > 0, type).toBe(type !== 'child_praise')
      expect(offered, type).not.toContain('none')
      expect(offered, type).not.toContain('explained')
      expect(offered.length, type).toBeLessThan(4)
      if (!hasLadder(type) && type !== 'mixed_haul')
        expect(offered, type).not.toContain('reported_urban_mgmt')
    }
  })
})

describe('what can hurt somebody', () => {
  test('battery, glass and hazardous things have somebody to ring, and only they', () => {
    expect(INCIDENTS.filter(isSafety)).toEqual(['hazardous_mixed', 'battery_risk', 'injury_risk'])
    for (const calls of Object.values(SAFETY_CALLS)) {
      const numbers = callsInOrder(calls)
      expect(numbers.map((one) => one.number).sort()).toEqual(['110', '119', '120'])
    }
  })

  test('a battery rings the fire brigade first; glass rings the duty desk, and an ambulance where there is none', () => {
    const desk = { label: '物业值班', number: '028-8500 0000' }
    expect(callsInOrder(SAFETY_CALLS.battery_risk, [desk]).map((one) => one.number)).toEqual([
      '119',
      desk.number,
      '110',
      '120',
    ])
    expect(callsInOrder(SAFETY_CALLS.injury_risk, [desk])[0]).toMatchObject(desk)
    expect(callsInOrder(SAFETY_CALLS.injury_risk)[0]).toMatchObject({ number: '120' })
  })
})

test('the ladder stands where talking may not be enough, never beside an elder who needs help or a good example', () => {
  expect(hasLadder('refuse')).toBe(true)
  expect(hasLadder('merchant_dump')).toBe(true)
  for (const type of ['elder_needs_help', 'child_praise', 'overflow'] as const)
    expect(hasLadder(type), type).toBe(false)
})

describe('words that seem to name somebody', () => {
  test.each([
    '王大爷不听',
    '是刘孃孃丢的',
    '3栋502倒的',
    '7-2-3-1 那家',
    '2单元301丢的',
    '电话13812345678',
    '１３８１２３４５６７８',
    '502室的袋子',
  ])('%s', (text) => {
    expect(seemsToName(text)).toBe(true)
  })

  test.each([
    '',
    '桶盖掉了',
    '有位老大爷提不动',
    '黄桶边上',
    '240升的桶',
    '19:30 又满了',
    '丢了三袋',
    '白桶没有',
    '2026-03-02 又满了',
  ])('not: %s', (text) => {
    expect(seemsToName(text)).toBe(false)
  })
})
