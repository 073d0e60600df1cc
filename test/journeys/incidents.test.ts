import { expect, test } from 'vitest'
import { openShift } from '#commands/bins.ts'
import { recordIncident, withdrawIncident } from '#commands/incidents.ts'
import type { Feedback } from '#domain/feedback.ts'
import type { Incident } from '#domain/incident.ts'
import { incidentsOfShift } from '#queries/bins.ts'
import { officeDay } from '#queries/officeDay.ts'
import { must } from '#test/support/binSide.ts'
import { aPicture, withExif } from '#test/support/pictures.ts'
import { twoDevices } from '#test/support/twoDevices.ts'
import { zh } from '#ui/words/zh/all.ts'

const DAY = '2026-03-02'

async function aMorning() {
  const compound = await twoDevices()
  const point = compound.place('bin-1')
  const tablet = await compound.joins({ name: '廖姐', role: 'supervisor', deviceKind: 'shared' })
  tablet.wire.cut()
  const shift = await must(openShift(tablet, { place: point, day: DAY, window: 'morning' }))
  return { compound, office: compound.office, tablet, point, shift }
}

test('W14 an incident noted without a signal reaches the office though its photo is refused there, and outlives a restart', async () => {
  const { office, tablet, point, shift } = await aMorning()
  const photo = await tablet.takePhoto(withExif(aPicture()))
  const said = { place: point, shift, type: 'overflow', action: 'called_haulier', photos: [photo] } as const
  await must(recordIncident(tablet, said))
  await tablet.restart()
  expect(incidentsOfShift(tablet.view, shift)).toMatchObject([{ type: 'overflow', photos: [photo] }])
  tablet.wire.mend()
  expect(await tablet.sync()).toBe('done')
  await office.sync()
  expect(officeDay(office.view, office.reader(), DAY).incidents).toMatchObject([
    { where: '东门投放点', record: { type: 'overflow' } },
  ])
  expect(tablet.wire.heard).toContain('{"refused":"photoMetadata"}')
})

test('an elder who needs a hand becomes a remark before the office, of the bin point and of nobody by name', async () => {
  const { office, tablet, point, shift } = await aMorning()
  const said = { place: point, shift, type: 'elder_needs_help', action: 'helped', photos: [] } as const
  const noted = await must(recordIncident(tablet, { ...said, help: zh.incident.help.request }))
  tablet.wire.mend()
  await tablet.sync()
  await office.sync()
  expect(office.view.get<Incident>(noted)).toMatchObject({ type: 'elder_needs_help', action: 'helped' })
  const [remark] = office.view
    .all<Feedback>('feedback')
    .filter((one) => one.author === tablet.me && one.category === 'care_help')
  expect(remark).toMatchObject({ place: point, name: 'none', channel: 'bin_side' })
  expect(remark?.text).toBe(zh.incident.help.request)
  expect(office.view.all('reporter').filter((one) => one.author === tablet.me)).toEqual([])

  // It was a mistake: both are taken back in one act, and both stay with their reason.
  await must(withdrawIncident(tablet, noted, '记错了', remark!.id))
  await tablet.sync()
  await office.sync()
  expect(office.view.get<Incident>(noted)?.voided?.reason).toBe('记错了')
  expect(office.view.get<Feedback>(remark!.id)?.voided?.reason).toBe('记错了')
  expect(incidentsOfShift(office.view, shift)).toEqual([])
})
