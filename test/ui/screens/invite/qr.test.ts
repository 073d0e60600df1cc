import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { qrPath } from '#ui/screens/invite/qr.ts'

const link = 'https://linbian.example.org/join#Zq8rT3vWx5yB7nM2kL9pQ4sD6fG1hJ0a.7K2M94QX'

test('the drawn path holds exactly the dark modules, with a quiet zone of four around', () => {
  const { size, path } = qrPath(link)
  const modules = encode(link, { ecc: 'M', border: 0 }).data
  const drawn = new Set<string>()
  for (const [, x = 0, y = 0, run = 0] of [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)].map((found) =>
    found.map(Number),
  )) {
    for (let step = 0; step < run; step++) drawn.add(`${x + step - 4} ${y - 4}`)
  }
  const dark = modules.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x} ${y}`] : [])))
  expect(size).toBe(modules.length + 8)
  expect([...drawn].sort()).toEqual(dark.sort())
})
