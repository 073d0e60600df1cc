import {
  array,
  type InferOutput,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  object,
  optional,
  picklist,
  pipe,
  regex,
  string,
  transform,
  trim,
} from 'valibot'
import {
  type DeviceId,
  type Epoch,
  id as anyId,
  type PersonId,
  type RecordId,
  type TenantId,
} from '#domain/ids.ts'
import type { Appointment, DeviceKind } from '#domain/rights.ts'
import { type Role, ROLES as RIGHTS } from '#domain/roles.ts'
import type { NotUnderstood } from '#domain/roster/readRow.ts'
import { WINDOWS } from '#domain/window.ts'
import { asWritten } from '#domain/text.ts'
import type { EntryRow } from './audit.ts'
import type { DeviceRow } from './devices.ts'
import type { HandedRow } from './handOver.ts'
import { proof } from './unlock.ts'

/**
 * Everything that is said online only, apart from the exchange of `messages.ts`: set-up, signing in, inviting, joining.
 * Acts are POSTs with a JSON body; answers are JSON; a refusal is `{refused, retryAfter?}` with a fitting status.
 */

/** The address an invitation's link opens; its secret stands in the fragment, which no server and no log ever sees. */
export const JOIN_PATH = '/join'
/** Where an officer says name and passphrase. */
export const SIGN_IN_PATH = '/login'
/** What `officePass` of an answer to a login was, with the acts of the office: on a tablet of several people only. */
export const PASS_HEADER = 'Linbian-Office'
/** In characters as people count them. */
export const PASSPHRASE_LENGTH = 10
/** How long an invitation waits for its one use, in hours. The appointment's own end is another thing. */
const INVITATION_HOURS = 24
const INVITATION_HOURS_MOST = 72

const id = pipe(anyId, minLength(1))
/** What somebody typed and a database keeps as text. What it would not take becomes a sign that is seen (�). */
const typed = pipe(string(), transform(asWritten), trim(), minLength(1))
const name = pipe(typed, maxLength(20))
const label = pipe(typed, maxLength(40))
const day = pipe(string(), regex(/^\d{4}-\d{2}-\d{2}$/))
const clock = pipe(string(), regex(/^([01]\d|2[0-3]):[0-5]\d$/))
const passphrase = pipe(string(), minLength(1), maxLength(200))
const deviceKind = picklist(['own', 'shared'])
const code = pipe(string(), minLength(1), maxLength(80))
/** A random number of the browser's own: whoever confirms again with it within minutes gets the same answer again. */
const attempt = pipe(string(), minLength(20), maxLength(64))

const ROLES = Object.keys(RIGHTS) as readonly Role[]

/** The cells of the roster's sheet as text; reading the file itself happens in the browser. */
export const rows = pipe(
  array(pipe(array(pipe(string(), maxLength(500), transform(asWritten))), maxLength(60))),
  // As many as the wizard reads out of a file, and the headings.
  maxLength(50_001),
)

/** GET /api/health. Anybody may ask. */
export interface HealthReply {
  readonly ok: true
  readonly protocol: number
  readonly version: string
  readonly setUp: boolean
  readonly demo: boolean
}

/** POST /api/setup/check → `{}`. */
export const setUpCheckSchema = object({ code })

/** POST /api/setup/roster → RosterReply. Nothing is kept. */
export const setUpRosterSchema = object({ code, rows })

/** What was understood of a roster before it enters. */
export interface RosterReply {
  readonly buildings: number
  readonly units: number
  readonly dwellings: number
  /** Of the dwellings: nobody lives there. */
  readonly vacant: number
  readonly residents: number
  /** Row numbers as the spreadsheet shows them, from 1. */
  readonly notUnderstood: readonly NotUnderstood[]
}

/** POST /api/setup → Enrolment: makes the compound, its first officer, and this browser the officer's device. */
export const setUpSchema = object({
  code,
  compound: label,
  /** May be empty: a compound can begin with its bin points and enter the roster later. */
  rows,
  points: pipe(
    array(
      object({
        label,
        windows: pipe(
          array(object({ window: picklist(WINDOWS), from: clock, to: clock })),
          maxLength(WINDOWS.length),
        ),
      }),
    ),
    maxLength(50),
  ),
  /** Telephone numbers of the compound that stand beside 119, 110 and 120. */
  emergency: pipe(
    array(object({ label, number: pipe(string(), trim(), regex(/^[\d+\- ]{3,20}$/)) })),
    maxLength(20),
  ),
  officer: object({ name, passphrase }),
  deviceKind,
  attempt: optional(attempt),
})
export type SetUp = InferOutput<typeof setUpSchema>

/** The public half of the key that personal bodies are sealed to. */
interface ServerKey {
  readonly id: string
  /** Uncompressed P-256 point, base64. */
  readonly raw: string
}

