import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { StoreApi } from 'zustand/vanilla'
import type { Context } from '#commands/context.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Appointment } from '#domain/rights.ts'
import type { StatusStore } from '#sync/status.ts'

/** What the product hands to its screens; put together in main.tsx, and by tests from parts of their own. */
export interface App {
  readonly ctx: Context
  /** Raised by one at every change of what is shown. */
  readonly editions: StoreApi<{ readonly edition: number }>
  readonly status: StatusStore
  /** The person who is unlocked: what they asked to be called, and where they hold what. */
  readonly person: { readonly name: string; readonly appointments: readonly Appointment[] }
  /** Invented data: every screen says so. */
  readonly demo: boolean
  /** Asks the sync for a round now. */
  nudge(): void
  /** Records with own changes that are on this device only. */
  waiting(): readonly RecordId[]
  /** Everything unsent as one file for the office; false where it could not be made. */
  toFile(): Promise<boolean>
  /** ISO instant, the device's claim. */
  now(): string
  /** Day in Shanghai, `YYYY-MM-DD`. */
  today(): string
}

export const AppContext = createContext<App | undefined>(undefined)

export function useApp(): App {
  const app = useContext(AppContext)
  if (!app) throw new Error('a screen stands inside AppContext')
  return app
}
