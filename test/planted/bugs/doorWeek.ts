import type { Bug } from '../bug.ts'

/** What may go wrong where the knocks of a week are counted, and where a door is sought. */
export const DOOR_WEEK: readonly Bug[] = [
  {
    name: 'the knocks of Sunday are in no week',
    lesson: 'a span ends before its end, as everywhere else',
    caughtBy: 'test/server/demo/week.test.ts',
    file: 'src/queries/visitFigures.ts',
    find: `if (day < from || day > to) continue`,
    put: `if (day < from || day >= to) continue`,
  },
  {
    name: 'a knock is counted in the week that a phone which runs ahead claims',
    lesson: 'the time it was is the time that was written down',
    caughtBy: 'test/journeys/doorWeek.test.ts',
    file: 'src/domain/doors/visit.ts',
    find: `record.receivedAt !== undefined && record.receivedAt < record.at ? record.receivedAt : record.at`,
    put: `record.at`,
  },
  {
    name: 'somebody who is called otherwise now is found by the old name',
    lesson: 'the person is the same, so is what was known of them',
    caughtBy: 'test/queries/search.test.ts',
    file: 'src/queries/homesIndex.ts',
    find: `there?.record === resident ? there.texts`,
    put: `there ? there.texts`,
  },
]
