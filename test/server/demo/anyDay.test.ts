import { expect, test } from 'vitest'
import { seedDemo } from '#server/demo/seed.ts'
import { aServer } from '#test/support/aServer.ts'

test.each([
  ['2026-11-29T16:10:00.000Z', 'a Monday just after midnight in Chengdu, still Sunday elsewhere'],
  ['2026-12-31T16:00:00.000Z', 'the first minute of a year of which no holidays are published'],
  ['2027-01-12T02:00:00.000Z', 'a week that began in January, with a month before it in another year'],
  ['2028-03-07T02:00:00.000Z', 'a week after a leap day'],
])('a demonstration can be begun at %s: %s', async (now) => {
  const { started, failures } = await aServer({ demo: true, seed: seedDemo, now: () => new Date(now) })
  const [tenant] = await started.office.log.tenants()
  expect(await started.office.log.transact(tenant!, (tx) => tx.head())).toBeGreaterThan(2000)
  expect(failures).toEqual([])
})
