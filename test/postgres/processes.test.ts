import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { aSetUp } from '#test/support/aServer.ts'
import { anInstallation, builtServer, run } from '#test/support/anInstallation.ts'
import { enters } from '#test/support/enters.ts'
import { aNewDatabase, postgresAt } from '#test/support/engine.ts'
import type { Enrolment, InvitationReply } from '#wire/office.ts'

builtServer()
beforeAll(postgresAt)

const post = (address: string, path: string, body: unknown, cookie = '') =>
  fetch(`${address}${path}`, { method: 'POST', body: JSON.stringify(body), headers: { Cookie: cookie } })

/** Two servers that are started at the same moment on an empty database and an empty folder; set up by the first. */
async function twoServers() {
  const home = await anInstallation()
  const DATABASE_URL = await aNewDatabase()
  const start = () => run(home, { DATABASE_URL })
  const servers = [start(), start()] as const
  const [one, two] = await Promise.all(servers.map((server) => server.ready()))
  const done = await post(one!.address, '/api/setup', aSetUp(one!.code!))
  expect(done.status).toBe(200)
  const cookie = done.headers.get('Set-Cookie')!.split(';')[0]!
  const enrolment = (await done.json()) as Enrolment
  const me = async (address: string) => {
    const answer = await fetch(`${address}/api/me`, { headers: { Cookie: cookie } })
    return (await answer.json()) as Enrolment
  }
  return {
    home,
    start,
    servers,
    one: one!.address,
    two: two!.address,
    other: two!.code!,
    cookie,
    enrolment,
    me,
  }
}

test('two servers that start at once make one set of tables, one set of keys and one life of the log', async () => {
  const { one, two, me, enrolment } = await twoServers()
  const [here, there] = [await me(one), await me(two)]
  expect(there).toMatchObject({
    compoundName: '梧桐苑',
    epoch: enrolment.epoch,
    serverKey: enrolment.serverKey,
  })
  expect(here).toMatchObject({ epoch: enrolment.epoch, serverKey: enrolment.serverKey })
})

test('a compound that was made through one server is not made again through the other', async () => {
  const { two, other } = await twoServers()
  const again = await post(two, '/api/setup', aSetUp(other))
  expect([again.status, await again.json()]).toEqual([409, { refused: 'alreadySetUp' }])
})

test('W12 what moves through one server is told to who listens at the other', async () => {
  const { one, two, cookie, enrolment } = await twoServers()
  const news = await fetch(`${two}/api/news`, { headers: { Cookie: cookie } })
  const reader = news.body!.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader.read()).value).toContain('listening')
  const invite = {
    name: '何桂英',
    role: 'gridWorker',
    place: enrolment.compound,
    from: '2026-03-02',
    deviceKind: 'own',
  }
  const made = await post(one, '/api/invitations', { ...invite, hours: 24 }, cookie)
  const invitation = (await made.json()) as InvitationReply
  // Somebody knocks at the one, and the yes is said to the other.
  const joined = await enters(
    (path, body) => post(one, path, body),
    (path, body) => post(two, path, body, cookie),
    invitation,
  )
  expect(joined.status).toBe(200)
  expect((await reader.read()).value).toContain('event: moved')
})

test('W7 one of two is killed and started again: the log goes on in the same life, and the note tells of both', async () => {
  const { home, start, servers, two, me, enrolment } = await twoServers()
  servers[0].process.kill('SIGKILL')
  await servers[0].ended()
  const again = await start().ready()
  expect(again.code).toBeUndefined()
  expect((await me(again.address)).epoch).toBe(enrolment.epoch)
  expect((await me(two)).epoch).toBe(enrolment.epoch)
  const note = JSON.parse(await readFile(join(home.data, 'journal', 'note.json'), 'utf8')) as {
    epoch: string
    seqs: Record<string, number>
  }
  expect(note.epoch).toBe(enrolment.epoch)
  expect(note.seqs[enrolment.tenant]).toBeGreaterThan(0)
})

test.each([
  ['postgres://owner@127.0.0.1:1/linbian', 'The database does not answer'],
  ['/none', 'There is no database of this name'],
])('a database that cannot be opened is told in words: %s', async (url, sentence) => {
  const DATABASE_URL = url.startsWith('/') ? `${await postgresAt()}${url}` : url
  const server = run(await anInstallation(), { DATABASE_URL })
  expect(await server.ended()).toBe(1)
  expect(server.err()).toContain(sentence)
})
