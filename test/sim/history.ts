import type { Change, Outcome } from '#domain/change.ts'
import type { ChangeId, DeviceId, Epoch, PersonId, RecordId, StreamId, TenantId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import type { LogRow } from '#server/log/log.ts'
import type { Canary } from './canary.ts'
import type { Reader } from './reading.ts'

/** The profile of a browser: two copies of one are two disks. */
export type DiskName = string

export interface Told {
  readonly id: ChangeId
  readonly outcome: Outcome
}

/** What lies on a disk and stands in its book, as it was looked at from outside. */
export interface Look {
  readonly disk: DiskName
  readonly tenant: TenantId
  readonly reader: Reader
  readonly day: string
  readonly bases: readonly Recorded[]
  /** Ids of the outbox and of the sent log, in order. */
  readonly outbox: readonly ChangeId[]
  readonly sent: readonly ChangeId[]
  /** Ids of what the device tells its people that it was not taken. */
  readonly receipts: readonly ChangeId[]
  /** Canaries in the raw rows of each table. */
  readonly raw: Readonly<Record<string, readonly string[]>>
  /** What each tab shows, with the ids of own changes that are folded into it. */
  readonly books: readonly Shown[]
  /** Everybody runs the later build: its kinds are known. */
  readonly later: boolean
  /** Names of some photos and sounds of either compound, and whether the server would give this device the bytes. */
  readonly handed: ReadonlyMap<string, boolean>
}

export interface Shown {
  readonly records: readonly Recorded[]
  readonly pending: readonly Change[]
}

export type Event =
  /** Somebody acted; whether it is saved is not said yet. */
  | {
      readonly is: 'tried'
      readonly by: PersonId
      readonly intents: readonly Pick<Change, 'record' | 'name' | 'args'>[]
    }
  /** Somebody typed into a form; whether it is kept is not said yet. */
  | { readonly is: 'typed'; readonly by: PersonId; readonly words: string }
  /** A screen said "saved". */
  | { readonly is: 'saved'; readonly disk: DiskName; readonly change: Change }
  /** A draft was kept; what is typed over it or thrown away is not asked for again. */
  | { readonly is: 'drafted'; readonly disk: DiskName; readonly key: string; readonly words: string }
  | { readonly is: 'draftGone'; readonly disk: DiskName; readonly key: string }
  /** What a start found under the keys of its drafts. */
  | { readonly is: 'draftsFound'; readonly disk: DiskName; readonly found: ReadonlyMap<string, string> }
  /** A transaction of the server came to its end. */
  | {
      readonly is: 'wrote'
      readonly tenant: TenantId
      readonly at: string
      readonly rows: readonly LogRow[]
      readonly settled: readonly Told[]
      readonly records: readonly Recorded[]
    }
  /** The database became an older one. `word`: the operator said so, or a note outside told. */
  | {
      readonly is: 'restored'
      readonly word: boolean
      readonly tenants: ReadonlyMap<TenantId, ServerState>
    }
  /** A reply left the server. */
  | {
      readonly is: 'reply'
      readonly tenant: TenantId
      readonly day: string
      readonly device: DeviceId
      readonly reader: Reader
      readonly stream: StreamId
      readonly epoch: Epoch
      readonly shows: readonly Recorded[]
      readonly outcomes: readonly { readonly n: number; readonly id: ChangeId; readonly outcome: Outcome }[]
      /** Of whom it says that they are erased. */
      readonly erased: readonly RecordId[]
      /** Canaries anywhere in the text of it. */
      readonly words: readonly string[]
    }
  /** A device put outcomes away. */
  | { readonly is: 'told'; readonly disk: DiskName; readonly told: readonly Told[] }
  /** Nature took a disk or a database back: what nobody holds any more is nobody's to bring. */
  | { readonly is: 'excused'; readonly why: string; readonly changes: readonly ChangeId[] }
  /** The office gave or ended an appointment, or stopped a device. */
  | { readonly is: 'ended'; readonly tenant: TenantId; readonly person: PersonId; readonly day: string }
  /** The office had a resident erased. */
  | ErasedEvent
  /** In the middle of a life: nothing is on its way to this device, and it has asked since anything moved. */
  | { readonly is: 'looked'; readonly look: Look }

/** Who was erased, as this world's own book has it from what the server knew before. */
export interface ErasedEvent {
  readonly is: 'erased'
  readonly tenant: TenantId
  /** Every record of theirs, also such as nobody has written yet. */
  readonly own: ReadonlySet<RecordId>
  readonly homes: ReadonlySet<RecordId>
  /** Nobody else lived there: what was said at the door in words goes whole. */
  readonly alone: boolean
  /** Remarks that were theirs. */
  readonly remarks: ReadonlySet<RecordId>
  /** Names and phones by which the server knew them, and the canaries in these. */
  readonly texts: readonly string[]
  readonly words: ReadonlySet<string>
}

export interface ServerState {
  readonly epoch: Epoch
  readonly rows: readonly LogRow[]
  readonly records: readonly Recorded[]
}

/** Everything that matters of one life, in order, and how it ended after the quiet phase. */
export interface History {
  readonly seed: number
  readonly compounds: ReadonlyMap<TenantId, RecordId>
  readonly canaries: ReadonlyMap<string, Canary>
  /** Who has ever written on a disk, or on the one it was copied from. */
  readonly written: ReadonlyMap<DiskName, ReadonlySet<PersonId>>
  readonly events: readonly Event[]
  readonly end: {
    readonly servers: ReadonlyMap<TenantId, ServerState>
    readonly looks: readonly Look[]
    /** For each disk: own changes in the order in which they were saved there, and what it was told of them. */
    readonly owed: ReadonlyMap<DiskName, Owed>
    /** Disks that did not come to rest, and how their last round ended. */
    readonly restless: ReadonlyMap<DiskName, string>
  }
}

export interface Owed {
  readonly order: readonly ChangeId[]
  readonly told: ReadonlyMap<ChangeId, Outcome>
}

/** What is wrong with a life. */
export type Wrong =
  | 'savedLost' // called saved, and nowhere
  | 'ackedLost' // acknowledged, and nowhere
  | 'doubled' // one change, two effects
  | 'leaked' // shown or left where it may not be read
  | 'diverged' // device and server do not agree
  | 'stuck' // a queue that does not drain
  | 'takenBack' // acknowledged as done, then not
  | 'miscounted'
  | 'disordered' // own acts in another order
  | 'altered' // the words of a change are not what was saved
  | 'overwritten' // a value went in silence
  | 'vanished' // saved, and not shown on the device that saved it
  | 'draftLost'
  | 'unreceipted' // held, and its author is not told
  | 'trusted' // a claimed time counted
  | 'forked' // two changes at one place of a stream
  | 'twins' // two live records of one natural key
  | 'gapped' // the log has a hole
  | 'torn' // half an act was done
  | 'threw' // a defect came out

export interface Finding {
  readonly is: Wrong
  readonly what: string
}
