import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '#domain/catalogue.ts'
import type { Change, Outcome, Stamp } from '#domain/change.ts'
import type { Epoch, RecordId } from '#domain/ids.ts'
import { type PointWindow, windowEdits, windowsOf } from '#domain/bins/pointWindows.ts'
import type { Recorded } from '#domain/record.ts'
import type { Settings } from '#domain/settings.ts'

const [EAST, WEST] = ['east', 'west'] as RecordId[] as [RecordId, RecordId]
const MORNING = { window: 'morning', from: '07:00', to: '09:00' } as const
const EVENING = { window: 'evening', from: '18:00', to: '20:00' } as const
const EARLY = { window: 'morning', from: '06:00', to: '08:00' } as const
const LATE = { window: 'evening', from: '19:00', to: '21:00' } as const

type Said = readonly [nth: number, name: string, args: unknown]

function folded(record: Recorded | undefined, [nth, name, args]: Said) {
  const change = {
    id: `c${nth}`,
    record: 's',
    name,
    v: 1,
    actor: `p${nth}`,
    at: '',
    args,
  } as unknown as Change
  const stamp: Stamp = { epoch: 'e1' as Epoch, seq: nth, receivedAt: '2026-11-24T00:00:00.000Z' }
  return fold(record, change, stamp)
}

/** What came of it, and what every change was answered. */
function after(...said: readonly Said[]) {
  let record = folded(undefined, [0, 'settings.put', { place: 'home', name: '春和苑' }]).record
  const outcomes: Outcome[] = []
  for (const one of said) {
    const next = folded(record, one)
    record = next.record
    outcomes.push(next.outcome)
  }
  return { settings: record as Settings, outcomes, is: outcomes.map((one) => one.is) }
}

const NOTHING = { windows: [] }
const set = (
  nth: number,
  point: RecordId,
  wanted: readonly Omit<PointWindow, 'point'>[],
  seen: Pick<Settings, 'windows'> = NOTHING,
): Said => [nth, 'settings.windows', { edits: windowEdits(seen, point, wanted) }]
const times = (settings: Settings, point: RecordId) =>
  windowsOf(settings, point).map(({ window, from, to, days }) =>
    `${window} ${from} ${to} ${days ?? ''}`.trim(),
  )

describe('two who change windows at the same time', () => {
  test('W9 change both: of two points, and of two shifts of one point', () => {
    const { settings, is } = after(
      set(1, EAST, [EARLY, EVENING]),
      set(2, WEST, [MORNING, LATE]),
      set(3, EAST, [MORNING, LATE]),
    )
    expect(is).toEqual(['applied', 'applied', 'applied'])
    expect(times(settings, EAST)).toEqual(['morning 06:00 08:00', 'evening 19:00 21:00'])
    expect(times(settings, WEST)).toEqual(['morning 07:00 09:00', 'evening 19:00 21:00'])
  })

  test('W9 of one shift of one point: the later stands, the other is named', () => {
    const second = { ...MORNING, from: '06:30' }
    const { settings, outcomes } = after(set(1, EAST, [EARLY, EVENING]), set(2, EAST, [second, EVENING]))
    const lost = [{ point: EAST, ...EARLY }]
    expect(outcomes).toEqual([{ is: 'applied' }, { is: 'merged', lost: { windows: lost } }])
    expect(times(settings, EAST)).toEqual(['morning 06:30 09:00', 'evening 18:00 20:00'])
    expect(settings.lost).toMatchObject({ field: 'windows', value: lost, by: 'p2' })
  })

  test('one adds a window, one takes one away', () => {
    const { settings, is } = after(
      set(1, EAST, [MORNING, EVENING, { window: 'extra', from: '12:00', to: '13:00', days: 'off' }]),
      set(2, EAST, [MORNING]),
    )
    expect(is).toEqual(['applied', 'applied'])
    expect(times(settings, EAST)).toEqual(['morning 07:00 09:00', 'extra 12:00 13:00 off'])
  })
})

test('the windows of a point that was told nothing are written down when the first of them changes', () => {
  const { settings } = after(set(1, EAST, [EARLY, EVENING]))
  expect(times(settings, EAST)).toEqual(['morning 06:00 08:00', 'evening 18:00 20:00'])
  expect(times(settings, WEST)).toEqual([])
  expect(windowEdits(settings, EAST, [EARLY, EVENING])).toEqual([])
})

test('what builds before wrote as a whole folds as it did, before and after a single window', () => {
  const whole = (nth: number, was: readonly unknown[], ...now: readonly unknown[]): Said => [
    nth,
    'settings.edit',
    { windows: { was, now } },
  ]
  const east = { point: EAST, ...MORNING }
  const west = { point: WEST, ...EVENING }
  const told = after(whole(1, [], east), whole(2, [], west))
  expect(told.outcomes).toEqual([{ is: 'applied' }, { is: 'merged', lost: { windows: [east] } }])
  expect(told.settings.windows).toEqual([west])
  const seen = { windows: [west] }
  const mixed = after(whole(1, [], west), set(2, WEST, [LATE], seen), whole(3, [west], east))
  expect(mixed.is).toEqual(['applied', 'applied', 'merged'])
  expect(mixed.settings.windows).toEqual([east])
})

test('W7 sent again after a restore in whatever order, all windows end as they were', () => {
  const plans: readonly (readonly Omit<PointWindow, 'point'>[])[] = [
    [MORNING, EVENING],
    [EARLY, EVENING],
    [MORNING, LATE],
    [EARLY, LATE],
  ]
  const wanted = fc.constantFrom(...plans)
  const move = fc.record({ point: fc.constantFrom(EAST, WEST), wanted, whole: fc.boolean() })
  fc.assert(
    fc.property(fc.array(move, { maxLength: 6 }), fc.infiniteStream(fc.nat()), (moves, chance) => {
      const said = moves.map(({ point, wanted: now, whole }, index): Said =>
        whole
          ? [
              index + 1,
              'settings.edit',
              {
                windows: {
                  was: [],
                  now: [EAST, WEST].flatMap((at) => now.map((one) => ({ point: at, ...one }))),
                },
              },
            ]
          : set(index + 1, point, now),
      )
      const end = (all: readonly Said[]) => [EAST, WEST].map((point) => times(after(...all).settings, point))
      const shuffled = said
        .map((one) => ({ one, at: chance.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one)
      expect(end(shuffled)).toEqual(end(said))
    }),
  )
})
