import type { RecordId, TenantId } from '#domain/ids.ts'
import { compoundPlace } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import { type Reader, readerOf } from '#queries/reader.ts'
import { personOf, type Who } from '#server/demo/cast.ts'
import { pictureHash } from '#server/demo/pictures.ts'
import { demoScript } from '#server/demo/script.ts'
import { memoryLog } from '#server/log/memory.ts'
import { actOnServer } from '#server/records/act.ts'
import type { View } from '#store/view.ts'
import { plainServerSeals } from './plainServerSeals.ts'

export const MONDAY = '2024-03-04'
export const SUNDAY = '2024-03-10'
export const SUNDAY_NIGHT = '2024-03-10T13:30:00.000Z'
export const SPRING = 'spring' as TenantId

export interface WeekView {
  readonly view: View
  readonly records: readonly Recorded[]
  readerOf(who: Who, day?: string): Reader
}

/** The scripted week of 春和苑 through the server's own door, over a log in memory, as everybody's records together. */
export async function weekView(): Promise<WeekView> {
  const log = memoryLog()
  let now = ''
  let ids = 0
  const house = {
    log,
    seals: plainServerSeals,
    clock: () => now,
    newId: () => `id-${(ids += 1)}`,
    startEpoch: () => 'epoch' as never,
  }
  await log.setEpoch('2024-01-01T00:00:00.000Z first' as never)
  for (const act of demoScript(MONDAY, SPRING, pictureHash)) {
    now = act.receivedAt
    const done = await actOnServer(house, SPRING, act.by, act.intents)
    if (!done.ok) throw new Error(`${act.receivedAt} ${act.intents[0]?.name}: ${done.refused}`)
  }
  const stored = await log.transact(SPRING, (tx) => tx.recordsAfter(0, 100_000))
  const records = stored.map(({ record }) => record)
  const byId = new Map(records.map((record) => [record.id, record]))
  const view: View = {
    get: <R extends Recorded>(id: RecordId) => byId.get(id) as R | undefined,
    all: <R extends Recorded>(kind: string) => records.filter((one): one is R => one.kind === kind),
    standing: () => 'kept',
  }
  const compound = compoundPlace(SPRING)
  return {
    view,
    records,
    readerOf: (who, day = SUNDAY) =>
      readerOf(view, { me: personOf(SPRING, who), compound, deviceKind: 'own' }, day),
  }
}
