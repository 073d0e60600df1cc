import { describe, expect, test } from 'vitest'
import { fold } from '#domain/catalogue.ts'
import type { Change } from '#domain/change.ts'
import type { ChangeId, PersonId, RecordId } from '#domain/ids.ts'
import {
  type Incident,
  INCIDENT_ACTIONS,
  INCIDENT_GROUPS,
  INCIDENTS,
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
