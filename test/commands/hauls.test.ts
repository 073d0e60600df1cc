import { describe, expect, test } from 'vitest'
import { openShift } from '#commands/bins.ts'
import { keepWeights, recordHaul, withdrawHaul } from '#commands/hauls.ts'
import { type Haul, hauledAtOf } from '#domain/bins/haul.ts'
import type { Incident } from '#domain/bins/incident.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import { estimateOf, haulReport, haulsWritten } from '#queries/hauls.ts'
import { sheetsIn } from '#queries/sheet.ts'
import { aBinSide, COMPOUND, EAST_GATE, must, restarted, TENANT, withPoints } from '#test/support/binSide.ts'

const DAY = { from: '2026-11-24', to: '2026-11-24' }

async function atTheLorry() {
  const side = aBinSide()
  await withPoints(side)
  const shift = await must(openShift(side, { place: EAST_GATE, day: '2026-11-24', window: 'evening' }))
  return { side, shift, kitchen: { shift, stream: 'kitchen', unit: 'litre', mixed: false } as const }
}

describe('a haul', () => {
  test('keeps what was read: litres and kilograms stand apart, also in the sum', async () => {
    const { side, shift, kitchen } = await atTheLorry()
    await must(recordHaul(side, { ...kitchen, amount: 480 }))
    await must(recordHaul(side, { ...kitchen, amount: 240 }))
    await must(recordHaul(side, { shift, stream: 'kitchen', amount: 0.1, unit: 'kg', mixed: false }))
    await must(recordHaul(side, { shift, stream: 'kitchen', amount: 0.2, unit: 'kg', mixed: false }))
    expect(haulReport(sheetsIn(side.view, DAY)).streams).toEqual([
      { stream: 'kitchen', hauls: 4, litres: 720, kg: 0.3 },
    ])
    const again = await restarted(side)
    expect(haulReport(sheetsIn(again.view, DAY))).toEqual(haulReport(sheetsIn(side.view, DAY)))
  })

  test('says when the lorry came, where that was earlier', async () => {
    const { side, kitchen } = await atTheLorry()
    const hauledAt = '2026-11-24T09:30:00.000Z'
    const id = await must(recordHaul(side, { ...kitchen, amount: 480, hauledAt }))
    expect(hauledAtOf(side.view.get<Haul>(id) as Haul)).toBe(hauledAt)
    expect(hauledAtOf({ at: side.now(), hauledAt: '2026-02-31T99:99Z' })).toBe(side.now())
  })

  test.each([0, -240, 100_001, Number.NaN])('of %s is no haul, whichever way it comes in', async (amount) => {
    const { side, kitchen } = await atTheLorry()
    expect(await recordHaul(side, { ...kitchen, amount })).toEqual({ ok: false, refused: 'notPossible' })
    expect(side.view.all('haul')).toEqual([])
  })

  test('that is withdrawn counts no more and stays with its reason', async () => {
    const { side, kitchen } = await atTheLorry()
    const id = await must(recordHaul(side, { ...kitchen, amount: 480 }))
    await must(withdrawHaul(side, id, ' 记重了 '))
    const [sheet] = sheetsIn(side.view, DAY)
    expect(haulReport([sheet!]).streams).toEqual([])
    expect(haulsWritten(side.view, sheet!)).toMatchObject([{ id, voided: { reason: '记重了' } }])
    expect(await withdrawHaul(side, id, '记重了')).toEqual({ ok: false, refused: 'nothingToDo' })
  })

  test('pressed twice from one form is one', async () => {
    const { side, kitchen } = await atTheLorry()
    const once = { ...kitchen, id: side.newId() as never, amount: 480 }
    await must(recordHaul(side, once))
    expect(await recordHaul(side, once)).toEqual({ ok: false, refused: 'nothingToDo' })
    expect(side.view.all('haul')).toHaveLength(1)
  })

  test('mixed is noted as an incident where somebody wants it, in the same act, once on a sheet', async () => {
    const { side, shift, kitchen } = await atTheLorry()
    const mixed = { ...kitchen, amount: 480, mixed: true }
    await must(recordHaul(side, mixed))
    expect(side.view.all('incident')).toEqual([])
    const done = await recordHaul(side, { ...mixed, noted: true })
    expect(done.ok && new Set(done.value.map((change) => change.act)).size).toBe(1)
    await must(recordHaul(side, { ...mixed, stream: 'other', noted: true }))
    expect(side.view.all<Incident>('incident')).toMatchObject([{ type: 'mixed_haul', shift, photos: [] }])
    expect(haulReport(sheetsIn(side.view, DAY)).mixed).toBe(3)
  })
})

describe('what a litre weighs', () => {
  const settings = settingsId(TENANT)

  async function inTheOffice() {
    const { side } = await atTheLorry()
    await must(
      side.commit([
        { record: settings, name: 'settings.put', v: 1, args: { place: COMPOUND, name: '春和苑' } },
      ]),
    )
    return { side, seen: () => side.view.get<Settings>(settings) as Settings }
  }

  test('is nothing until somebody weighed: litres stay litres', async () => {
    const { seen } = await inTheOffice()
    expect(estimateOf(seen(), 'kitchen', 480)).toBeUndefined()
  })

  test('makes an estimate that names its factor and who weighed, for that stream alone', async () => {
    const { side, seen } = await inTheOffice()
    await must(keepWeights(side, seen(), { kgPerLitre: { kitchen: 0.25 }, weighed: ' 物业 11月20日 ' }))
    expect(estimateOf(seen(), 'kitchen', 480)).toEqual({
      kg: 120,
      kgPerLitre: 0.25,
      weighed: '物业 11月20日',
    })
    expect(estimateOf(seen(), 'other', 480)).toBeUndefined()
    expect(
      await keepWeights(side, seen(), { kgPerLitre: { kitchen: 0.25 }, weighed: '物业 11月20日' }),
    ).toEqual({ ok: false, refused: 'nothingToDo' })
  })

  test('can be emptied again, and is refused where no scale shows it', async () => {
    const { side, seen } = await inTheOffice()
    await must(keepWeights(side, seen(), { kgPerLitre: { kitchen: 0.25 }, weighed: '物业' }))
    await must(keepWeights(side, seen(), { kgPerLitre: {}, weighed: '' }))
    expect(estimateOf(seen(), 'kitchen', 480)).toBeUndefined()
    expect(await keepWeights(side, seen(), { kgPerLitre: { kitchen: 25 }, weighed: '物业' })).toEqual({
      ok: false,
      refused: 'notPossible',
    })
  })
})
