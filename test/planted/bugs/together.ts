import type { Bug } from '../bug.ts'

const LINE = 'src/domain/money/accountLine.ts'
const PAGE = 'src/domain/wall/publication.ts'

/** What may go wrong with what a compound decides, books, hangs up and asks. */
export const TOGETHER: readonly Bug[] = [
  {
    name: 'the books are read by whoever reads the budget',
    lesson: 'it is all money, and money is for everybody; the receipts in it have names and cards',
    caughtBy: 'sim',
    file: LINE,
    find: `group: 'books'`,
    put: `group: 'money'`,
  },
  {
    name: 'what waits of a page that does not hang lies on a shared tablet',
    lesson: 'it is going to be read by everybody; what was not taken may never hang',
    caughtBy: 'sim',
    file: PAGE,
    find: `  sealed: true,`,
    put: `  sealed: false,`,
  },
  {
    name: 'the second count of a vote writes over the first',
    lesson: 'the later one is the better one, somebody has counted again',
    caughtBy: 'test/domain/council/council.test.ts',
    file: 'src/domain/council/agendaItem.ts',
    find: `{ votes: { was, now } }`,
    put: `{ votes: { was: stands ?? was, now } }`,
  },
  {
    name: 'a page that hangs changes under its number when it is corrected',
    lesson: 'the newest words are the right ones, and the list of versions stays short',
    caughtBy: 'sim',
    file: PAGE,
    find: `        return hung(record, args.content, change, stamp, args.reason)`,
    put: `        const { id, n } = record.versions.at(-1)!
        const versions = record.versions.map((one) => (one.id === id ? { ...one, n, content: args.content } : one))
        return applied<Publication>({ ...record, versions })`,
  },
  {
    name: 'a page is read by everybody as soon as somebody proposes it',
    lesson: 'it is going to hang anyway; its pictures still show a face',
    caughtBy: 'sim',
    file: PAGE,
    find: `group: record.versions.length > 0 ? 'wall' : 'wallDraft'`,
    put: `group: 'wall'`,
  },
  {
    name: 'one sheet of a survey counts as many as it says',
    lesson: 'refusals come in numbers, so a sheet has a number; an answered one has one too',
    caughtBy: 'sim',
    file: 'src/domain/survey/survey.ts',
    find: `count: answered ? 1 : (args.count ?? 1),`,
    put: `count: args.count ?? 1,`,
  },
  {
    name: 'a yes of the office gives one number to two doors',
    lesson: 'it was decided by a person, so nobody looks again whether the number is free by then',
    caughtBy: 'test/journeys/moves.test.ts',
    file: 'src/server/records/plan.ts',
    find: `(!free || decided)`,
    put: `!free`,
  },
]
