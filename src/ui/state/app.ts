import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { StoreApi } from 'zustand/vanilla'
import type { Context, Done } from '#commands/context.ts'
import type { ClockDoubt } from '#device/clock.ts'
import type { Room } from '#device/persistence.ts'
import type { PhotoRefusal } from '#device/photo.ts'
import type { PhotoFound } from '#device/post.ts'
import type { UpdateState } from '#device/update.ts'
import type { DeviceId, RecordId } from '#domain/ids.ts'
import type { Result } from '#domain/result.ts'
import type { Appointment } from '#domain/rights.ts'
import type { KnownBy } from '#domain/takenOut.ts'
import type { Unsent } from '#queries/unsent.ts'
import type { StatusStore } from '#sync/status.ts'

/** What is half-filled, kept at each input for the person who is unlocked. `about` is the record or place of the form. */
export interface FormDrafts {
  keep(form: string, about: string, content: unknown): Promise<void>
  open<T>(form: string, about: string): Promise<T | undefined>
  /** What lies half-filled of a form, newest first. */
  list(form: string): Promise<readonly { readonly about: string; readonly at: string }[]>
  drop(form: string, about: string): Promise<void>
  /** Somebody is erased: what they are known by goes from what stands in a form, too. Answers how to end it. */
  onTakenOut(listener: (known: KnownBy) => void): () => void
}

type Refused = Extract<Done, { ok: false }>['refused']
/** Why a photo is not taken in: by itself, or by this device's disk. */
export type PhotoRefused = PhotoRefusal | Extract<Refused, `disk.${string}`>

/** What became of the file of unsent changes: `nothing` is unsent, or the person closed the share sheet. */
export type Filed = 'done' | 'nothing' | 'cancelled'

/** Of the photos a record names: how many still have to leave this device, and how many are at the office. */
export interface PhotosStand {
  readonly of: number
  /** On this device, to be sent. */
  readonly waiting: number
  /** On this device, and never to be taken. */
  readonly refused: number
  /** At the office; absent where nobody answers. */
  readonly arrived?: number
}

/** What this device can say about itself. */
export interface DeviceState {
  /** A new version lies ready, or another tab took it; the person decides when it takes over here. */
  readonly update: UpdateState
  /** True only when everything the app needs is stored here. */
  readonly readyOffline: boolean
  readonly room: Room
  /** The clock is more than a day off: entries are safe, their times are doubtful. */
  readonly clock?: ClockDoubt | undefined
  /** What is being written is not kept now; told above every screen until it is again. */
  readonly draftNotKept?: Extract<Done, { ok: false }>['refused'] | undefined
  /**
   * Where what is personal lies behind a key: `closed` till the server was asked, `off` where this browser keeps no key, `noPin`
   * where a phone may hold it from now on and has no PIN yet.
   */
  readonly vault?: 'open' | 'closed' | 'off' | 'noPin' | undefined
  /** Nobody could say yet whether the PIN of whoever is here is right. */
  readonly unchecked?: true | undefined
  /** When the PIN of whoever is here opened this device before now, ISO instant. */
  readonly lastOpened?: string | undefined
}

/** What the product hands to its screens; put together in boot/inside.ts, and by tests from parts of their own. */
export interface App {
  readonly ctx: Context
  /** Where this browser holds several compounds: which this is. */
  readonly compoundName?: string
  /** This device, as the office's list names it. */
  readonly deviceId: DeviceId
  /** Raised by one at every change of what is shown. */
  readonly editions: StoreApi<{ readonly edition: number }>
  readonly status: StatusStore
  /** The person who is unlocked: what they asked to be called, and where they hold what. */
  readonly person: { readonly name: string; readonly appointments: readonly Appointment[] }
  readonly device: StoreApi<DeviceState>
  /** The person wants the new version now. Drafts are kept at each input, so nothing is lost by it. */
  takeUpdate(): void
  /** Locks the device: a tablet for the next person, a phone till its own comes back. Only where there are PINs. */
  lock?(): void
  /** Asks for a first PIN; only on a phone that has none. */
  setPin?(): void
  /** Invented data: every screen says so. */
  readonly demo: boolean
  /** Asks the sync for a round now. */
  nudge(): void
  /** Records with own changes that are on this device only. */
  waiting(): readonly RecordId[]
  /** What is on this device only, also what others wrote on it; undefined where the disk does not tell now. */
  unsent(): Promise<Unsent | undefined>
  /** Everything unsent as one file for the office, through the share sheet or as a download. */
  toFile(): Promise<Filed>
  readonly drafts: FormDrafts
  /**
   * Makes a picture small, takes its metadata off and keeps it on this device; answers its name, the SHA-256 of the kept
   * bytes. Refusals are those of the device's photo making and of its disk.
   */
  takePhoto(picture: Blob): Promise<Result<{ readonly hash: string }, PhotoRefused>>
  /** Keeps what was recorded on this device, to go as photos go; answers its name. Only the disk refuses. */
  keepSound(sound: Blob): Promise<Result<{ readonly hash: string }, Extract<Refused, `disk.${string}`>>>
  /** The person has read that this change was not taken; it is not said again. */
  receiptRead(change: string): void
  /** The person has read that the server will not take these; it is not said again. */
  photosTold(hashes: readonly string[]): void
  /** A photo to look at or a recording to hear, from this device or from the office, or why it is not to be seen. */
  photo(hash: string): Promise<PhotoFound>
  /** How far the photos of a record are. */
  photosStand(hashes: readonly string[]): Promise<PhotosStand>
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
