import type { HeldWhy } from '#domain/change.ts'
import type { DeviceId, Epoch, PersonId, RecordId, TenantId } from '#domain/ids.ts'
import type { Appointment, DeviceKind, Role } from '#domain/rights.ts'
import type { SaidOfColumn } from '#domain/roster/import.ts'
import type { DiffAnswer } from '#domain/roster/diffRow.ts'
import type { UndoLeft } from '#domain/roster/undo.ts'
import type { Window } from '#domain/window.ts'
import { ownAttempt } from './attempt.ts'

/** What can come back instead of an answer. The server's own reasons, and `noConnection` where it was not our server. */
export const OFFICE_REFUSALS = [
  'noConnection',
  'badRequest',
  'tooDeep',
  'tooLarge',
  'compressed',
  'otherSite',
  'otherProtocol',
  'otherTenant',
  'notFound',
  'signInFirst',
  'notAllowed',
  'tooOften',
  'serverTrouble',
  'serverBusy',
  'codeWrong',
  'alreadySetUp',
  'notSetUp',
  'rosterEmpty',
  'rosterNoHeadings',
  'rosterUnread',
  'changedMeanwhile',
  'nameTaken',
  'passphraseShort',
  'loginWrong',
  'invitationUnknown',
  'invitationUsed',
  'invitationExpired',
  'invitationWithdrawn',
  'placeUnknown',
  'personUnknown',
  'endBeforeStart',
  'samePerson',
  'appointmentUnknown',
  'appointmentHeld',
  'deviceOfAnother',
  'rescueNotOurs',
  'rescueDamaged',
  'rescueNewer',
  'rescueOtherCompound',
] as const
export type OfficeRefusal = (typeof OFFICE_REFUSALS)[number]

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  /** `retryAfter` in seconds, with `tooOften`. */
  | { readonly ok: false; readonly refused: OfficeRefusal; readonly retryAfter?: number }

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

export interface InvitationRow {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly place: RecordId
  readonly from: string
  readonly to?: string
  readonly deviceKind: DeviceKind
  readonly state: 'open' | 'used' | 'expired' | 'withdrawn'
  readonly expiresAt: string
  readonly usedAt?: string
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
}

export interface DeviceRow {
  readonly device: DeviceId
  readonly deviceKind: DeviceKind
  readonly enrolledAt: string
  readonly lastContact?: string
  readonly unsent: number
  readonly revoked: boolean
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
  login(args: { name: string; passphrase: string; deviceKind: DeviceKind }): Promise<Answer<Enrolment>>
  look(key: string): Promise<Answer<Look>>
  join(args: {
    key: string
    name?: string
    deviceKind: DeviceKind
    passphrase?: string
  }): Promise<Answer<Enrolment>>
  invite(invite: Invite): Promise<Answer<Invitation>>
  invitations(): Promise<Answer<{ readonly invitations: readonly InvitationRow[] }>>
  withdraw(id: string): Promise<Answer<object>>
  people(): Promise<Answer<{ readonly people: readonly PersonRow[] }>>
  revoke(device: DeviceId): Promise<Answer<object>>
  /** The file as somebody passed it on; the server reads it. */
  bringRescue(file: Blob): Promise<Answer<Rescued>>
  endAppointment(args: { person: PersonId; role: Role; place: RecordId; to: string }): Promise<Answer<object>>
  /** `from` is the first day of the one it goes to. */
  handOver(args: {
    person: PersonId
    role: Role
    place: RecordId
    to: PersonId
    from: string
  }): Promise<Answer<object>>
  /** Somebody agreed to what a roster would do. Asked again under the same `import` it goes on where it was cut off. */
  importRoster(args: RosterAgreed): Promise<Answer<{ readonly made: number }>>
  /** Takes an import back as far as nobody has touched it since. */
  undoRoster(of: RecordId): Promise<Answer<RosterTakenBack>>
  /** What the server says to the people of this device, also when they have nothing to do any more. */
  me(): Promise<Answer<{ readonly handed: readonly HandedRow[] }>>
}

/** Long enough for a table of 20,000 rows on a slow line, short enough to answer a person. */
const FORM_MS = 20_000
const SET_UP_MS = 120_000

/** `attempt`: the number by which a lost answer is given again. */
export function openOffice(fetching: typeof fetch = fetch, attempt: () => string = ownAttempt): Office {
  /** `words` are the fields without which the answer is not ours (W10): a captive portal answers 200 too. */
  const ask = async <T>(
    path: string,
    body: unknown,
    words: readonly string[],
    within = FORM_MS,
  ): Promise<Answer<T>> => {
    const stop = new AbortController()
    const timer = setTimeout(() => stop.abort(), within)
    try {
      const reply = await fetching(path, {
        method: body === undefined ? 'GET' : 'POST',
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        signal: stop.signal,
        ...(body !== undefined && {
          headers: { 'content-type': body instanceof Blob ? 'text/plain' : 'application/json' },
          body: body instanceof Blob ? body : JSON.stringify(body),
        }),
      })
      return read<T>(await reply.json(), reply.ok, words)
    } catch {
      return { ok: false, refused: 'noConnection' }
    } finally {
      clearTimeout(timer)
    }
  }
  const enrolment = ['tenant', 'compound', 'device', 'person', 'serverKey', 'epoch']
  return {
    health: () => ask('/api/health', undefined, ['setUp', 'protocol']),
    checkCode: (code) => ask('/api/setup/check', { code }, []),
    setUp: (compound) => ask('/api/setup', { ...compound, attempt: attempt() }, enrolment, SET_UP_MS),
    enterDemo: (role) => ask('/api/demo/enter', { role }, enrolment),
    login: (args) => ask('/api/login', args, enrolment),
    look: (key) => ask('/api/invitations/look', { key, attempt: attempt() }, ['tenant', 'role', 'expiresAt']),
    join: (args) => ask('/api/join', { ...args, attempt: attempt() }, enrolment),
    invite: (invite) => ask('/api/invitations', invite, ['code', 'link', 'expiresAt']),
    invitations: () => ask('/api/invitations', undefined, ['invitations']),
    withdraw: (id) => ask('/api/invitations/withdraw', { id }, []),
    people: () => ask('/api/people', undefined, ['people']),
    bringRescue: (file) => ask('/api/rescue', file, ['taken', 'here', 'held'], SET_UP_MS),
    revoke: (device) => ask('/api/devices/revoke', { device }, []),
    endAppointment: (args) => ask('/api/appointments/end', args, []),
    handOver: (args) => ask('/api/appointments/hand-over', args, []),
    importRoster: (args) => ask('/api/roster/import', args, ['import', 'made'], SET_UP_MS),
    undoRoster: (of) => ask('/api/roster/undo', { import: of }, ['undone', 'left'], SET_UP_MS),
    me: () => ask('/api/me', undefined, ['handed']),
  }
}

function read<T>(body: unknown, good: boolean, words: readonly string[]): Answer<T> {
  if (typeof body !== 'object' || body === null) return { ok: false, refused: 'noConnection' }
  if (good)
    return words.every((word) => word in body)
      ? { ok: true, value: body as T }
      : { ok: false, refused: 'noConnection' }
  const { refused, retryAfter } = body as { refused?: unknown; retryAfter?: unknown }
  const known = OFFICE_REFUSALS.find((one) => one === refused)
  if (!known) return { ok: false, refused: typeof refused === 'string' ? 'serverTrouble' : 'noConnection' }
  return { ok: false, refused: known, ...(typeof retryAfter === 'number' && { retryAfter }) }
}
