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
  'compoundHere', // one of this name is in the community already
  'compoundsMany', // this browser holds as many compounds as it may
  'nameTaken', // an officer of this name is here already
  'passphraseShort',
  'loginWrong', // name or passphrase; which of them is not told
  'signAgain', // a device's signature of too long ago, or one that was here already; `moment` is to be signed
  'passphraseAgain', // an act of the office, on a tablet that several people use
  'invitationUnknown', // mistyped, or never made
  'invitationUsed',
  'invitationExpired',
  'invitationWithdrawn',
  'invitationDeclined', // the inviter said that the number is another one
  'invitationCrowded', // too many browsers came with it
  'knockOver', // nobody waits with this number any more
  'placeUnknown',
  'personUnknown',
  'personElsewhere', // they are of the office of a compound that the inviter does not look after
  'endBeforeStart',
  'samePerson', // what is handed over has to go to somebody else
  'notLent', // nothing of this person's is lent to this device, now or with this
  'appointmentUnknown', // they do not have it on that day
  'appointmentHeld', // the other one has it already
  'deviceOfAnother', // somebody else's own phone; a shared tablet takes several people
  'rescueNotOurs', // the file is not one of unsent changes
  'rescueDamaged', // one of ours, but whose it is cannot be read any more
  'rescueNewer', // a newer version wrote it
  'rescueOtherCompound',
  'backupRunning', // another one is being made
  'backupFull', // the disk for backups is
  'backupNotMade', // the operator has to look
  'backupSealed', // only who has the key tries it out
  'backupSpoilt', // it is not what it was when it was made
  'photoNotPicture',
  'photoMetadata', // says where or by what it was taken
  'photoTooManyPixels',
  'photoComing', // a record that the caller reads names it, and it has not arrived yet
  'photoOtherBytes', // the bytes are not those of the name
  'photoSealed', // it came closed, and not in a way that this server opens
] as const
export type OfficeRefusal = (typeof REFUSALS)[number]

export interface RefusedReply {
  readonly refused: OfficeRefusal
  /** Seconds. */
  readonly retryAfter?: number
  /** With `signAgain`: the server's word for now. */
  readonly moment?: string
}
