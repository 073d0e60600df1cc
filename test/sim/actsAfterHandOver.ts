import { putBag, takeBag } from '#commands/bags.ts'
import { reopenShift } from '#commands/bins.ts'
import { FAULTS, VERDICTS } from '#domain/bins/bag.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { STREAMS } from '#domain/bins/streams.ts'
import { type Act, type Ground, some } from './ground.ts'

/** A shift that was handed over; whoever keeps the bins puts right anybody's, the others try now and then. */
function handedOver(ground: Ground): Shift | undefined {
  const { chance, ctx, officer } = ground
  const anybodys = officer || ctx.me.endsWith('manager') || chance.once(5)
  return some<Shift>(
    ground,
    'shift',
    ({ author, closedAt }) => closedAt !== undefined && (anybodys || author === ctx.me),
  )
}

/** What comes after the end of a shift: its person stands on, bags are judged anew, added, taken out. */
export const afterHandOver: readonly Act[] = [
  (ground) => {
    const shift = handedOver(ground)
    return shift && reopenShift(ground.ctx, shift.id)
  },
  (ground) => {
    const shift = handedOver(ground)
    if (!shift) return undefined
    const { chance, ctx } = ground
    const { bags = [] } = shift
    const verdict = chance.pick(VERDICTS)
    const faults = verdict === 'good' ? [] : [chance.pick(FAULTS)]
    const bag = bags.length > 0 && chance.once(2) ? chance.pick(bags).id : undefined
    return putBag(ctx, shift.id, { stream: chance.pick(STREAMS), verdict, faults }, bag)
  },
  (ground) => {
    const shift = handedOver(ground)
    const { bags = [] } = shift ?? {}
    return shift && bags.length > 0 ? takeBag(ground.ctx, shift.id, ground.chance.pick(bags).id) : undefined
  },
]
