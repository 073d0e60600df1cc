import { dispositionOf, type Feedback } from '#domain/feedback/feedback.ts'
import { type RecordId, SERVER } from '#domain/ids.ts'
import type { Crew } from '#domain/ledger/crew.ts'
import type { Hands } from '#domain/ledger/hands.ts'
import { travelledFor } from '#domain/feedback/heardAt.ts'
import { longNumber } from '#domain/longNumber.ts'
import type { Order } from '#domain/ledger/order.ts'
import { colourOf } from '#domain/ledger/orderColour.ts'
import { agreementOf, reopenings } from '#domain/ledger/orderClock.ts'
import { whereOf } from '#domain/places.ts'
import type { Reporter } from '#domain/feedback/reporter.ts'
import { dayOf } from '#domain/workingDays.ts'
import { isOfBins, isOnline, nameOf } from '#queries/feedback.ts'
import { writtenOn } from '#queries/matters.ts'
import { orderDue } from '#queries/orders.ts'
import type { View } from '#store/view.ts'
import { rootOf, type Voices, voicesIn, voicesOf } from '#queries/voices.ts'
import { type Asking, column, exportTable, publicWhere, timeOf, type Value } from './table.ts'

/** What was said, or what a round at the bins found, with what became of it. */
interface LedgerRow {
  readonly said: Feedback | undefined
  readonly order: Order | undefined
  readonly of: Feedback | Order
  readonly reporter: Reporter | undefined
  readonly voices: Voices
}

const open = column('open')
const inside = column('inside')
const names = column('names')
const on = (instant: string | undefined) => instant && dayOf(instant)

/** 报事台账: remarks and orders of some days, one row for each voice, in the order in which they were written down. */
export const ledger = exportTable<LedgerRow>(
  'ledger',
  'feedback',
  [
    open('no', ({ of }, { reader, compound }) => longNumber(reader.tree.get(compound)?.label ?? '', of)),
    open('day', ({ of }) => writtenOn(of)),
    open('time', ({ of }) => timeOf(of.at)),
    open('place', ({ of }, { reader }) => publicWhere(of.place, reader.tree)),
    inside('where', ({ of }, { reader }) => whereOf(of.place, reader.tree)),
    inside('text', ({ of }) => of.text),
    open('category', ({ of }) => ({ of: 'category', value: of.category })),
    open('urgency', ({ of }) => ({ of: 'urgency', value: of.urgency })),
    open('channel', ({ said }) => said && { of: 'channel', value: said.channel }),
    open('affected', ({ said }) => said?.affected),
    open('toReceipt', ({ said }) => said && travelledFor(said)),
    open('voices', ({ said, voices }, { view }) => said && voicesOf(view, said.id, voices).length),
    open('disposition', ({ said }) => {
      const went = said && dispositionOf(said)
      return went && { of: 'disposition', value: went }
    }),
    open('sameAs', ({ said }, { view, reader, compound }) => {
      const root = said && view.get<Feedback>(rootOf(view, said.id))
      return root && root.id !== said.id
        ? longNumber(reader.tree.get(compound)?.label ?? '', root)
        : undefined
    }),
    open('track', ({ order }) => order && { of: 'track', value: order.track }),
    // What makes no order stands where it went.
    open('status', ({ said, order }) => {
      if (order) return { of: 'status', value: order.status }
      const went = said && dispositionOf(said)
      return went && { of: 'disposition', value: went }
    }),
    open('colour', ({ order, voices }, { view, now }) => {
      const colour = order && colourOf(orderDue(view, order, now, voices), order)
      return colour && { of: 'colour', value: colour }
    }),
    open('dueDay', ({ order, voices }, { view, now }) =>
      order && order.status !== 'done' ? on(orderDue(view, order, now, voices).at) : undefined,
    ),
    open('closedDay', ({ order }) => on(order?.closedAt)),
    open('reopened', ({ order }) => order && reopenings(order).length),
    open('result', ({ order }) => {
      const result = order && agreementOf(order)?.result
      return result && { of: 'result', value: result }
    }),
    open('toldDay', ({ said }) => on(said?.told?.at)),
    inside('assignee', ({ order }, { view }) => order && handsIn(view, order)),
    inside('firstReceiver', ({ said, order }, { view }) =>
      order?.firstReceiver === SERVER ? online(said) : nameOf(view, order?.firstReceiver),
    ),
    inside('by', ({ said, of }, { view }) => (of.author === SERVER ? online(said) : nameOf(view, of.author))),
    names('reporter', ({ reporter }) => reporter?.displayName),
    names('phone', ({ reporter }) => reporter?.phone),
  ],
  rowsOf,
)

/** A person, a team by the compound's own name for it, or a firm. */
function handsIn(view: View, { assignee, team, vendor }: Hands): Value {
  if (team === undefined) return vendor ?? nameOf(view, assignee)
  return view.all<Crew>('crew').find((one) => one.team === team)?.name ?? { of: 'team', value: team }
}

/** A resident wrote it on the public page; nobody of the team heard it. */
function online(said: Feedback | undefined): Value {
  return said && isOnline(said) ? { of: 'channel', value: said.channel } : undefined
}

function rowsOf({ view, reader, from, to }: Asking): readonly LedgerRow[] {
  const voices = voicesIn(view)
  const all = reader.all<Order>('order')
  const orders = new Map<RecordId, Order>(all.flatMap((one) => one.from.map((said) => [said, one] as const)))
  const reporters = new Map(reader.all<Reporter>('reporter').map((one) => [one.feedback, one]))
  const said = reader.all<Feedback>('feedback').map((one): LedgerRow => {
    const order = orders.get(one.id) ?? orders.get(rootOf(view, one.id))
    return { said: one, order, of: one, reporter: reporters.get(one.id), voices }
  })
  const found = all
    .filter(isOfBins)
    .map((order): LedgerRow => ({ said: undefined, order, of: order, reporter: undefined, voices }))
  return [...said, ...found]
    .filter(({ of }) => from <= writtenOn(of) && writtenOn(of) <= to)
    .sort((a, b) => (a.of.at < b.of.at || (a.of.at === b.of.at && a.of.id < b.of.id) ? -1 : 1))
}
