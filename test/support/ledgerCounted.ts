import type { LogRow } from '#server/log/log.ts'

/** What everybody has to read of the week at Sunday 21:30. */
export interface Told {
  readonly remarks: number
  readonly went: Readonly<Record<string, number>>
  readonly orders: number
  /** Open ones: in the plan, in time, nearly due, overdue. */
  readonly closed: number
  readonly plan: number
  readonly inTime: number
  readonly yellow: number
  readonly red: number
  readonly reopened: number
  readonly resolutions: number
  /** Versions of pages that were hung in the week. */
  readonly hung: number
}

/** Whether an instant lies in the week of a Monday, `YYYY-MM-DD` in Shanghai. */
export function isIn(instant: string, monday: string): boolean {
  const after = Date.parse(instant) - Date.parse(`${monday}T00:00:00+08:00`)
  return after >= 0 && after < 7 * 86_400_000
}

/** The same once more, out of what the server wrote down as it came in. Nothing of the product counts here. */
export function counted(rows: readonly LogRow[], monday: string, now: string): Told {
  const HOUR = 3_600_000
  const taken = rows.filter(({ outcome }) => outcome.is === 'applied' || outcome.is === 'merged')
  const went = new Map<string, string>()
  const orders = new Map<string, { track: string; at: number; done: boolean }>()
  let reopened = 0
  let hung = 0
  let resolutions = 0
  for (const { name, record, body, receivedAt } of taken) {
    const { at, args } = body as { at: string; args: Record<string, string | undefined> }
    if (name === 'feedback.write')
      went.set(record, args['sameAs'] === undefined ? (args['disposition'] ?? 'open') : 'duplicate_of')
    if (name === 'feedback.link') went.set(record, 'duplicate_of')
    if (name === 'order.open')
      orders.set(record, {
        track: args['track']!,
        at: Date.parse(receivedAt),
        done: args['fixed'] !== undefined,
      })
    const order = orders.get(record)
    if (name === 'order.close' && order) order.done = true
    if (name === 'order.callback' && args['result'] === 'dissatisfied' && order) {
      order.done = false
      reopened += 1
    }
    if (name === 'resolution.resolve') resolutions += 1
    if ((name === 'publication.publish' || name === 'publication.correct') && isIn(at, monday)) hung += 1
  }
  /** 24 hours; until the end of the third working day; no public holiday lies in this week or the next. */
  const dueOf = ({ track, at }: { track: string; at: number }) => {
    if (track === 'fix_now') return at + 24 * HOUR
    let day = Math.floor((at + 8 * HOUR) / (24 * HOUR))
    for (let left = 3; left > 0;) {
      day += 1
      // The first of January 1970 was a Thursday.
      if (![2, 3].includes(day % 7)) left -= 1
    }
    return (day + 1) * 24 * HOUR - 8 * HOUR
  }
  const standing = (order: { track: string; at: number; done: boolean }) => {
    if (order.done) return 'closed'
    if (order.track === 'visible_plan') return 'plan'
    const left = dueOf(order) - Date.parse(now)
    if (left < 0) return 'red'
    return left <= (dueOf(order) - order.at) / 4 ? 'yellow' : 'inTime'
  }
  const many = (word: string) => [...orders.values()].filter((one) => standing(one) === word).length
  const tally: Record<string, number> = {}
  for (const word of went.values()) tally[word] = (tally[word] ?? 0) + 1
  return {
    remarks: went.size,
    went: tally,
    orders: orders.size,
    closed: many('closed'),
    plan: many('plan'),
    inTime: many('inTime'),
    yellow: many('yellow'),
    red: many('red'),
    reopened,
    resolutions,
    hung,
  }
}
