import type { Bug } from '../bug.ts'

const VISITS = 'src/queries/round.ts'
const ROUNDS = 'test/queries/rounds.test.ts'

/** What may go wrong between one door and the next. */
export const ROUNDS_AT_DOORS: readonly Bug[] = [
  {
    name: 'a door that said no is on the way again the next day',
    lesson: 'it is drawn as one not to be gone to, and the walk goes there',
    caughtBy: ROUNDS,
    file: VISITS,
    find: 'const way = past.filter((door) => !quiet.has(door.id))',
    put: 'const way = past',
  },
  {
    name: 'a door that a colleague found closed is taken for done',
    lesson: 'somebody was there today, and that is a visit',
    caughtBy: ROUNDS,
    file: VISITS,
    find: 'visit.author === reader.me ? found : lights(visit) ? reached : undefined',
    put: 'visit.author === reader.me ? found : reached',
  },
  {
    name: 'coverage counts empty homes among those to be gone to',
    lesson: '151 doors are 151 doors',
    caughtBy: ROUNDS,
    file: 'src/queries/coverage.ts',
    find: 'if (!isLivedIn(dwelling)) continue',
    put: '',
  },
  {
    name: 'the way by doubt turns round while it is walked',
    lesson: 'what was confirmed a minute ago is the newest word there is',
    caughtBy: 'test/queries/freshness.test.ts',
    file: 'src/queries/freshness.ts',
    find: 'const confirmed = confirmations(reader, today)',
    put: 'const confirmed = confirmations(reader)',
  },
  {
    name: 'of two answers of a door both are counted',
    lesson: 'a sum over visits is a sum over doors, until somebody is asked twice',
    caughtBy: 'test/queries/campaigns.test.ts',
    file: 'src/queries/campaigns.ts',
    find: 'if (answer.to === id) said.set(visit.place, answer.said)',
    put: 'if (answer.to === id) said.set(visit.id, answer.said)',
  },
]
