import { array, maxLength, object, pipe, string } from 'valibot'

/** Behind the hash in the address of an upload that comes closed. */
export const CLOSED = '~closed'

export const ARRIVED_PATH = '/api/photos/arrived'

/** As many as one question may name: a record names a few, and a screen asks for each record. */
const ASKED = 60

/** POST /api/photos/arrived → ArrivedReply. */
export const arrivedSchema = object({ hashes: pipe(array(pipe(string(), maxLength(64))), maxLength(ASKED)) })

/** Of the photos asked about: those that are here, and that a record in the caller's scope names. */
export interface ArrivedReply {
  readonly arrived: readonly string[]
}
