import { pipe, regex, string } from 'valibot'

/** SHA-256 of a picture's re-encoded bytes, hex. */
export const photoHash = pipe(string(), regex(/^[0-9a-f]{64}$/))
