/** A request that has had no answer for so long has none. */
const PATIENCE_MS = 20_000

/**
 * Carries text to our own server and brings back whatever came. Throws when nothing did: no network, no answer in time.
 * The device is known by its cookie and what it signs (`fetching`); nothing secret stands in an address.
 */
export async function post(
  path: string,
  body: string,
  fetching: typeof fetch = fetch,
): Promise<{ readonly status: number; readonly text: string }> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS)
  try {
    const answer = await fetching(path, {
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

/** A photo, or why it is not to be seen here. */
export type PhotoFound =
  | { readonly is: 'here'; readonly bytes: Blob }
  | { readonly is: 'coming' } // named, and not at the office yet: it is on its author's device
  | { readonly is: 'closed' } // not for this person
  | { readonly is: 'noWay' } // no way to the office now

/** A photo that the office has. */
export async function fetchPhoto(path: string, fetching: typeof fetch = fetch): Promise<PhotoFound> {
  try {
    const answer = await fetching(path, { credentials: 'same-origin' })
    if (answer.ok) return { is: 'here', bytes: await answer.blob() }
    if (answer.status >= 500 || answer.status === 429) return { is: 'noWay' }
    return { is: whyNot(await answer.text()) }
  } catch {
    return { is: 'noWay' }
  }
}

/** Only our own words count: a hotspot's page says nothing about a photo (W10). */
function whyNot(said: string): 'coming' | 'closed' | 'noWay' {
  if (said.includes('"photoComing"')) return 'coming'
  return said.startsWith('{"refused":') ? 'closed' : 'noWay'
}
