import { array, type InferOutput, maxLength, minLength, object, pipe, string } from 'valibot'
import { id } from '#domain/ids.ts'

/** As many as one asks for at a time. */
export const REOPEN_MOST = 20
/** A half-filled form, sealed: no form is longer than a change may be. */
const SEALED_CHARS = 96 * 1024

/**
 * POST /api/drafts/reopen → ReopenReply. Drafts of the person who was let in last on this device, sealed to the server like
 * changes; asked for where the key they were under is lost, since their author forgot a PIN.
 */
export const reopenSchema = object({
  drafts: pipe(
    array(
      object({
        /** As on the device: author, form and subject, each percent-encoded, between slashes. */
        id: pipe(string(), minLength(1), maxLength(400)),
        sealed: pipe(string(), maxLength(SEALED_CHARS)),
        key: id,
      }),
    ),
    maxLength(REOPEN_MOST),
  ),
})
export type Reopen = InferOutput<typeof reopenSchema>

/** What was theirs and could be opened; the rest is left out. */
export interface ReopenReply {
  readonly drafts: readonly {
    readonly id: string
    readonly inside: { readonly at: string; readonly args: unknown }
  }[]
}
