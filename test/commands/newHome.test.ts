import { expect, it } from 'vitest'
import { addHome, newHome } from '#commands/newHome.ts'
import { readDoor } from '#domain/doorKey.ts'
import type { Place } from '#domain/places.ts'
import { elevationOf } from '#queries/doors.ts'
import { aDoorSide, BUILDING, COMPOUND, door, OFFICE, TODAY } from '#test/support/doorSide.ts'
import { found } from '#test/support/homes.ts'

const side = () => aDoorSide(undefined, { me: OFFICE, appointment: { role: 'officer', place: COMPOUND } })

function meant(office: ReturnType<typeof side>, text: string) {
  const parts = readDoor(text, 'building')
  return parts.ok ? newHome(office, parts.value) : parts
}

it('a home that was forgotten is entered between its neighbours, and is found and seen at once', async () => {
  const office = side()
  for (const text of ['2-1805', '1栋2单元1805', '2单元1805'])
    expect(meant(office, text)).toMatchObject({ ok: true, value: { id: door(2, 1805), key: '1-2-18-1805' } })
  const home = meant(office, '2-1803A')
  if (!home.ok) throw new Error(home.refused)
  expect((await addHome(office, home.value as never)).ok).toBe(true)
  expect(found(office.reader(), '1803A').map((one) => one.dwelling.key)).toEqual(['1-2-18-1803A'])
  const floor = elevationOf(office.reader(), BUILDING, TODAY)!
    .elevation.units[1]!.storeys.find((one) => one.label.startsWith('18'))!
    .doors.map((one) => one?.label)
  expect(floor.filter(Boolean)).toEqual(['1801', '1802', '1803', '1803A', '1804'])
})

it('none is entered that is there, that is not a whole door, or whose floor is not there', () => {
  const office = side()
  for (const text of ['2-1803', '1803', '2单元', '9-1803', '2-9901', '王芳'])
    expect([text, meant(office, text).ok]).toEqual([text, false])
  expect(office.view.get<Place>(door(2, 1805))).toBeUndefined()
})
