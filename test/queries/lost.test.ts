import { expect, test } from 'vitest'
import { keepCare } from '#commands/care.ts'
import { writeFeedback } from '#commands/feedback.ts'
import { noteLook } from '#commands/looks.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { type Missing, mayHold } from '#queries/lost.ts'
import { officersBeside } from '#queries/lostSteps.ts'
import { looksOf } from '#queries/looks.ts'
import { household } from '#queries/residents.ts'
import { must } from '#test/support/binSide.ts'
import { type Compound, RESIDENTS, twoDevices } from '#test/support/twoDevices.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'

const NOW = '2026-03-01T23:00:00.000Z'

const lost = (who: Volunteer, other: Partial<Missing> = {}): Missing => ({
  deviceKind: 'own',
  people: [who.enrolment.person],
  enrolledAt: NOW,
  lastContact: NOW,
  ...other,
})
const hold = ({ office }: Compound, device: Missing) =>
  mayHold(office.view, office.reader(), office.enrolment.compound, device)
const names = (found: ReturnType<typeof hold>) => found?.concerned.map(({ name }) => name)

async function aCompound() {
  const compound = await twoDevices()
  const { office, place, joins } = compound
  const grid = await joins({ name: '何桂英', role: 'gridWorker', place: place('1') })
  const home = place('1-1-1-101')
  const [first] = household(office.reader(), home, '2026-03-02')!.people
  await must(
    keepCare(
      office,
      { resident: first!.resident },
      {
        tags: ['livesAlone'],
        needs: [],
        reasons: ['aged80'],
        consent: { basis: 'self', at: '2026-03-02', how: 'spoken' },
      },
    ),
  )
  const said = async (at: RecordId, displayName: string) => {
    const done = await writeFeedback(office, {
      place: at,
      text: '楼道灯坏了',
      category: 'lighting',
      urgency: 'u3',
      channel: 'door_visit',
      photos: [],
      reporter: { displayName, agreed: false },
      ending: { is: 'undecided' },
    })
    expect(done.ok).toBe(true)
  }
  await said(home, '灯芯婆婆')
  await said(place('2-1-1-101'), '霜降')
  await office.sync()
  return { ...compound, compound, grid, home }
}

test('SEC-69 what a lost phone may hold are the residents whom its people may read, what of them, and nobody else', async () => {
  const { compound, grid, place } = await aCompound()
  const found = hold(compound, lost(grid))!
  expect(found.at).toEqual([{ place: place('1'), where: '1栋', names: 3, phones: 3, care: 1, reasons: 0 }])
  expect(names(found)).toEqual(RESIDENTS.slice(0, 3).map(([, , , name]) => name))
  expect(found.concerned[0]).toMatchObject({
    where: '1栋 1单元 1楼 101',
    phone: true,
    care: true,
    reasons: false,
  })
  expect(found.tellers.map(({ name }) => name)).toEqual(['灯芯婆婆'])
  expect(found.homes).toBe(3)
})

test('SEC-69 of what its people may not read there is nothing: a supervisor’s phone, and any tablet', async () => {
  const { compound, grid, joins, office } = await aCompound()
  const supervisor = await joins({ name: '廖姐', role: 'supervisor' })
  expect(hold(compound, lost(supervisor))).toBeUndefined()
  await office.sync()
  for (const device of [lost(supervisor), lost(grid, { deviceKind: 'shared' })]) {
    const found = hold(compound, device)!
    expect([found.at, found.concerned, found.tellers, found.homes]).toEqual([[], [], [], 0])
    expect(found.colleagues).toBe(3)
  }
})

test('SEC-69 two people on one device are counted together, each resident once', async () => {
  const { compound, grid, joins, office, place } = await aCompound()
  const lead = await joins({ name: '唐玉珍', role: 'floorLead', place: place('2-1') })
  await office.sync()
  const both = lost(grid, { people: [grid.enrolment.person, lead.enrolment.person, grid.enrolment.person] })
  const found = hold(compound, both)!
  expect(found.at.map(({ where, names: count }) => [where, count])).toEqual([
    ['1栋', 3],
    ['2栋', 2],
  ])
})

test('SEC-69 an appointment that ended before the last contact counts no more, one that ended since does', async () => {
  const { compound, grid, office, place, desk } = await aCompound()
  const { person } = grid.enrolment
  await desk('/api/appointments/end', { person, role: 'gridWorker', place: place('1'), to: '2026-03-03' })
  compound.clock = '2026-03-10T02:00:00.000Z'
  await office.sync()
  expect(hold(compound, lost(grid, { lastContact: '2026-03-03T02:00:00.000Z' }))?.concerned).toHaveLength(3)
  // Of the day after nobody knows whether it was heard of before its rights ended there.
  expect(hold(compound, lost(grid, { lastContact: '2026-03-04T02:00:00.000Z' }))?.concerned).toHaveLength(3)
  expect(hold(compound, lost(grid, { lastContact: '2026-03-05T02:00:00.000Z' }))?.concerned).toEqual([])
})

test('SEC-69 nobody but the office of the whole compound is told what a device may hold', async () => {
  const { compound, grid, joins } = await aCompound()
  const manager = await joins({ name: '邹经理', role: 'manager' })
  for (const who of [grid, manager])
    expect(mayHold(who.view, who.reader(), who.enrolment.compound, lost(grid))).toBeUndefined()
  const tablet = { ...compound.office.reader(), shared: true }
  expect(
    mayHold(compound.office.view, tablet, compound.office.enrolment.compound, lost(grid)),
  ).toBeUndefined()
})

test('SEC-69 what its people looked at is told with when and where, of the days that are asked for, and of nobody else', async () => {
  const { office, grid, home } = await aCompound()
  await must(noteLook(grid, { place: home, what: 'phone', why: 'call', count: 1 }))
  await grid.sync()
  await must(noteLook(office, { place: home, what: 'phone', why: 'check', count: 1 }))
  await office.sync()
  const told = looksOf(office.view, office.reader(), [grid.enrolment.person], '2026-02-01T00:00:00.000Z')
  expect(told.map(({ who, where, look }) => [who, where, look.why])).toEqual([
    ['何桂英', '1栋 1单元 1楼 101', 'call'],
  ])
  expect(looksOf(office.view, office.reader(), [grid.enrolment.person], '2026-04-01T00:00:00.000Z')).toEqual(
    [],
  )
})

test('whom to tell are the others of the office, not oneself and not whoever lost it', async () => {
  const { office, joins } = await aCompound()
  const other = await joins({ name: '罗书记', role: 'officer' })
  await office.sync()
  const me = { me: office.enrolment.person, compound: office.enrolment.compound }
  const beside = (except: readonly PersonId[]) => officersBeside(office.view, me, except, '2026-03-02')
  expect(beside([])).toEqual(['罗书记'])
  expect(beside([other.enrolment.person])).toEqual([])
})
