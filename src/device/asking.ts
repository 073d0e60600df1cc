import { dropPass, passHeader } from './officePass.ts'

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
  'compoundHere',
  'compoundsMany',
  'nameTaken',
  'passphraseShort',
  'loginWrong',
  'signAgain',
  'passphraseAgain',
  'invitationUnknown',
  'invitationUsed',
  'invitationExpired',
  'invitationWithdrawn',
  'invitationDeclined',
  'invitationCrowded',
  'knockOver',
  'placeUnknown',
  'personUnknown',
  'personElsewhere',
  'endBeforeStart',
  'samePerson',
  'notLent',
  'appointmentUnknown',
  'appointmentHeld',
  'deviceOfAnother',
  'rescueNotOurs',
  'rescueDamaged',
  'rescueNewer',
  'rescueOtherCompound',
  'backupRunning',
  'backupFull',
  'backupNotMade',
  'backupSealed',
  'backupSpoilt',
] as const
export type OfficeRefusal = (typeof OFFICE_REFUSALS)[number]

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  /** `retryAfter` in seconds, with `tooOften`. */
  | { readonly ok: false; readonly refused: OfficeRefusal; readonly retryAfter?: number }

/** Long enough for a table of 20,000 rows on a slow line, short enough to answer a person. */
const FORM_MS = 20_000
export const SET_UP_MS = 120_000

/**
 * Asks our server and reads its answer. `words` are the fields without which the answer is not ours (W10): a captive
 * portal answers 200 too.
 */
export function asker(fetching: typeof fetch) {
  return async <T>(
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
        headers: {
          ...passHeader(),
          ...(body !== undefined && {
            'content-type': body instanceof Blob ? 'text/plain' : 'application/json',
          }),
        },
        ...(body !== undefined && {
          body: body instanceof Blob ? body : JSON.stringify(body),
        }),
      })
      const answer = read<T>(await reply.json(), reply.ok, words)
      if (!answer.ok && answer.refused === 'passphraseAgain') dropPass()
      return answer
    } catch {
      return { ok: false, refused: 'noConnection' }
    } finally {
      clearTimeout(timer)
    }
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
