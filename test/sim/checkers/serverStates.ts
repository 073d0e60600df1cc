import type { RecordId, TenantId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import type { Event } from '../history.ts'
import type { Ground } from '../reading.ts'

/** What the records of both compounds are, followed through a history. */
export class ServerStates {
  readonly records = new Map<TenantId, Map<RecordId, Recorded>>()
  readonly #compounds: ReadonlyMap<TenantId, RecordId>

  constructor(compounds: ReadonlyMap<TenantId, RecordId>) {
    this.#compounds = compounds
    for (const tenant of compounds.keys()) this.records.set(tenant, new Map())
  }

  follow(event: Event): void {
    if (event.is === 'wrote') this.put(event.tenant, event.records)
    if (event.is === 'restored') {
      for (const [tenant, state] of event.tenants) {
        this.records.set(tenant, new Map())
        this.put(tenant, state.records)
      }
    }
  }

  put(tenant: TenantId, records: Iterable<Recorded>): void {
    const all = this.records.get(tenant)
    for (const record of records) all?.set(record.id, record)
  }

  ground(tenant: TenantId, day: string): Ground {
    const all = this.records.get(tenant)
    return {
      record: (id) => all?.get(id),
      compound: this.#compounds.get(tenant) ?? ('' as RecordId),
      day,
    }
  }
}
