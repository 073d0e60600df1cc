/** How the sending of one photo ended. */
export type Uploaded =
  | 'there' // the server has all of it
  | 'later' // not this one now: another tab is at it, or it came damaged; the next try goes on from what is there
  | 'noLink' // no way there now; what arrived is kept and the next try goes on from that byte
  | 'refused' // the server will never take these bytes

/** The statuses with which the server says that it will never take these bytes. */
const NEVER = [400, 413, 415, 422]

/** What a try that failed means; `status` is undefined where nobody answered. */
export function failedWith(status: number | undefined): Exclude<Uploaded, 'there'> {
  if (status === undefined || status === 429 || status >= 500) return 'noLink'
  return NEVER.includes(status) ? 'refused' : 'later'
}

/**
 * Sends the bytes of a photo by tus, from the byte the server has. The client's code is fetched when the first photo
 * goes, so that a start does not pay for it.
 *
 * @param hash SHA-256 of the bytes, hex; the upload's name
 */
export async function uploadPhoto(
  endpoint: string,
  hash: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uploaded> {
  const { Upload } = await import('tus-js-client')
  return new Promise((resolve) => {
    const upload = new Upload(new Blob([bytes], { type: 'image/jpeg' }), {
      endpoint,
      // The address follows from the hash: nothing has to be remembered to go on after a restart.
      uploadUrl: `${endpoint}/${hash}`,
      metadata: { hash },
      retryDelays: null,
      storeFingerprintForResuming: false,
      onSuccess: () => resolve('there'),
      onError: (error) => {
        const status = 'originalResponse' in error ? error.originalResponse?.getStatus() : undefined
        resolve(failedWith(status))
      },
    })
    upload.start()
  })
}
