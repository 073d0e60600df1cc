import { expect, test } from 'vitest'
import { isFromOurPage } from '#server/http/sameSite.ts'

function request(headers: HeadersInit, method = 'POST'): Request {
  return new Request('http://linbian.local:8737/api/join', { method, headers })
}

test.each([
  ['our own page', { Origin: 'http://linbian.local:8737', 'Sec-Fetch-Site': 'same-origin' }],
  ['our page behind a proxy that ends TLS', { Origin: 'https://office.example' }],
  ['no browser at all', {}],
])('an act from %s is let through', (_, headers) => {
  expect(isFromOurPage(request(headers), 'https://office.example')).toBe(true)
})

test.each([
  ['another site', { Origin: 'https://elsewhere.example' }],
  ['another site, as the browser says', { 'Sec-Fetch-Site': 'cross-site' }],
  ['a neighbour under the same domain', { 'Sec-Fetch-Site': 'same-site' }],
  ['another port of this host', { Origin: 'http://linbian.local:9000' }],
  ['a page without origin', { Origin: 'null' }],
])('an act from %s is refused', (_, headers) => {
  expect(isFromOurPage(request(headers), 'https://office.example')).toBe(false)
})

test('reading is no act', () => {
  expect(isFromOurPage(request({ Origin: 'https://elsewhere.example' }, 'GET'), undefined)).toBe(true)
})
