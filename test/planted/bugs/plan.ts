import type { Bug } from '../bug.ts'

const ROTA = 'src/queries/rota.ts'
const PROOF = 'test/queries/plan.test.ts'

/** Mistakes in who stands where, and when. */
export const PLAN: readonly Bug[] = [
  {
    name: 'a day that is to be nobody’s falls back to the week',
    lesson: '?? reads like the rule: the day before the week',
    caughtBy: PROOF,
    file: ROTA,
    find: `const planned = own ? own.person : duties.get(keyOf(point.id, weekdayOf(day), window))?.person`,
    put: `const planned = own?.person ?? duties.get(keyOf(point.id, weekdayOf(day), window))?.person`,
  },
  {
    name: 'who has left stands in the plan for ever',
    lesson: 'the rota says who; that they may is the business of whoever planned them',
    caughtBy: PROOF,
    file: ROTA,
    find: `const stands = planned !== undefined && mayStand(planned, point.id, day)`,
    put: `const stands = planned !== undefined`,
  },
  {
    name: 'by a clock that is ahead, a bin point that was given up is planned for another year',
    lesson: 'it says when it was given up, so that is when',
    caughtBy: PROOF,
    file: ROTA,
    find: `if (day >= today) return point.voided === undefined`,
    put: `if (day >= today) return point.voided === undefined || day < dayOf(point.voided.at)`,
  },
  {
    name: 'the compound’s own days off are shown, and nobody stands by them',
    lesson: 'the table of the State Council knows every holiday',
    caughtBy: PROOF,
    file: 'src/queries/windows.ts',
    find: `isHeldOn(days ?? 'every', day, own)`,
    put: `isHeldOn(days ?? 'every', day)`,
  },
]
