import type { Bug } from '../bug.ts'

const MERGE = 'src/domain/merge.ts'
const CATALOGUE = 'src/domain/kinds.ts'

/** What a rule may do wrong, the same on the device and on the server. */
export const DOMAIN: readonly Bug[] = [
  {
    name: 'a tally may go below zero',
    lesson: 'an undo is the opposite of a tap, also where no tap stands',
    caughtBy: 'sim',
    file: 'src/domain/bins/shiftVerbs.ts',
    find: `return minutes === record.minutes ? ALREADY : counted(record, minutes, change.at)`,
    put: `return counted(record, minutes, change.at)`,
  },
  {
    name: 'an undo takes the last tap, whichever it was',
    lesson: 'the last touch is what the person means, as long as nobody else sends late',
    caughtBy: 'sim',
    file: 'src/domain/bins/tallies.ts',
    find: `const at = letters.lastIndexOf(letter)`,
    put: `const at = letters.length - 1`,
  },
  {
    name: 'who reads one group of a place reads all groups',
    lesson: 'below the place is below the place',
    caughtBy: 'sim',
    file: 'src/domain/rights.ts',
    find: `part.group === scope.group && below(scope.place, part.place)`,
    put: `below(scope.place, part.place)`,
  },
  {
    name: 'what loses is not kept',
    lesson: 'the last writer wins, and the first one never hears of it',
    caughtBy: 'test/models/fields.test.ts',
    file: MERGE,
    find: `if (contested || stale) lost[field] = loser ?? null`,
    put: `if (stale) lost[field] = loser ?? null`,
  },
  {
    name: 'an edit that comes again after a restore wins over a newer one',
    lesson: 'what arrives last is the latest, except after a restore',
    caughtBy: 'test/models/fields.test.ts',
    file: MERGE,
    find: `const stale = stamp !== undefined && won[field] !== undefined && isLater(won[field], stamp)`,
    put: `const stale = false`,
  },
  {
    name: 'of two edits the one with the later clock wins',
    lesson: 'one tablet that lives in 2055 wins for ever (Actual 3786)',
    caughtBy: 'test/models/fields.test.ts',
    file: MERGE,
    find: `: stale ? current : edit.now`,
    put: `: stale || change.at < (record.lost?.at ?? record.at) ? current : edit.now`,
  },
  {
    name: 'places in history are compared across epochs',
    lesson: 'a restored server counts on from an older number, and everything new is older than the old',
    caughtBy: 'test/models/fields.test.ts',
    file: 'src/domain/change.ts',
    find: `return a.epoch === b.epoch ? a.seq > b.seq : a.epoch > b.epoch`,
    put: `return a.seq > b.seq`,
  },
  {
    name: 'of two urgencies the later stands',
    lesson: 'a fall down the stairs becomes a dripping tap because somebody sent late',
    caughtBy: 'test/models/fields.test.ts',
    file: 'src/domain/feedback/feedbackVerbs.ts',
    find: `urgency: (current, wanted) => higherUrgency(current as Urgency, wanted as Urgency),`,
    put: `urgency: (_current, wanted) => wanted,`,
  },
  {
    name: 'a second phone number is written over the first',
    lesson: 'the roster is just another record with fields',
    caughtBy: 'test/models/roster.test.ts',
    file: 'src/domain/proposals.ts',
    find: `if (same(current, edit.was) && !stale) {`,
    put: `if (!stale) {`,
  },
  {
    name: 'closing what is closed loses its words',
    lesson: 'nothing left to do, so nothing is done, and the second report is gone',
    caughtBy: 'test/models/order.test.ts',
    file: 'src/domain/ledger/orderSteps.ts',
    find: `  if (knows(record, change)) return ALREADY
  const after`,
    put: `  if (record.closedAt !== undefined) return ALREADY
  const after`,
  },
  {
    name: 'a create takes the place of what is there',
    lesson: 'the id is the same, so it is the same thing, only newer',
    caughtBy: 'test/models/laws.test.ts',
    file: CATALOGUE,
    find: `if (!known.verb.meet) return stays({ is: 'already' })`,
    put: `if (!known.verb.meet) return { record: known.verb.create(parsed.output, change, stamp), outcome: { is: 'applied' } }`,
  },
  {
    name: 'a change that this version does not know is done with',
    lesson: "an unknown verb is somebody else's; it was a newer tablet's",
    caughtBy: 'test/models/laws.test.ts',
    file: CATALOGUE,
    find: `return stays(held('newer'))`,
    put: `return stays({ is: 'already' })`,
  },
  {
    name: 'arguments that do not fit throw',
    lesson: 'one poisoned change stands at the head of a queue and nothing passes it (PowerSync)',
    caughtBy: 'test/models/laws.test.ts',
    file: CATALOGUE,
    find: `if (!parsed.success) return stays(held('invalid'))`,
    put: `if (!parsed.success) throw new Error(parsed.issues[0].message)`,
  },
  {
    name: 'a shared tablet holds what names a person of it',
    lesson: 'who wrote it may read it, also on the tablet that twenty others use',
    caughtBy: 'sim',
    file: 'src/domain/rights.ts',
    find: `  if (device === 'shared' && NOT_ON_SHARED.includes(scope.group)) return false
  return`,
    put: `  return`,
  },
]
