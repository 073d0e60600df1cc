import { expect, test } from 'vitest'
import { keepCare } from '#commands/care.ts'
import { release } from '#commands/deciding.ts'
import { renumberDoor } from '#commands/doors.ts'
import { mergeResidents, moveBack, moveOut, moveWithin, unmergeResident } from '#commands/moves.ts'
import { addHome, newHome } from '#commands/newHome.ts'
import { enterResident, takeOverContact } from '#commands/residents.ts'
import { recordVisit } from '#commands/visits.ts'
import type { Contact } from '#domain/doors/contact.ts'
import { formerLabel, type Place } from '#domain/places.ts'
import { reasonsId } from '#domain/reasons.ts'
import { contactId } from '#domain/doors/resident.ts'
import { elevationOf } from '#queries/doors.ts'
import { household } from '#queries/residents.ts'
import { alikeResidents } from '#queries/sameResident.ts'
import type { Held } from '#domain/held.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { found } from '#test/support/homes.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

const DAY = '2026-03-02'
const CONSENT = { basis: 'self', at: DAY, how: 'spoken', reviewBy: '2026-09-02' } as const

async function aBuilding() {
  const compound = await twoDevices()
  const { office, place, joins } = compound
  const phone = await joins({ name: '何桂英', place: place('1') })
  return { compound, office, phone, place, home: place('1-1-1-101'), other: place('1-2-2-201') }
}

const at = (who: Volunteer, door: RecordId) => household(who.reader(), door, DAY)!
const names = (who: Volunteer, door: RecordId) => at(who, door).people.map(({ resident }) => resident.name)

async function must(done: Promise<{ ok: boolean; refused?: unknown }>): Promise<void> {
  const answer = await done
  if (!answer.ok) throw new Error(`refused: ${String(answer.refused)}`)
}

test('a household moves to another door of the compound without a signal: the screens are right at once, and phone and care follow', async () => {
  const { office, phone, home, other, place } = await aBuilding()
  const { resident } = at(office, home).people[0]!
  await must(
    keepCare(
      office,
      { resident },
      { tags: ['livesAlone'], needs: ['stairs'], reasons: ['aged80'], consent: CONSENT },
    ),
  )
  await must(enterResident(office, home, { name: '欧阳小满', phone: '13811110199' }))
  await office.sync()
  await phone.sync()
  const both = at(phone, home).people.map((one) => one.resident)
  phone.wire.cut()
  await must(moveWithin(phone, both, other))
  const right = (who: Volunteer) => {
    expect(names(who, home)).toEqual([])
    expect(names(who, other)).toEqual(expect.arrayContaining(['令狐白露', '欧阳灯芯', '欧阳小满']))
    const moved = at(who, other).people.find((one) => one.resident.id === resident.id)
    expect(moved).toMatchObject({ phone: '138****0101', care: { needs: ['stairs'] } })
    const doors = elevationOf(who.reader(), place('1'), DAY)!.doors
    expect([doors.get(home)?.care, doors.get(other)?.care]).toEqual([false, true])
    expect(found(who.reader(), '欧阳灯芯').map(({ dwelling }) => dwelling.id)).toEqual([other])
  }
  // The parts still lie at the old door.
  expect(phone.view.get<Contact>(contactId(resident.id))?.place).toBe(home)
  right(phone)
  phone.wire.mend()
  await phone.sync()
  await office.sync()
  for (const who of [phone, office]) {
    right(who)
    expect(who.view.get<Contact>(contactId(resident.id))?.place).toBe(other)
  }
  expect(office.view.get(reasonsId(resident.id))?.place).toBe(other)
  // Taken back: everything is where it was.
  await must(
    moveWithin(
      phone,
      both.map(({ id }) => ({ id, place: other })),
      home,
    ),
  )
  await phone.sync()
  await office.sync()
  expect([names(office, other), office.view.get(reasonsId(resident.id))?.place]).toEqual([['令狐白露'], home])
})

test('who moved out on a day is told of apart, and lives there again when somebody says so', async () => {
  const { office, phone, home } = await aBuilding()
  const [person] = at(phone, home).people
  await must(moveOut(phone, [person!.resident.id], '2026-02-27'))
  expect([names(phone, home), at(phone, home).movedOut.map((one) => one.movedOut)]).toEqual([
    [],
    ['2026-02-27'],
  ])
  await phone.sync()
  await office.sync()
  expect(names(office, home)).toEqual([])
  await must(moveBack(office, [person!.resident.id]))
  await office.sync()
  await phone.sync()
  expect([names(phone, home), at(phone, home).movedOut]).toEqual([['欧阳灯芯'], []])
})

test('an owner who lives elsewhere is listed apart with a phone, and is nobody of the household', async () => {
  const { office, home } = await aBuilding()
  await must(enterResident(office, home, { name: '百里立夏', phone: '13811110150', owner: 'elsewhere' }))
  const { people, owners } = at(office, home)
  expect([people.length, owners]).toMatchObject([
    1,
    [{ phone: '138****0150', resident: { name: '百里立夏' } }],
  ])
})

