import { expect, test } from 'vitest'
import { allowExport, askToExport, refuseExport } from '#commands/exportRequests.ts'
import { noteLook } from '#commands/looks.ts'
import type { ExportRequest } from '#domain/exportRequest.ts'
import { openRequests, permitFor, type Taking } from '#queries/exportPermit.ts'
import { rosterWatch } from '#queries/rosterWatch.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

async function twoOfficers() {
  const world = await twoDevices()
  const { office, joins, place } = world
  const whole = place('compound')
  const second = await joins({ name: '罗书记', role: 'officer', place: whole })
  await office.sync()
  const taking: Taking = { place: whole, homes: 51 }
  const permit = (who: Volunteer, what = taking) => permitFor(who.view, who.reader(), what, who.now())
  const watch = (who: Volunteer) => rosterWatch(who.view, who.reader(), whole, who.now(), 2)
  const ask = () => askToExport(office, { place: whole, why: 'office', note: '人口普查', homes: 51 })
  const request = (who: Volunteer) => who.view.all<ExportRequest>('exportRequest')[0]!
  return { ...world, whole, second, taking, permit, watch, ask, request }
}

test('SEC-99 fifty homes one takes away alone; for one more somebody else has to be asked', async () => {
  const { office, permit, taking } = await twoOfficers()
  expect(permit(office, { ...taking, homes: 50 })).toEqual({ is: 'free' })
  expect(permit(office)).toEqual({ is: 'ask' })
})

test('SEC-99 asked without a signal it waits and says that it is not sent; the second officer reads who, how many and what for, and says yes', async () => {
  const { office, second, permit, watch, ask, request, whole } = await twoOfficers()
  office.wire.cut()
  await ask()
  expect(permit(office)).toMatchObject({ is: 'waits', sent: false })
  office.wire.mend()
  await office.sync()
  expect(permit(office)).toMatchObject({ is: 'waits', sent: true })
  expect(watch(office).asked).toEqual([])

  await second.sync()
  const [told] = watch(second).asked
  expect(told).toMatchObject({ who: '周敏', request: { homes: 51, note: '人口普查' } })
  await allowExport(second, told!.request.id)
  await second.sync()
  await office.sync()
  const allowed = permit(office)
  expect(allowed).toMatchObject({ is: 'allowed', by: '罗书记' })

  // One yes, one table; and at once the second officer reads that it was taken.
  await noteLook(office, {
    place: whole,
    what: 'export',
    why: 'office',
    count: 120,
    request: request(office).id,
  })
  expect(permit(office)).toEqual({ is: 'ask' })
  expect(openRequests(office.reader(), office.now())).toEqual([])
  await office.sync()
  await second.sync()
  expect(watch(second).taken).toMatchObject([{ who: '周敏', agreed: '罗书记', unasked: false }])
  expect(watch(office).taken).toEqual([])
})

test('SEC-99 nobody says yes to their own request: it is held, and nothing is allowed', async () => {
  const { office, ask, permit, request } = await twoOfficers()
  await ask()
  await allowExport(office, request(office).id)
  await office.sync()
  expect(permit(office)).toMatchObject({ is: 'waits' })
})

test('a no says why, and one may ask again', async () => {
  const { office, second, ask, permit, request } = await twoOfficers()
  await ask()
  await office.sync()
  await second.sync()
  await refuseExport(second, request(second).id, '一栋就够了')
  await second.sync()
  await office.sync()
  expect(permit(office)).toMatchObject({
    is: 'refused',
    by: '罗书记',
    request: { decided: { reason: '一栋就够了' } },
  })
})

test('a yes is for what was asked for: for more homes, another place, another table or with care it has to be asked again', async () => {
  const { office, second, ask, permit, request, taking, place } = await twoOfficers()
  await ask()
  await office.sync()
  await second.sync()
  await allowExport(second, request(second).id)
  await second.sync()
  await office.sync()
  expect(permit(office, { ...taking, homes: 51 })).toMatchObject({ is: 'allowed' })
  for (const other of [{ homes: 52 }, { place: place('1') }, { list: 'ledger' }, { care: true }] as const)
    expect(permit(office, { ...taking, ...other })).toEqual({ is: 'ask' })
})

