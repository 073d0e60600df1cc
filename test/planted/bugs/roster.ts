import type { Bug } from '../bug.ts'

/** What may go wrong where next month's roster meets what is known. */
export const ROSTER: readonly Bug[] = [
  {
    name: 'who is not in the roster any more moves out by itself',
    lesson: 'the office sent it, so it is right; one page of it was missing',
    caughtBy: 'test/domain/roster/diff.test.ts',
    file: 'src/domain/roster/homes.ts',
    find: `usual: 'leave',
    answers: [],`,
    put: `usual: 'enter',
    answers: [],`,
  },
  {
    name: 'a phone written by hand gives way to an older roster',
    lesson: 'the last one to say something is right',
    caughtBy: 'test/domain/roster/undo.test.ts',
    file: 'src/domain/roster/match.ts',
    find: `index.isByHand(index.contactOf(resident.id), 'phone'),`,
    put: `false,`,
  },
  {
    name: 'taking an import back takes back what somebody wrote since',
    lesson: 'undo means that it is as it was before',
    caughtBy: 'test/domain/roster/undo.test.ts',
    file: 'src/domain/roster/undo.ts',
    find: `if (markOfValue(value) !== one.mark) {`,
    put: `if (one.mark === '') {`,
  },
  {
    name: 'the server enters a roster though somebody changed the records after the preview',
    lesson: 'a few seconds lie between the two, what should happen in them',
    caughtBy: 'test/journeys/rosterImport.test.ts',
    file: 'src/server/roster/bring.ts',
    find: `if (diff.value.digest !== form.digest) return refused('changedMeanwhile')`,
    put: ``,
  },
]
