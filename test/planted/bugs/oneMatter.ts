import type { Bug } from '../bug.ts'

/** What may go wrong where two things turn out to be one, or two people do the same. */
export const ONE_MATTER: readonly Bug[] = [
  {
    name: 'two pages of one month hang before the public',
    lesson: 'whoever hung it wanted it to hang; that there is another the server cannot know',
    caughtBy: 'sim',
    file: 'src/server/wall/board.ts',
    find: `  const shown = standingPages(publications)`,
    put: `  const shown = publications`,
  },
  {
    name: 'whoever is put into a team takes the place of all who were in it',
    lesson: 'with one person it looks right, and the list comes as it was wanted',
    caughtBy: 'sim',
    file: 'src/domain/ledger/crew.ts',
    find: `people: [...record.people, who as PersonId]`,
    put: `people: [who as PersonId]`,
  },
  {
    name: 'the second who puts a sound into words writes over the first',
    lesson: 'the later one is the better one, somebody has listened again',
    caughtBy: 'sim',
    file: 'src/domain/feedback/feedbackVerbs.ts',
    find: `        if (record.text === '') {
          const next = mergeFields(record, { text: { was: '', now: args.text } }, change, stamp)`,
    put: `        if (record.text !== args.text) {
          const next = mergeFields(record, { text: { was: record.text, now: args.text } }, change, stamp)`,
  },
  {
    name: 'whoever had the order that ended in another has nothing in hand any more',
    lesson: 'the order is ended, and the other one has its own people',
    caughtBy: 'test/journeys/merging.test.ts',
    file: 'src/commands/merging.ts',
    find: `    ...(joined.length > 0 && later && earlier ? takingOver(ctx, later, earlier) : []),`,
    put: ``,
  },
]
