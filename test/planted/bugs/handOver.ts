import type { Bug } from '../bug.ts'

/** What may go wrong where one shift ends and the next begins. */
export const HAND_OVER: readonly Bug[] = [
  {
    name: 'a hand-over that was made for somebody stands over their own',
    lesson: 'closed is closed; only the order of arrival tells the two apart',
    caughtBy: 'test/domain/bins/shift.test.ts',
    file: 'src/domain/bins/shiftVerbs.ts',
    find: `if (record.closedAt !== undefined && record.closedBy === undefined) return noted(record, args.note)`,
    put: `if (record.closedAt !== undefined) return noted(record, args.note)`,
  },
  {
    name: 'the word that comes with a second hand-over is dropped',
    lesson: 'the shift is closed already, so nothing is left to do',
    caughtBy: 'test/domain/bins/shift.test.ts',
    file: 'src/domain/bins/shiftVerbs.ts',
    find: `held('wrongState') : applied({ ...record, note: both })`,
    put: `held('wrongState') : ALREADY`,
  },
  {
    name: 'a hand-over taken back takes back whichever closing it meets',
    lesson: 'closed is closed, and its person is there: what else should they mean',
    caughtBy: 'test/domain/bins/afterHandOver.test.ts',
    file: 'src/domain/bins/afterHandOver.ts',
    find: `if (record.closedAt !== args.closedAt) return ALREADY`,
    put: `if (record.closedAt === undefined) return ALREADY`,
  },
  {
    name: 'the word that was said before the hand-over was taken back is written over by the next one',
    lesson: 'an open shift has no word yet',
    caughtBy: 'test/domain/bins/afterHandOver.test.ts',
    file: 'src/domain/bins/shiftVerbs.ts',
    find: `if (record.note !== undefined) {`,
    put: `if (record.note === '') {`,
  },
  {
    name: 'a shift that is opened late is taken for a forgotten one',
    lesson: 'its window is over, what else should it be',
    caughtBy: 'test/queries/handOver.test.ts',
    file: 'src/queries/handOver.ts',
    find: `const signs = [endOf(view, tenant, shift), shift.at, lastTapped(shift.minutes)?.[1] ?? '']`,
    put: `const signs = [endOf(view, tenant, shift)]`,
  },
]
