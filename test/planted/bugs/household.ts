import type { Bug } from '../bug.ts'

const CONSENT = 'test/journeys/consent.test.ts'
const MOVES = 'test/journeys/moves.test.ts'

/** What may go wrong with a home's file: what was taken back, who lives where, who is whom. */
export const HOUSEHOLD: readonly Bug[] = [
  {
    name: 'what was taken back goes on lying in the page it came in',
    lesson: 'the newer row wins on the screen; nobody looks below it, but whoever finds the phone does',
    caughtBy: CONSENT,
    file: 'src/store/bases.ts',
    find: `records.filter(({ kind, cut }) => cut ?? KINDS.get(kind)?.takenBack)`,
    put: `records.filter(({ cut }) => cut)`,
  },
  {
    name: 'the reasons of the office outlive the consent they stand on',
    lesson: 'who hears it at the door may not read them, so nobody takes them away',
    caughtBy: CONSENT,
    file: 'src/domain/doors/careVerbs.ts',
    find: `if (withdrawnAt === undefined || !ended) return []`,
    put: `if (withdrawnAt === undefined || !ended || given === undefined) return []`,
  },
  {
    name: 'a consent of before brings back what was taken back since',
    lesson: 'it has a consent, it says so itself; it is only four days old',
    caughtBy: 'test/models/parts.test.ts',
    file: 'src/domain/doors/consented.ts',
    find: `if (record.withdrawnAt !== undefined && given.at < record.withdrawnAt) return ALREADY`,
    put: ``,
  },
  {
    name: 'an edit after the end of a consent is kept for a decision, with what it says',
    lesson: 'nothing that somebody wrote may be lost; so it waits, on every device of the office',
    caughtBy: CONSENT,
    file: 'src/domain/reasonsVerbs.ts',
    find: `record.consent ? mergeRoster(record, inOrder(LISTS, args), change, stamp) : ALREADY,`,
    put: `record.consent ? mergeRoster(record, inOrder(LISTS, args), change, stamp) : { is: 'held', why: 'wrongState' },`,
  },
  {
    name: 'a heart stays at the door of somebody who has moved out',
    lesson: 'the part says where it lies; the new family is asked how it gets down the stairs',
    caughtBy: CONSENT,
    file: 'src/queries/careParts.ts',
    find: `if (person && isOfHome(person)) doors.add(person.place)`,
    put: `if (person) doors.add(one.place)`,
  },
  {
    name: 'two who merge two records into each other leave nobody',
    lesson: 'each of the two is the second record of somebody',
    caughtBy: MOVES,
    file: 'src/queries/otherRecords.ts',
    find: `if (circle >= 0) return path.slice(circle).sort(earlierFirst)[0]!`,
    put: `if (circle >= 0) return path.at(-1)!`,
  },
  {
    name: 'one number is given to two doors',
    lesson: 'the device has looked whether it is free; the other office has looked too',
    caughtBy: MOVES,
    file: 'src/server/records/plan.ts',
    find: `if (isPlace && (!free || decided) && keyTaken(`,
    put: `if (isPlace && free && keyTaken(`,
  },
  {
    name: 'the old number of a door leads nowhere',
    lesson: 'the sign is new, so is the search; the old ladies say the number of thirty years',
    caughtBy: MOVES,
    file: 'src/queries/search.ts',
    find: `if (ways.some((way) => doorFit(way, numbers)))`,
    put: `if (ways.length > 99)`,
  },
  {
    name: 'a number that is blotted out keeps its last four signs',
    lesson: 'as on a receipt; with the day of birth beside it they are the number',
    caughtBy: 'test/domain/numbersInText.test.ts',
    file: 'src/domain/numbersInText.ts',
    find: `masked = masked.slice(0, from) + MASK + masked.slice(to)`,
    put: `masked = masked.slice(0, from) + MASK + masked.slice(to - 4)`,
  },
]
