import type { Clock } from './due.ts'
import type { Order, OrderEvent } from './order.ts'
import { endOfDay } from '#domain/workingDays.ts'

/** What the clock of an order needs; every instant is the server's. */
export function clockOf(record: Order, earliestReceipt?: string): Clock {
  const receipts = [record.receivedAt, record.heardReceivedAt, earliestReceipt].filter(
    (one) => one !== undefined,
  )
  const reopening = reopenings(record).findLast((one) => one.receivedAt !== undefined)
  return {
    track: record.track,
    urgency: record.urgency,
    receivedAt: record.receivedAt === undefined ? undefined : receipts.sort()[0],
    reopenedAt: record.status === 'done' ? undefined : reopening?.receivedAt,
    holds: apart([...holdsOf(record), ...timesOutside(record)]),
    closedAt: record.closedAt,
    outside: outsideNow(record),
  }
}

function outsideNow({ outside, status }: Order): Clock['outside'] {
  if (!outside || outside.answeredAt !== undefined || status === 'done') return undefined
  return { since: outside.receivedAt ?? outside.at, workingDays: outside.workingDays }
}

/** The events that opened the order again. Found wanting while it is open, it only hears of it: its clock goes on. */
export function reopenings(record: Order): readonly OrderEvent[] {
  let done = false
  return record.events.filter((one) => {
    const handled = one.is === 'closed' || (one.is === 'rechecked' && one.good === true)
    const again =
      one.is === 'reopened' ||
      (one.is === 'callback' && one.result === 'dissatisfied') ||
      (one.is === 'rechecked' && !handled && done)
    if (handled || again) done = handled
    return again
  })
}

/** The last answer of the asker since it was last handled. */
export function agreementOf(record: Order): OrderEvent | undefined {
  const since = record.events.findLastIndex((one) => one.is === 'closed')
  return record.events.slice(since + 1).findLast((one) => one.is === 'callback')
}

/** While somebody outside had it: until they answered, or it was closed without them. */
function timesOutside(record: Order): readonly { from: string; to: string }[] {
  return record.events.flatMap((one, index) => {
    if (one.is !== 'transferred' || one.receivedAt === undefined) return []
    const to = record.events
      .slice(index + 1)
      .find((other) => other.is === 'replied' || other.is === 'closed')?.receivedAt
    return to === undefined || to <= one.receivedAt ? [] : [{ from: one.receivedAt, to }]
  })
}

/** The same times, none counted twice. */
function apart(times: readonly { from: string; to: string }[]): readonly { from: string; to: string }[] {
  const result: { from: string; to: string }[] = []
  for (const { from, to } of [...times].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = result.at(-1)
    if (last && from <= last.to) last.to = to > last.to ? to : last.to
    else result.push({ from, to })
  }
  return result
}

function holdsOf(record: Order): readonly { from: string; to: string }[] {
  return record.events.flatMap((one, index) => {
    if (one.is !== 'held' || one.receivedAt === undefined || one.until === undefined) return []
    const next = record.events
      .slice(index + 1)
      .find((other) => other.is === 'working' || other.is === 'closed' || other.is === 'held')
    const planned = endOfDay(one.until)
    const ended = next?.receivedAt
    const to = ended !== undefined && ended < planned ? ended : planned
    return to > one.receivedAt ? [{ from: one.receivedAt, to }] : []
  })
}
