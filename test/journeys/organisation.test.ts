import { expect, test } from 'vitest'
import { addGrid, callIt, giveUpGrid, layInto, renameGrid } from '#commands/organisation.ts'
import type { Resident } from '#domain/doors/resident.ts'
import { organisationOn } from '#queries/organisation.ts'
import { ownNamesIn } from '#queries/ownNames.ts'
import type { Done } from '#commands/context.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

const DAY = '2026-03-02'

async function did(done: Promise<Awaited<Done>>) {
  const answer = await done
  if (!answer.ok) throw new Error(answer.refused)
  return answer.value
}

const names = (who: Volunteer) => who.view.all<Resident>('resident').map(({ name }) => name)

/** Every row that lies on a device's disk, as text. */
const onDisk = (who: Volunteer) =>
  JSON.stringify(Object.values(who.disk.snapshot().rows).map((rows) => [...rows.values()]))

test('W6 W8 whoever looks after a micro-grid reads the buildings that lie in it, and no more once one is taken out', async () => {
  const { office, place, joins } = await twoDevices()
  const [made] = await did(addGrid(office, 'microGrid', '第1微网格'))
  const grid = made!.record
  await did(layInto(office, place('1'), grid))
  await office.sync()
  const phone = await joins({ name: '何桂英', role: 'gridWorker', place: grid })
  await phone.sync()
  expect(names(phone)).toEqual(expect.arrayContaining(['欧阳灯芯', '令狐白露']))
  expect(names(phone)).not.toContain('端木霜降')

  office.wire.cut()
  await did(layInto(office, place('2'), grid))
  await did(layInto(office, place('1'), office.compound))
  await did(renameGrid(office, grid, '东边微网格'))
  office.wire.mend()
  await office.sync()
  await phone.sync()
  expect(names(phone).toSorted()).toEqual(['独孤谷雨', '端木霜降'].toSorted())
  expect(onDisk(phone)).not.toContain('欧阳灯芯')

  expect(await giveUpGrid(office, grid)).toEqual({ ok: false, refused: 'notPossible' })
  await did(layInto(office, place('2'), office.compound))
  await did(giveUpGrid(office, grid))
  await office.sync()
  await phone.sync()
  expect(names(phone)).toEqual([])
})

test('one person in several lines: what a compound calls them is read by everybody, and gives no right', async () => {
  const { office, place, joins } = await twoDevices()
  await did(callIt(office, 'model', '1+1+4'))
  await did(callIt(office, 'partyMember', '先锋'))
  await office.sync()
  const phone = await joins({ name: '任长河', role: 'partyMember', place: place('compound') })
  await phone.sync()
  expect(ownNamesIn(phone.view)).toEqual({ model: '1+1+4', partyMember: '先锋' })
  expect(names(phone)).toEqual([])
  expect(await callIt(phone, 'model', '别的')).toMatchObject({ ok: true })
  await phone.sync()
  await office.sync()
  expect(ownNamesIn(office.view).model).toBe('1+1+4')
  const { lines } = organisationOn(phone.view, phone.compound, DAY)
  const members = lines[0]?.levels.at(-1)?.seats.flatMap(({ holders }) => holders.map(({ name }) => name))
  expect(members).toEqual(['任长河'])
})
