import { safeParse } from 'valibot'
import type { RecordId } from '#domain/ids.ts'
import { replySchema, type SyncReply } from '#wire/messages.ts'

/** What came back from the net: a status and a body nobody has looked at yet. */
export interface Answered {
  readonly status: number
  readonly text: string
}

export type Heard =
  | { readonly is: 'reply'; readonly reply: SyncReply }
  /** 413: a smaller batch, please. */
  | { readonly is: 'tooLarge' }
  /** Our own server said a plain no. */
  | { readonly is: 'refused'; readonly reason: string }
  /** A captive portal, a proxy's page, half an answer: no real connection (W10). */
  | { readonly is: 'nothing' }

/** W10: a reply counts only if it is our JSON, our protocol, and the echo of this request. */
export function hear(answered: Answered, request: string): Heard {
  if (answered.status === 413) return { is: 'tooLarge' }
  let json: unknown
  try {
    json = JSON.parse(answered.text)
  } catch {
    return { is: 'nothing' }
  }
  if (answered.status === 200) {
    const parsed = safeParse(replySchema, json)
    // The parsed copy has only the fields this version knows; the records are wanted whole.
    return parsed.success && parsed.output.request === request
      ? { is: 'reply', reply: json as SyncReply }
      : { is: 'nothing' }
  }
  if (typeof json === 'object' && json !== null && 'refused' in json && typeof json.refused === 'string') {
    return { is: 'refused', reason: json.refused }
  }
  return { is: 'nothing' }
}

/**
 * Who is erased, of those whose records a reply takes away; all others have only left this device's reach. A server of before does not
 * say which of the two it was, and its `forget` holds both: then all of them count as erased, since erasure goes before anybody's
 * words. What it takes away by a scope it never named, and that would be whole buildings: there the words stay.
 */
export function erasedIn({ turn, erased, scope, forget }: SyncReply, before: string): readonly RecordId[] {
  if (turn) return []
  return erased ?? (scope === before ? forget : [])
}
