import { expect, it } from 'vitest'
import { homesOf } from '#domain/doors/drawnBuilding.ts'
import { draftFrom, rowsToSend } from '#ui/screens/setup/draft.ts'

it('a building that was drawn before floors could be missing opens as it was left', () => {
  const kept = JSON.stringify({
    step: 3,
    compound: '春和苑',
    buildings: [{ name: '2栋', floors: 11, units: 2, doors: 3, numbering: '0502', notHomes: ['1-1-1'] }],
  })
  const draft = draftFrom('东门投放点', kept)
  expect(draft).toMatchObject({ step: 3, compound: '春和苑', way: 'drawn' })
  expect(draft.buildings).toEqual([
    expect.objectContaining({ name: '2栋', floors: 11, missing: [], ground: 'homes', topDouble: false }),
  ])
  expect(homesOf(draft.buildings[0]!)).toBe(65)
  expect(rowsToSend(draft, [])).toHaveLength(67)
})

it('a draft that nobody has begun, or that cannot be read, has one building', () => {
  for (const text of [undefined, '', '{'])
    expect(draftFrom('东门投放点', text).buildings).toMatchObject([{ name: '1栋', missing: [] }])
})