test('the property manager and the owners’ committee are told nothing and cannot say yes', async () => {
  const { office, joins, whole, ask, permit, request } = await twoOfficers()
  await ask()
  await office.sync()
  for (const role of ['manager', 'owners'] as const) {
    const other = await joins({ name: '陈经理', role, place: whole })
    await other.sync()
    expect(other.view.all('exportRequest')).toEqual([])
    await allowExport(other, request(office).id)
    await other.sync()
  }
  await office.sync()
  expect(permit(office)).toMatchObject({ is: 'waits' })
})

test('where there is one officer alone, nobody else can say yes, and that is said', async () => {
  const { office, place } = await twoDevices()
  const taking = { place: place('compound'), homes: 51 }
  expect(permitFor(office.view, office.reader(), taking, office.now())).toEqual({ is: 'alone' })
})

test('what was taken away by many without a yes stands there as that', async () => {
  const { office, second, watch, whole } = await twoOfficers()
  await noteLook(office, { place: whole, what: 'export', why: 'office', count: 51 })
  await noteLook(office, { place: whole, what: 'export', why: 'office', count: 50 })
  // A hundred people of forty-five homes: one officer may take them alone.
  await noteLook(office, { place: whole, what: 'export', why: 'office', count: 100, homes: 45 })
  await office.sync()
  await second.sync()
  expect(
    watch(second)
      .taken.map(({ look, unasked }) => [look.count, unasked])
      .toSorted(),
  ).toEqual([
    [100, false],
    [50, false],
    [51, true],
  ])
})

test('SEC-44 a volunteer who saw many is told to both officers, and to nobody else', async () => {
  const { office, second, joins, watch, place } = await twoOfficers()
  const volunteer = await joins({ name: '何桂英', role: 'gridWorker', place: place('1') })
  const colleague = await joins({ name: '赵大爷', role: 'gridWorker', place: place('1') })
  await noteLook(volunteer, { place: place('1'), what: 'doorList', why: 'round', count: 101 })
  await volunteer.sync()
  for (const one of [office, second, colleague]) await one.sync()
  for (const one of [office, second]) expect(watch(one).bulk).toMatchObject([{ who: '何桂英', people: 101 }])
  expect(watch(colleague)).toEqual({ asked: [], taken: [], bulk: [] })
})

test('a list of doors with names of more than fifty homes waits for the same yes, whoever prints it; the office reads who did', async () => {
  const { office, joins, permit, watch, place } = await twoOfficers()
  const unit = place('1-1')
  const grid = await joins({ name: '何桂英', role: 'gridWorker', place: place('1') })
  await grid.sync()
  expect(permit(grid, { place: unit, homes: 50 })).toEqual({ is: 'free' })
  expect(permit(grid, { place: unit, homes: 51 })).toEqual({ is: 'ask' })
  await askToExport(grid, { place: unit, why: 'round', note: '上门名单：停水通知', homes: 51 })
  await grid.sync()
  await office.sync()
  const [told] = watch(office).asked
  expect(told).toMatchObject({ who: '何桂英', request: { note: '上门名单：停水通知' } })
  await allowExport(office, told!.request.id)
  await office.sync()
  await grid.sync()
  expect(permit(grid, { place: unit, homes: 51 })).toMatchObject({ is: 'allowed', by: '周敏' })
  const { id } = told!.request
  await noteLook(grid, { place: unit, what: 'doorList', why: 'round', count: 90, request: id })
  expect(permit(grid, { place: unit, homes: 51 })).toEqual({ is: 'ask' })
  await grid.sync()
  await office.sync()
  expect(watch(office).taken).toMatchObject([
    { who: '何桂英', look: { what: 'doorList' }, agreed: '周敏', unasked: false },
  ])
})

test('SEC-99 the emergency list is opened and printed by nobody’s leave, and the second officer reads at once who did it and why', async () => {
  const { office, second, watch, whole } = await twoOfficers()
  const opened = {
    place: whole,
    what: 'emergencySheet',
    why: 'powerOrWater',
    note: '二单元停电',
    count: 12,
  } as const
  expect((await noteLook(office, opened)).ok).toBe(true)
  await office.sync()
  await second.sync()
  expect(watch(second).taken).toMatchObject([
    { who: '周敏', unasked: false, look: { note: '二单元停电', count: 12 } },
  ])
  expect(watch(office).taken).toEqual([])
})
