import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, KINDS } from '#domain/catalogue.ts'
import type { Change, Stamp } from '#domain/change.ts'
import type { ChangeId, Epoch, PersonId, RecordId } from '#domain/ids.ts'
import { type Answer, type Given, standsForResidents, STEPS, type Survey } from '#domain/survey/survey.ts'
import {
  byChannel,
  figuresFor,
  headlineOf,
  MARKS_FOR_RATE,
  reachOf,
  wasAsked,
} from '#domain/survey/surveyFigures.ts'
import { answerFrom } from '#domain/survey/surveyForm.ts'

const COMPOUND = '01890a5d-ac96-774b-bcce-b302099a8001'
const SURVEY = '01890a5d-ac96-774b-bcce-b302099a8002' as RecordId
let n = 0

function said(name: string, args: unknown, at = '2024-03-30T11:07:42.123Z', actor = 'grid'): Change {
  n += 1
  return {
    id: `c${n}` as ChangeId,
    record: `r${n}` as RecordId,
    name,
    v: 1,
    actor: actor as PersonId,
    at,
    args,
  }
}
const stamp: Stamp = { epoch: 'e' as Epoch, seq: 1, receivedAt: '2024-03-30T11:09:13.500Z' }
const sheet = (more: object = {}) => ({
  place: COMPOUND,
  survey: SURVEY,
  channel: 'door',
  day: '2024-03-30',
  asked: 'answered',
  given: [{ ask: 'overall', step: 'very' }],
  ...more,
})
const recorded = (more: object = {}, mark: Stamp | undefined = stamp, at?: string) =>
  fold(undefined, said('answer.record', sheet(more), at), mark).record as Answer

const answers = (marks: readonly Given['step'][], refused = 0, nobody = 0) => [
  ...marks.map((step) => recorded({ given: [{ ask: 'overall', step }] })),
  ...(refused > 0 ? [recorded({ asked: 'refused', count: refused, given: [] })] : []),
  ...(nobody > 0 ? [recorded({ asked: 'nobody', count: nobody, given: [] })] : []),
]

describe('an answer leads back to no home', () => {
  it('keeps the compound and the day: no door, no visit, and not the minute, neither the device’s nor the server’s', () => {
    const one = recorded()
    expect(one.place).toBe(COMPOUND)
    expect(JSON.stringify(one)).not.toMatch(/11:0[79]|visit|door_/)
    expect([one.at, one.receivedAt]).toEqual(['2024-03-29T16:00:00.000Z', '2024-03-29T16:00:00.000Z'])
  })

  it('is the same record at whatever minute of the day it was written down', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_399 }), (second) => {
        const at = new Date(Date.parse('2024-03-29T16:00:00Z') + second * 1000).toISOString()
        const { id: _, ...one } = recorded({}, { ...stamp, receivedAt: at }, at)
        const { id: __, ...other } = recorded()
        expect(one).toEqual(other)
      }),
    )
  })

  it('takes no door and no visit in its arguments', () => {
    for (const more of [{ visit: 'v' }, { home: 'h' }, { door: 'd' }]) {
      const { outcome } = fold(undefined, said('answer.record', sheet(more)), stamp)
      expect(outcome).toEqual({ is: 'held', why: 'invalid' })
    }
  })

  it('is read by the office, the property and the committee, and by whoever typed it in', () => {
    const scope = KINDS.get('answer')!.scopeOf(recorded())
    expect(scope).toEqual({ place: COMPOUND, group: 'surveys', people: ['grid'] })
  })
})

describe('what is counted', () => {
  it('one sheet is one answer, whatever number it names; of two marks for one question the later stands', () => {
    const one = recorded({
      count: 40,
      given: [
        { ask: 'overall', step: 'very' },
        { ask: 'overall', step: 'neutral' },
      ],
    })
    expect([one.count, one.given]).toEqual([1, [{ ask: 'overall', step: 'neutral' }]])
  })

  it('refused and nobody home were asked too, and have no marks', () => {
    const all = answers(['very', 'unclear'], 5, 26)
    expect(reachOf(all)).toEqual({ asked: 33, answered: 2, refused: 5, nobody: 26 })
    expect(recorded({ asked: 'refused', count: 5 }).given).toEqual([])
  })

  it('不清楚 is an answer and no mark: 109 of 118 are 92.4 %', () => {
    const all = answers(
      [
        ...Array.from({ length: 61 }, () => 'very' as const),
        ...Array.from({ length: 48 }, () => 'satisfied' as const),
        ...Array.from({ length: 9 }, () => 'neutral' as const),
        ...Array.from({ length: 2 }, () => 'unclear' as const),
      ],
      5,
      26,
    )
    const figures = figuresFor(all, 'overall')
    expect([figures.good, figures.valid]).toEqual([109, 118])
    expect(headlineOf(figures, reachOf(all))).toEqual({ is: 'rate', perMille: 924 })
  })

  it('who scanned a code was asked by nobody: they stand by themselves, and only where there are any', () => {
    const all = [
      ...answers(['very'], 2, 1),
      recorded({ channel: 'qr', asked: 'answered' }),
      recorded({ channel: 'qr', asked: 'answered' }),
    ]
    expect(all.filter(wasAsked)).toHaveLength(3)
    expect(byChannel(all).map(({ channel, reach }) => [channel, reach.asked, reach.answered])).toEqual([
      ['door', 4, 1],
      ['qr', 2, 2],
    ])
    expect(byChannel([])).toEqual([])
  })

  it('two devices add up: the order of answers changes no number', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 40 }), fc.nat(), (marks, cut) => {
        const all = answers(marks, 3, 4)
        const at = cut % (all.length + 1)
        const turned = [...all.slice(at), ...all.slice(0, at)]
        expect(figuresFor(turned, 'overall')).toEqual(figuresFor(all, 'overall'))
        expect(reachOf(turned)).toEqual(reachOf(all))
      }),
    )
  })
})

