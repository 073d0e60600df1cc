import { upgraded } from '#domain/catalogue.ts'
import type { Incident } from '#domain/bins/incident.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import { type RecordId, SERVER, type TenantId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import type { Recorded } from '#domain/record.ts'
import { deadlinesOf, settledLong } from '#domain/retention.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import { isTombstone } from '#domain/tombstone.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'
import type { LogTx } from '#server/log/log.ts'
import { type Office, today } from '#server/people/office.ts'
import { type Desk, openDesk } from '#server/records/desk.ts'
import type { Erased } from './erasure.ts'
import { bury, nobodysOf, photosOf, put, rewrite } from './erase.ts'

/** So many records at a time: others wait for a transaction's end. */
const PORTION = 50

/**
 * What has had its time and names nobody by itself: who looked at what goes whole, and matters that are over lose their pictures
 * and voices, whose words say what became of them. No journal keeps it: an older database that is put back does the same at its
 * start, and what is sent again is younger than any of these deadlines.
 */
export async function fade(office: Office, tenant: TenantId): Promise<void> {
  const { log, seals, newId, now } = office
  for (;;) {
    const done = await log.transact(tenant, async (tx): Promise<Erased & { readonly more: boolean }> => {
      const desk = await openDesk(tx, { log, seals, newId }, tenant, now().toISOString())
      const { looks, pictured } = await overIn(tx, tenant, today(office))
      const named = new Set<string>()
      const by = { by: SERVER, at: desk.now }
      for (const id of looks.slice(0, PORTION)) await bury(desk, id, by, named)
      for (const id of pictured.slice(0, PORTION)) await withoutPictures(desk, id, named)
      await desk.flush()
      const more = looks.length > PORTION || pictured.length > PORTION
      return { touched: desk.touched(), photos: await nobodysOf(desk, named), more }
    })
    await office.erased?.(tenant, done)
    if (!done.more) return
  }
}

async function overIn(tx: LogTx, tenant: TenantId, day: string) {
  const { deadlines } = ((await tx.record(settingsId(tenant)))?.record ?? {}) as Partial<Settings>
  const days = deadlinesOf(deadlines)
  const all = async <R extends Recorded>(kind: string) =>
    (await tx.recordsOf(kind)).map((one) => upgraded(one) as R)
  // By the server's own time: a device's clock keeps nothing longer, and nothing shorter.
  const isOld = (at: string | undefined, keep: number) => at !== undefined && dayOf(at) < addDays(day, -keep)
  const looks = [...(await all('look')), ...(await all('exportRequest'))].filter(
    (one) => !isTombstone(one) && isOld(one.receivedAt, days.look),
  )

  const remarks = await all<Feedback>('feedback')
  const settled = new Set(settledLong(remarks, day, days.photos))
  const over = remarks.filter(({ id }) => settled.has(id))
  const orders = (await all<Order>('order')).filter(({ from, status, closedAt, voided }) =>
    from.length > 0
      ? from.every((one) => settled.has(one)) && (status === 'done' || voided !== undefined)
      : status === 'done' && isOld(closedAt, days.photos),
  )
  const incidents = (await all<Incident>('incident')).filter((one) => isOld(one.receivedAt, days.photos))
  return {
    looks: looks.map(({ id }) => id),
    pictured: [...over, ...orders, ...incidents].filter((one) => gone(one).size > 0).map(({ id }) => id),
  }
}

/** The names of bytes that a record loses. A sound that nobody has put into words is all that there is of it, and stays. */
function gone(record: Recorded): ReadonlySet<string> {
  const { voice, text } = record as Partial<Feedback>
  const stays = voice && text === '' ? voice.sound : undefined
  return new Set(photosOf(record).filter((hash) => hash !== stays))
}

async function withoutPictures(desk: Desk, id: RecordId, named: Set<string>): Promise<void> {
  const record = await desk.get(id)
  if (!record || isTombstone(record)) return
  const hashes = gone(record)
  for (const hash of hashes) named.add(hash)
  for (const row of await desk.tx.rowsOf(id))
    await rewrite(desk, row, { ...row, body: without(row.body, hashes) })
  await put(desk, { ...without(record, hashes), cut: true }, record, `${record.kind}.cut`)
}

/** A JSON value without these names of bytes; the very same where none is in it. */
function without<T>(value: T, hashes: ReadonlySet<string>): T {
  const less = (one: unknown): unknown => {
    if (typeof one !== 'object' || one === null) return one
    if (Array.isArray(one)) {
      const left = one.filter((inside) => !hashes.has(inside as string)).map(less)
      return left.length === one.length && left.every((inside, at) => inside === one[at]) ? one : left
    }
    const fields = Object.entries(one)
    const left = fields
      .filter(([, inside]) => !isSoundOf(inside, hashes))
      .map(([key, inside]) => [key, less(inside)] as const)
    const same =
      left.length === fields.length &&
      left.every(([key, inside]) => inside === (one as Record<string, unknown>)[key])
    return same ? one : Object.fromEntries(left)
  }
  return less(value) as T
}

function isSoundOf(value: unknown, hashes: ReadonlySet<string>): boolean {
  return typeof value === 'object' && value !== null && 'sound' in value && hashes.has(value.sound as string)
}
