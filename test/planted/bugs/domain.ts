import type { Bug } from '../bug.ts'

/** What a rule may do wrong, the same on the device and on the server. */
export const DOMAIN: readonly Bug[] = [
  {
    name: 'a tally may go below zero',
    lesson: 'an undo is the opposite of a tap, also where no tap stands',
    caughtBy: 'sim',
    file: 'src/domain/shift.ts',
    find: `return taps === record.taps ? ALREADY : counted(record, taps, change.at)`,
    put: `return counted(record, taps, change.at)`,
  },
  {
    name: 'an undo takes the last tap, whichever it was',
    lesson: 'the last touch is what the person means, as long as nobody else sends late',
    caughtBy: 'sim',
    file: 'src/domain/shift.ts',
    find: `const last = taps.findLastIndex(([tap]) => tap === counter)`,
    put: `const last = taps.some(([tap]) => tap === counter) ? taps.length - 1 : -1`,
  },
  {
    name: 'who reads one group of a place reads all groups',
    lesson: 'below the place is below the place',
    caughtBy: 'sim',
    file: 'src/domain/rights.ts',
    find: `part.group === scope.group && below(scope.place, part.place)`,
    put: `below(scope.place, part.place)`,
  },
]
