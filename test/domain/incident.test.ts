import { describe, expect, test } from 'vitest'
import { fold } from '#domain/catalogue.ts'
import type { Change } from '#domain/change.ts'
import type { ChangeId, PersonId, RecordId } from '#domain/ids.ts'
import { callsInOrder } from '#domain/danger.ts'
import {
  hasLadder,
  type Incident,
  INCIDENT_ACTIONS,
  INCIDENT_GROUPS,
  INCIDENTS,
  isSafety,
  SAFETY_CALLS,
  seemsToName,
  usualActions,
} from '#domain/incident.ts'

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
