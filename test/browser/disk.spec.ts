import { expect, test } from '@playwright/test'
import { start } from '#ui/words/zh/start.ts'
import { RealServer } from './support/server.ts'

let server: RealServer

test.beforeAll(async () => {
  server = await RealServer.prepare(20_000 + Math.floor(Math.random() * 20_000))
  await server.start()
})
test.afterAll(() => server.remove())

test('a store that a newer version wrote is left as it is, and said in words', async ({ page }) => {
  await page.goto(`${server.origin}/api/health`)
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('linbian', 5000)
        opening.onupgradeneeded = () => opening.result.createObjectStore('tomorrow')
        opening.onsuccess = () => {
          opening.result.close()
          done()
        }
      }),
  )
  await page.goto(server.origin)
  await expect(page.getByText(start.newer.title)).toBeVisible()
  expect(await page.evaluate(async () => (await indexedDB.databases())[0]?.version)).toBe(5000)
})

test('a store that does not open never looks like an empty one', async ({ page }) => {
  await page.addInitScript(() => {
    const broken = () => {
      throw new DOMException('the backing store is broken', 'UnknownError')
    }
    Object.defineProperty(IDBFactory.prototype, 'open', { value: broken })
  })
  await page.goto(server.origin)
  await expect(page.getByText(start.notOpened.title)).toBeVisible()
})
