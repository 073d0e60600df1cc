/** How the sending of one photo ended. */
export type Uploaded =
  | 'there' // the server has all of it
  | 'later' // not this one now: another tab is at it, or it came damaged; the next try goes on from what is there
  | 'noLink' // no way there now; what arrived is kept and the next try goes on from that byte
  | 'refused' // the server will never take these bytes

/** What is to be sent of a photo. */
interface Parcel {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly seal?: { readonly sealed: string; readonly alg: string; readonly key: string } | object
}

/** The statuses with which the server says that it will never take these bytes. */
const NEVER = [400, 413, 415, 422]

/** What a try that failed means; `status` is undefined where nobody answered. */
export function failedWith(status: number | undefined): Exclude<Uploaded, 'there'> {
  if (status === undefined || status === 429 || status >= 500) return 'noLink'
  return NEVER.includes(status) ? 'refused' : 'later'
}

/**
 * Sends the bytes of a photo by tus, from the byte the server has: as they lie here, with a closed one's key sealed to the server.
 * The client's code is fetched when the first photo goes, so that a start does not pay for it.
 *
 * @param hash SHA-256 of the open bytes, hex; the upload's name, with `closed` behind it where they come closed
 * @param headers what each request is to carry beside
 */
export async function uploadPhoto(
  { endpoint, closed }: { readonly endpoint: string; readonly closed: string },
  hash: string,
  { bytes, seal }: Parcel,
  headers: (method: string, path: string) => Promise<Readonly<Record<string, string>>> = async () => ({}),
): Promise<Uploaded> {
  const { Upload } = await import('tus-js-client')
  const isClosed = seal !== undefined && 'sealed' in seal
  return new Promise((resolve) => {
    const upload = new Upload(new Blob([bytes]), {
      endpoint,
      // The address follows from the hash: nothing has to be remembered to go on after a restart.
      uploadUrl: `${endpoint}/${hash}${isClosed ? closed : ''}`,
      metadata: { hash, ...(isClosed && { sealed: seal.sealed, alg: seal.alg, key: seal.key }) },
      retryDelays: null,
      storeFingerprintForResuming: false,
      onBeforeRequest: async (request) => {
        const said = await headers(request.getMethod(), request.getURL())
        for (const [name, value] of Object.entries(said)) request.setHeader(name, value)
      },
      onSuccess: () => resolve('there'),
      onError: (error) => {
        const status = 'originalResponse' in error ? error.originalResponse?.getStatus() : undefined
        resolve(failedWith(status))
      },
    })
    upload.start()
  })
}
