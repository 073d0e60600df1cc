import type { RecordId } from '#domain/ids.ts'
import { type FirmLink, linkStanding } from '#domain/ledger/firmLink.ts'
import type { FirmWord } from '#domain/ledger/firmWord.ts'
import type { Order } from '#domain/ledger/order.ts'
import type { View } from '#store/view.ts'

/** The link by which the firm that has the order can answer: of several the one that was made last. */
export function firmLinkOf(view: View, order: Order, now: string): FirmLink | undefined {
  return view
    .all<FirmLink>('firmLink')
    .filter((one) => one.order === order.id && linkStanding(one, order, now) === 'stands')
    .reduce<FirmLink | undefined>((last, one) => (last && last.at >= one.at ? last : one), undefined)
}

/** What firms said of an order, newest first. */
export function firmWordsOf(view: View, order: RecordId): readonly FirmWord[] {
  return view
    .all<FirmWord>('firmWord')
    .filter((one) => one.order === order)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** An open order whose firm says that it is done, or that it cannot be: one of us has to look, or ask somebody else. */
export interface FirmSaid {
  readonly order: Order
  readonly word: FirmWord
}

/** The one that waits longest first. What a firm said before the order was given to another counts no more. */
export function firmsSaid(view: View): readonly FirmSaid[] {
  const last = new Map<RecordId, FirmWord>()
  for (const word of view.all<FirmWord>('firmWord')) {
    const known = last.get(word.order)
    if (!known || known.at < word.at) last.set(word.order, word)
  }
  return [...last.values()]
    .flatMap((word): FirmSaid[] => {
      const order = view.get<Order>(word.order)
      return order && isNews(word, order) ? [{ order, word }] : []
    })
    .sort((a, b) => (a.word.at < b.word.at ? -1 : 1))
}

/** From here on a word of before is history. */
const ANEW: readonly Order['events'][number]['is'][] = ['reopened', 'callback', 'assigned']

/** Whether a firm's word still waits for somebody: the order is open and in its hands, and was not opened again or given anew since. */
export function isNews(word: FirmWord, order: Order): boolean {
  if (word.says === 'took' || order.status === 'done' || order.voided) return false
  const since = order.events.some(
    (one) => ANEW.includes(one.is) && (one.receivedAt ?? one.at) > (word.receivedAt ?? word.at),
  )
  return order.vendor === word.vendor && !since
}
