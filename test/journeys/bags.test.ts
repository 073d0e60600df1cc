import { expect, test } from 'vitest'
import { addBag, baggingOf } from '#commands/bags.ts'
import { openShift } from '#commands/bins.ts'
import { callHaulier, pressFill } from '#commands/fills.ts'
import { keepWeights, recordHaul, withdrawHaul } from '#commands/hauls.ts'
import { keepPoint } from '#commands/plan.ts'
import { USUAL_BINS } from '#domain/bins/binPoint.ts'
import type { Incident } from '#domain/bins/incident.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import { bagReport } from '#queries/bags.ts'
import { callsOf, estimateOf, fullBins, haulierAt, haulReport, haulsWritten } from '#queries/hauls.ts'
import { sheetAt, sheetsIn } from '#queries/sheet.ts'
import { must } from '#test/support/binSide.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

const DAY = '2026-03-02'
const SPAN = { from: DAY, to: DAY }

/** Two tablets at one bin point in one window, and the office. */
async function twoAtThePoint() {
  const compound = await twoDevices()
  const point = compound.place('bin-1')
  const liao = await compound.joins({ name: '廖姐', role: 'supervisor', deviceKind: 'shared' })
  const bai = await compound.joins({ name: '白师傅', role: 'supervisor', deviceKind: 'shared' })
  const at = { place: point, day: DAY, window: 'morning' } as const
  const hers = await must(openShift(liao, at))
  const his = await must(openShift(bai, at))
  return { compound, office: compound.office, point, liao, bai, hers, his }
}

test('W1 W2 bags that two tablets opened without a signal are one sample at the office, though replies were lost, requests came twice and one was killed', async () => {
  const { office, point, liao, bai, hers, his } = await twoAtThePoint()
  liao.wire.cut()
  bai.wire.cut()
  const keys = baggingOf(liao, hers)
  for (let i = 0; i < 9; i += 1) keys.open({ stream: 'kitchen', verdict: 'good', faults: [] }, i * 167)
  keys.open({ stream: 'kitchen', verdict: 'minor', faults: ['liquid'] }, 5_000)
  keys.open({ stream: 'kitchen', verdict: 'bad', faults: ['hazardous_in'] }, 5_200)
  expect(keys.undo(5_400)).toMatchObject({ verdict: 'bad' })
  await keys.settled()
  for (let i = 0; i < 4; i += 1)
    await must(
      addBag(bai, his, { stream: 'other', verdict: i ? 'good' : 'bad', faults: i ? [] : ['kitchen_in'] }),
    )
  const seen = bagReport(sheetsIn(liao.view, SPAN))
  expect(seen.rate).toEqual({ good: 9, checked: 10, perMille: 900 })

  await liao.restart()
  expect(bagReport(sheetsIn(liao.view, SPAN))).toEqual(seen)
  liao.wire.mend()
  liao.wire.double(1)
  liao.wire.loseReplies(1)
  expect(await liao.sync()).toBe('noLink')
  expect(await liao.sync()).toBe('done')
  bai.wire.mend()
  expect(await bai.sync()).toBe('done')
  await office.sync()
  await liao.sync()

  for (const who of [office, liao, bai]) {
    expect(bagReport(sheetsIn(who.view, SPAN))).toMatchObject({
      rate: { good: 12, checked: 14, perMille: 857 },
      faults: [
        { stream: 'kitchen', fault: 'liquid', bags: 1 },
        { stream: 'other', fault: 'kitchen_in', bags: 1 },
      ],
    })
  }
  const sheet = sheetAt(office.view, point, DAY, 'morning')
  const opened = sheet?.shares.map(({ shift }) => [shift.author, shift.bags?.length] as const) ?? []
  expect(Object.fromEntries(opened)).toEqual({ [liao.me]: 10, [bai.me]: 4 })
  expect(sheet?.rate).toEqual({ right: 0, drops: 0 })
})

test('two who call for one full bin, neither knowing of the other, make one note; the lorry comes, and a haul written twice is withdrawn', async () => {
  const { compound, office, point, liao, bai, hers, his } = await twoAtThePoint()
  await must(
    keepPoint(office, point, { bins: USUAL_BINS, haulier: { name: '锦丰', phone: '028-0000 0009' } }),
  )
  await office.sync()
  await liao.sync()
  await bai.sync()
  expect(haulierAt(liao.view, liao.tenant, point)).toEqual({ haulier: '锦丰', number: '028-0000 0009' })

  liao.wire.cut()
  for (let i = 0; i < 3; i += 1) await must(pressFill(liao, hers, 'kitchen'))
  await must(callHaulier(liao, hers, 'kitchen'))
  await must(callHaulier(bai, his, 'kitchen'))
  await bai.sync()
  liao.wire.mend()
  await liao.sync()
  await bai.sync()
  await office.sync()
  const calls = (who: typeof office) =>
    who.view.all<Incident>('incident').filter((one) => one.action === 'called_haulier')
  for (const who of [office, liao, bai]) {
    expect(calls(who)).toHaveLength(1)
    expect(fullBins(sheetsIn(who.view, SPAN))).toEqual([{ stream: 'kitchen', arrival: 1, leaving: 0 }])
  }
  expect(calls(office).map((one) => one.stream)).toEqual(['kitchen'])

  compound.clock = '2026-03-02T00:10:00.000Z'
  liao.clock = bai.clock = office.clock = compound.clock
  await must(
    recordHaul(liao, {
      shift: hers,
      stream: 'kitchen',
      amount: 480,
      unit: 'litre',
      mixed: true,
      noted: true,
    }),
  )
  bai.clock = '2026-03-02T00:12:00.000Z'
  const twice = await must(
    recordHaul(bai, { shift: his, stream: 'kitchen', amount: 480, unit: 'litre', mixed: false }),
  )
  await must(withdrawHaul(bai, twice, '记重了'))
  await liao.sync()
  await bai.sync()
  await office.sync()
  await must(
    keepWeights(office, office.view.get<Settings>(settingsId(office.tenant)) as Settings, {
      kgPerLitre: { kitchen: 0.25 },
      weighed: '物业 2月 称的',
    }),
  )
  await office.sync()
  await liao.sync()
  const [sheet] = sheetsIn(office.view, SPAN)
  expect(callsOf(sheet!)).toEqual([])
  expect(haulReport([sheet!])).toEqual({
    streams: [{ stream: 'kitchen', hauls: 1, litres: 480, kg: 0 }],
    mixed: 1,
  })
  expect(haulsWritten(office.view, sheet!).map((one) => one.voided?.reason)).toEqual([undefined, '记重了'])
  expect(sheet?.incidents.map((one) => one.type)).toEqual(['overflow', 'mixed_haul'])
  const settings = liao.view.get<Settings>(settingsId(liao.tenant))
  expect(estimateOf(settings, 'kitchen', 480)).toEqual({
    kg: 120,
    kgPerLitre: 0.25,
    weighed: '物业 2月 称的',
  })
})
