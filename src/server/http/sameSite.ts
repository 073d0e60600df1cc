/**
 * Whether a request that changes something came from our own page. Browsers say where a request comes from; what says
 * nothing is no browser, and carries no cookie that it did not get from us itself.
 */
export function isFromOurPage(request: Request, origin: string | undefined): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true
  const fetchSite = request.headers.get('Sec-Fetch-Site')
  if (fetchSite !== null && fetchSite !== 'same-origin' && fetchSite !== 'none') return false
  const from = request.headers.get('Origin')
  if (from === null) return true
  if (from === origin) return true
  return hostOf(from) === (request.headers.get('Host') ?? new URL(request.url).host)
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}
