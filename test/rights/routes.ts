/**
 * Who gets through at which address. To add one: its name as it stands in server/http/routes.ts, and one of the rows below; and
 * `hides`, where it is asked for one thing by its name. Without a row here the types do not hold.
 */
import type { Route } from '#server/http/routes.ts'

/** Only on a demonstration, only before the compound is set up: nobody here. */
export type Let =
  | 'open'
  | 'signInFirst'
  | 'notAllowed'
  | 'notLent' // let in, and given nothing
  | 'passphraseAgain'
  | 'alreadySetUp'
  | 'notFound'

interface Door {
  readonly nobody: Let
  /** In whatever role, on whatever device, with an appointment for the compound or for one house of it. */
  readonly enrolled: Let
  readonly revoked: Let
  /** Something that has the cookie of a device and not its key. */
  readonly copied: Let
  readonly expired: Let
  /** An officer of the whole compound, on a device that is not revoked; of another compound too, for that one. */
  readonly office: Let
  /** Somebody of the level above, of the whole compound, on a device of their own; where it is not as for everybody enrolled. */
  readonly overseer?: Let
  /** The same on a tablet of several people, where four digits let them in and nobody has said a passphrase. */
  readonly officeShared: Let
}

const door = (
  nobody: Let,
  enrolled: Let,
  revoked: Let,
  copied: Let,
  expired: Let,
  office: Let,
  officeShared = office,
): Door => ({
  nobody,
  enrolled,
  revoked,
  copied,
  expired,
  office,
  officeShared,
})

const ANYBODY = door('open', 'open', 'open', 'open', 'open', 'open')
const BEFORE = door(
  'alreadySetUp',
  'alreadySetUp',
  'alreadySetUp',
  'alreadySetUp',
  'alreadySetUp',
  'alreadySetUp',
)
const DEMO = door('notFound', 'notFound', 'notFound', 'notFound', 'notFound', 'notFound')
const DEVICE = door('signInFirst', 'open', 'notAllowed', 'notAllowed', 'open', 'open')
/** A hint without words, which a browser asks for by itself and cannot sign. */
const HINT = door('signInFirst', 'open', 'notAllowed', 'open', 'open', 'open')
/** One of its people, with something to do here today: after the appointment nothing opens any more. */
const AT_WORK = door('signInFirst', 'open', 'notAllowed', 'notAllowed', 'notLent', 'open')
/** Also to a device that was sent away. */
const ONCE_DEVICE = door('signInFirst', 'open', 'open', 'notAllowed', 'open', 'open')
/** What a device has not sent yet is still taken from it, whatever has become of it. */
const BRINGS = door('signInFirst', 'open', 'open', 'open', 'open', 'open')
const OFFICE = door(
  'signInFirst',
  'notAllowed',
  'notAllowed',
  'notAllowed',
  'notAllowed',
  'open',
  'passphraseAgain',
)

/** For the level above alone. */
const COUNTS: Door = {
  ...door('signInFirst', 'notAllowed', 'notAllowed', 'notAllowed', 'notAllowed', 'notAllowed'),
  overseer: 'open',
}

/** What is asked for by name is, for whoever may not have it, the same as what there never was (askHidden.ts). */
export type Hidden = 'photo' | 'device' | 'invitation' | 'person' | 'import' | 'page' | 'survey'

export interface RouteRow {
  readonly door: Door
  readonly hides?: Hidden
}

export const ROUTE_ROWS = {
  'GET /api/health': { door: ANYBODY },
  'GET /api/moment': { door: ANYBODY },
  'POST /api/setup/check': { door: BEFORE },
  'POST /api/setup/roster': { door: BEFORE },
  'POST /api/setup': { door: ANYBODY },
  'POST /api/login': { door: ANYBODY },
  'POST /api/invitations/look': { door: ANYBODY },
  'POST /api/join': { door: ANYBODY },
  'POST /api/invitations': { door: OFFICE },
  'GET /api/invitations': { door: OFFICE },
  'POST /api/invitations/answer': { door: OFFICE, hides: 'invitation' },
  'POST /api/invitations/withdraw': { door: OFFICE, hides: 'invitation' },
  'GET /api/people': { door: OFFICE },
  'GET /api/compounds': { door: OFFICE },
  'POST /api/compounds': { door: OFFICE },
  'POST /api/compounds/colleague': { door: OFFICE, hides: 'person' },
  'POST /api/devices/revoke': { door: OFFICE, hides: 'device' },
  'POST /api/devices/name': { door: OFFICE, hides: 'device' },
  'POST /api/devices/seen': { door: OFFICE, hides: 'device' },
  'POST /api/appointments/end': { door: OFFICE, hides: 'person' },
  'POST /api/appointments/hand-over': { door: OFFICE, hides: 'person' },
  'POST /api/roster/import': { door: OFFICE },
  'POST /api/roster/undo': { door: OFFICE, hides: 'import' },
  'POST /api/rescue': { door: OFFICE },
  'POST /api/residents/erase': { door: OFFICE },
  'GET /api/backups': { door: OFFICE },
  'POST /api/backups': { door: OFFICE },
  'POST /api/backups/try': { door: OFFICE },
  'GET /api/audit': { door: OFFICE },
  'GET /api/audit/check': { door: OFFICE },
  // First set, then asked for.
  'POST /api/unlock/set': { door: AT_WORK },
  'POST /api/unlock': { door: AT_WORK },
  'POST /api/drafts/reopen': { door: DEVICE },
  'POST /api/sync': { door: BRINGS },
  'GET /api/news': { door: HINT },
  'GET /api/me': { door: ONCE_DEVICE },
  'POST /api/leave': { door: ONCE_DEVICE },
  'POST /api/photos': { door: BRINGS },
  'POST /api/photos/arrived': { door: ONCE_DEVICE, hides: 'photo' },
  'PATCH /api/photos/:hash': { door: BRINGS },
  'GET /api/photos/:hash': { door: BRINGS, hides: 'photo' },
  'GET /gongshi/counts': { door: COUNTS },
  'GET /gongshi': { door: ANYBODY },
  'GET /gongshi/a4': { door: ANYBODY },
  'GET /gongshi/notice': { door: ANYBODY },
  'GET /gongshi/p/:page': { door: ANYBODY, hides: 'page' },
  'GET /gongshi/p/:page/:n': { door: ANYBODY, hides: 'page' },
  'GET /gongshi/picture/:hash': { door: ANYBODY, hides: 'photo' },
  'GET /gongshi/say': { door: ANYBODY },
  'POST /gongshi/say': { door: ANYBODY },
  'GET /gongshi/asked': { door: ANYBODY },
  'POST /gongshi/asked': { door: ANYBODY },
  'GET /gongshi/survey/:survey': { door: ANYBODY, hides: 'survey' },
  'GET /gongshi/survey/:survey/a4': { door: ANYBODY, hides: 'survey' },
  'POST /gongshi/survey/:survey': { door: ANYBODY, hides: 'survey' },
  'GET /gongshi/job/:link': { door: ANYBODY },
  'POST /gongshi/job/:link': { door: ANYBODY },
  'POST /api/demo/enter': { door: DEMO },
} as const satisfies Readonly<Record<Route, RouteRow>>
