/** A request that has had no answer for so long has none. */
const PATIENCE_MS = 20_000

/**
 * Carries text to our own server and brings back whatever came. Throws when nothing did: no network, no answer in time.
 * The device is known by its cookie; nothing secret stands in an address.
 */
export async function post(
  path: string,
  body: string,
): Promise<{ readonly status: number; readonly text: string }> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS)
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: patience.signal,
    })
    return { status: answer.status, text: await answer.text() }
  } finally {
    clearTimeout(timer)
  }
}

/** Bytes of our own server, or undefined where there is no way to them. */
export async function fetchBytes(path: string): Promise<Blob | undefined> {
  try {
    const answer = await fetch(path, { credentials: 'same-origin' })
    return answer.ok ? await answer.blob() : undefined
  } catch {
    return undefined
  }
}
