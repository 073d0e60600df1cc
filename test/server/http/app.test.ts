import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROUTES } from '#server/http/routes.ts'
import { REFUSALS } from '#wire/refusals.ts'
import { aCompound, aServer, aSetUp } from '#test/support/aServer.ts'
import { aFolder } from '#test/support/folder.ts'

async function aClient(): Promise<string> {
  const client = await aFolder()
  await mkdir(join(client, 'assets'))
  await writeFile(join(client, 'index.html'), '<title>邻边</title>')
  return client
}

test('every route of the API and of the public page has a row that says who may', async () => {
  const { started } = await aServer()
  const handled = started.app.routes.filter(
    ({ method, path }) => method !== 'ALL' && /^\/(?:api|gongshi)/.test(path),
  )
  expect(new Set(handled.map(({ method, path }) => `${method} ${path}`))).toEqual(
    new Set(Object.keys(ROUTES)),
  )
})

test('a stranger gets nowhere but to the doors', async () => {
  const { browser } = await aCompound()
  for (const [route, { may }] of Object.entries(ROUTES)) {
    if (may === 'anybody') continue
    const [method, path] = route.split(' ') as [string, string]
    const answer = await browser().send(path, { method })
    expect([route, answer.status, await answer.json()]).toEqual([route, 401, { refused: 'signInFirst' }])
  }
})

test('a volunteer does not get behind the office’s desk', async () => {
  const { joined } = await aCompound()
  const { browser } = await joined()
  for (const [route, { may }] of Object.entries(ROUTES)) {
    if (may !== 'office') continue
    const [method, path] = route.split(' ') as [string, string]
    const answer = await browser.send(path, { method })
    expect([route, answer.status, await answer.json()]).toEqual([route, 403, { refused: 'notAllowed' }])
  }
})

test.each([
  '/api',
  '/api/',
  '/api/unknown',
  '/api/sync',
  '/api/invitations/1',
  '/api/demo/enter',
  '/api/index.html',
])('W10 nothing under /api is ever answered with the page: %s', async (path) => {
  const folder = await aClient()
  const { browser } = await aServer({ client: { folder, earlier: [] } })
  for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
    const answer = await browser().send(path, { method, headers: { Accept: 'text/html' } })
    expect(answer.headers.get('Content-Type')).toContain('application/json')
    expect(REFUSALS).toContain((await answer.json()).refused)
  }
})

test('every answer carries the security headers, and the API’s are never stored', async () => {
  const folder = await aClient()
  const { browser } = await aServer({ client: { folder, earlier: [] } })
  for (const path of ['/', '/today', '/gone.js', '/api/health', '/api/unknown']) {
    const { headers } = await browser().get(path)
    expect(headers.get('Content-Security-Policy')).toContain(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'",
    )
    // WebAssembly may be compiled, for what a PIN is stretched with; text may never be run.
    expect(headers.get('Content-Security-Policy')!.replace("'wasm-unsafe-eval'", '')).not.toMatch(
      /unsafe|\*|data:|http/,
    )
    expect(headers.get('Content-Security-Policy')).toMatch(
      /require-trusted-types-for 'script'; trusted-types linbian$/,
    )
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(headers.get('Permissions-Policy')).toMatch(
      /camera=\(self\).*geolocation=\(\).*microphone=\(self\)/,
    )
    expect(headers.get('Strict-Transport-Security')).toBeNull()
    expect(headers.get('Cache-Control')).toBe(
      path.startsWith('/api') ? 'no-store' : path.endsWith('.js') ? null : 'no-cache',
    )
  }
})

test('over https browsers insist on it, and the cookie belongs to this host alone', async () => {
  const { started, browser } = await aServer({ https: true })
  const secure = await browser().get('/api/health')
  expect(secure.headers.get('Strict-Transport-Security')).toBe('max-age=31536000; includeSubDomains')
  const cookie = (await browser().post('/api/setup', aSetUp(started.setUpCode!))).headers.get('Set-Cookie')
  expect(cookie).toMatch(/^__Host-linbian=[\w-]{32}(~|%7E)[^;]+; /)
  for (const word of ['Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(word)
})

test('the cookie’s value is not in the database', async () => {
  const { officer, started } = await aCompound()
  const kept = JSON.stringify(await started.office.db.selectFrom('sessions').selectAll().execute())
  expect(kept).not.toContain(officer.cookie!.split('=')[1])
})

test('an act that another site’s page sends is refused', async () => {
  const { officer } = await aCompound()
  const answer = await officer.post('/api/leave', {}, { Origin: 'https://elsewhere.example' })
  expect([answer.status, await answer.json()]).toEqual([403, { refused: 'otherSite' }])
})

test('W13 compressed bodies are refused before anybody is known', async () => {
  const { browser } = await aServer()
  const answer = await browser().post('/api/sync', '{}', { 'Content-Encoding': 'gzip' })
  expect([answer.status, await answer.json()]).toEqual([415, { refused: 'compressed' }])
})

test('W13 a body of 50 MB is refused in words, on every route', async () => {
  const { joined, browser } = await aCompound()
  const { browser: device } = await joined()
  const body = new Uint8Array(50 * 1024 * 1024)
  for (const [who, path] of [
    [browser(), '/api/login'],
    [browser(), '/api/join'],
    [device, '/api/sync'],
    [device, '/api/leave'],
  ] as const) {
    const answer = await who.send(path, { method: 'POST', body })
    expect([path, answer.status, await answer.json()]).toEqual([path, 413, { refused: 'tooLarge' }])
  }
})

test('W13 a form nested a hundred thousand deep is refused, a sync request of that kind is answered', async () => {
  const { browser, joined } = await aCompound()
  const deep = `{"key":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  const form = await browser().post('/api/invitations/look', deep)
  expect([form.status, await form.json()]).toEqual([400, { refused: 'tooDeep' }])
  const { browser: device } = await joined()
  const sync = await device.post('/api/sync', deep)
  expect([sync.status, await sync.json()]).toEqual([400, { refused: 'badRequest' }])
})

test('what goes wrong inside is told as trouble, and the log gets the route and the error alone', async () => {
  const { officer, started, failures } = await aCompound()
  await started.office.db.schema.dropTable('invitations').execute()
  const answer = await officer.get('/api/invitations')
  expect([answer.status, await answer.json()]).toEqual([500, { refused: 'serverTrouble' }])
  expect(failures).toMatchObject([{ route: 'GET /api/invitations' }])
})
