import { fold } from '#domain/catalogue.ts'
import type { Change } from '#domain/change.ts'
import type { ChangeId, Epoch, PersonId } from '#domain/ids.ts'
import { sheetOrderId } from '#domain/ledger/order.ts'
import { placeId } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import { PEOPLE, TENANT } from './invented.ts'

/** `?again`: the morning's round wanted a lid put right, and the steward says that he did. Invented, like the rest. */
export function matterFromAddress(asked: URLSearchParams): readonly Recorded[] {
  if (!asked.has('again')) return []
  const place = placeId(TENANT, 'bin-east')
  const sheet = { day: '2026-11-24', window: 'morning', item: 'lid' } as const
  const finder = PEOPLE.gridWorker.id
  const opening = {
    from: [],
    sheet,
    place,
    text: '桶盖没关好（厨余垃圾）：铰链断了',
    category: 'waste',
    urgency: 'u3',
    track: 'act_soon',
    firstReceiver: finder,
    before: [],
  }
  let seq = 9_000
  const said = (before: Recorded | undefined, name: string, actor: PersonId, at: string, args: unknown) => {
    seq += 1
    const id = `m${seq}` as ChangeId
    const change: Change = { id, record: sheetOrderId(place, sheet), name, v: 1, actor, at, args }
    return fold(before, change, { epoch: 'e1' as Epoch, seq, receivedAt: at, no: 41 }).record
  }
  const opened = said(undefined, 'order.open', finder, '2026-11-23T23:02:00.000Z', opening)
  const closing = { text: '换了', photos: [] }
  const closed = said(opened, 'order.close', PEOPLE.steward.id, '2026-11-24T06:40:00.000Z', closing)
  return closed ? [closed] : []
}