/** What a browser needs to become a device: everything after this works offline. */
export interface Enrolment {
  readonly tenant: TenantId
  /** The compound's place, root of its tree. */
  readonly compound: RecordId
  readonly compoundName: string
  readonly device: DeviceId
  readonly deviceKind: DeviceKind
  readonly person: PersonId
  readonly name: string
  /** They may read of residents: the device takes it in behind a PIN only. */
  readonly asksForPin?: boolean
  readonly serverKey: ServerKey
  readonly epoch: Epoch
  readonly serverTime: string
}

/** POST /api/login → Enrolment, or ChooseReply of `compounds.ts`: an officer on a new browser. */
export const loginSchema = object({
  name,
  passphrase,
  deviceKind,
  /** Into which, where they are an officer of several. */
  compound: optional(id),
})
export type Login = InferOutput<typeof loginSchema>

/** POST /api/invitations → InvitationReply. An officer, online. */
export const inviteSchema = object({
  name,
  role: picklist(ROLES),
  place: id,
  from: day,
  to: optional(day),
  deviceKind,
  /** Another device, or another appointment, for somebody who is here already. */
  person: optional(id),
  /** How long the invitation itself waits. */
  hours: optional(pipe(number(), integer(), minValue(1), maxValue(INVITATION_HOURS_MOST)), INVITATION_HOURS),
})
export type Invite = InferOutput<typeof inviteSchema>

/** The only time the code and the secret are seen: the server keeps their hashes. */
export interface InvitationReply {
  readonly id: string
  /** Eight characters; `domain/invitation.ts` says how they are shown and typed. */
  readonly code: string
  /** `https://…/join#secret`: for the QR code and the copied link. */
  readonly link: string
  readonly expiresAt: string
}

/** POST /api/invitations/look → LookReply. `key` is the typed code or the link's secret. Looking never uses it up. */
export const lookSchema = object({ key: code, attempt })
export type Look = InferOutput<typeof lookSchema>

export interface LookReply {
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
  /** On a shared tablet of which the inviter is one: whose PIN says yes there. */
  readonly inviterHere?: PersonId
}

/**
 * POST /api/join → Enrolment: confirms the invitation and, once it was said yes to, uses it up; until then 202 with Waiting, and
 * the same is asked again with the same `attempt`. On a shared tablet that is here already the person
 * joins the others on it. `name` corrects the 称呼; `passphrase` is for officers, who may sign in elsewhere with it.
 */
export const joinSchema = object({
  key: code,
  name: optional(name),
  deviceKind,
  passphrase: optional(passphrase),
  attempt,
  /** The inviter says yes on the spot: the proof of their PIN on this tablet (`unlock.ts`). */
  inviter: optional(proof),
})
export type Join = InferOutput<typeof joinSchema>

/** GET /api/me: who is enrolled on this device, and as what. */
export interface MeReply extends Enrolment {
  readonly people: readonly {
    readonly person: PersonId
    readonly name: string
    readonly appointments: readonly Appointment[]
  }[]
  /** Who has now what was theirs: whoever has nothing any more reads no colleague's record that would tell. */
  readonly handed: readonly HandedRow[]
  /** The office has ended this device's reading; what it has not sent is still taken. */
  readonly revoked: boolean
  /** The last times that this person came in anywhere, newest first, the present one too; on an own device only. */
  readonly entered?: readonly EntryRow[]
}

/** GET /api/people → `{people}`. For the office: whom to remind, and which device is silent. */
export interface PersonRow {
  readonly person: PersonId
  readonly name: string
  readonly appointments: readonly Appointment[]
  readonly devices: readonly DeviceRow[]
}

/** POST /api/devices/revoke → `{}`. Takes effect on the next request. */
export const revokeSchema = object({ device: id })

/** POST /api/devices/name → `{}`. Without a name it is known by who uses it again. */
export const nameDeviceSchema = object({ device: id, name: optional(name) })

/** POST /api/devices/seen → `{}`. The alarm that was raised at `copiedAt`, and no later one. */
export const seenSchema = object({ device: id, copiedAt: pipe(string(), maxLength(40)) })
export type SeenCopy = InferOutput<typeof seenSchema>

/** POST /api/appointments/end → `{}`. `to` is the last day it holds; a day before today ends it now. */
export const endSchema = object({ person: id, role: picklist(ROLES), place: id, to: day })
export type End = InferOutput<typeof endSchema>

/** POST /api/leave {} → `{}`: ends this browser's session. */
export const leaveSchema = object({})

/** POST /api/demo/enter → Enrolment. Only where the server was started as a demonstration. */
export const demoEnterSchema = object({ role: picklist(ROLES) })

/**
 * Photos go up by tus: POST here with the SHA-256 as `Upload-Metadata: hash`, then PATCH and HEAD under `/<hash>`.
 * GET `/<hash>` answers the JPEG to whoever may read a record that names it, to everybody else notFound.
 */
export const PHOTOS_PATH = '/api/photos'

/** POST here: the one exchange of `messages.ts`. */
export const SYNC_PATH = '/api/sync'

export const NEWS_PATH = '/api/news'
/** The one event of GET /api/news. It carries nothing; the device asks by itself. */
export const NEWS_EVENT = 'moved'
