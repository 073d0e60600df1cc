import type { OfficeRefusal, RefusedReply } from '#wire/refusals.ts'

const STATUS: Readonly<Record<OfficeRefusal, number>> = {
  badRequest: 400,
  tooDeep: 400,
  tooLarge: 413,
  compressed: 415,
  otherSite: 403,
  otherProtocol: 409,
  otherTenant: 403,
  notFound: 404,
  signInFirst: 401,
  notAllowed: 403,
  tooOften: 429,
  serverTrouble: 500,
  serverBusy: 503,
  codeWrong: 403,
  alreadySetUp: 409,
  notSetUp: 409,
  rosterEmpty: 422,
  rosterNoHeadings: 422,
  rosterUnread: 422,
  changedMeanwhile: 409,
  nameTaken: 409,
  passphraseShort: 422,
  loginWrong: 401,
  invitationUnknown: 404,
  invitationUsed: 410,
  invitationExpired: 410,
  invitationWithdrawn: 410,
  placeUnknown: 422,
  personUnknown: 422,
  endBeforeStart: 422,
  samePerson: 422,
  appointmentUnknown: 404,
  appointmentHeld: 409,
  deviceOfAnother: 409,
  rescueNotOurs: 422,
  rescueDamaged: 422,
  rescueNewer: 422,
  rescueOtherCompound: 422,
  photoNotPicture: 422,
  photoMetadata: 422,
  photoTooManyPixels: 422,
  photoComing: 404,
  photoOtherBytes: 460,
}

/** Says no in the one shape every refusal has. `retryAfter` in seconds. */
export function refuse(reason: OfficeRefusal, retryAfter?: number): Response {
  const said: RefusedReply = { refused: reason, ...(retryAfter !== undefined && { retryAfter }) }
  const headers = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
  return Response.json(said, { status: STATUS[reason], headers })
}
