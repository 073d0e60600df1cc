import type { Bug } from '../bug.ts'

/** What may go wrong beside a bag and a full bin. */
export const BAGS: readonly Bug[] = [
  {
    name: 'a bag counts twice when its change comes twice',
    lesson: 'each change is folded once; the wire sees to it, except after a restore',
    caughtBy: 'test/domain/bins/bag.test.ts',
    file: 'src/domain/bins/shiftVerbs.ts',
    find: `if (bags.some((one) => one.id === change.id)) return ALREADY`,
    put: ``,
  },
  {
    name: 'a bag with a small fault is good enough for the rate',
    lesson: 'it was nearly right, and the rate looks better',
    caughtBy: 'test/queries/bags.test.ts',
    file: 'src/domain/bins/bag.ts',
    find: `bags.filter((one) => one.verdict === 'good').length`,
    put: `bags.filter((one) => one.verdict !== 'bad').length`,
  },
  {
    name: 'taking a bag back takes the one before it where its own was refused',
    lesson: 'undo takes what was last, and what was refused is not there',
    caughtBy: 'test/commands/bags.test.ts',
    file: 'src/commands/bags.ts',
    find: `by === 1 ? addBag(ctx, shift, bag, bag.id) : takeBagBack(ctx, shift, bag.id),`,
    put: `by === 1 ? addBag(ctx, shift, bag, bag.id) : takeBagBack(ctx, shift, ctx.view.get<Shift>(shift)?.bags?.at(-1)?.id ?? bag.id),`,
  },
  {
    name: 'a call for a full bin is noted at each press',
    lesson: 'the key rings, and who rings notes',
    caughtBy: 'test/commands/fills.test.ts',
    file: 'src/commands/fills.ts',
    find: `.filter((one) => !standingCall(one, incidents, hauls))`,
    put: ``,
  },
  {
    name: 'litres are turned into kilograms in the sum',
    lesson: 'one number is easier to read than two',
    caughtBy: 'test/commands/hauls.test.ts',
    file: 'src/queries/hauls.ts',
    find: `const inUnit = (unit: Haul['unit']) => total(own.filter((one) => one.unit === unit))`,
    put: `const inUnit = (_unit: Haul['unit']) => total(own)`,
  },
]
