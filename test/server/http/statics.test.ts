import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepBuilds } from '#server/http/earlierBuilds.ts'
import { staticFiles } from '#server/http/statics.ts'
import { aFolder } from '#test/support/folder.ts'

async function aBuild(client: string, asset: string): Promise<void> {
  await rm(join(client, 'assets'), { recursive: true, force: true })
  await mkdir(join(client, 'assets'), { recursive: true })
  await writeFile(join(client, 'index.html'), `<script src="/assets/${asset}"></script>`)
  await writeFile(join(client, 'sw.js'), '// worker')
  await writeFile(join(client, 'assets', asset), `// ${asset}`)
}

async function aSite() {
  const folder = await aFolder()
  const client = join(folder, 'client')
  await aBuild(client, 'main-1.js')
  return { client, kept: join(folder, 'kept'), files: staticFiles(client, []) }
}

test('an asset is kept for ever, the page and the worker are asked for each time', async () => {
  const { files } = await aSite()
  expect((await files.request('/assets/main-1.js')).headers.get('Cache-Control')).toContain('immutable')
  expect((await files.request('/sw.js')).headers.get('Cache-Control')).toBe('no-cache')
  expect((await files.request('/')).headers.get('Cache-Control')).toBe('no-cache')
})

test.each(['/', '/index.html', '/today', '/join', '/visit/1-2-1203'])('%s is the page', async (path) => {
  const { files } = await aSite()
  const answer = await files.request(path)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toContain('text/html')
  expect(await answer.text()).toContain('main-1.js')
})

test.each([
  '/assets/main-0.js',
  '/assets/',
  '/assets/x',
  '/gone.js',
  '/icon.png',
  '/assets/..%2f..%2fpackage.json',
  '/.env',
])('an unknown file %s is 404 and never the page', async (path) => {
  const { files } = await aSite()
  const answer = await files.request(path)
  expect(answer.status).toBe(404)
  expect(await answer.text()).not.toContain('<script')
})

test('a page that is still open on an earlier build finds its files', async () => {
  const { client, kept } = await aSite()
  await keepBuilds(client, kept)
  await aBuild(client, 'main-2.js')
  const files = staticFiles(client, await keepBuilds(client, kept))
  expect(await (await files.request('/assets/main-1.js')).text()).toBe('// main-1.js')
  expect(await (await files.request('/assets/main-2.js')).text()).toBe('// main-2.js')
})

test('the last five builds are kept', async () => {
  const { client, kept } = await aSite()
  for (let build = 1; build <= 7; build += 1) {
    await aBuild(client, `main-${build}.js`)
    const [newest] = await keepBuilds(client, kept)
    await utimes(newest!, build, build)
  }
  await aBuild(client, 'main-8.js')
  const earlier = await keepBuilds(client, kept)
  expect(await readdir(kept)).toHaveLength(5)
  const files = staticFiles(client, earlier)
  expect((await files.request('/assets/main-4.js')).status).toBe(200)
  expect((await files.request('/assets/main-3.js')).status).toBe(404)
})
