import type { Bug } from '../bug.ts'

/** What may go wrong with who sees whom. */
export const DISCRETION: readonly Bug[] = [
  {
    name: 'who looked is read by everybody who reads the doors',
    lesson: 'it stands at a door, and what stands at a door is the doors’',
    caughtBy: 'test/commands/looks.test.ts',
    file: 'src/domain/look.ts',
    find: `group: 'looks', people: [record.author]`,
    put: `group: 'doors', people: [record.author]`,
  },
  {
    name: 'who took their consent back is on the emergency sheet still',
    lesson: 'in an emergency one name too many does no harm',
    caughtBy: 'test/queries/emergencySheet.test.ts',
    file: 'src/queries/emergencySheet.ts',
    find: `const care = known && !known.voided && needsCare(known) ? known : undefined`,
    put: `const care = known`,
  },
  {
    name: 'the floor from paper is there twice when it is typed twice',
    lesson: 'who types it again has a reason to',
    caughtBy: 'test/commands/paperRound.test.ts',
    file: 'src/commands/paperRound.ts',
    find: `if (there.has(answer.dwelling)) continue`,
    put: ``,
  },
]
