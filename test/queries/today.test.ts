import { describe, expect, it } from 'vitest'
import type { RecordId } from '#domain/ids.ts'
import { compoundPlace } from '#domain/places.ts'
import { attentionOf } from '#queries/attention.ts'
import { dayWithRecordsBefore, officeDay } from '#queries/officeDay.ts'
import { readerOf } from '#queries/reader.ts'
import { todayOf } from '#queries/today.ts'
import { waitingRows } from '#queries/waiting.ts'
import { openBook } from '#store/book.ts'
import {
  type As,
  appointmentsFor,
  inventedRecords,
  NOW,
  PEOPLE,
  TENANT,
} from '#test/screens/gallery/invented.ts'
import { change } from '#test/support/changes.ts'

const DAY = '2026-11-24'

function whatSees(as: As, now = NOW, deviceKind: 'own' | 'shared' = 'own') {
  const book = openBook()
  book.load(inventedRecords(), [])
  const me = PEOPLE[as].id
  const reader = readerOf(book, { me, compound: compoundPlace(TENANT), deviceKind }, DAY)
  const appointments = appointmentsFor(as)
  return {
    book,
    me,
    reader,
    appointments,
    today: todayOf({ view: book, reader, tenant: TENANT, appointments, now }),
  }
}

describe('Today', () => {
  it('lists what is mine by the hour: the shift, what is due, then whom to look in on', () => {
    const { today } = whatSees('gridWorker')
    expect(today.items.map((one) => one.is)).toEqual(['shift', 'matter', 'care'])
    expect(today.next).toMatchObject({ point: '东门投放点', from: '18:00', to: '20:00', beside: ['唐玉珍'] })
  })

  it('a window that is over is no longer offered: the next one is that of tomorrow', () => {
    const { today } = whatSees('gridWorker', '2026-11-24T12:01:00.000Z')
    expect(today.next).toMatchObject({ day: '2026-11-25', window: 'morning', isToday: false })
    expect(today.items.some((one) => one.is === 'shift')).toBe(false)
  })

  it('a shift that was handed over is not offered again the same morning', () => {
    const early = '2026-11-23T23:30:00.000Z'
    expect(whatSees('gridWorker', early).today.next?.window).toBe('morning')
    expect(whatSees('supervisor', early).today.next?.window).toBe('evening')
  })

  it('the property is not expected at every bin point', () => {
    expect(whatSees('steward').today.items.some((one) => one.is === 'shift')).toBe(false)
  })

  it('lit and dark homes together are the homes somebody lives in', () => {
    const { today, reader } = whatSees('gridWorker')
    const progress = today.homes?.progress
    const lived = reader.all('place').filter((one) => (one as { use?: string }).use === 'livedIn').length
    expect(progress?.livedIn).toBe(lived)
    expect((progress?.lit ?? 0) + (progress?.toGo ?? 0)).toBe(lived)
  })

  it('a supervisor sees no homes and nobody to look in on', () => {
    const { today } = whatSees('supervisor')
    expect(today.homes).toBeUndefined()
    expect(today.items.some((one) => one.is === 'care')).toBe(false)
  })

  it('a shared tablet names nobody who is looked after', () => {
    const { today } = whatSees('gridWorker', NOW, 'shared')
    expect(JSON.stringify(today.items)).not.toContain('王婆婆')
  })
})