describe('when a rate may be said', () => {
  const many = (count: number) => Array.from({ length: count }, () => 'satisfied' as const)

  it('not where nobody gave a mark', () => {
    const all = answers(['unclear'])
    expect(headlineOf(figuresFor(all, 'overall'), reachOf(all))).toEqual({ is: 'none' })
  })

  it('not below thirty marks, however good they are', () => {
    const few = answers(many(MARKS_FOR_RATE - 1))
    expect(headlineOf(figuresFor(few, 'overall'), reachOf(few))).toEqual({ is: 'fewMarks' })
    const enough = answers(many(MARKS_FOR_RATE))
    expect(headlineOf(figuresFor(enough, 'overall'), reachOf(enough))).toEqual({ is: 'rate', perMille: 1000 })
  })

  it('not where fewer than one of three that were asked answered', () => {
    const third = answers(many(40), 0, 80)
    expect(headlineOf(figuresFor(third, 'overall'), reachOf(third))).toMatchObject({ is: 'rate' })
    const fewer = answers(many(40), 1, 80)
    expect(headlineOf(figuresFor(fewer, 'overall'), reachOf(fewer))).toEqual({ is: 'fewOfAsked' })
  })
})

describe('a survey', () => {
  const plan = {
    place: COMPOUND,
    title: '月月谈',
    questions: [{ ask: 'overall', text: '满意吗' }],
    picked: 'everyHome',
    from: '2024-03-25',
    until: '2024-03-30',
  }

  it('keeps its questions as they were asked; two who move its end at once both stand in the record', () => {
    const first = fold(undefined, { ...said('survey.plan', plan), record: SURVEY }, stamp).record as Survey
    const edit = (until: string) => ({
      ...said('survey.edit', { until: { was: '2024-03-30', now: until } }),
      record: SURVEY,
    })
    const once = fold(first, edit('2024-03-31'), { ...stamp, seq: 2 }).record
    const twice = fold(once, edit('2024-04-02'), { ...stamp, seq: 3 })
    expect(twice.record).toMatchObject({ until: '2024-04-02', lost: { field: 'until', value: '2024-03-31' } })
    const other = fold(
      first,
      { ...said('survey.edit', { questions: { was: [], now: [] } }), record: SURVEY },
      stamp,
    )
    expect(other.outcome).toEqual({ is: 'held', why: 'invalid' })
  })

  it('is answered by residents only where it was opened to them, on its days; closed again it is over', () => {
    const planned = fold(undefined, { ...said('survey.plan', plan), record: SURVEY }, stamp).record as Survey
    const opened = (now: boolean, one = planned) => {
      const edit = { byResidents: { ...(one.byResidents !== undefined && { was: one.byResidents }), now } }
      return fold(one, { ...said('survey.edit', edit), record: SURVEY }, { ...stamp, seq: 2 })
        .record as Survey
    }
    const on = (one: Survey, ...days: readonly string[]) => days.map((day) => standsForResidents(one, day))
    expect(on(planned, '2024-03-26')).toEqual([undefined])
    const open = opened(true)
    expect(on(open, '2024-03-24', '2024-03-25', '2024-03-30', '2024-03-31')).toEqual([
      'early',
      'open',
      'open',
      'over',
    ])
    expect(on(opened(false, open), '2024-03-26')).toEqual(['over'])
    expect(on({ ...open, ended: '2024-03-26' }, '2024-03-26', '2024-03-27')).toEqual(['open', 'over'])
    const voided = { by: 'grid' as PersonId, at: stamp.receivedAt, reason: '' }
    expect(on({ ...open, voided }, '2024-03-26')).toEqual([undefined])
  })

  it('a posted form becomes the arguments of an answer; what is no question and no step is left out', () => {
    const survey = {
      id: SURVEY,
      place: COMPOUND as RecordId,
      questions: plan.questions as Survey['questions'],
    }
    const posted = { overall: 'very', cleaning: 'very', door: '904', wish: ' 多放把椅子 ' }
    expect(answerFrom(survey, posted, '2024-03-30')).toEqual({
      ok: true,
      value: {
        place: COMPOUND,
        survey: SURVEY,
        channel: 'qr',
        day: '2024-03-30',
        asked: 'answered',
        given: [{ ask: 'overall', step: 'very' }],
        wish: '多放把椅子',
      },
    })
    const refusal = (more: Record<string, string>) => answerFrom(survey, more, '2024-03-30')
    expect(refusal({ overall: 'splendid', wish: ' ' })).toEqual({ ok: false, refused: 'empty' })
    expect(refusal({ overall: 'very', wish: '长'.repeat(201) })).toEqual({ ok: false, refused: 'long' })
  })
})
