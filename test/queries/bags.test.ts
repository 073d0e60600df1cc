import { expect, test } from 'vitest'
import { addBag } from '#commands/bags.ts'
import { openShift } from '#commands/bins.ts'
import { callHaulier, pressFill } from '#commands/fills.ts'
import { keepPoint } from '#commands/plan.ts'
import { type BinPoint, binPointId, USUAL_BINS } from '#domain/bins/binPoint.ts'
import { settingsId } from '#domain/settings.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { bagReport, bagsBeside, reportOf } from '#queries/bags.ts'
import { binsAt, callsOf, fullBins, haulChoices, haulierAt } from '#queries/hauls.ts'
import { sheetsIn } from '#queries/sheet.ts'
import { aBinSide, COMPOUND, EAST_GATE, must, TANG, TENANT, withPoints } from '#test/support/binSide.ts'

const DAY = { from: '2026-11-24', to: '2026-11-24' }
const evening = { place: EAST_GATE, day: '2026-11-24', window: 'evening' } as const

/** Two tablets beside the same bins, and what the office sees of both. */
async function sideBySide() {
  const zhou = aBinSide()
  await withPoints(zhou)
  const mine = await must(openShift(zhou, evening))
  const tang = aBinSide({ me: TANG })
  const theirs = await must(openShift(tang, evening))
  const office = aBinSide()
  const meet = () => {
    office.book.load(
      [...zhou.view.all('place'), ...zhou.view.all('shift'), ...tang.view.all('shift')] as never,
      [],
    )
    return sheetsIn(office.view, DAY)
  }
  return { zhou, mine, tang, theirs, office, meet }
}

test('bags from two tablets are one sample: each stays with who opened it, and none counts twice', async () => {
  const { zhou, mine, tang, theirs, office, meet } = await sideBySide()
  for (let i = 0; i < 6; i += 1)
    await must(addBag(zhou, mine, { stream: 'kitchen', verdict: 'good', faults: [] }))
  await must(addBag(zhou, mine, { stream: 'kitchen', verdict: 'minor', faults: ['liquid', 'other_in'] }))
  for (let i = 0; i < 3; i += 1)
    await must(addBag(tang, theirs, { stream: 'other', verdict: 'good', faults: [] }))
  await must(addBag(tang, theirs, { stream: 'kitchen', verdict: 'bad', faults: ['liquid'] }))
  const report = bagReport(meet())
  expect(report).toEqual({
    rate: { good: 9, checked: 11, perMille: 818 },
    streams: [
      { stream: 'kitchen', verdicts: { good: 6, minor: 1, bad: 1 }, rate: { good: 6, checked: 8 } },
      { stream: 'other', verdicts: { good: 3, minor: 0, bad: 0 }, rate: { good: 3, checked: 3 } },
    ],
    faults: [
      { stream: 'kitchen', fault: 'liquid', bags: 2 },
      { stream: 'kitchen', fault: 'other_in', bags: 1 },
    ],
  })
  const [sheet] = meet()
  expect(sheet?.bags).toEqual(report.rate)
  expect(bagsBeside(office.view, office.view.get<Shift>(mine) as Shift)).toHaveLength(4)
})

test('a small fault is a fault: it never counts as good', () => {
  const bag = { id: 'b', at: '', stream: 'kitchen', verdict: 'minor', faults: [] } as never
  expect(reportOf(Array.from({ length: 10 }, () => bag)).rate).toEqual({ good: 0, checked: 10, perMille: 0 })
})

test('a bin that one person found full was full on that sheet, once', async () => {
  const { zhou, mine, tang, theirs, meet } = await sideBySide()
  for (let i = 0; i < 3; i += 1) await must(pressFill(zhou, mine, 'other'))
  await must(pressFill(tang, theirs, 'other'))
  for (let i = 0; i < 3; i += 1) await must(pressFill(tang, theirs, 'other', 'leaving'))
  for (let i = 0; i < 3; i += 1) await must(pressFill(zhou, mine, 'other', 'leaving'))
  expect(fullBins(meet())).toEqual([{ stream: 'other', arrival: 1, leaving: 1 }])
})

test('a call is seen by everybody of the sheet', async () => {
  const { zhou, mine } = await sideBySide()
  await must(callHaulier(zhou, mine, 'kitchen'))
  const [sheet] = sheetsIn(zhou.view, DAY)
  expect(callsOf(sheet!)).toMatchObject([{ stream: 'kitchen', note: { action: 'called_haulier' } }])
})

test('whom one calls is the haulier of the point, else the property, else nobody is made up', async () => {
  const { zhou } = await sideBySide()
  expect(haulierAt(zhou.view, TENANT, EAST_GATE)).toBeUndefined()
  const emergency = [
    { label: '燃气抢修', number: '028-0000 0003' },
    { label: '物业值班', number: '028-0000 0001' },
  ]
  await must(
    zhou.commit([
      {
        record: settingsId(TENANT),
        name: 'settings.put',
        v: 1,
        args: { place: COMPOUND, name: '春和苑', emergency },
      },
    ]),
  )
  expect(haulierAt(zhou.view, TENANT, EAST_GATE)).toEqual({ number: '028-0000 0001' })
  await must(
    keepPoint(zhou, EAST_GATE, { bins: USUAL_BINS, haulier: { name: '锦丰', phone: '028-0000 0009' } }),
  )
  expect(haulierAt(zhou.view, TENANT, EAST_GATE)).toEqual({ haulier: '锦丰', number: '028-0000 0009' })
})

test('the bins of a point are what the compound said, and their litres are the quick keys of a haul', async () => {
  const { zhou } = await sideBySide()
  expect(binsAt(zhou.view, EAST_GATE)).toEqual(USUAL_BINS)
  expect(haulChoices(binsAt(zhou.view, EAST_GATE), 'kitchen')).toEqual([
    { count: 1, litres: 240 },
    { count: 2, litres: 240 },
  ])
  await must(keepPoint(zhou, EAST_GATE, { bins: [{ stream: 'kitchen', litres: 120, count: 40 }] }))
  expect(zhou.view.get<BinPoint>(binPointId(EAST_GATE))?.bins).toHaveLength(1)
  expect(haulChoices(binsAt(zhou.view, EAST_GATE), 'kitchen')).toHaveLength(6)
  expect(haulChoices(binsAt(zhou.view, EAST_GATE), 'other')).toEqual([])
})
