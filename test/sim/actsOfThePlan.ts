import { assignDay, exchangeDays, handOverDay, takeDay } from '#commands/days.ts'
import { bringPointBack, keepPoint, planWeek, retirePoint, setWindows } from '#commands/plan.ts'
import { nameAs, putRule, settleWord } from '#commands/whichBin.ts'
import { binPointId, USUAL_BINS } from '#domain/bins/binPoint.ts'
import { type Duty, dutyId, WEEKDAYS } from '#domain/bins/duty.ts'
import type { PersonId } from '#domain/ids.ts'
import { WASTE_CLASSES } from '#domain/bins/wasteClass.ts'
import { WINDOWS } from '#domain/window.ts'
import { UNKNOWN_WORDS } from './actsOfTheRound.ts'
import { type Act, type Ground, somePlace } from './ground.ts'

const DAYS = ['2026-03-05', '2026-03-06', '2026-03-07']

/** Somebody or nobody. */
function whoever({ chance, colleagues }: Ground): PersonId | undefined {
  return chance.once(5) ? undefined : chance.pick(colleagues)
}

/** A day of a point as this person sees it planned. */
function someDay(ground: Ground) {
  const point = somePlace(ground, 'binPoint')
  if (!point) return undefined
  const { chance, ctx } = ground
  const [day, window] = [chance.pick(DAYS), chance.pick(WINDOWS)]
  const planned = ctx.view.get<Duty>(dutyId(point.id, day, window))?.person
  return { point: point.id, day, window, planned }
}

/** The people of the bins among themselves. */
export const ofTheRota: readonly Act[] = [
  (ground) => {
    const at = someDay(ground)
    return at && handOverDay(ground.ctx, at, whoever(ground))
  },
  (ground) => {
    const at = someDay(ground)
    return at && takeDay(ground.ctx, at)
  },
  (ground) => {
    const [mine, theirs] = [someDay(ground), someDay(ground)]
    return mine && theirs && exchangeDays(ground.ctx, mine, theirs)
  },
]

/** Whoever keeps the bins: rota, what stands at a point, the compound's own answers. */
export const ofThePlan: readonly Act[] = [
  ...ofTheRota,
  (ground) => {
    const at = someDay(ground)
    return at && assignDay(ground.ctx, at, whoever(ground))
  },
  (ground) => {
    const point = somePlace(ground, 'binPoint')
    if (!point) return undefined
    const { chance, ctx } = ground
    const window = chance.pick(WINDOWS)
    const on = [chance.pick(WEEKDAYS), chance.pick(WEEKDAYS)].map((weekday) => ({
      weekday,
      planned: ctx.view.get<Duty>(dutyId(point.id, weekday, window))?.person,
    }))
    return planWeek(ctx, { point: point.id, window, on }, whoever(ground))
  },
  (ground) => {
    const point = somePlace(ground, 'binPoint')
    if (!point) return undefined
    const { chance, ctx } = ground
    const bins = USUAL_BINS.map((one) => ({ ...one, count: 1 + chance.below(3) }))
    if (chance.once(3)) {
      // Two who have not heard of each other say first what stands there.
      const record = binPointId(point.id)
      return ctx.commit([{ record, name: 'binPoint.put', v: 1, args: { place: point.id, bins } }])
    }
    const haulier = { name: chance.pick(['收运一队', '收运二队']), phone: '028-8000 0000' }
    return keepPoint(ctx, point.id, { bins, ...(chance.once(2) && { haulier }) })
  },
  ({ chance, ctx }) =>
    putRule(ctx, {
      thing: chance.pick([27, 71, ...UNKNOWN_WORDS]),
      waste: chance.once(4) ? undefined : chance.pick(WASTE_CLASSES),
      reason: chance.pick(['收运不收', '街道通知']),
      since: chance.pick(DAYS),
    }),
  ({ chance, ctx }) => settleWord(ctx, chance.pick(UNKNOWN_WORDS)),
  // Each shift of a point for itself: two who change two of them change both.
  (ground) => {
    const point = somePlace(ground, 'binPoint')
    const { chance, ctx } = ground
    const windows = WINDOWS.filter(() => chance.once(2)).map((window) => ({
      window,
      ...chance.pick([
        { from: '07:00', to: '09:00' },
        { from: '18:00', to: '20:30' },
      ]),
    }))
    return point && setWindows(ctx, [point.id], windows)
  },
  // What people here call a thing of the list.
  ({ chance, ctx }) => nameAs(ctx, chance.pick(UNKNOWN_WORDS), chance.pick([27, 71]), chance.pick(DAYS)),
  // A point that is given up stands in its records; now and then it was a mistake.
  (ground) => {
    const point = somePlace(ground, 'binPoint')
    if (!point || !ground.chance.once(3)) return undefined
    return point.voided ? bringPointBack(ground.ctx, point.id) : retirePoint(ground.ctx, point.id, '并点')
  },
]
