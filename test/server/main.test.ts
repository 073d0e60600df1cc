import { once } from 'node:events'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { request as httpsRequest } from 'node:https'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { aSetUp } from '#test/support/aServer.ts'
import { CERTIFICATE, CERTIFICATE_KEY } from '#test/support/certificate.ts'
import { anInstallation, builtServer, run } from '#test/support/anInstallation.ts'

builtServer()

const post = (address: string, path: string, body: unknown) =>
  fetch(`${address}${path}`, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) })

test('it starts on nothing but an empty folder, prints one line, and stops when told to', async () => {
  const home = await anInstallation()
  const server = run(home)
  const { address, code } = await server.ready()
  expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/)
  expect(server.out()).toContain(`${address}/setup#${code} `)
  expect(await (await fetch(`${address}/api/health`)).json()).toEqual({
    ok: true,
    protocol: 1,
    version: '9.9.9',
    setUp: false,
    demo: false,
  })
  expect(await (await fetch(`${address}/today`)).text()).toContain('邻边')
  const news = fetch(`${address}/api/news`)
  expect((await news).status).toBe(401)
  server.process.kill('SIGTERM')
  expect(await server.ended()).toBe(0)
  expect(server.out().trim().split('\n')).toHaveLength(1)
  expect(server.err()).toBe('')
})

test('killed with -9 right after a set-up it is set up when it comes back, and asks for no code', async () => {
  const home = await anInstallation()
  const first = run(home)
  const { address, code } = await first.ready()
  const answer = await post(address, '/api/setup', aSetUp(code!))
  expect(answer.status).toBe(200)
  const cookie = answer.headers.get('Set-Cookie')!.split(';')[0]!
  first.process.kill('SIGKILL')
  await first.ended()

  const second = run(home)
  const again = await second.ready()
  expect(again.code).toBeUndefined()
  expect(second.out()).toContain(`${again.address}/\n`)
  const me = await fetch(`${again.address}/api/me`, { headers: { Cookie: cookie } })
  expect(await me.json()).toMatchObject({ compoundName: '梧桐苑', name: '周敏' })
  second.process.kill('SIGINT')
  expect(await second.ended()).toBe(0)
})

test('it stops while somebody listens for news', async () => {
  const server = run(await anInstallation())
  const { address, code } = await server.ready()
  const cookie = (await post(address, '/api/setup', aSetUp(code!))).headers.get('Set-Cookie')!.split(';')[0]!
  const news = await fetch(`${address}/api/news`, { headers: { Cookie: cookie } })
  const reader = news.body!.getReader()
  await reader.read()
  server.process.kill('SIGTERM')
  expect(await server.ended()).toBe(0)
})

test('W13 a body of 50 MB over the wire is answered 413 in words, and the server goes on', async () => {
  const server = run(await anInstallation())
  const { address } = await server.ready()
  const answer = await post(address, '/api/login', 'x'.repeat(50 * 1024 * 1024))
  expect([answer.status, await answer.json()]).toEqual([413, { refused: 'tooLarge' }])
  expect((await fetch(`${address}/api/health`)).status).toBe(200)
})

test('a second server on the same folder is refused in words', async () => {
  const home = await anInstallation()
  await run(home).ready()
  const second = run(home)
  expect(await second.ended()).toBe(1)
  expect(second.err()).toContain('已经有一个邻边在用这个数据文件夹')
  expect(second.err()).toContain('Another Linbian is using this data folder')
})

test('a port that is taken is told in words', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(() => void other.close())
  const { port } = other.address() as { port: number }
  const server = run(await anInstallation(), { PORT: String(port) })
  expect(await server.ended()).toBe(1)
  expect(server.err()).toContain('这个端口已经有别的程序在用')
  expect(server.err()).toContain('Another program uses this port')
})

test.each(['people_migrations', 'log_migrations'])(
  'a folder of a newer version is refused in words (%s)',
  async (table) => {
    const home = await anInstallation()
    const first = run(home)
    await first.ready()
    first.process.kill('SIGTERM')
    await first.ended()
    const db = new DatabaseSync(join(home.data, 'linbian.sqlite'))
    db.exec(`insert into ${table} (name, timestamp) values ('9999_later', '2099-01-01')`)
    db.close()
    const second = run(home)
    expect(await second.ended()).toBe(1)
    expect(second.err()).toContain('数据文件夹是更新的版本写的')
  },
)

test('a data folder that cannot be written is told in words', async () => {
  const home = await anInstallation()
  await writeFile(home.data, 'a file')
  const server = run(home)
  expect(await server.ended()).toBe(1)
  expect(server.err()).toContain('数据文件夹建不了或写不进去')
})

test('a database that is none is told in words', async () => {
  const home = await anInstallation()
  await mkdir(home.data)
  await writeFile(join(home.data, 'linbian.sqlite'), 'x'.repeat(8192))
  const server = run(home)
  expect(await server.ended()).toBe(1)
  expect(server.err()).toContain('数据库打不开')
})

test('what is no database of ours is told in words', async () => {
  const server = run(await anInstallation(), { DATABASE_URL: 'mysql://localhost/linbian' })
  expect(await server.ended()).toBe(2)
  expect(server.err()).toContain('DATABASE_URL must be like postgres://')
  expect(server.out()).toBe('')
})

test('with a certificate it speaks https; one that cannot be read is told in words', async () => {
  const home = await anInstallation()
  const files = { TLS_CERT: join(home.home, 'cert.pem'), TLS_KEY: join(home.home, 'key.pem') }
  const without = run(home, files)
  expect(await without.ended()).toBe(1)
  expect(without.err()).toContain('证书或私钥读不出来')

  await writeFile(files.TLS_CERT, CERTIFICATE)
  await writeFile(files.TLS_KEY, CERTIFICATE_KEY)
  const server = run(home, files)
  const { address } = await server.ready()
  expect(address).toMatch(/^https:/)
  const asked = httpsRequest(`${address}/api/health`, { ca: CERTIFICATE, servername: 'localhost' }).end()
  const [answer] = await once(asked, 'response')
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['strict-transport-security']).toContain('max-age=31536000')
})

test('without the built pages it says what to run', async () => {
  const home = await anInstallation()
  await rm(join(home.home, 'dist', 'client', 'index.html'))
  const server = run(home)
  expect(await server.ended()).toBe(1)
  expect(server.err()).toContain('npm run build')
})
