import type { HeldWhy } from '#domain/change.ts'
import type { DeviceId, Epoch, PersonId, RecordId, TenantId } from '#domain/ids.ts'
import type { Appointment, DeviceKind } from '#domain/rights.ts'
import type { Role } from '#domain/roles.ts'
import type { SaidOfColumn } from '#domain/roster/import.ts'
import type { DiffAnswer } from '#domain/roster/diffRow.ts'
import type { UndoLeft } from '#domain/roster/undo.ts'
import type { AskedToErase } from '#domain/tombstone.ts'
import { type Answer, asker, SET_UP_MS } from './asking.ts'
import { ownAttempt } from './attempt.ts'
import type { AnotherCompound, Choose, CompoundRow, Compounds, NewCompound } from './compounds.ts'
import type { InvitationRow, Waiting } from './invitations.ts'
import type { EntryRow, TrailCheck, TrailRow } from './trailRows.ts'

/** What this browser needs to become a device. */
export interface Enrolment {
  readonly tenant: TenantId
  readonly compound: RecordId
  readonly compoundName: string
  readonly device: DeviceId
  readonly deviceKind: DeviceKind
  readonly person: PersonId
  readonly name: string
  readonly serverKey: { readonly id: string; readonly raw: string }
  readonly epoch: Epoch
  readonly serverTime: string
}

export interface Health {
  readonly setUp: boolean
  readonly demo: boolean
  readonly version: string
}

export interface RosterAgreed {
  /** A random id of this device's own: that of the import's record. */
  readonly import: RecordId
  readonly file: string
  /** Of the columns that are read only; headings included. */
  readonly rows: readonly (readonly string[])[]
  readonly columns: readonly SaidOfColumn[]
  readonly answers: readonly { readonly row: string; readonly is: DiffAnswer }[]
  readonly digest: string
}

export interface RosterTakenBack {
  readonly undone: number
  /** What stays, and why. */
  readonly left: readonly UndoLeft[]
}

export interface Invite {
  readonly name: string
  readonly role: Role
  readonly place: RecordId
  /** Days of the appointment, `YYYY-MM-DD`; the invitation itself waits `hours`. */
  readonly from: string
  readonly to?: string
  readonly deviceKind: DeviceKind
  readonly person?: PersonId
  readonly hours?: number
}

export interface Invitation {
  readonly id: string
  readonly code: string
  readonly link: string
  readonly expiresAt: string
}

/** An invitation as the person who got it sees it, before it is used up. */
export interface Look {
  readonly tenant: TenantId
  readonly compoundName: string
  readonly invitedBy: string
  readonly name: string
  readonly role: Role
  readonly placeLabel: string
  readonly from: string
  readonly to?: string
  readonly deviceKind: DeviceKind
  readonly expiresAt: string
  /** On a shared tablet that the inviter uses too: their PIN there says yes. */
  readonly inviterHere?: PersonId
}

export interface DeviceRow {
  readonly device: DeviceId
  readonly deviceKind: DeviceKind
  /** What the office calls it. */
  readonly name?: string
  readonly enrolledAt: string
  readonly lastContact?: string
  readonly unsent: number
  readonly revoked: boolean
  /** It signs with a key of its own; of older servers nothing is said. */
  readonly ownKey?: boolean
  readonly copiedAt?: string
  readonly copySeen?: { readonly at: string; readonly by: string }
  readonly wipedAt?: string
  /** Till when a PIN can open what it holds, at the latest; without it nobody has a PIN on it, or the server is older. */
  readonly opensUntil?: string
}

export interface PersonRow {
  readonly person: PersonId
  readonly name: string
  readonly appointments: readonly Appointment[]
  readonly devices: readonly DeviceRow[]
}

/** A place that was somebody's of this device, and who has it now. */
export interface HandedRow {
  readonly key: string
  readonly person: PersonId
  readonly where: string
  readonly to: string
  readonly day: string
}

export interface SealedDraft {
  readonly id: string
  readonly sealed: string
  readonly key: string
}

export interface OpenedDraft {
  readonly id: string
  readonly inside: { readonly at: string; readonly args: unknown }
}

