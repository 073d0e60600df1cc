/** Every way the server says no. Each has its sentence in both languages on the screen. */
export const REFUSALS = [
  'badRequest', // the body is not what the route takes
  'tooDeep', // nested deeper than any of our forms
  'tooLarge', // more bytes than the route takes
  'compressed', // compressed bodies are not read from strangers
  'otherSite', // the request came from another site's page
  'otherProtocol', // the app is older or newer than this server
  'otherTenant', // the device belongs to another compound
  'notFound',
  'signInFirst', // no device of ours
  'notAllowed', // a device of ours, but not this right
  'tooOften', // too many tries; `retryAfter` says when again, in seconds
  'serverTrouble',
  'serverBusy', // its database is away for a moment; nothing was answered, all is to be sent again
  'codeWrong', // the one-time set-up code
  'alreadySetUp',
  'notSetUp',
  'rosterEmpty',
  'rosterNoHeadings', // no row of the table names its columns
  'rosterUnread', // no row of the table was understood
  'changedMeanwhile', // what was agreed to is not what would be done now
  'nameTaken', // an officer of this name is here already
  'passphraseShort',
  'loginWrong', // name or passphrase; which of them is not told
  'invitationUnknown', // mistyped, or never made
  'invitationUsed',
  'invitationExpired',
  'invitationWithdrawn',
  'placeUnknown',
  'personUnknown',
  'endBeforeStart',
  'samePerson', // what is handed over has to go to somebody else
  'appointmentUnknown', // they do not have it on that day
  'appointmentHeld', // the other one has it already
  'deviceOfAnother', // somebody else's own phone; a shared tablet takes several people
  'rescueNotOurs', // the file is not one of unsent changes
  'rescueDamaged', // one of ours, but whose it is cannot be read any more
  'rescueNewer', // a newer version wrote it
  'rescueOtherCompound',
  'photoNotPicture',
  'photoMetadata', // says where or by what it was taken
  'photoTooManyPixels',
  'photoComing', // a record that the caller reads names it, and it has not arrived yet
  'photoOtherBytes', // the bytes are not those of the name
] as const
export type OfficeRefusal = (typeof REFUSALS)[number]

export interface RefusedReply {
  readonly refused: OfficeRefusal
  /** Seconds. */
  readonly retryAfter?: number
}
