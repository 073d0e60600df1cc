/** W13. What the wire takes in one piece. The store refuses at commit, in words, what the wire would refuse. */
export const BATCH_CHANGES = 200
export const BATCH_BYTES = 512 * 1024
export const PAGE_RECORDS = 1000
export const PAGE_BYTES = 1024 * 1024
export const CHANGE_BYTES = 64 * 1024
export const NESTING = 8
/** Numbers that count: what is higher fits no column, and nothing of ours is ever counted that far. */
export const COUNT_MOST = 2 ** 31 - 1
/** Requests of every other kind: forms, set-up, invitations. */
export const BODY_BYTES = 1024 * 1024
export const ROSTER_BYTES = 8 * 1024 * 1024
export const PHOTO_BYTES = 300 * 1024
/** The same as a device closes it: a format, a nonce and a tag more. */
export const CLOSED_PHOTO_BYTES = PHOTO_BYTES + 29
/** A file of unsent changes that is carried to the office by hand. */
export const RESCUE_BYTES = 32 * 1024 * 1024