/** A copy of everything on the server. Instants are the server's. */
export interface BackupRow {
  readonly name: string
  readonly madeAt: string
  readonly sealed: boolean
  readonly changes: number
  readonly photos: number
  /** When it was put back for trial last. */
  readonly triedAt?: string
}

export interface Backups {
  /** Newest first. */
  readonly backups: readonly BackupRow[]
  /** On another disk than the data. */
  readonly apart: boolean
  /** Bytes. */
  readonly left: { readonly data: number; readonly backups: number }
  readonly off: boolean
}

/** What became of a file of unsent changes that was brought to the office. */
export interface Rescued {
  readonly device: DeviceId
  readonly people: readonly PersonId[]
  readonly writtenAt: string
  readonly taken: number
  readonly here: number
  readonly held: readonly { readonly why: HeldWhy; readonly count: number }[]
  readonly missing: number
}

/** The acts that need the network: set-up, signing in, inviting, joining. All other work goes through the outbox. */
export interface Office {
  health(): Promise<Answer<Health>>
  checkCode(code: string): Promise<Answer<object>>
  setUp(compound: NewCompound): Promise<Answer<Enrolment>>
  /** On a demonstration only: one tap, a new device of somebody with this role. */
  enterDemo(role: Role): Promise<Answer<Enrolment>>
  /** `officePass`: for `holdPass`, on a device that several people use; never kept. */
  login(args: {
    name: string
    passphrase: string
    deviceKind: DeviceKind
    compound?: TenantId
  }): Promise<Answer<(Enrolment & { readonly officePass?: string }) | Choose>>
  /** Those of the community in which this officer is of the office. */
  compounds(): Promise<Answer<Compounds>>
  addCompound(compound: AnotherCompound): Promise<Answer<CompoundRow>>
  /** Makes an officer of another compound of the community one of this one too. */
  askColleague(person: PersonId): Promise<Answer<unknown>>
  look(key: string): Promise<Answer<Look>>
  join(args: {
    key: string
    name?: string
    deviceKind: DeviceKind
    passphrase?: string
    /** The inviter's PIN on this tablet, as the server knows it. */
    inviter?: string
  }): Promise<Answer<Enrolment | Waiting>>
  /** Whether the number that somebody reads out is the one that is shown. */
  answerKnock(args: { id: string; number: string; yes: boolean }): Promise<Answer<object>>
  invite(invite: Invite): Promise<Answer<Invitation>>
  invitations(): Promise<Answer<{ readonly invitations: readonly InvitationRow[] }>>
  withdraw(id: string): Promise<Answer<object>>
  people(): Promise<Answer<{ readonly people: readonly PersonRow[] }>>
  revoke(device: DeviceId): Promise<Answer<object>>
  /** Without a name it is known by who uses it again. */
  nameDevice(device: DeviceId, name?: string): Promise<Answer<object>>
  /** That a device may be there twice, as the alarm of that moment says, was seen. */
  seenCopy(device: DeviceId, copiedAt: string): Promise<Answer<object>>
  /** The file as somebody passed it on; the server reads it. */
  bringRescue(file: Blob): Promise<Answer<Rescued>>
  /** For good: on every device at its next contact, and over every copy of the database that is put back later. */
  eraseResident(asked: AskedToErase): Promise<Answer<object>>
  endAppointment(args: { person: PersonId; role: Role; place: RecordId; to: string }): Promise<Answer<object>>
  /** `from` is the first day of the one it goes to; with `until` both have it up to that day. */
  handOver(args: {
    person: PersonId
    role: Role
    place: RecordId
    to: PersonId
    from: string
    until?: string
  }): Promise<Answer<object>>
  /** Somebody agreed to what a roster would do. Asked again under the same `import` it goes on where it was cut off. */
  importRoster(args: RosterAgreed): Promise<Answer<{ readonly made: number }>>
  /** Takes an import back as far as nobody has touched it since. */
  undoRoster(of: RecordId): Promise<Answer<RosterTakenBack>>
  /** Half-filled forms of whoever joined last, opened for them; where they cannot be, they are left out. */
  reopen(drafts: readonly SealedDraft[]): Promise<Answer<{ readonly drafts: readonly OpenedDraft[] }>>
  backups(): Promise<Answer<Backups>>
  backUp(): Promise<Answer<BackupRow>>
  /** Puts one back for trial, beside what is used. */
  tryBackup(name: string): Promise<Answer<BackupRow>>
  /** What the server says to the people of this device, also when they have nothing to do any more. */
  me(): Promise<
    Answer<{
      readonly handed: readonly HandedRow[]
      /** The last times this person came in, the present one first; of older servers there are none. */
      readonly entered?: readonly EntryRow[]
    }>
  >
  /** Newest first, below `before`. */
  trail(before?: number): Promise<Answer<{ readonly rows: readonly TrailRow[]; readonly more: boolean }>>
  /** Whether every line stands as it was written. */
  checkTrail(): Promise<Answer<TrailCheck>>
}