test('somebody who was written down twice is suggested, merged by a person, and two again when it was wrong; nothing is lost', async () => {
  const { office, phone, home, other } = await aBuilding()
  phone.wire.cut()
  phone.clock = '2026-03-02T03:00:00.000Z'
  const kin = { name: '欧阳立冬', relation: '女儿', phone: '13811110177' }
  await must(enterResident(phone, other, { name: '欧阳 灯芯', phone: '138 1111 0101', kin }))
  expect(alikeResidents(phone.reader())).toMatchObject([{ why: 'nameAndPhone', first: { place: home } }])
  const { first, second } = alikeResidents(phone.reader())[0]!
  await must(mergeResidents(phone, second.id, first.id))
  phone.wire.mend()
  await phone.sync()
  await office.sync()
  for (const who of [phone, office]) {
    expect([names(who, home), names(who, other)]).toEqual([['欧阳灯芯'], ['令狐白露']])
    expect(alikeResidents(who.reader())).toEqual([])
    // The other record stays, and what only it says is shown with the one that stands.
    expect(at(who, home).people[0]!.others).toMatchObject([
      { resident: { id: second.id, mergedInto: first.id }, contact: { kin: { phone: '13811110177' } } },
    ])
  }
  const [person] = at(office, home).people
  await must(takeOverContact(office, person!, person!.others[0]!.contact!))
  expect(at(office, home).people[0]).toMatchObject({ kinPhone: '138****0177' })

  await must(unmergeResident(office, second.id))
  await office.sync()
  await phone.sync()
  for (const who of [phone, office]) expect(names(who, other)).toEqual(expect.arrayContaining(['欧阳 灯芯']))
})

test('two people merge the same two records into each other at once: one of them goes on standing for the person', async () => {
  const { office, phone, home } = await aBuilding()
  await must(enterResident(phone, home, { name: '欧阳灯芯', phone: '' }))
  await phone.sync()
  await office.sync()
  const { first, second } = alikeResidents(office.reader())[0]!
  phone.wire.cut()
  office.wire.cut()
  await must(mergeResidents(phone, first.id, second.id))
  await must(mergeResidents(office, second.id, first.id))
  phone.wire.mend()
  office.wire.mend()
  for (const who of [phone, office, phone]) await who.sync()
  for (const who of [phone, office])
    expect(at(who, home).people.map(({ resident }) => resident.id)).toEqual([first.id])
})

test('care that stands on the other record is shown with the person on its own consent, and not carried over', async () => {
  const { office, home } = await aBuilding()
  await must(enterResident(office, home, { name: '欧阳灯芯', phone: '' }))
  const { first, second } = alikeResidents(office.reader())[0]!
  await must(
    keepCare(office, { resident: second }, { tags: [], needs: ['meal'], reasons: [], consent: CONSENT }),
  )
  await must(mergeResidents(office, second.id, first.id))
  const [person] = at(office, home).people
  expect(person).toMatchObject({ resident: { id: first.id }, care: { needs: ['meal'] } })
  expect(person!.parts[0]!.care).toBeUndefined()
})

test('a door gets another number: its file stays with it, the old number finds it, and who gets the old number begins with none', async () => {
  const { office, phone, home, place } = await aBuilding()
  await must(recordVisit(phone, { dwelling: home, outcome: 'met' }))
  await phone.sync()
  const door = office.view.get<Place>(home)!
  for (const wrong of ['102', '2-1-103', '301', '门']) {
    expect(await renumberDoor(office, door, wrong)).toEqual({ ok: false, refused: 'notPossible' })
  }
  await must(renumberDoor(office, door, '105'))
  await office.sync()
  await phone.sync()
  for (const who of [office, phone]) {
    const file = at(who, home)
    expect([file.dwelling.label, file.dwelling.key, formerLabel(file.dwelling)]).toEqual([
      '105',
      '1-1-1-105',
      '101',
    ])
    expect([names(who, home), file.visits.length]).toEqual([['欧阳灯芯'], 1])
    for (const text of ['1栋1单元101', '1栋1单元105'])
      expect(found(who.reader(), text).map((one) => one.dwelling.id)).toEqual([home])
  }

  // A new home gets the number that is free now.
  const fresh = newHome(office, { building: '1', unit: '1', floor: '1', door: '101' })
  if (!fresh.ok) throw new Error(fresh.refused)
  expect(fresh.value.id).not.toBe(place('1-1-1-101'))
  await must(addHome(office, fresh.value))
  await office.sync()
  await phone.sync()
  for (const who of [office, phone]) {
    expect([names(who, fresh.value.id), at(who, fresh.value.id).visits]).toEqual([[], []])
    expect(found(who.reader(), '1栋1单元101').map((one) => one.dwelling.id)).toEqual([fresh.value.id])
    expect(names(who, home)).toEqual(['欧阳灯芯'])
  }
})

test('INV-23 two offices give one number to two doors: the second is asked, and no two homes have it', async () => {
  const { compound, office, home, place } = await aBuilding()
  const second = await compound.joins({ name: '陈晓', role: 'officer' })
  second.wire.cut()
  const other = place('1-1-1-102')
  await must(renumberDoor(office, office.view.get<Place>(home)!, '105'))
  await must(renumberDoor(second, second.view.get<Place>(other)!, '105'))
  await office.sync()
  second.wire.mend()
  await second.sync()
  await office.sync()
  for (const who of [office, second]) {
    expect([who.view.get<Place>(home)?.key, who.view.get<Place>(other)?.key]).toEqual([
      '1-1-1-105',
      '1-1-1-102',
    ])
    expect(who.view.all<Held>('held').map(({ change, why }) => [change.name, why])).toEqual([
      ['place.renumber', 'wrongState'],
    ])
  }
  // Nor do they after somebody has said yes to the second: it stays to be decided.
  await must(release(office, office.view.all<Held>('held')))
  await office.sync()
  expect(office.view.get<Place>(other)?.key).toBe('1-1-1-102')
  const kept = office.view.all<Held>('held').find(({ change }) => change.name === 'place.renumber')
  expect(kept?.status).toBe('open')
})
