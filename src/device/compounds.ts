import type { PersonId, TenantId } from '#domain/ids.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { Window } from '#domain/window.ts'

/** The page of the level above, made by the server. */
export const COUNTS_PATH = '/gongshi/counts'

/** The first compound of a server. */
export interface NewCompound {
  readonly code: string
  readonly compound: string
  /** A roster's cells as text, headings included; empty where it comes later. */
  readonly rows: readonly (readonly string[])[]
  readonly points: readonly {
    readonly label: string
    readonly windows: readonly { readonly window: Window; readonly from: string; readonly to: string }[]
  }[]
  readonly emergency: readonly { readonly label: string; readonly number: string }[]
  readonly officer: { readonly name: string; readonly passphrase: string }
  readonly deviceKind: DeviceKind
}

/** Another compound of the community; `passphrase` is the officer's own. */
export interface AnotherCompound extends Pick<NewCompound, 'compound' | 'rows' | 'points' | 'emergency'> {
  readonly passphrase: string
  /** What the community is called, with the second compound. */
  readonly community?: string
}

/** A compound that an officer is of the office of. */
export interface CompoundRow {
  readonly tenant: TenantId
  readonly name: string
  /** The one of this device. */
  readonly here: boolean
}

/** Somebody of the office of another compound, who is not of this one's. */
export interface Colleague {
  readonly person: PersonId
  readonly name: string
  /** That other compound. */
  readonly of: string
  /** The last day of their office there; without it there is none yet. */
  readonly to?: string
}

export interface Compounds {
  readonly community?: string
  readonly compounds: readonly CompoundRow[]
  /** Of older servers there is no word of them. */
  readonly colleagues?: readonly Colleague[]
}

/** An officer of several who has not said into which. */
export interface Choose {
  readonly choose: readonly Omit<CompoundRow, 'here'>[]
}
