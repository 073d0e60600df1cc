import { BATCH_BYTES, BODY_BYTES, RESCUE_BYTES, ROSTER_BYTES } from '#wire/limits.ts'

/** What somebody needs to be let through; everything that has no row here is closed. */
type May =
  | 'anybody'
  | 'device' // enrolled, and not revoked
  | 'formerDevice' // also after it was revoked: what it has not sent is still taken
  | 'counts' // the person let in last on the device is of the level above, today
  | 'office' // the person let in last on the device may set up, today

export interface RouteRow {
  readonly may: May
  /** The longest body; 0: none is read here. */
  readonly bytes: number
  /** Tries count: guessing is slow here. */
  readonly guessed?: true
  /** Only while nothing is set up. */
  readonly beforeSetUp?: true
  /** Only on a server that was started as a demonstration. */
  readonly demo?: true
  /** Brings what a device has not sent: taken from a device with a key also without its signature. */
  readonly brings?: true
  /** The cookie alone is enough: the browser asks by itself, for a hint or for a page, and signs nothing. */
  readonly bare?: true
}

/** A plain form of somebody whom nobody knows: 500 signs of three bytes, each written as three, and what stands beside them. */
const POST_BYTES = 12 * 1024

/** The envelope around the changes of a batch. */
const ENVELOPE_BYTES = 64 * 1024

export const ROUTES = {
  'GET /api/health': { may: 'anybody', bytes: 0 },
  'GET /api/moment': { may: 'anybody', bytes: 0 },
  'POST /api/setup/check': { may: 'anybody', bytes: BODY_BYTES, guessed: true, beforeSetUp: true },
  'POST /api/setup/roster': { may: 'anybody', bytes: ROSTER_BYTES, guessed: true, beforeSetUp: true },
  // Afterwards too: whoever has not heard the answer asks again.
  'POST /api/setup': { may: 'anybody', bytes: ROSTER_BYTES, guessed: true },
  'POST /api/login': { may: 'anybody', bytes: BODY_BYTES, guessed: true },
  'POST /api/invitations/look': { may: 'anybody', bytes: BODY_BYTES, guessed: true },
  'POST /api/join': { may: 'anybody', bytes: BODY_BYTES, guessed: true },
  'POST /api/invitations': { may: 'office', bytes: BODY_BYTES },
  'GET /api/invitations': { may: 'office', bytes: 0 },
  'POST /api/invitations/answer': { may: 'office', bytes: BODY_BYTES },
  'POST /api/invitations/withdraw': { may: 'office', bytes: BODY_BYTES },
  'GET /api/people': { may: 'office', bytes: 0 },
  'GET /api/audit': { may: 'office', bytes: 0 },
  'GET /api/audit/check': { may: 'office', bytes: 0 },
  'GET /api/compounds': { may: 'office', bytes: 0 },
  'POST /api/compounds': { may: 'office', bytes: ROSTER_BYTES },
  'POST /api/compounds/colleague': { may: 'office', bytes: BODY_BYTES },
  'POST /api/devices/revoke': { may: 'office', bytes: BODY_BYTES },
  'POST /api/devices/name': { may: 'office', bytes: BODY_BYTES },
  'POST /api/devices/seen': { may: 'office', bytes: BODY_BYTES },
  'POST /api/appointments/end': { may: 'office', bytes: BODY_BYTES },
  'POST /api/appointments/hand-over': { may: 'office', bytes: BODY_BYTES },
  'POST /api/roster/import': { may: 'office', bytes: ROSTER_BYTES },
  'POST /api/roster/undo': { may: 'office', bytes: BODY_BYTES },
  'GET /api/backups': { may: 'office', bytes: 0 },
  'POST /api/backups': { may: 'office', bytes: BODY_BYTES },
  'POST /api/backups/try': { may: 'office', bytes: BODY_BYTES },
  'POST /api/residents/erase': { may: 'office', bytes: BODY_BYTES },
  'POST /api/rescue': { may: 'office', bytes: RESCUE_BYTES },
  'POST /api/sync': { may: 'formerDevice', bytes: BATCH_BYTES + ENVELOPE_BYTES, brings: true },
  'GET /api/news': { may: 'device', bytes: 0, bare: true },
  'GET /api/me': { may: 'formerDevice', bytes: 0 },
  // Half-filled forms of the person let in last, whose key on the device is lost.
  'POST /api/drafts/reopen': { may: 'device', bytes: BODY_BYTES },
  'POST /api/unlock/set': { may: 'device', bytes: BODY_BYTES },
  'POST /api/unlock': { may: 'device', bytes: BODY_BYTES },
  'POST /api/leave': { may: 'formerDevice', bytes: BODY_BYTES },
  'POST /api/photos': { may: 'formerDevice', bytes: 0, brings: true },
  'POST /api/photos/arrived': { may: 'formerDevice', bytes: BODY_BYTES },
  'PATCH /api/photos/:hash': { may: 'formerDevice', bytes: 0, brings: true },
  // HEAD too, by which an upload goes on; a revoked device is in no record's scope and is shown nothing.
  'GET /api/photos/:hash': { may: 'formerDevice', bytes: 0, brings: true },
  // The public page: for everybody, without a cookie.
  'GET /gongshi': { may: 'anybody', bytes: 0 },
  'GET /gongshi/a4': { may: 'anybody', bytes: 0 },
  'GET /gongshi/notice': { may: 'anybody', bytes: 0 },
  'GET /gongshi/p/:page': { may: 'anybody', bytes: 0 },
  'GET /gongshi/p/:page/:n': { may: 'anybody', bytes: 0 },
  'GET /gongshi/picture/:hash': { may: 'anybody', bytes: 0 },
  'GET /gongshi/say': { may: 'anybody', bytes: 0 },
  'POST /gongshi/say': { may: 'anybody', bytes: POST_BYTES },
  'GET /gongshi/asked': { may: 'anybody', bytes: 0 },
  'POST /gongshi/asked': { may: 'anybody', bytes: BODY_BYTES },
  'GET /gongshi/survey/:survey': { may: 'anybody', bytes: 0 },
  'GET /gongshi/survey/:survey/a4': { may: 'anybody', bytes: 0 },
  'POST /gongshi/survey/:survey': { may: 'anybody', bytes: POST_BYTES },
  // With the cookie, unlike the other pages here: numbers for the level above.
  'GET /gongshi/counts': { may: 'counts', bytes: 0, bare: true },
  // One order for a firm: the address lets nobody in without the code that goes beside it.
  'GET /gongshi/job/:link': { may: 'anybody', bytes: 0 },
  'POST /gongshi/job/:link': { may: 'anybody', bytes: POST_BYTES },
  'POST /api/demo/enter': { may: 'anybody', bytes: BODY_BYTES, demo: true },
} as const satisfies Readonly<Record<string, RouteRow>>

export type Route = keyof typeof ROUTES
