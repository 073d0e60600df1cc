import type { Bug } from '../bug.ts'

/** What may go wrong where a volunteer's place goes to another. */
export const HANDED_OVER: readonly Bug[] = [
  {
    name: 'whoever gave a place away has it still on the first day of the other',
    lesson: 'a last day and a first day are one day apart, and both count',
    caughtBy: 'test/journeys/handedOver.test.ts',
    file: 'src/server/people/handOver.ts',
    find: `const last = addDays(form.from, -1)`,
    put: `const last = form.from`,
  },
  {
    name: 'a hand-over is in no journal',
    lesson: 'both appointments are in one transaction, what else should hold',
    caughtBy: 'test/journeys/handedOver.test.ts',
    file: 'src/server/people/handOver.ts',
    find: `for (const appointment of ended)`,
    put: `for (const appointment of ended.slice(1))`,
  },
  {
    name: 'whoever had the place all along is told that it came to them',
    lesson: 'they have it on the day after',
    caughtBy: 'test/domain/handedOver.test.ts',
    file: 'src/domain/handedOver.ts',
    find: ` && !has(other, last))`,
    put: `)`,
  },
]
