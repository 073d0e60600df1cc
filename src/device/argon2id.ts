import plain from 'argon2id/dist/no-simd.wasm?url&inline'
import vectors from 'argon2id/dist/simd.wasm?url&inline'
import setUp, { type Argon2idParams } from 'argon2id/lib/setup.js'

/** The code lies in the address itself: nothing is fetched once a PIN is entered. */
function codeIn(address: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (char) => char.charCodeAt(0))
}

/**
 * Argon2id (RFC 9106), with the vectors of the processor where the browser has them: whoever waits for it waits little more than half as
 * long. Its 65 MiB are asked for at each call and given back after it: a cheap tablet has no more than that to spare.
 */
export async function argon2id(params: Argon2idParams): Promise<Uint8Array<ArrayBuffer>> {
  const hash = await setUp(
    (imports) => WebAssembly.instantiate(codeIn(vectors), imports),
    (imports) => WebAssembly.instantiate(codeIn(plain), imports),
  )
  return new Uint8Array(hash(params))
}