describe('what is of today is of today in Shanghai', () => {
  const place = compoundPlace(TENANT)

  /** Today of somebody who wrote this down just now, at 17:30 in Shanghai on the 24th of November 2026. */
  function todayWith(...written: readonly ReturnType<typeof change>[]) {
    const { book, me, appointments } = whatSees('gridWorker')
    book.add(written)
    const reader = readerOf(book, { me, compound: place, deviceKind: 'own' }, DAY)
    return todayOf({ view: book, reader, tenant: TENANT, appointments, now: '2026-11-24T09:30:00.000Z' })
  }
  const { me } = whatSees('gridWorker')
  const heard = (id: string, at: string, actor = me) => {
    const args = {
      place,
      text: '灯不亮',
      category: 'lighting',
      urgency: 'u3',
      channel: 'face',
      affected: 1,
      heardAt: at,
      name: 'none',
      photos: [],
    }
    return change('feedback.write', args, { record: id as RecordId, actor, at })
  }

  it('heard today is from midnight to midnight in Shanghai, and mine only', () => {
    const before = todayWith().heardToday
    const midnight = '2026-11-23T16:00:00.000Z'
    expect(todayWith(heard('heard now', midnight)).heardToday).toBe(before + 1)
    expect(todayWith(heard('heard now', '2026-11-23T15:59:59.999Z')).heardToday).toBe(before)
    expect(todayWith(heard('heard now', midnight, PEOPLE.supervisor.id)).heardToday).toBe(before)
  })

  it('a door is come back to when the newest of my visits says, not an older one', () => {
    const { reader } = whatSees('gridWorker')
    const door = reader.all('place').find((one) => (one as { use?: string }).use === 'livedIn')!.id
    const knocked = (id: string, at: string, retryAt: string) =>
      change(
        'visit.record',
        { place: door, outcome: 'noAnswer', retryAt },
        { record: id as RecordId, actor: me, at },
      )
    const older = knocked('v-1', '2026-11-24T01:00:00.000Z', '2026-11-24T19:00')
    const newer = knocked('v-2', '2026-11-24T02:00:00.000Z', '2026-11-24T20:00')
    for (const visits of [
      [older, newer],
      [newer, older],
    ])
      expect(todayWith(...visits).items.filter((one) => one.is === 'comeBack')).toMatchObject([
        { at: '20:00' },
      ])
  })
})

describe('the office sees its day', () => {
  it('each number is the sum of its rows, and each row says who wrote it', () => {
    const { book, reader } = whatSees('officer')
    const day = officeDay(book, reader, DAY)
    expect(day.counts).toMatchObject({ right: 86, corrected: 14, unsorted: 3 })
    expect(day.shifts.reduce((sum, one) => sum + one.counts.right, 0)).toBe(day.counts.right)
    expect(day.rate.percent).toBe(83)
    expect([...day.shifts, ...day.incidents, ...day.remarks].map((one) => one.who)).not.toContain('')
    expect(day.rounds.map((one) => one.who)).toEqual(['周姐'])
  })

  it('another day has none of it', () => {
    const { book, reader } = whatSees('officer')
    expect(officeDay(book, reader, '2026-11-22').shifts).toEqual([])
  })

  it('from an empty day one finds the last day on which somebody wrote something down, whoever it was', () => {
    const { reader, book } = whatSees('officer')
    const days: string[] = []
    for (let day = dayWithRecordsBefore(reader, '2026-12-31'); day; day = dayWithRecordsBefore(reader, day))
      days.push(day)
    expect(days[0]).toBe(DAY)
    for (const day of days.slice(0, 5)) {
      const { shifts, incidents, rounds, remarks, closed } = officeDay(book, reader, day)
      expect([shifts, incidents, rounds, remarks, closed].flat(), day).not.toEqual([])
    }
  })
})

describe('what waits', () => {
  it('a disagreement waits for who looks after the door, not for others', () => {
    const asked = (as: As) => {
      const { book, me } = whatSees(as)
      return attentionOf(book, me, DAY).map((one) => one.is)
    }
    expect(asked('gridWorker')).toEqual(['disagreement'])
    expect(asked('supervisor')).toEqual([])
  })

  it('a shift of many taps is one line, visits are counted together', () => {
    const { book, me } = whatSees('supervisor')
    const shift = 's9' as RecordId
    const place = compoundPlace(TENANT)
    book.add([
      change('shift.open', { place, day: DAY, window: 'evening' }, { record: shift, actor: me }),
      change('shift.tally', { counter: 'right' }, { record: shift, actor: me }),
      change('shift.tally', { counter: 'right' }, { record: shift, actor: me }),
      change('visit.record', { place, outcome: 'met' }, { record: 'v-a' as RecordId, actor: me }),
      change('visit.record', { place, outcome: 'noAnswer' }, { record: 'v-b' as RecordId, actor: me }),
    ])
    const rows = waitingRows(book, book.waiting())
    expect(rows.map((one) => [one.kind, one.count])).toEqual(
      expect.arrayContaining([
        ['shift', 1],
        ['visit', 2],
      ]),
    )
    expect(rows).toHaveLength(2)
  })
})
