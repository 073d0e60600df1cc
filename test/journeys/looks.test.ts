import { expect, test } from 'vitest'
import { noteLook, noteTaken } from '#commands/looks.ts'
import { typeFloor } from '#commands/paperRound.ts'
import { recordVisit } from '#commands/visits.ts'
import { PAPERS } from '#domain/look.ts'
import { visitDay } from '#domain/doors/visit.ts'
import { looksByDay } from '#queries/looks.ts'
import { household } from '#queries/residents.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { noRoomIn } from '#test/support/noRoom.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

const told = (who: Volunteer) =>
  looksByDay(who.view, who.reader()).flatMap(({ looks }) =>
    looks.map(({ look, who: name, where }) => [name, look.what, look.why, look.count, where]),
  )

async function aPhone() {
  const compound = await twoDevices()
  const { joins, place } = compound
  const phone = await joins({ name: '何桂英', role: 'gridWorker', place: place('1') })
  return { ...compound, phone, place }
}

test('an emergency sheet opened without a signal goes before all that was done with it, outlives the battery, and the office reads who and why', async () => {
  const { phone, office, place } = await aPhone()
  phone.wire.cut()
  await noteLook(phone, { place: place('1'), what: 'emergencySheet', why: 'powerOrWater', count: 2 })
  await noteLook(phone, { place: place('1-1-1-101'), what: 'phone', why: 'call', count: 1 })
  await recordVisit(phone, { dwelling: place('1-1-1-101'), outcome: 'met' })
  await phone.restart()
  const rows = [...phone.disk.snapshot().rows.outbox.values()] as { change: { name: string } }[]
  expect(rows.map(({ change }) => change.name)).toEqual(['look.note', 'look.note', 'visit.record'])
  // What it says lies sealed: the phone may be lost before it has a signal.
  expect(await phone.holds('powerOrWater')).toBe(false)

  phone.wire.mend()
  await phone.sync()
  await office.sync()
  const rest = told(office).map((row) => row.slice(0, 4))
  expect(rest).toEqual(
    expect.arrayContaining([
      ['何桂英', 'emergencySheet', 'powerOrWater', 2],
      ['何桂英', 'phone', 'call', 1],
    ]),
  )
})

test('where there is no room, nothing is written down and the device says so; nothing of it is half kept', async () => {
  const { phone, place } = await aPhone()
  const disk = noRoomIn(['outbox'])
  await phone.restart(undefined, disk.options)
  const look = { place: place('1'), what: 'emergencySheet', why: 'fire', count: 2 } as const
  expect(await noteLook(phone, look)).toEqual({ ok: false, refused: 'disk.full' })
  expect(told(phone)).toEqual([])
  disk.free()
  expect((await noteLook(phone, look)).ok).toBe(true)
  expect(told(phone)).toHaveLength(1)
})

test('SEC-64 a paper or a text that leaves has its line also on a shared tablet and from whoever sees no names; the office alone reads it', async () => {
  const { office, joins, place } = await aPhone()
  const steward = await joins({
    name: '小刘',
    role: 'steward',
    place: place('compound'),
    deviceKind: 'shared',
  })
  const colleague = await joins({ name: '阿明', role: 'steward', place: place('compound') })
  for (const what of PAPERS)
    expect(await noteTaken(steward, { place: place('compound'), what, note: '派工单 3月2日' })).toMatchObject(
      {
        ok: true,
      },
    )
  await steward.sync()
  for (const one of [office, colleague]) await one.sync()
  expect(
    told(office)
      .map((row) => row.slice(0, 3))
      .toSorted(),
  ).toEqual(PAPERS.map((what) => ['小刘', what, 'office']).toSorted())
  expect([colleague, steward].flatMap((one) => told(one))).toEqual([])
})

test('a colleague, a steward and a shared tablet get no word of who looked', async () => {
  const { phone, joins, place } = await aPhone()
  await noteLook(phone, { place: place('1'), what: 'emergencySheet', why: 'other', note: '石榴大爷不见了' })
  await phone.sync()
  const others = [
    await joins({ name: '赵大爷', role: 'gridWorker', place: place('1') }),
    await joins({ name: '小刘', role: 'steward', place: place('compound') }),
    await joins({ name: '周老师', role: 'officer', place: place('compound'), deviceKind: 'shared' }),
  ]
  for (const other of others) {
    await other.sync()
    expect(told(other)).toEqual([])
    expect(other.view.all('look')).toEqual([])
  }
})

test('a floor typed from paper is at the office on the day it was walked, once, though it was typed twice', async () => {
  const { phone, office, place } = await aPhone()
  const door = place('1-1-1-101')
  const floor = [{ dwelling: door, outcome: 'met' as const, remark: '水管漏水' }]
  await typeFloor(phone, '2026-03-01', floor)
  expect((await typeFloor(phone, '2026-03-01', floor)).ok).toBe(false)
  await phone.sync()
  await office.sync()
  const { visits, open } = household(office.reader(), door, '2026-03-02')!
  expect(visits.map((one) => [one.outcome, visitDay(one)])).toEqual([['met', '2026-03-01']])
  expect(open.map((one) => one.text)).toEqual(['水管漏水'])
})
