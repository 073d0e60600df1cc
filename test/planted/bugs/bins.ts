import type { Bug } from '../bug.ts'

const SHEET = 'src/queries/sheet.ts'
const SHIFT = 'src/domain/bins/shiftVerbs.ts'
const ORDER = 'src/domain/ledger/order.ts'

/** What may go wrong where several stand at one point. */
export const BINS: readonly Bug[] = [
  {
    name: 'the taps of a second tablet take the place of the first one’s',
    lesson: 'the sheet has one line for each tally, and the last who sent it wrote it',
    caughtBy: 'sim',
    file: SHEET,
    find: `const counts = sumOf(shares.map((one) => one.counts))`,
    put: `const counts = shares.at(-1)!.counts`,
  },
  {
    name: 'a sheet is a person’s, not a point’s',
    lesson: 'a shift has one author, so the sheet has one too',
    caughtBy: 'sim',
    file: SHEET,
    find: '${WINDOWS.indexOf(one.window)} ${one.place}',
    put: '${WINDOWS.indexOf(one.window)} ${one.author}',
  },
  {
    name: 'who closes a forgotten shift begins it anew',
    lesson: 'what the next one finds on the tablet is theirs, and theirs begins with nothing',
    caughtBy: 'sim',
    file: SHIFT,
    find: `return applied({ ...record, closedAt: change.at, closedBy: change.actor })`,
    put: `return applied({ ...record, minutes: [], closedAt: change.at, closedBy: change.actor })`,
  },
  {
    name: 'of two hand-overs of a day the one with the later clock stands',
    lesson: 'the later word is the later word; the tablet at the west gate lives two days behind',
    caughtBy: 'sim',
    file: 'src/domain/bins/dutyVerbs.ts',
    find: `return mergeFields(record, { person: { was, now: person } }, change, stamp)`,
    put: `return mergeFields(record, change.at < record.at ? {} : { person: { was, now: person } }, change, stamp)`,
  },
  {
    name: 'the last bag is taken back, whichever was meant',
    lesson: 'undo is undo, and nobody opens bags on two devices',
    caughtBy: 'sim',
    file: SHIFT,
    find: `const bags = (record.bags ?? []).filter((one) => one.id !== args.bag)`,
    put: `const bags = (record.bags ?? []).slice(0, -1)`,
  },
  {
    name: 'all that a round wants put right is one order',
    lesson: 'a sheet is one thing, so what it found is one thing',
    caughtBy: 'sim',
    file: ORDER,
    find: `return derivedId('order', point, day, window, item)`,
    put: `return derivedId('order', point, day, window)`,
  },
  {
    name: 'opened bags of the tablet beside are not in the sample',
    lesson: 'the first shift of a window has the sample, as on the paper form',
    caughtBy: 'test/journeys/binWeek.test.ts',
    file: SHEET,
    find: `bags: bagRateOf(inOrder.flatMap((one) => one.bags ?? [])),`,
    put: `bags: bagRateOf(first.bags ?? []),`,
  },
  {
    name: 'the taps of a shift are edits where its person was sent away meanwhile',
    lesson: 'only what is new only adds, and a tap is not new',
    caughtBy: 'test/server/records/push.test.ts',
    file: 'src/server/records/judge.ts',
    find: `verb.adds === true && before?.author === actor`,
    put: `false`,
  },
  {
    name: 'what one adds late to anybody’s shift is taken',
    lesson: 'it only adds, and who it belongs to is asked elsewhere',
    caughtBy: 'test/server/records/push.test.ts',
    file: 'src/server/records/judge.ts',
    find: `verb.adds === true && before?.author === actor`,
    put: `before !== undefined`,
  },
]
