import { lawOf } from '#domain/council/councilLaw.ts'
import type { AgendaItem } from '#domain/council/agendaItem.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import { whereOf } from '#domain/places.ts'
import { agendaOf } from '#queries/council.ts'
import type { Reader } from '#queries/reader.ts'
import type { Table } from '#sheets/writeXlsx.ts'
import type { View } from '#ui/state/view.ts'
import { reduced } from './minutes.ts'
import type { Spoken } from './names.ts'

interface Asking {
  readonly view: View
  readonly reader: Reader
  readonly spoken: Spoken
}

/**
 * What is to be talked over, in its order, with room to write beside each. Openly with the words of the minutes: without a
 * name, a phone or a door; inside also where it is.
 */
export function agendaTable(
  { view, reader, spoken: { words } }: Asking,
  meeting: RecordId,
  internal: boolean,
): Omit<Table, 'name'> {
  const { agenda } = words.papers
  const { head } = agenda
  const told = internal ? (text: string) => text : reduced(view, words.council.paper.resident)
  const law = (item: AgendaItem) => {
    const { duty, owners, votes } = lawOf(item)
    if (duty) return `${words.council.dutyShort[duty]}，${words.council.noVote}`
    return owners ? agenda.proposal : votes ? agenda.vote : ''
  }
  return {
    head: [head.no, head.what, head.why, ...(internal ? [head.where] : []), head.law, head.decided],
    rows: agendaOf(reader, meeting).map((item, index) => [
      String(index + 1),
      told(item.title),
      words.council.listed[item.listed],
      ...(internal ? [placeOf(reader, item)] : []),
      law(item),
      '',
    ]),
  }
}

/** Of the first of what it came from that has a place which this person may read. */
function placeOf(reader: Reader, item: AgendaItem): string {
  for (const id of item.from ?? []) {
    const one = reader.get<Feedback | Order>(id)
    if (one?.kind === 'feedback' || one?.kind === 'order') return whereOf(one.place, reader.tree)
  }
  return ''
}
