import { expect, test } from 'vitest'
import { openShift } from '#commands/bins.ts'
import { recordIncident, stepIncident, withdrawIncident } from '#commands/incidents.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { Held } from '#domain/held.ts'
import type { Incident } from '#domain/bins/incident.ts'
import { actionNow, stepsOf } from '#domain/bins/incidentSteps.ts'
import { binReport } from '#queries/binReport.ts'
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

test('the ladder is climbed by several people over days, from two devices without a signal, and reads the same everywhere', async () => {
  const { compound, office, tablet, point, shift } = await aMorning()
  const colleague = await compound.joins({ name: '唐姐', role: 'supervisor', place: point })
  const steward = await compound.joins({ name: '小张', role: 'steward' })
  const refused = { place: point, shift, type: 'refuse', action: 'none', photos: [] } as const
  const id = await must(recordIncident(tablet, refused))
  tablet.wire.mend()
  await tablet.sync()
  for (const one of [colleague, steward, office]) await one.sync()

  // Two at the bins, each without a signal; the later word arrives first.
  tablet.wire.cut()
  colleague.wire.cut()
  tablet.clock = '2026-03-02T00:10:00.000Z'
  await must(stepIncident(tablet, id, 'persuaded', '请他当场分开，不听'))
  colleague.clock = '2026-03-02T11:00:00.000Z'
  await must(stepIncident(colleague, id, 'persuaded'))
  await tablet.restart()
  compound.clock = colleague.clock
  colleague.wire.mend()
  await colleague.sync()
  compound.clock = steward.clock = '2026-03-03T01:00:00.000Z'
  await steward.sync()
  await must(stepIncident(steward, id, 'reported_pm'))
  await steward.sync()
  await office.sync()
  expect(actionNow(office.view.get<Incident>(id)!)).toBe('reported_pm')
  tablet.wire.mend()
  // The reply is lost once: the same step is sent again and stands once.
  tablet.wire.loseReplies(1)
  await tablet.sync()
  await tablet.sync()
  compound.clock = office.clock = '2026-03-04T02:00:00.000Z'
  await office.sync()
  await must(stepIncident(office, id, 'reported_urban_mgmt', '城管登记了'))
  await office.sync()

  for (const one of [tablet, colleague, steward, office]) {
    await one.sync()
    const incident = one.view.get<Incident>(id)!
    expect(stepsOf(incident).map(({ action, by, note }) => [action, by, note])).toEqual([
      ['none', tablet.me, undefined],
      ['persuaded', tablet.me, '请他当场分开，不听'],
      ['persuaded', colleague.me, undefined],
      ['reported_pm', steward.me, undefined],
      ['reported_urban_mgmt', office.me, '城管登记了'],
    ])
    expect(actionNow(incident)).toBe('reported_urban_mgmt')
  }
  const asking = { view: office.view, tenant: office.tenant, now: office.now() }
  const week = { kind: 'week', from: DAY, to: '2026-03-08', point } as const
  const { events, kinds } = binReport(asking, office.reader(), week)
  expect(kinds).toEqual([{ type: 'refuse', count: 1 }])
  expect(events.incidents.map(actionNow)).toEqual(['reported_urban_mgmt'])
})

test('a step that meets a withdrawal waits before the office with its words, as does that of somebody without the right', async () => {
  const { compound, office, tablet, point, shift } = await aMorning()
  const colleague = await compound.joins({ name: '唐姐', role: 'supervisor', place: point })
  const owner = await compound.joins({ name: '业委会老李', role: 'owners' })
  tablet.wire.mend()
  const said = { place: point, shift, type: 'merchant_dump', action: 'persuaded', photos: [] } as const
  const [gone, stays] = [await must(recordIncident(tablet, said)), await must(recordIncident(tablet, said))]
  await tablet.sync()
  await colleague.sync()
  await owner.sync()
  await must(withdrawIncident(tablet, gone, '记重了'))
  await tablet.sync()
  await must(stepIncident(colleague, gone, 'reported_pm', '物业晓得了'))
  await must(stepIncident(owner, stays, 'reported_urban_mgmt'))
  for (const one of [colleague, owner, office]) await one.sync()

  const held = office.view.all<Held>('held').map(({ why, change }) => [why, change.name, change.actor])
  expect(held.sort()).toEqual([
    ['notAllowed', 'incident.step', owner.me],
    ['wrongState', 'incident.step', colleague.me],
  ])
  for (const id of [gone, stays]) expect(office.view.get<Incident>(id)?.steps).toBeUndefined()
})
