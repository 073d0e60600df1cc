import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Receipt } from '#store/receipts.ts'

/** What screens may know of the sync. */
export interface Status {
  /** `none`: no real connection; `trying`: a round is under way; `good`: the last round came through. */
  readonly link: 'none' | 'trying' | 'good'
  /** Own changes that are on this device only. */
  readonly unsent: number
  /** Photos that are on this device only; their words may have arrived. */
  readonly photos?: number
  readonly sending?: { readonly done: number; readonly of: number }
  /** Server time of the last round that came through. */
  readonly lastGood?: string
  /** Photos that the server will never take, until the person has been told. */
  readonly refusedPhotos?: readonly string[]
  /** Own changes that the office has but has not taken, until their author has read it. */
  readonly notTaken?: readonly Receipt[]
  /** Bases are complete: the first walk, or the one after a change of rights, has come to its end. Known with the first round. */
  readonly complete: boolean
  /** So many records have come, while they are not complete. */
  readonly come?: number
  /** What is personal is behind a key that is not at hand: it is sent, and not taken in. */
  readonly locked?: boolean
  /** All that somebody could read here was deleted, as the office asked. */
  readonly wiped?: true
  /** So many whom this person invited wait for their yes, as the last round said. */
  readonly knocks?: number
  /** Why nothing is sent although there is a network. */
  readonly stopped?: 'noLongerEnrolled' | 'newerServer' | 'tooLarge' | 'disk'
}

/** What could be read here is still on its way. Behind a closed key nothing is, and where all was deleted nothing comes. */
export function isFetching({ complete, come, locked, wiped }: Status): boolean {
  return !complete && come !== undefined && !locked && !wiped
}

export type StatusStore = StoreApi<Status>

export function openStatus(): StatusStore {
  return createStore<Status>(() => ({ link: 'none', unsent: 0, complete: false }))
}
