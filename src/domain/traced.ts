import type { LookedAt } from './look.ts'

/** What leaves a line in the trail of a compound: who did it, when, on which device, to what. */
export type Traced =
  | 'setUp'
  | 'login'
  | 'login.failed'
  | 'signedOut'
  | 'pin.wrong' // five times at one device, or ten
  | 'invitation.made'
  | 'invitation.used'
  | 'invitation.withdrawn'
  | 'invitation.knocked' // a browser confirmed it and waits
  | 'invitation.letIn' // the number was the same on both screens, or the inviter entered their PIN
  | 'invitation.declined'
  | 'invitation.inVain' // tried when it was over, or by one browser too many
  | 'door.shut' // codes and passphrases were tried so often that nobody could try one for a while
  | 'device.joined'
  | 'device.revoked'
  | 'device.named'
  | 'device.keyed' // it showed a key of its own after it was enrolled
  | 'device.copied' // something that may be a copy spoke as it
  | 'device.copySeen' // somebody of the office has seen that
  | 'device.wiped'
  | 'appointment.given'
  | 'appointment.ended'
  | 'appointment.handedOver'
  | 'roster.imported'
  | 'roster.undone'
  | 'resident.erased'
  | 'rescue.brought'
  | 'held.released'
  | 'held.givenUp'
  | 'held.corrected'
  | 'settings.changed'
  | 'export.asked'
  | 'export.allowed'
  | 'export.refused'
  | 'compound.added'
  | 'backup.made'
  | 'backup.tried'
  | 'server.restored' // an older copy was put back: what came after it is missing, and this names how far it went
  | 'trail.cut' // what is older than it has to be kept was taken off
  | `look.${LookedAt}`
