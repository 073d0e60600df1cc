import { addBag, takeBagBack } from '#commands/bags.ts'
import { closeShift, closeShiftFor, openShift } from '#commands/bins.ts'
import { answerAgain, setCheck } from '#commands/checks.ts'
import { callHaulier, pressFill } from '#commands/fills.ts'
import { recordHaul, withdrawHaul } from '#commands/hauls.ts'
import { askOffice } from '#commands/whichBin.ts'
import { FAULTS, VERDICTS } from '#domain/bins/bag.ts'
import { ARRIVAL_ITEMS } from '#domain/bins/checklist.ts'
import { type Haul, UNITS } from '#domain/bins/haul.ts'
import type { Order } from '#domain/ledger/order.ts'
import { CHECKS, MOMENTS, type Shift } from '#domain/bins/shift.ts'
import { STREAMS } from '#domain/bins/streams.ts'
import { WINDOWS } from '#domain/window.ts'
import { ofTheCards } from './actsOfTheCards.ts'
import { type Act, type Ground, newRecord, some, words } from './ground.ts'

export const UNKNOWN_WORDS = ['量子计算机', '孔明灯', '龙舟', '石敢当', '算盘珠'] as const
const WRITTEN_OTHERWISE = [' 龙舟', '龙 舟', '「孔明灯」', '算盘珠？'] as const

const openBag: Act = (ground) => {
  const shift = mine(ground)
  if (!shift) return undefined
  const { chance, ctx } = ground
  const verdict = chance.pick(VERDICTS)
  const faults = verdict === 'good' ? [] : [chance.pick(FAULTS)]
  return addBag(ctx, shift.id, { stream: chance.pick(STREAMS), verdict, faults })
}

/** What is seen at an item, with words: with 要改 a matter is opened by it, or one that stands is spoken of again. */
const look: Act = (ground) => {
  const shift = mine(ground)
  if (!shift) return undefined
  const { chance, ctx } = ground
  const state = chance.once(3) ? chance.pick([...CHECKS, undefined]) : 'toFix'
  const note = words(ground, shift.place, shift.id)
  // What is written of a matter may be read by those who may read the round it comes of.
  return setCheck(ctx, shift.id, chance.pick(ARRIVAL_ITEMS), state, {
    when: chance.pick(MOMENTS),
    ...(state === 'toFix' && { finding: { stream: chance.pick(STREAMS), note } }),
    text: words(ground, shift.place, shift.id),
    reason: '看错了',
  })
}

const lookAgain: Act = (ground) => {
  const shift = mine(ground)
  const order =
    shift && some<Order>(ground, 'order', ({ sheet, place }) => sheet !== undefined && place === shift.place)
  if (!shift || !order) return undefined
  const text = words(ground, order.place, order.id)
  return answerAgain(ground.ctx, shift.id, order, ground.chance.once(2), text)
}

/** Whoever stands there says it of a matter that another point's tablet may never have heard of. */
const recheck: Act = (ground) => {
  const order = some<Order>(ground, 'order', ({ sheet }) => sheet !== undefined)
  if (!order) return undefined
  const { chance, ctx } = ground
  const args = { good: chance.once(2), text: words(ground, order.place, order.id), photos: [] }
  return ctx.commit([{ record: order.id, name: 'order.recheck', v: 1, args }])
}

/** Where somebody else stands already: two tablets at one point. */
const standBeside: Act = (ground) => {
  const { ctx } = ground
  const other = some<Shift>(ground, 'shift', ({ author }) => author !== ctx.me)
  if (!other || mine(ground)) return undefined
  const { place, day, window } = other
  return openShift(ctx, { place, day, window })
}

/** What a round at the bins has beside its taps: opened bags, findings and what comes of them, hauls, who forgot to close. */
export const ofTheRound: readonly Act[] = [
  standBeside,
  standBeside,
  openBag,
  openBag,
  openBag,
  look,
  look,
  lookAgain,
  recheck,
  (ground) => {
    const shift = mine(ground)
    const bags = shift?.bags ?? []
    return shift && bags.length > 0
      ? takeBagBack(ground.ctx, shift.id, ground.chance.pick(bags).id)
      : undefined
  },
  (ground) => {
    const shift = mine(ground)
    const { chance, ctx } = ground
    return shift && pressFill(ctx, shift.id, chance.pick(STREAMS), chance.pick(MOMENTS))
  },
  (ground) => {
    const shift = mine(ground)
    const { chance, ctx } = ground
    return shift && callHaulier(ctx, shift.id, chance.pick(STREAMS), chance.pick(MOMENTS))
  },
  (ground) => {
    const shift = mine(ground)
    if (!shift) return undefined
    const { chance, ctx } = ground
    return recordHaul(ctx, {
      id: newRecord(ground),
      shift: shift.id,
      stream: chance.pick(STREAMS),
      amount: 60 * (1 + chance.below(8)),
      unit: chance.pick(UNITS),
      mixed: chance.once(3),
      noted: true,
    })
  },
  (ground) => {
    const haul = some<Haul>(ground, 'haul', ({ author }) => author === ground.ctx.me)
    return haul && withdrawHaul(ground.ctx, haul.id, '记错了')
  },
  // Somebody else's shift that nobody handed over: closed by itself, or with the one that is opened after it.
  (ground) => {
    const { chance, ctx } = ground
    const forgotten = some<Shift>(
      ground,
      'shift',
      ({ author, closedAt }) => author !== ctx.me && closedAt === undefined,
    )
    if (!forgotten) return undefined
    if (mine(ground) || chance.once(2)) return closeShiftFor(ctx, forgotten.id)
    return openShift(ctx, { place: forgotten.place, day: '2026-03-12', window: chance.pick(WINDOWS) }, [
      forgotten.id,
    ])
  },
  // The one who had forgotten it comes back and hands it over after all, with words.
  (ground) => {
    const shift = some<Shift>(
      ground,
      'shift',
      ({ author, closedBy }) => author === ground.ctx.me && closedBy !== undefined,
    )
    return shift && closeShift(ground.ctx, shift.id, words(ground, shift.place, shift.id))
  },
  // However it is written and however often one looks, one person misses one word.
  (ground) => askOffice(ground.ctx, ground.chance.pick([...UNKNOWN_WORDS, ...WRITTEN_OTHERWISE])),
  // What everybody hears is not theirs to record.
  (ground) => (ground.chance.once(6) ? ground.chance.pick(ofTheCards)(ground) : undefined),
]

/** A shift of mine; now and then one that is closed: a bag may be noted late. */
function mine(ground: Ground): Shift | undefined {
  const { ctx, chance } = ground
  const closed = chance.once(15)
  return some<Shift>(
    ground,
    'shift',
    (shift) => shift.author === ctx.me && (closed || shift.closedAt === undefined),
  )
}
