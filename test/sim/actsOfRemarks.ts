import {
  agreeName,
  callMade,
  editFeedback,
  noteFeedback,
  tellReporter,
  typeVoice,
  withdrawFeedback,
  writeFeedback,
} from '#commands/feedback.ts'
import { linkDuplicate, unlinkDuplicate } from '#commands/merging.ts'
import {
  assignOrder,
  closeOrder,
  confirmOrder,
  holdOrder,
  noteOrder,
  openOrder,
  progressOrder,
} from '#commands/orders.ts'
import { CATEGORIES } from '#domain/ledger/categories.ts'
import type { Resident } from '#domain/doors/resident.ts'
import { TRACKS, URGENCIES } from '#domain/ledger/due.ts'
import { CHANNELS, type Feedback } from '#domain/feedback/feedback.ts'
import { CALLBACKS, HOLD_REASONS, type Order } from '#domain/ledger/order.ts'
import { type Act, bytes, type Ground, newRecord, some, somePlace, words } from './ground.ts'

const remark = (ground: Ground) => some<Feedback>(ground, 'feedback')
const order = (ground: Ground) => some<Order>(ground, 'order')

const write: Act = (ground) => {
  const place = somePlace(ground, 'dwelling', 'floor', 'unit', 'binPoint')
  if (!place) return undefined
  const { chance, ctx } = ground
  const id = newRecord(ground)
  const text = words(ground, place.id, id)
  const known = chance.once(3)
    ? some<Resident>(
        ground,
        'resident',
        (one) => one.place === place.id && ctx.view.standing(one.id) === 'kept',
      )
    : undefined
  const reporter = {
    displayName: known?.name ?? words(ground, place.id, id, '孃'),
    agreed: chance.once(2),
  }
  const endings = [
    { is: 'order', track: chance.pick(TRACKS) },
    { is: 'fixed', photos: [] },
    { is: 'answered', text },
    { is: 'praise' },
    { is: 'undecided' },
    { is: 'undecided' },
  ] as const
  const voice = {
    sound: bytes(ground, place.id, id),
    seconds: 7,
    speaker: chance.pick(['resident', 'retold'] as const),
  } as const
  const spoken = chance.once(4)
  const same = chance.once(4) ? remark(ground) : undefined
  return writeFeedback(ctx, {
    id,
    place: place.id,
    // What was only spoken is put into words later, by whoever listens first.
    text: spoken ? '' : text,
    ...(spoken && { voice }),
    ...(same && { sameAs: same.id }),
    category: chance.pick(CATEGORIES),
    urgency: chance.pick(URGENCIES),
    channel: chance.pick(CHANNELS),
    photos: [],
    ...(chance.once(4) && { quiet: true }),
    ...(chance.once(2) && { reporter }),
    ending: chance.pick(endings),
  }).then((done) => (done.ok ? { ok: true, value: [] } : done))
}

const note: Act = (ground) => {
  const one = remark(ground)
  return one && noteFeedback(ground.ctx, one.id, words(ground, one.place, one.id))
}

/** What residents said, who said it, and what comes of it. */
export const ofRemarks: readonly Act[] = [
  write,
  write,
  note,
  note,
  (ground) => {
    const one = some<Feedback>(ground, 'feedback', ({ voice }) => voice !== undefined)
    return one && typeVoice(ground.ctx, one.id, words(ground, one.place, one.id))
  },
  (ground) => {
    const one = remark(ground)
    if (!one) return undefined
    const { chance, ctx } = ground
    const to = chance.once(4) ? somePlace(ground, 'dwelling', 'floor', 'unit') : undefined
    return editFeedback(ctx, one, {
      ...(chance.once(2) && { text: words(ground, one.place, one.id) }),
      ...(chance.once(2) && { urgency: chance.pick(URGENCIES) }),
      ...(chance.once(3) && { category: chance.pick(CATEGORIES) }),
      ...(chance.once(4) && { quiet: one.quiet !== true }),
      ...(to && { place: to.id }),
    })
  },
  (ground) => {
    const one = remark(ground)
    if (!one) return undefined
    return ground.chance.once(2) ? tellReporter(ground.ctx, one.id) : callMade(ground.ctx, one.id)
  },
  (ground) => {
    const one = some<Feedback>(ground, 'feedback', ({ author }) => author === ground.ctx.me)
    return one && withdrawFeedback(ground.ctx, one.id, '说错了')
  },
  (ground) => {
    const [one, other] = [remark(ground), remark(ground)]
    if (!one || !other || one.id === other.id) return undefined
    return one.duplicateOf === undefined
      ? linkDuplicate(ground.ctx, one.id, other.id)
      : unlinkDuplicate(ground.ctx, one.id)
  },
  (ground) => {
    const one = remark(ground)
    return one && agreeName(ground.ctx, one, ground.chance.once(2))
  },
  (ground) => {
    const one = remark(ground)
    return one && openOrder(ground.ctx, one, ground.chance.pick(TRACKS))
  },
  (ground) => {
    const one = order(ground)
    return one && assignOrder(ground.ctx, one, ground.chance.pick(ground.colleagues))
  },
  (ground) => {
    const one = order(ground)
    return one && progressOrder(ground.ctx, one.id, ground.chance.pick(['accepted', 'working']))
  },
  (ground) => {
    const one = order(ground)
    return one && noteOrder(ground.ctx, one.id, { text: words(ground, one.place, one.id) })
  },
  (ground) => {
    const one = order(ground)
    if (!one) return undefined
    const hold = { reason: ground.chance.pick(HOLD_REASONS), until: '2026-03-20' }
    return ground.chance.once(2)
      ? holdOrder(ground.ctx, one.id, hold)
      : closeOrder(ground.ctx, one, { text: words(ground, one.place, one.id) })
  },
  (ground) => {
    const one = order(ground)
    return one && confirmOrder(ground.ctx, one.id, ground.chance.pick(CALLBACKS))
  },
]
