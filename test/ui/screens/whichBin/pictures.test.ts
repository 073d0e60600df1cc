import { expect, test } from 'vitest'
import { itemNo, ROOMS } from '#domain/whichBin/list.ts'
import { PICTURES } from '#ui/screens/whichBin/pictures.ts'

test.each(ROOMS)(
  'every picture of the %s is of a thing found there, once, and a page of them is enough',
  (room) => {
    const numbers = PICTURES[room].map(([no]) => no)
    for (const no of numbers) expect(itemNo(no)?.rooms, `${no} ${itemNo(no)?.label.zh}`).toContain(room)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers.length).toBeGreaterThanOrEqual(18)
  },
)

test('the pictures lead to every one of the four bins, and to what goes into none', () => {
  for (const room of ROOMS) {
    const classes = new Set(PICTURES[room].map(([no]) => itemNo(no)?.waste))
    expect([...classes], room).toEqual(expect.arrayContaining(['other', 'recyclable']))
  }
  const all = new Set(ROOMS.flatMap((room) => PICTURES[room].map(([no]) => itemNo(no)?.waste)))
  expect(all.size).toBe(7)
})
