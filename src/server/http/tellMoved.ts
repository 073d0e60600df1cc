import type { TenantId } from '#domain/ids.ts'
import type { Scope } from '#domain/rights.ts'
import { devicesOf } from '#server/people/devices.ts'
import type { PeopleDb } from '#server/people/schema.ts'
import { openDesk } from '#server/records/desk.ts'
import type { House } from '#server/records/house.ts'
import { sightOf } from '#server/records/scope.ts'
import type { News } from './news.ts'

/**
 * Tells the devices in whose scope something moved, and no others (W12). What moves while one round is under way is told
 * in the next; no answer to anybody waits for it.
 */
export function tellMoved(
  house: Pick<House, 'log' | 'seals' | 'clock' | 'newId'>,
  db: PeopleDb,
  news: News,
  failed: (error: unknown) => void,
): (tenant: TenantId, touched: readonly Scope[]) => void {
  const waiting = new Map<TenantId, Scope[]>()
  let running = false

  const rounds = async () => {
    for (let next = take(waiting); next; next = take(waiting)) {
      const [tenant, touched] = next
      const listening = news.listening(tenant)
      if (listening.length === 0) continue
      const devices = (await devicesOf(db, tenant)).filter(({ device }) => listening.includes(device))
      const hear = await house.log.transact(tenant, async (tx) => {
        const desk = await openDesk(tx, house, tenant, house.clock())
        const hears = await Promise.all(
          devices.map(async (one) => {
            const sight = await sightOf(desk, house.seals, one)
            return touched.some((scope) => sight.saw(scope))
          }),
        )
        return devices.filter((_, index) => hears[index])
      })
      news.tell(
        tenant,
        hear.map(({ device }) => device),
      )
    }
  }

  return (tenant, touched) => {
    waiting.set(tenant, [...(waiting.get(tenant) ?? []), ...touched])
    if (running) return
    running = true
    void rounds()
      .catch(failed)
      .finally(() => (running = false))
  }
}

function take(waiting: Map<TenantId, Scope[]>): [TenantId, Scope[]] | undefined {
  const next = waiting.entries().next().value
  if (next) waiting.delete(next[0])
  return next
}
