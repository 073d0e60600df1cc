import { expect, test } from 'vitest'
import { diffOf, recordsOf, type Rows, TENANT } from '#test/support/rosterRecords.ts'
import { intentsOf } from '#domain/roster/intents.ts'

// Everybody here is invented.
const PEOPLE = 50_000

/** Two people a home, ten homes a floor, 25 floors a unit, four units a building. */
function row(at: number, phone = `138${String(at).padStart(8, '0')}`): readonly string[] {
  const home = Math.floor(at / 2)
  const floor = 1 + (Math.floor(home / 10) % 25)
  return [
    String(1 + Math.floor(home / 1000)),
    String(1 + (Math.floor(home / 250) % 4)),
    `${floor}${String(1 + (home % 10)).padStart(2, '0')}`,
    `诸葛${String.fromCodePoint(0x4e00 + (at % 20_000))}`,
    phone,
  ]
}

const roster = (phone?: (at: number) => string | undefined): Rows => [
  ['栋', '单元', '房号', '姓名', '电话'],
  ...Array.from({ length: PEOPLE }, (_, at) => row(at, phone?.(at))),
]

test(
  '50,000 people are held against 50,000 people, and only what differs is said',
  { timeout: 120_000 },
  () => {
    const nothing = recordsOf()
    const first = diffOf(roster(), nothing)
    expect(first.counts).toEqual({ new: 75_000, changed: 0, same: 0, missing: 0, doubtful: 0 })
    const steps = intentsOf(first, {}, { tenant: TENANT, day: '2026-04-01' })
    // Homes, floors, units and buildings; people; phones.
    expect(steps).toHaveLength(25_000 + 2_500 + 100 + 25 + 50_000 + 50_000)
    nothing.change(steps.map(({ change }) => change))

    expect(diffOf(roster(), nothing).rows).toEqual([])
    const next = diffOf(
      roster((at) => (at % 500 === 0 ? `139${String(at).padStart(8, '0')}` : undefined)),
      nothing,
    )
    expect(next.counts).toEqual({ changed: 100, new: 0, same: 74_900, missing: 0, doubtful: 0 })
  },
)
