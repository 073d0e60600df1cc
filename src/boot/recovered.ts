import { openOffice } from '#device/office.ts'
import { pause } from '#device/timers.ts'
import type { PersonId } from '#domain/ids.ts'
import type { Drafts } from '#store/drafts.ts'
import { isPassing } from '#ui/screens/join/passing.ts'
import { REOPEN_MOST } from '#wire/drafts.ts'

/** Where the office does not answer, or not now, what is lost is asked for again while its author is here. */
const AGAIN_MS = 5_000

/** What was half written under a PIN that is forgotten: the server opens it for its author, as long as `isHere`. */
export async function recovered(
  drafts: Drafts,
  fetching: typeof fetch,
  person: PersonId,
  isHere: () => boolean,
): Promise<void> {
  const lost = (await drafts.lost(person)).flatMap(({ id, body }) =>
    'sealed' in body ? [{ id, sealed: body.sealed, key: body.key }] : [],
  )
  for (let at = 0; at < lost.length; at += REOPEN_MOST) {
    const opened = await openOffice(fetching).reopen(lost.slice(at, at + REOPEN_MOST))
    if (opened.ok) await drafts.found(person, opened.value.drafts)
    else if (isPassing(opened.refused)) {
      await pause(AGAIN_MS).over
      return isHere() ? recovered(drafts, fetching, person, isHere) : undefined
    }
  }
}
