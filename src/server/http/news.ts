import type { DeviceId, TenantId } from '#domain/ids.ts'

/** Who listens for "something moved" (W12). Kept in memory: a hint that is lost costs nothing but time. */
export interface News {
  /** Answers the way to stop listening. The oldest listeners of a device are closed beyond a few. */
  listen(listener: Listener): () => void
  /** The devices of a compound that listen now. */
  listening(tenant: TenantId): readonly DeviceId[]
  tell(tenant: TenantId, devices: readonly DeviceId[]): void
  /** Closes all, so that a server that stops waits for nobody. */
  close(): void
}

interface Listener {
  readonly tenant: TenantId
  readonly device: DeviceId
  moved(): void
  closed(): void
}

/** Tabs of one browser. */
const PER_DEVICE = 4

export function news(): News {
  const listeners = new Set<Listener>()
  const of = (tenant: TenantId) => [...listeners].filter((one) => one.tenant === tenant)

  return {
    listen(listener) {
      const own = of(listener.tenant).filter(({ device }) => device === listener.device)
      for (const old of own.slice(0, Math.max(0, own.length - PER_DEVICE + 1))) {
        listeners.delete(old)
        old.closed()
      }
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    listening: (tenant) => [...new Set(of(tenant).map(({ device }) => device))],
    tell(tenant, devices) {
      for (const listener of of(tenant)) if (devices.includes(listener.device)) listener.moved()
    },
    close() {
      for (const listener of listeners) listener.closed()
      listeners.clear()
    },
  }
}