/** `attempt`: the number by which a lost answer is given again. */
export function openOffice(fetching: typeof fetch = fetch, attempt: () => string = ownAttempt): Office {
  const ask = asker(fetching)
  const enrolment = ['tenant', 'compound', 'device', 'person', 'serverKey', 'epoch']
  return {
    health: () => ask('/api/health', undefined, ['setUp', 'protocol']),
    checkCode: (code) => ask('/api/setup/check', { code }, []),
    setUp: (compound) => ask('/api/setup', { ...compound, attempt: attempt() }, enrolment, SET_UP_MS),
    enterDemo: (role) => ask('/api/demo/enter', { role }, enrolment),
    login: async (args) => {
      const said = await ask<Enrolment | Choose>('/api/login', args, [])
      const isOurs = !said.ok || 'choose' in said.value || enrolment.every((word) => word in said.value)
      return isOurs ? said : { ok: false, refused: 'noConnection' }
    },
    compounds: () => ask('/api/compounds', undefined, ['compounds']),
    addCompound: (compound) => ask('/api/compounds', compound, ['tenant', 'name'], SET_UP_MS),
    askColleague: (person) => ask('/api/compounds/colleague', { person }, []),
    look: (key) => ask('/api/invitations/look', { key, attempt: attempt() }, ['tenant', 'role', 'expiresAt']),
    // Let in or waiting: of the words of both.
    join: (args) => ask('/api/join', { ...args, attempt: attempt() }, ['serverTime']),
    answerKnock: (args) => ask('/api/invitations/answer', args, []),
    invite: (invite) => ask('/api/invitations', invite, ['code', 'link', 'expiresAt']),
    invitations: () => ask('/api/invitations', undefined, ['invitations']),
    withdraw: (id) => ask('/api/invitations/withdraw', { id }, []),
    people: () => ask('/api/people', undefined, ['people']),
    bringRescue: (file) => ask('/api/rescue', file, ['taken', 'here', 'held'], SET_UP_MS),
    revoke: (device) => ask('/api/devices/revoke', { device }, []),
    seenCopy: (device, copiedAt) => ask('/api/devices/seen', { device, copiedAt }, []),
    nameDevice: (device, name) => ask('/api/devices/name', { device, ...(name && { name }) }, []),
    eraseResident: (asked) => ask('/api/residents/erase', asked, []),
    endAppointment: (args) => ask('/api/appointments/end', args, []),
    handOver: (args) => ask('/api/appointments/hand-over', args, []),
    importRoster: (args) => ask('/api/roster/import', args, ['import', 'made'], SET_UP_MS),
    undoRoster: (of) => ask('/api/roster/undo', { import: of }, ['undone', 'left'], SET_UP_MS),
    reopen: (drafts) => ask('/api/drafts/reopen', { drafts }, ['drafts']),
    backups: () => ask('/api/backups', undefined, ['backups', 'left']),
    backUp: () => ask('/api/backups', {}, ['madeAt'], SET_UP_MS),
    tryBackup: (name) => ask('/api/backups/try', { name }, ['triedAt'], SET_UP_MS),
    me: () => ask('/api/me', undefined, ['handed']),
    trail: (before) =>
      ask(`/api/audit${before === undefined ? '' : `?before=${before}`}`, undefined, ['rows', 'more']),
    checkTrail: () => ask('/api/audit/check', undefined, ['is']),
  }
}
