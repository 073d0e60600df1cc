import { expect, test } from 'vitest'
import { bringPointBack, retirePoint } from '#commands/plan.ts'
import { pointsGone, pointsNow, rotaOf } from '#queries/rota.ts'
import { aBinSide, EAST_GATE, must, TENANT, withPoints } from '#test/support/binSide.ts'

const noon = (day: string) => `${day}T04:00:00.000Z`

test('a point that came back is planned again, and nobody was missing there while it was gone', async () => {
  const side = aBinSide()
  side.at(noon('2026-11-16'))
  await withPoints(side)
  side.at(noon('2026-11-18'))
  await must(retirePoint(side, EAST_GATE, '搬走了'))
  expect(pointsGone(side.view).map((one) => one.id)).toEqual([EAST_GATE])
  side.at(noon('2026-11-21'))
  await must(bringPointBack(side, EAST_GATE))
  expect(pointsGone(side.view)).toEqual([])
  expect(pointsNow(side.view)[0]).toMatchObject({ id: EAST_GATE, label: '东门投放点' })
  const days = { from: '2026-11-16', to: '2026-11-25' }
  const held = rotaOf(side.view, TENANT, '2026-11-24').slotsAt(EAST_GATE, days)
  expect([...new Set(held.map((one) => one.day))]).toEqual([
    '2026-11-16',
    '2026-11-17',
    '2026-11-21',
    '2026-11-22',
    '2026-11-23',
    '2026-11-24',
    '2026-11-25',
  ])
})
